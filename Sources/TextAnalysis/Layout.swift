/// Where the parts of a draft are.
///
/// - Front matter stands between `---` on the first line and the next `---` or `...`.
/// - Mail headers and quoted replies at the top are not the story's, nor is a reply quoted behind
///   "... wrote:" further down.
/// - A section ends at the next heading, at a line drawn across, or at the end. Where its items have bullets,
///   an unmarked line right after an item belongs to it, and an unmarked paragraph after a blank line is body
///   again. Where they have none, each line is an item; a blank line then ends a block of several lines, and
///   between single lines goes on until a paragraph is longer than two sentences.
/// - Words around the story (headline, standfirst, captions, push and social texts) are what follows their heading on its
///   line, else the bullets below it, or the lines up to the next blank one.
/// - All else is body: see `Paragraphs.swift`.
struct Layout {
  struct Section {
    let name: SectionName
    let headingLine: Int
    let items: [Passage]
  }

  private(set) var frontMatter: Span?
  private(set) var headline: Passage?
  private(set) var notTheStorys: [Span] = []
  private(set) var sections: [Section] = []
  /// Words around the story, in the order in which they stand.
  private(set) var around: [(name: SectionName, headingLine: Int, passage: Passage)] = []
  /// Their sections, also those that say "none".
  private(set) var aroundNames: Set<SectionName> = []
  /// Where a second headline or standfirst begins.
  private(set) var second: Unreadable?
  private(set) var paragraphs: [Paragraph] = []
  private(set) var ranTogether: [Int] = []
  private(set) var unread: [Span] = []

  let lines: Lines
  var source: Source { lines.source }

  /// `markBefore` is the length of a byte order mark that was taken off, for the offsets of errors.
  init(of bytes: [UInt8], markBefore: Int) throws(Unreadable) {
    lines = Lines(Source(bytes: bytes))
    var next = 0
    if lines.count > 0, isFence(0, "---") {
      if let close = (1..<lines.count).first(where: { isFence($0, "---") || isFence($0, "...") }) {
        frontMatter = Span(lines.count > 1 ? lines[1].start : lines[0].end, lines[close].start)
        next = close + 1
      } else if lines.count > 1, looksLikeField(1) {
        throw Unreadable(.unclosedFrontMatter, atText: 0, of: bytes, markBefore: markBefore)
      }
    }
    next = skipMail(from: next)
    var body: [Int] = []
    var hasWords = false
    while next < lines.count {
      if let heading = heading(at: next), heading.name.isAround,
        !isSecond(heading, at: next, of: bytes, markBefore)
      {
        let (items, end) = readAround(heading, at: next)
        aroundNames.insert(heading.name)
        around += items.map { (heading.name, next, $0) }
        readParagraphs(body)
        body = []
        next = end
      } else if let heading = heading(at: next), !heading.name.isAround {
        if let first = sections.first(where: { $0.name == heading.name }) {
          throw Unreadable(
            .twoSections(name: heading.name.rawValue, firstLine: first.headingLine + 1),
            atText: lines.content(next).start, of: bytes, markBefore: markBefore)
        }
        let (items, end) = readItems(under: heading, at: next)
        sections.append(Section(name: heading.name, headingLine: next, items: items))
        readParagraphs(body)
        body = []
        next = end
      } else if let end = endOfQuotedReply(at: next) {
        notTheStorys.append(Span(lines[next].start, lines[end - 1].end))
        readParagraphs(body)
        body = []
        next = end
      } else if let (words, end) = headlineWords(at: next), headline == nil, !hasWords {
        headline = Passage(span: words, words: source.string(words))
        next = end
      } else {
        body.append(next)
        hasWords = hasWords || !lines.isBlank(next)
        next += 1
      }
    }
    readParagraphs(body)
  }

  func items(of name: SectionName) -> [Passage] {
    sections.first { $0.name == name }?.items ?? []
  }

  /// A second headline or standfirst is read as body, and remembered for whoever files it.
  private mutating func isSecond(
    _ heading: SectionHeading, at line: Int, of bytes: [UInt8], _ markBefore: Int
  ) -> Bool {
    guard heading.name == .headline || heading.name == .standfirst,
      let first = around.first(where: { $0.name == heading.name })
    else { return false }
    second =
      second
      ?? Unreadable(
        .twoSections(name: heading.name.rawValue, firstLine: first.headingLine + 1),
        atText: lines.content(line).start, of: bytes, markBefore: markBefore)
    return true
  }

  /// The heading of a section. Words such as "Social" are one only before a colon or bullets: a story may have a
  /// cross-heading of that name.
  func heading(at line: Int) -> SectionHeading? {
    guard let heading = source.sectionHeading(lines[line]) else { return nil }
    guard heading.name.isAround, !heading.hasColon else { return heading }
    guard heading.rest.isEmpty, line + 1 < lines.count else { return nil }
    let next = lines.content(line + 1)
    return source.wordsAfterBullet(at: next.start, before: next.end, .section) == nil ? nil : heading
  }

