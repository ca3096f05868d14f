import TextAnalysis
import Yams

/// What a submission says of itself besides its words. From options, or from the file's front matter.
///
/// Byline, tags and wire stay from one revision to the next: absent (nil) is as before, an empty value is none.
public struct Metadata: Hashable, Sendable {
  public var slug: String?
  public var headline: String?
  public var byline: [String]?
  public var desk: String?
  public var published: CivilDate?
  public var matters: [String]
  /// What it is filed under, such as `court`.
  public var tags: [String]?
  /// The agency whose copy it is.
  public var wire: String?
  /// Standfirst, captions, push and social texts that are given beside the story. A form that is not there was not
  /// mentioned; one without words is taken away.
  public var around: [Form: [String]]
  /// Until when it is under embargo.
  public var embargo: WrittenInstant?

  public init(
    slug: String? = nil, headline: String? = nil, byline: [String]? = nil, desk: String? = nil,
    published: CivilDate? = nil, matters: [String] = [], tags: [String]? = nil, wire: String? = nil,
    around: [Form: [String]] = [:], embargo: WrittenInstant? = nil
  ) {
    self.slug = slug
    self.headline = headline
    self.byline = byline
    self.desk = desk
    self.published = published
    self.matters = matters
    self.tags = tags
    self.wire = wire
    self.around = around
    self.embargo = embargo
  }
}

/// A file that was read and understood, ready to become a draft's revision.
public struct Filing: Sendable {
  /// The bytes as they came.
  public let original: [UInt8]
  public let mediaType: String
  public let manuscript: Manuscript
  public let metadata: Metadata
  /// What was left unread, for the person who files. What was not found at all (headline, body, key points) is seen
  /// from the draft itself.
  public let notices: [String]

  /// More key points than anybody signs one by one are a list in the wrong place.
  static let keyPointLimit = 300

  /// Reads a file. An option wins over the front matter field of the same name.
  ///
  /// - Parameter original: the bytes as they came, of `mediaType`, where `bytes` is text that was made of them.
  ///
  /// Throws a `Refusal` with the place when the bytes are no text or the front matter cannot be read.
  public init(
    bytes: [UInt8], mediaType: String, fileName: String?, options: Metadata, original: [UInt8]? = nil
  ) throws {
    let manuscript = try Self.read(bytes)
    if let second = manuscript.second { throw Refusal(second) }
    if manuscript.keyPoints.count > Self.keyPointLimit || manuscript.contradictions.count > Self.keyPointLimit
    {
      let section =
        manuscript.keyPoints.count > Self.keyPointLimit ? manuscript.keyPoints : manuscript.contradictions
      throw Refusal(
        .unreadable, "too-many",
        "There are \(section.count) bullets in one section; \(Self.keyPointLimit) is the most that Stet takes. "
          + "Nothing was filed.",
        place: section.dropFirst(Self.keyPointLimit).first.map {
          TextPlace(of: $0.span.start, in: manuscript.text)
        })
    }
    var notices: [String] = []
    var front = Metadata()
    if let span = manuscript.frontMatter {
      front = try readFrontMatter(span, in: manuscript.text, notices: &notices)
    }
    notices += unreadNotice(manuscript.unread, in: manuscript.text)
    var metadata = Metadata(
      slug: options.slug ?? front.slug,
      headline: options.headline ?? front.headline ?? manuscript.headline?.words,
      byline: options.byline ?? front.byline,
      desk: options.desk ?? front.desk,
      published: options.published ?? front.published,
      matters: options.matters.isEmpty ? front.matters : options.matters,
      tags: options.tags ?? front.tags, wire: options.wire ?? front.wire,
      around: options.around.merging(front.around) { option, _ in option },
      embargo: options.embargo ?? front.embargo)
    metadata.headline = metadata.headline.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    for (form, words) in metadata.around {
      metadata.around[form] = words.filter { !$0.allSatisfy(\.isWhitespace) }
    }
    if metadata.slug == nil {
      metadata.slug = (metadata.headline.flatMap(Slug.make) ?? fileName.flatMap(Slug.makeFromFileName))
    }
    self.original = original ?? bytes
    self.mediaType = mediaType
    self.manuscript = manuscript
    self.metadata = metadata
    self.notices = notices
  }

  /// Reads bytes as a manuscript. What is no text is refused with its place.
  public static func read(_ bytes: [UInt8]) throws(Refusal) -> Manuscript {
    do {
      return try Manuscript(bytes: bytes)
    } catch {
      throw Refusal(error)
    }
  }
}

