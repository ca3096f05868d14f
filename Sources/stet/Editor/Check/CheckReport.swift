import ArgumentParser
import Editorial
import TextAnalysis
import Wire

/// How much a finding asks for: a claim is only watched, a disputed account is read again, a slip is mended.
///
/// `note` is below them all: a paragraph was not read, or a comment to Stet does nothing. No run fails for it.
enum Level: String, CaseIterable, Codable, Comparable, ExpressibleByArgument, Sendable {
  case note, claim, disputed, slip

  static let allValueStrings = allCases.filter { $0 != .note }.map(\.rawValue)

  init?(argument: String) {
    guard let level = Level(rawValue: argument), level != .note else { return nil }
    self = level
  }

  static func < (one: Level, other: Level) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .claim: 1
    case .disputed: 2
    case .slip: 3
    }
  }
}

/// What the text engine says about files, without a newsroom behind it.
struct CheckReport: Encodable, Sendable {
  var failOn: Level
  /// How many files were looked at.
  var files = 0
  /// How many of them name no dateline, so that their words counted from today.
  var undated = 0
  var findings: [Finding] = []
  /// What was named and could not be looked at.
  var unread: [Unread] = []
  /// Absent without `--baseline`.
  var baseline: Known?

  var fails: Bool { findings.contains { $0.level >= failOn } }

  /// What a baseline held back.
  struct Known: Encodable, Equatable, Sendable {
    /// Findings that stand in the baseline.
    var known = 0
    /// Entries of the baseline that nothing in these files matches.
    var unmatched = 0
  }

  /// Words that belong to a finding, with their place. Offsets are UTF-8 bytes from 0 into the text, which begins
  /// behind a byte order mark; lines and columns count from 1, columns in code points, and the end is the place
  /// behind the last character.
  struct Mark: Encodable, Sendable {
    var start: Int
    var end: Int
    var line: Int
    var column: Int
    var endLine: Int
    var endColumn: Int
    var quote: String
    /// The sentence around it, or several where it reaches over several.
    var sentence: Range

    struct Range: Encodable, Sendable {
      var start: Int
      var end: Int
    }

    var span: Span { Span(start, end) }
    var around: Span { Span(sentence.start, sentence.end) }
  }

  struct Finding: Sendable {
    var file: String
    var level: Level
    var rule: String
    var mark: Mark
    /// The other places that belong to it, in the order of the text.
    var others: [Mark] = []
    /// What the words name as their day, EDTF.
    var expected: String?
    /// Why the engine asks.
    var reason: String
    /// The words of its sentences as they are compared: with the rule's name, what a baseline knows it by.
    var words: String

    var marks: [Mark] { [mark] + others }

    /// SHA-256 of rule and words, in hexadecimal digits: the same wherever the sentence moves.
    var fingerprint: String { hexadecimal(sha256(Array("\(rule)\t\(words)".utf8))) }
  }

  /// A file, folder or pattern that yielded no text, and why.
  struct Unread: Sendable {
    var file: String
    var problem: ProblemJSON
  }
}

extension CheckReport.Finding: Encodable {
  private enum CodingKeys: CodingKey { case file, level, rule, others, expected, reason, words }

  /// Its first mark's fields stand beside its own.
  func encode(to encoder: any Encoder) throws {
    try mark.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(level, forKey: .level)
    try container.encode(rule, forKey: .rule)
    try container.encode(others, forKey: .others)
    try container.encode(expected, forKey: .expected)
    try container.encode(reason, forKey: .reason)
    try container.encode(words, forKey: .words)
  }
}

extension CheckReport.Unread: Encodable {
  private enum CodingKeys: CodingKey { case file, line, column, detail, exitCode }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encodeIfPresent(problem.line, forKey: .line)
    try container.encodeIfPresent(problem.column, forKey: .column)
    try container.encode(problem.detail, forKey: .detail)
    try container.encode(problem.exitCode, forKey: .exitCode)
  }
}
