import Editorial
import FoundationEssentials
import Server
import TextAnalysis
import Wire

/// Reads a story of an archive as it is filed. Throws an `ArchiveFault` that says what is wrong with it.
///
/// - Parameter day: the day of a story that names none.
func importedStory(
  _ item: ArchiveItem, on day: CivilDate? = nil, today: CivilDate
) async throws(ArchiveFault) -> ImportedStory {
  do {
    let digest = sha256(item.bytes)
    let (name, filing) = try await read(item, digest)
    let story = try ImportedStory(item: name ?? item.file, digest: digest, filing: filing, on: day)
    guard story.on <= today else {
      throw Refusal(.unreadable, "future", "\(inWords(story.on)) is still to come: it is not published yet.")
    }
    if let until = filing.metadata.embargo?.day, until >= today {
      throw Refusal(.unreadable, "embargo", "It is under embargo until \(inWords(until)).")
    }
    return story
  } catch let refusal as Refusal {
    let place =
      refusal.place.map { item.line == nil ? "Line \($0.line): " : "Line \($0.line) of the story: " } ?? ""
    throw ArchiveFault(
      file: item.file, line: item.line, why: place + refusal.says.replacing(" Nothing was filed.", with: ""))
  } catch {
    throw ArchiveFault(file: item.file, line: item.line, why: "\(error)")
  }
}

/// The story with its name in the archive; nil where that is the file's own.
private func read(_ item: ArchiveItem, _ digest: [UInt8]) async throws -> (name: String?, filing: Filing) {
  switch item.mediaType {
  case MediaType.text, MediaType.markdown:
    return (
      nil,
      try Filing(bytes: item.bytes, mediaType: item.mediaType, fileName: item.file, options: Metadata())
    )
  case MediaType.json:
    let row = try ArchiveRow(item.bytes)
    var around = row.around
    if let headline = row.headline { around.append((.headline, [headline])) }
    let body = row.isMarkup ? try await plainText(of: Array(row.body.utf8), MediaType.html) : row.body
    let filing = try Filing(
      bytes: Array(text(body, with: around).utf8), mediaType: item.mediaType,
      fileName: item.line == nil ? item.file : nil,
      options: Metadata(
        slug: row.slug, byline: row.byline, desk: row.desk, published: row.published, matters: row.matters,
        tags: row.tags, wire: row.wire, embargo: row.embargo),
      original: item.bytes)
    // A line without a name of its own is told by its bytes.
    return (row.id ?? (item.line == nil ? nil : hexadecimal(digest)), filing)
  case MediaType.docx, MediaType.odt, MediaType.html:
    let filing = try Filing(
      bytes: Array(try await plainText(of: item.bytes, item.mediaType).utf8), mediaType: item.mediaType,
      fileName: item.file, options: Metadata(), original: item.bytes)
    return (nil, filing)
  default:
    throw Refusal(.unreadable, "kind", "Stet does not read files of this kind.")
  }
}

/// A story as one object of JSON: as a newsroom's system writes it when it is asked for everything, or in ninjs.
struct ArchiveRow: Decodable {
  let id: String?
  let published: CivilDate?
  let headline: String?
  let body: String
  /// Whether the body is HTML.
  let isMarkup: Bool
  let byline: [String]
  /// Key points, standfirst and the other texts around the story.
  let around: [(form: Form, words: [String])]
  let slug: String?
  let desk: String?
  let matters: [String]
  let tags: [String]
  let wire: String?
  let embargo: WrittenInstant?

  private enum CodingKeys: String, CodingKey {
    case id, published, headline, standfirst, body, byline, keyPoints, slug, desk, matters, tags, wire, uri
  }

