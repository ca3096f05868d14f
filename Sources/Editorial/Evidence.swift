import TextAnalysis

/// What a sign-off rests on besides addresses on the web, which are kept as they are: Stet fetches only those that
/// somebody has watched.
public enum Evidence: Hashable, Sendable {
  /// Words of the signer's own: "read back to the source".
  case note(String)
  /// A file that the signer brought, by the SHA-256 of its content.
  case file(digest: [UInt8], name: String)

  /// As it is stored, hashed and shown: `note: …`, `file: NAME sha256:…`.
  public var spelling: String {
    switch self {
    case .note(let words): "note: \(words)"
    case .file(let digest, let name): "file: \(name) sha256:\(hexadecimal(digest))"
    }
  }
}

/// A source who must not be found, as far as it is anybody's business. There is no field for who it is, where they
/// live, or how they are reached.
public struct ConfidentialSource: Hashable, Sendable {
  /// Handles of the members who know the source.
  public let seenBy: [String]
  public let on: CivilDate
  /// What kind of source, such as "two nurses of the ward".
  public let kind: String
  /// How many say so independently of each other.
  public let independent: Int
  /// Where the proof is kept, outside Stet.
  public let keptWhere: String

  public init(seenBy: [String], on: CivilDate, kind: String, independent: Int, keptWhere: String) {
    self.seenBy = seenBy
    self.on = on
    self.kind = kind
    self.independent = independent
    self.keptWhere = keptWhere
  }
}

/// The first thing in a text by which somebody can be reached: a mail address, or a telephone number with its country's
/// or its area's leading 0 or +.
public func contactDetail(in text: String) -> String? {
  let words = text.split { $0.isWhitespace || ",;()<>\"".contains($0) }.map(String.init)
  if let mail = words.first(where: isMailAddress) { return mail }
  var number: [String] = []
  var digits = 0
  for word in words + ["end"] {
    let isPart =
      word.utf8.allSatisfy { "0123456789+-./".utf8.contains($0) } && word.contains(where: \.isNumber)
    if isPart, !number.isEmpty || word.hasPrefix("+") || word.hasPrefix("0") {
      number.append(word)
      digits += word.filter(\.isNumber).count
    } else {
      if (9...15).contains(digits) { return number.joined(separator: " ") }
      (number, digits) = ([], 0)
    }
  }
  return nil
}

private func isMailAddress(_ word: String) -> Bool {
  let parts = word.split(separator: "@", omittingEmptySubsequences: false)
  guard parts.count == 2, let name = parts.first, let host = parts.last, !name.isEmpty else { return false }
  return host.contains(".") && !host.hasPrefix(".") && host.count > 3
}

/// What somebody wrote under a key point.
public struct KeyPointComment: Hashable, Sendable {
  public let id: Int64
  public let member: String
  public let revision: Int
  public let words: String
  /// For the legal read and the writer alone.
  public let privileged: Bool
  public let at: String

  public init(id: Int64, member: String, revision: Int, words: String, privileged: Bool, at: String) {
    self.id = id
    self.member = member
    self.revision = revision
    self.words = words
    self.privileged = privileged
    self.at = at
  }
}