  private func isFence(_ line: Int, _ fence: StaticString) -> Bool {
    let span = lines[line]
    let end = source.skipWhite(backFrom: span.end, to: span.start)
    return end - span.start == 3 && source.reads(fence, at: span.start, before: span.end)
  }

  private func looksLikeField(_ line: Int) -> Bool {
    let span = lines[line]
    var i = span.start
    while i < span.end, isASCIILetter(source.byte(i)) || source.byte(i) == 0x5F || source.byte(i) == 0x2D {
      i += 1
    }
    return i > span.start && source.byte(i) == 0x3A && i < span.end
  }

  /// A heading of level 1 that is no section's: `# Words`, or words underlined with `===`.
  private func headlineWords(at line: Int) -> (words: Span, next: Int)? {
    if let heading = source.markdownHeading(lines[line]) {
      return heading.level == 1 && !heading.words.isEmpty ? (heading.words, line + 1) : nil
    }
    guard line + 1 < lines.count, !lines.isBlank(line), lines.isUnderline(line + 1, of: 0x3D) else {
      return nil
    }
    return (lines.content(line), line + 2)
  }

  private mutating func readParagraphs(_ body: [Int]) {
    for block in blocks(of: body, in: lines) {
      let isRead = block.isText && isEnglish(block.span, in: source)
      if block.isText, !isRead { unread.append(block.span) }
      let (sentences, joints) = splitSentences(block.span, in: source, isText: isRead)
      ranTogether += joints
      var start = block.span.start
      var rest = sentences[...]
      for joint in joints {
        let here = rest.prefix { $0.start < joint }
        rest = rest.dropFirst(here.count)
        paragraphs.append(Paragraph(span: source.trimmed(Span(start, joint)), sentences: Array(here)))
        start = joint
      }
      paragraphs.append(Paragraph(span: source.trimmed(Span(start, block.span.end)), sentences: Array(rest)))
    }
  }

  // MARK: Mail

  /// The first line behind mail headers and quoted replies that stand above everything else.
  private mutating func skipMail(from first: Int) -> Int {
    var next = first
    while true {
      var i = next
      while i < lines.count, lines.isBlank(i) { i += 1 }
      guard let end = endOfMailHeaders(at: i) ?? endOfQuotation(at: i) else { return next }
      notTheStorys.append(Span(lines[i].start, lines[end - 1].end))
      next = end
    }
  }

  private func endOfMailHeaders(at first: Int) -> Int? {
    var i = first
    var fields = 0
    if i < lines.count, isForwardingMark(i) { i += 1 }
    while i < lines.count, !lines.isBlank(i) {
      if isMailField(i) {
        fields += 1
      } else if fields == 0 || lines.indent(i) == 0 {
        break
      }
      i += 1
    }
    return fields >= 2 ? i : nil
  }

  private func isForwardingMark(_ line: Int) -> Bool {
    let content = lines.content(line)
    var i = content.start
    while source.byte(i) == 0x2D, i < content.end { i += 1 }
    guard i - content.start >= 3 else { return false }
    i = source.skipWhite(i, to: content.end)
    return source.reads("forwarded message", at: i, before: content.end)
      || source.reads("original message", at: i, before: content.end)
  }

  private func isMailField(_ line: Int) -> Bool {
    let span = lines[line]
    let names: [StaticString] = [
      "from:", "to:", "cc:", "bcc:", "subject:", "date:", "sent:", "reply-to:", "message-id:", "in-reply-to:",
      "x-mailer:", "mime-version:", "content-type:", "content-transfer-encoding:", "received:",
      "return-path:",
    ]
    return names.contains { source.reads($0, at: span.start, before: span.end) }
  }

  /// Lines that begin with `>`, with the line that says who wrote them.
  private func endOfQuotation(at first: Int) -> Int? {
    if let end = endOfQuotedReply(at: first) { return end }
    var i = first
    while i < lines.count, source.byte(lines.content(i).start) == 0x3E, !lines.isBlank(i) { i += 1 }
    return i > first ? i : nil
  }

  /// "On Tuesday, Ana wrote:" and the quoted lines under it.
  private func endOfQuotedReply(at first: Int) -> Int? {
    guard first < lines.count else { return nil }
    let content = lines.content(first)
    guard source.reads("wrote:", at: content.end - 6, before: content.end) else { return nil }
    var i = first + 1
    while i < lines.count, lines.isBlank(i) { i += 1 }
    let quoted = i
    while i < lines.count, !lines.isBlank(i), source.byte(lines.content(i).start) == 0x3E { i += 1 }
    return i > quoted ? i : nil
  }
}

extension Unreadable {
  fileprivate init(_ reason: Reason, atText offset: Int, of bytes: [UInt8], markBefore: Int) {
    let all = markBefore == 0 ? bytes : byteOrderMark + bytes
    self.init(reason, at: offset + markBefore, of: all)
  }
}
