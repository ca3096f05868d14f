/// A sequence of numbers that is the same on every machine for the same seed (SplitMix64, Vigna's constants).
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from the range; its lower bound where it is empty.
  mutating func from(_ range: ClosedRange<Int>) -> Int {
    let count = UInt64(range.upperBound - range.lowerBound) + 1
    return range.lowerBound + Int(next() % count)
  }

  /// One of the words, the first ones more often: news has few people in many stories.
  mutating func one(of words: [String], evenly: Bool = true) -> String {
    guard !words.isEmpty else { return "" }
    let place = from(0...(words.count - 1))
    return words[evenly ? place : min(place, from(0...(words.count - 1)))]
  }

  /// The words in another order. The standard library's own may change with its version.
  mutating func shuffled(_ words: [String]) -> [String] {
    var words = words
    for place in words.indices.dropFirst().reversed() { words.swapAt(place, from(0...place)) }
    return words
  }
}