  init(_ bytes: [UInt8]) throws {
    do {
      self = try JSONDecoder().decode(ArchiveRow.self, from: Data(bytes))
    } catch DecodingError.keyNotFound(let key, _) {
      throw Refusal(.unreadable, "row", "It has no “\(key.stringValue)”.")
    } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
      throw Refusal(
        .unreadable, "row",
        context.codingPath.last.map { "Its “\($0.stringValue)” is of the wrong kind." }
          ?? "It is no JSON object.")
    } catch is DecodingError {
      throw Refusal(.unreadable, "row", "It is no JSON.")
    }
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    if fields.contains(.uri), !fields.contains(.body) {
      self = try ArchiveRow(NinjsItem(from: decoder))
      return
    }
    func text(_ key: CodingKeys) throws -> String? {
      guard let text = try fields.decodeIfPresent(String.self, forKey: key), !text.isEmpty else { return nil }
      guard !text.utf8.contains(0) else {
        throw Refusal(.unreadable, "row", "Its “\(key.rawValue)” has a NUL in it.")
      }
      return text
    }
    func texts(_ key: CodingKeys) throws -> [String] {
      guard fields.contains(key), try !fields.decodeNil(forKey: key) else { return [] }
      if let many = try? fields.decode([String].self, forKey: key) {
        guard !many.contains(where: { $0.utf8.contains(0) }) else {
          throw Refusal(.unreadable, "row", "Its “\(key.rawValue)” has a NUL in it.")
        }
        return many
      }
      return try text(key).map { [$0] } ?? []
    }
    if let number = try? fields.decodeIfPresent(Int.self, forKey: .id) {
      id = String(number)
    } else {
      id = try text(.id)
    }
    published = try text(.published).map { try day($0, "published") }
    headline = try text(.headline)
    body = try fields.decode(String.self, forKey: .body)
    byline = try texts(.byline)
    isMarkup = false
    around = [(.keyPoint, try texts(.keyPoints)), (.standfirst, try texts(.standfirst))].filter {
      !$0.1.isEmpty
    }
    slug = try text(.slug)
    desk = try text(.desk)
    matters = try texts(.matters)
    tags = try texts(.tags)
    wire = try text(.wire)
    embargo = nil
  }
}

extension ArchiveRow {
  /// Refuses what is not meant to be read by anybody yet, or is no text.
  fileprivate init(_ item: NinjsItem) throws {
    if let type = item.type, type != "text" {
      throw Refusal(.unreadable, "ninjs", "It is of type “\(type)”, not a text.")
    }
    if let status = item.pubStatus, status != "usable" {
      throw Refusal(.unreadable, "ninjs", "Its pubStatus is “\(status)”: it is not published.")
    }
    guard let main = NinjsItem.main(of: item.bodies) else {
      throw Refusal(.unreadable, "ninjs", "It has neither bodies nor body_text.")
    }
    func names(_ all: [NinjsItem.Named], _ rel: String) -> [String] {
      all.filter { $0.rel == rel }.compactMap(\.name)
    }
    id = item.uri
    published = try (item.versionCreated ?? item.firstCreated).map { try day($0, "versionCreated") }
    headline = NinjsItem.main(of: item.headlines)?.value
    body = main.value
    isMarkup = main.contentType ?? MediaType.text != MediaType.text
    let authors = names(item.people, "author")
    byline = authors.isEmpty ? [item.by].compactMap(\.self) : authors
    around = Form.allCases.filter { $0 != .headline }.compactMap { form in
      let words = item.descriptions.filter { $0.role == form.rawValue }.map(\.value)
      return words.isEmpty ? nil : (form, words)
    }
    slug = item.altIds.first { $0.role == "slug" }?.value
    desk = nil
    matters = names(item.subjects, "matter")
    tags = names(item.subjects, "tag")
    wire = names(item.infoSources, "agency").first
    embargo = try item.embargoedUntil.flatMap { written in
      let day = try day(written, "embargoedUntil")
      return WrittenInstant(written) ?? WrittenInstant("\(day)T00:00")
    }
    for text in [body, headline, slug, wire].compactMap(\.self) + byline + matters + tags
      + around.flatMap(\.words)
    where text.utf8.contains(0) {
      throw Refusal(.unreadable, "ninjs", "It has a NUL in it.")
    }
  }
}

/// The day that an ISO 8601 date or time begins with.
private func day(_ written: String, _ field: String) throws -> CivilDate {
  let end = written.utf8.dropFirst(10).first
  guard let day = CivilDate(String(written.prefix(10))),
    end == nil || end == UInt8(ascii: "T") || end == UInt8(ascii: " ")
  else {
    throw Refusal(.unreadable, "row", "“\(written)” is no day; write \(field) as 2024-07-13.")
  }
  return day
}
