import TextAnalysis

/// Why an act was not done. Nothing has changed when one is thrown.
///
/// `says` is what a person reads: what happened, what became of the work, what to do. Each edge translates
/// `kind` once: the server to an HTTP status, the command line to an exit code.
public struct Refusal: Error, Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The file or a field cannot be read or understood.
    case unreadable
    /// There is no such thing, or none that the caller may see.
    case missing
    /// There was such a thing, and it is over.
    case gone
    /// It collides with what is there.
    case conflict
    /// Requirements are unmet.
    case notReady
    /// The work has moved on since the caller looked.
    case outdated
    /// The caller may not.
    case notAllowed
    /// The command or request does not make sense as asked.
    case usage
  }

  public let kind: Kind
  /// Stable name of the reason, such as `own-words`: the last part of the problem type.
  public let code: String
  public let says: String
  /// Commands that lead on, at most three.
  public var next: [String]
  /// Place in the text: offset in bytes, line and column from 1.
  public var place: TextPlace?
  public var excerpt: Excerpt?
  public var missing: [Missing]
  /// Where a quote occurs, when it occurs more than once.
  public var places: [TextPlace]

  public init(
    _ kind: Kind, _ code: String, _ says: String, next: [String] = [], place: TextPlace? = nil,
    excerpt: Excerpt? = nil, missing: [Missing] = [], places: [TextPlace] = []
  ) {
    self.kind = kind
    self.code = code
    self.says = says
    self.next = next
    self.place = place
    self.excerpt = excerpt
    self.missing = missing
    self.places = places
  }
}

/// A place in a text: `offset` in bytes from 0; `line` and `column` from 1, columns in characters.
public struct TextPlace: Hashable, Sendable {
  public let offset: Int
  public let line: Int
  public let column: Int

  public init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// Walks the text from its start: for one place, not for each of many.
  public init(of offset: Int, in text: String) {
    let place = TextAnalysis.place(of: offset, in: text)
    self.init(offset: offset, line: place.line, column: place.column)
  }
}

/// The places of ascending offsets, in one walk over the text.
public func placesInOrder(_ offsets: [Int], in text: String) -> [TextPlace] {
  var places: [TextPlace] = []
  places.reserveCapacity(offsets.count)
  var (offset, line, column) = (0, 1, 1)
  var afterCR = false
  var wanted = offsets.makeIterator()
  var next = wanted.next()
  for scalar in text.unicodeScalars {
    while let place = next, place <= offset {
      places.append(TextPlace(offset: place, line: line, column: column))
      next = wanted.next()
    }
    if next == nil { break }
    switch scalar {
    case "\n" where afterCR: column = 1
    case "\n", "\r": (line, column) = (line + 1, 1)
    default: column += 1
    }
    afterCR = scalar == "\r"
    offset += scalar.utf8.count
  }
  while let place = next {
    places.append(TextPlace(offset: place, line: line, column: column))
    next = wanted.next()
  }
  return places
}

/// The line around a place, with the display cell under which a caret belongs.
public struct Excerpt: Hashable, Sendable {
  public let text: String
  public let caret: Int
  public init(text: String, caret: Int) {
    self.text = text
    self.caret = caret
  }
}

extension Refusal {
  /// A file that is no text: one clear line with the place, and what it probably is.
  public init(_ unreadable: Unreadable) {
    let place = TextPlace(offset: unreadable.offset, line: unreadable.line, column: unreadable.column)
    let (code, says): (String, String) =
      switch unreadable.reason {
      case .empty: ("empty", "There is no text in it. Nothing was filed.")
      case .tooLong(let limit):
        ("too-long", "It is longer than \(limit) bytes (1 MiB). Nothing was filed.")
      case .notUTF8(let byte):
        (
          "not-utf8",
          "Byte \(hexByte(byte)) is not UTF-8 (offset \(place.offset)). Nothing was filed."
            + windows1252Hint(byte)
        )
      case .nul: ("nul", "There is a NUL byte at offset \(place.offset). Nothing was filed.")
      case .binary(let kind):
        (
          "binary",
          "This is \(kind), not text. Nothing was filed. Save it as plain text or Markdown, in UTF-8."
        )
      case .twoSections(let name, let firstLine):
        (
          "two-sections",
          "A second section “\(name)” begins here; the first is on line \(firstLine). Two drafts in one file? "
            + "Nothing was filed."
        )
      case .unclosedFrontMatter:
        ("front-matter", "The front matter that begins on line 1 is never closed by ---. Nothing was filed.")
      }
    self.init(
      .unreadable, code, says, place: place,
      excerpt: unreadable.excerpt.map { Excerpt(text: $0, caret: unreadable.caret ?? 0) })
  }
}

private func hexByte(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return "0x" + (digits.utf8.count < 2 ? "0" + digits : digits)
}

/// The bytes that word processors on Windows leave behind, and what they stood for.
private func windows1252Hint(_ byte: UInt8) -> String {
  let was: String? =
    switch byte {
    case 0x91, 0x92: "the apostrophe"
    case 0x93, 0x94: "a quotation mark"
    case 0x96, 0x97: "a dash"
    case 0x85: "an ellipsis"
    case 0xA0: "a no-break space"
    case 0xA3: "the pound sign"
    case 0x80: "the euro sign"
    default: nil
    }
  return was.map { " \(hexByte(byte)) is \($0) of Windows-1252. Save as UTF-8 and submit again." } ?? ""
}
