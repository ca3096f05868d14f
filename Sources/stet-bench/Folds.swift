/// Parts into which documents are divided to see how much a figure owes to chance.
let foldCount = 5

/// The part that a document belongs to, from 0: the same in every run, on every machine (FNV-1a, 64 bits).
func fold(ofDocument name: String) -> Int {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  // The low bits of names that end alike are alike too.
  return Int((hash ^ (hash >> 32)) % UInt64(foldCount))
}

/// Mean and standard deviation; nil of nothing.
func meanAndDeviation(_ numbers: [Double]) -> (mean: Double, deviation: Double)? {
  guard !numbers.isEmpty else { return nil }
  let count = Double(numbers.count)
  let mean = numbers.reduce(0, +) / count
  let variance = numbers.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / count
  return (mean, variance.squareRoot())
}