private func unreadNotice(_ paragraphs: [Span], in text: String) -> [String] {
  guard let first = paragraphs.first else { return [] }
  let line = TextPlace(of: first.start, in: text).line
  return [
    paragraphs.count == 1
      ? "Stet reads English. The paragraph at line \(line) is not English, and nothing was looked for in it."
      : "Stet reads English. \(paragraphs.count) paragraphs, the first at line \(line), are not English, and "
        + "nothing was looked for in them."
  ]
}

/// Bytes. A few fields need no more, and YAML is slow to read.
private let longestFrontMatter = 16_384

private func readFrontMatter(_ span: Span, in text: String, notices: inout [String]) throws -> Metadata {
  let yaml = slice(text, span)
  func refusal(_ says: String, at offset: @autoclosure () -> Int = 0) -> Refusal {
    Refusal(
      .unreadable, "front-matter", says + " Nothing was filed.",
      place: TextPlace(of: span.start + offset(), in: text))
  }
  guard span.end - span.start <= longestFrontMatter else {
    throw refusal(
      "The front matter is longer than \(longestFrontMatter) bytes: something else stands between the lines ---."
    )
  }
  let node: Node?
  do throws(YAMLFault) {
    node = try composeYAML(yaml)
  } catch {
    switch error {
    case .anchor(let at):
      throw refusal("The front matter uses a YAML anchor, which Stet does not read.", at: at)
    case .notYAML(let reason, let at):
      throw refusal(
        "The front matter is not YAML: \(reason). A value with a colon in it wants quotation marks.", at: at)
    }
  }
  guard let node else { return Metadata() }
  guard let mapping = node.mapping else {
    throw refusal("The front matter is no list of fields such as “slug: harbour-fire”.")
  }
  var found = Metadata()
  for (key, value) in mapping {
    // Counted only where it is told: it walks the front matter.
    var at: Int { value.mark.map { markOffset($0, in: yaml) } ?? 0 }
    func text(_ name: String) throws -> String? {
      if value.null != nil { return nil }
      guard let scalar = value.scalar?.string else {
        throw refusal("The front matter field “\(name)” is no single value.", at: at)
      }
      return try withoutNUL(scalar, name)
    }
    // YAML can write a NUL that is not in the bytes, and no database column can hold one.
    func withoutNUL(_ text: String, _ name: String) throws -> String {
      guard !text.utf8.contains(0) else {
        throw refusal("The front matter field “\(name)” has a NUL in it.", at: at)
      }
      return text
    }
    func texts(_ name: String) throws -> [String] {
      guard let sequence = value.sequence else {
        return try text(name).map { [$0] } ?? []
      }
      return try sequence.map { item in
        guard let scalar = item.scalar?.string else {
          throw refusal("An item of the front matter field “\(name)” is no single value.", at: at)
        }
        return try withoutNUL(scalar, name)
      }
    }
    switch key.scalar?.string.lowercased() {
    case "slug": found.slug = try text("slug")
    case "headline", "title": found.headline = try text("headline")
    case "byline", "author", "authors": found.byline = try texts("byline").filter { !$0.isEmpty }
    case "standfirst", "deck": found.around[.standfirst] = try texts("standfirst")
    case "captions", "caption": found.around[.caption] = try texts("captions")
    case "push": found.around[.push] = try texts("push")
    case "social": found.around[.social] = try texts("social")
    case "desk": found.desk = try text("desk")
    case "matters", "matter": found.matters = try texts("matters")
    case "tags", "tag": found.tags = try texts("tags").filter { !$0.isEmpty }
    case "wire", "agency": found.wire = try text("wire") ?? ""
    case "embargo":
      guard let written = try text("embargo") else { continue }
      guard let instant = WrittenInstant(written) else {
        throw refusal("“\(written.prefix(40))” is no instant; write embargo: 2026-11-24T00:01.", at: at)
      }
      found.embargo = instant
    case "published", "date":
      guard let written = try text("published") else { continue }
      // A time of day may follow, as site generators write it.
      let end = written.utf8.dropFirst(10).first
      guard let day = CivilDate(String(written.prefix(10))),
        end == nil || end == UInt8(ascii: "T") || end == UInt8(ascii: " ")
      else {
        throw refusal("“\(written)” is no day; write published: 2024-07-13.", at: at)
      }
      found.published = day
    case let other? where keepsFromPeople.contains(other):
      throw refusal(
        "“\(other)” is not a field that Stet reads, and it would keep the story from somebody. Nothing was filed; write "
          + "embargo: 2026-11-24T00:01, or file it with --limited-to.", at: at)
    case let other:
      notices.append(
        "The front matter field “\(other ?? "?")” is not one that Stet reads. It is kept in the text.")
    }
  }
  return found
}

/// Names under which other systems keep a story back. To file it openly and say so afterwards would be too late.
private let keepsFromPeople: Set<String> = [
  "limited-to", "limited", "limit-to", "restricted", "restricted-to", "embargo-until", "embargo_until",
]
