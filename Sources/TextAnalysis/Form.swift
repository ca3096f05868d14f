/// What a statement that is signed by itself is in its story: a key point, or one of the words around the story.
public enum Form: String, CaseIterable, Hashable, Sendable, Codable {
  case keyPoint = "key-point"
  case headline, standfirst, caption, push, social

  /// Whether a story has one at most.
  public var isSingle: Bool { self == .headline || self == .standfirst }

  /// The section of a manuscript in which it stands.
  var section: SectionName {
    switch self {
    case .keyPoint: .keyPoints
    case .headline: .headline
    case .standfirst: .standfirst
    case .caption: .captions
    case .push: .push
    case .social: .social
    }
  }
}

/// A statement of a manuscript that is signed by itself.
public struct Signable: Sendable, Hashable {
  public let form: Form
  public let passage: Passage

  public init(form: Form, passage: Passage) {
    self.form = form
    self.passage = passage
  }

  public var words: String { passage.words }
}

/// The text of a draft with words around the story that were given beside it, each form as a section at its end, in which
/// `Manuscript` finds them. No offset of the text changes.
public func text(_ text: String, with around: [(form: Form, words: [String])]) -> String {
  around.reduce(into: text) { text, one in
    text += "\n\n\(one.form.section.rawValue):\n"
    for words in one.words { text += "- " + comparableSpaces(words) + "\n" }
  }
}

private func comparableSpaces(_ words: String) -> String {
  words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
