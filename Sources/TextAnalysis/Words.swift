/// A word without regard to capitals and to the style of its apostrophes and hyphens, as one number: two words
/// are the same when their keys are.
struct WordKey: Hashable, Sendable {
  /// Never 0, so that 0 marks a free place in the tables below.
  let hash: UInt64

  fileprivate init(hash: UInt64) { self.hash = hash | 1 }

  /// The key of a word written with straight apostrophes and hyphens.
  init(_ word: some StringProtocol) { self.init(bytes: Array(word.utf8)) }

  init(bytes: [UInt8]) { self.init(bytes.span, Span(0, bytes.count)) }

  /// The key of ASCII letters, digits and signs in a text; `span` must lie inside.
  ///
  /// Eight bytes at once, capitals as small letters; what is beyond ASCII stays as it is.
  @inline(__always) init(_ bytes: Swift.Span<UInt8>, _ span: Span) {
    var reader = Reader()
    var i = span.start
    while i < span.end {
      let missing = max(0, 8 - (span.end - i))
      reader.read(load(bytes, i), filling: UInt64.max &>> UInt64(8 * missing))
      i += 8
    }
    self = reader.key
  }

  /// Makes a key of eight bytes after the other.
  struct Reader {
    private var hash: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always) init() {}

    /// `mask` has the bits that the bytes fill: all of them, but for the last ones of a word.
    @inline(__always) mutating func read(_ chunk: UInt64, filling mask: UInt64) {
      // Bit 6 stands in ASCII letters and few signs; bit 5 makes small letters of them.
      let letters = chunk & ~(chunk &>> 1) & 0x4040_4040_4040_4040
      hash = (hash ^ (chunk | letters &>> 1) & mask) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash &>> 32
    }

    @inline(__always) var key: WordKey { WordKey(hash: hash) }
  }

  /// Where tables begin to look for it.
  @inline(__always) var slot: Int { Int(truncatingIfNeeded: hash &>> 8 & 0x7FFF_FFFF) }
}

/// Eight bytes of a text as one number, the first one lowest; 0 for those behind its end.
@inline(__always)
func load(_ bytes: Swift.Span<UInt8>, _ start: Int) -> UInt64 {
  if start >= 0, start &+ 8 <= bytes.count {
    return UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
  }
  return loadLast(bytes, start)
}

private func loadLast(_ bytes: Swift.Span<UInt8>, _ start: Int) -> UInt64 {
  var value: UInt64 = 0
  for i in max(0, start)..<max(0, start, bytes.count) {
    value |= UInt64(bytes[i]) &<< UInt64(8 * (i - start))
  }
  return value
}

/// Not 0 where one of eight bytes is `byte`; now and then also where one is not.
@inline(__always) func holds(_ byte: UInt64, _ chunk: UInt64) -> UInt64 {
  let different = chunk ^ (byte &* 0x0101_0101_0101_0101)
  return (different &- 0x0101_0101_0101_0101) & ~different & 0x8080_8080_8080_8080
}

extension Source {
  /// The key of a word that stands at a span.
  func key(_ span: Span) -> WordKey {
    let start = min(max(0, span.start), bytes.count)
    return WordKey(bytes.span, Span(start, min(span.end, bytes.count)))
  }
}

/// Something known of each of some words, found in one look.
struct WordTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value?]
  private var mask: Int

  init(_ pairs: some Sequence<(WordKey, Value)>) {
    let pairs = Array(pairs)
    var size = 4
    while size < pairs.count * 3 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: nil, count: size)
    mask = size - 1
    for (key, value) in pairs {
      var i = key.slot & mask
      while keys[i] != 0, keys[i] != key.hash { i = (i + 1) & mask }
      keys[i] = key.hash
      values[i] = value
    }
  }

  /// One line per value: `value` stands for every word of `words`, which are parted by spaces.
  init(_ lines: KeyValuePairs<String, Value>) {
    self.init(
      lines.flatMap { words, value in
        words.split(whereSeparator: \.isWhitespace).map { (WordKey($0), value) }
      })
  }

  @inline(__always) subscript(key: WordKey) -> Value? {
    var i = key.slot & mask
    while keys[i] != 0 {
      if keys[i] == key.hash { return values[i] }
      i = (i + 1) & mask
    }
    return nil
  }
}

/// Some words, in letters of any size.
struct WordSet: Sendable {
  /// A hash table of keys; 0 marks a free place, of which there is always one.
  let slots: [UInt64]

  /// The words, parted by white space.
  init(_ words: String) { self.init(words.split(whereSeparator: \.isWhitespace)) }

  init(_ words: some Collection<some StringProtocol>) {
    var size = 2
    while size < words.count * 2 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for word in words {
      let key = WordKey(word)
      var i = key.slot & (size - 1)
      while slots[i] != 0, slots[i] != key.hash { i = (i + 1) & (size - 1) }
      slots[i] = key.hash
    }
    self.slots = slots
  }

  /// The words, in no order.
  var keys: [WordKey] { slots.filter { $0 != 0 }.map { WordKey(hash: $0) } }

  @inline(__always) func contains(_ key: WordKey) -> Bool {
    let mask = slots.count - 1
    var i = key.slot & mask
    while slots[i] != 0 {
      if slots[i] == key.hash { return true }
      i = (i + 1) & mask
    }
    return false
  }
}
