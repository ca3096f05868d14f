/// A draft as it comes in, understood: where its parts are. Every span refers to `text`.
///
/// Plain text or Markdown in UTF-8, with or without YAML front matter, with any line endings. What reads
/// how is described at `Layout`; nothing is ever added to the words or taken from them.
public struct Manuscript: Sendable {
  /// Bytes; what is longer is refused.
  public static let sizeLimit = 1_048_576

  /// What came in, without a byte order mark at its beginning, otherwise byte for byte.
  public let text: String
  /// The YAML between the `---` lines, without them.
  public let frontMatter: Span?
  /// What stands under `Headline:`, else a Markdown heading of level 1 before the body. Nothing else is a headline, and
  /// none is made up.
  public let headline: Passage?
  /// The story's body in order.
  public let paragraphs: [Paragraph]
  public let keyPoints: [Passage]
  public let contradictions: [Passage]
  /// The headline, and what stands under `Standfirst:`, `Captions:`, `Push:` and `Social:`, form by form.
  public let around: [Signable]
  /// Forms that have a section of their own in the text, if only to say "none".
  public let sectionsAround: Set<Form>
  /// Why the text is no single draft, where it has a second headline or standfirst; what stands there is read as body.
  public let second: Unreadable?
  /// Whether there is a heading "Key points", with or without points below it.
  public let hasKeyPointsSection: Bool
  /// Mail headers and quoted replies: they stay in the text and yield nothing.
  public let notTheStorys: [Span]
  /// Where two sentences ran into each other without a space: offsets of the second's first byte.
  public let ranTogether: [Int]
  /// Paragraphs that are not English, and therefore not read: they have no sentences.
  public let unread: [Span]

  let source: Source

  /// Reads a draft, or says why, and where, it cannot be read.
  public init(bytes original: [UInt8]) throws(Unreadable) {
    try refuseWhatIsNoText(original)
    let mark = original.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    let bytes = mark == 0 ? original : Array(original[mark...])
    source = Source(bytes: bytes)
    text = String(decoding: bytes, as: UTF8.self)
    let layout = try Layout(of: bytes, markBefore: mark)
    frontMatter = layout.frontMatter
    second = layout.second
    let named = layout.around.first { $0.name == .headline }?.passage
    headline = named ?? layout.headline
    // A heading that is not the headline is read like a sentence: nothing goes out that nobody looked at.
    let heading = named == nil ? nil : layout.headline.map { Paragraph(span: $0.span, sentences: [$0.span]) }
    paragraphs = ([heading].compactMap { $0 } + layout.paragraphs).sorted { $0.span < $1.span }
    keyPoints = layout.items(of: .keyPoints)
    contradictions = layout.items(of: .contradictions)
    var around = headline.map { [Signable(form: .headline, passage: $0)] } ?? []
    for form in Form.allCases where form != .headline {
      around += layout.around.filter { $0.name == form.section }.map {
        Signable(form: form, passage: $0.passage)
      }
    }
    self.around = around
    sectionsAround = Set(Form.allCases.filter { layout.aroundNames.contains($0.section) })
    hasKeyPointsSection = layout.sections.contains { $0.name == .keyPoints }
    notTheStorys = layout.notTheStorys
    ranTogether = layout.ranTogether
    unread = layout.unread
  }

  /// Everything that is signed by itself: the key points in reading order, then the words around the story.
  public var signables: [Signable] {
    keyPoints.map { Signable(form: .keyPoint, passage: $0) } + around
  }

  /// The sentences of all paragraphs, in order.
  public var sentences: [Span] { paragraphs.flatMap(\.sentences) }
}
