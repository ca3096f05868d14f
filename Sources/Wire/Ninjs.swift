import Editorial
import TextAnalysis

/// A text in ninjs 3, the JSON of the International Press Telecommunications Council
/// (https://iptc.org/std/ninjs/ninjs-schema_3.3.json). Reads the spellings of ninjs 1 and 2 as well.
///
/// What ninjs has no property for stands in `descriptions` and `subjects` under a role of our own, so that what goes out
/// comes in again as the same story.
public struct NinjsItem: Codable, Sendable {
  public struct Words: Codable, Sendable {
    public var role: String?
    public var contentType: String?
    public var value: String
    public init(_ value: String, role: String, contentType: String? = nil) {
      self.role = role
      self.contentType = contentType
      self.value = value
    }
  }

  public struct Named: Codable, Sendable {
    public var name: String?
    public var rel: String?
    public init(_ name: String, rel: String) {
      self.name = name
      self.rel = rel
    }
  }

  public struct OtherID: Codable, Sendable {
    public var role: String?
    public var value: String?
  }

  public struct Standard: Codable, Sendable {
    public var name = "ninjs"
    public var version = "3.3"
    public var schema = "https://iptc.org/std/ninjs/ninjs-schema_3.3.json"
  }

  public var standard: Standard?
  public var uri: String
  public var type: String?
  public var language: String?
  public var version: String?
  /// ISO 8601, beginning with the day.
  public var versionCreated: String?
  public var firstCreated: String?
  public var embargoedUntil: String?
  /// `usable`, `withheld` or `canceled`.
  public var pubStatus: String?
  public var by: String?
  public var headlines: [Words]
  public var bodies: [Words]
  public var descriptions: [Words]
  public var subjects: [Named]
  public var people: [Named]
  public var infoSources: [Named]
  public var altIds: [OtherID]

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case standard, uri, type, language, version, versionCreated, firstCreated, embargoedUntil, pubStatus, by,
      headlines,
      bodies, descriptions, subjects, people, infoSources, altIds
  }

  /// Any key; earlier versions spell several of them otherwise.
  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: AnyKey.self)
    func text(_ names: String...) throws -> String? {
      for name in names {
        if let text = try fields.decodeIfPresent(String.self, forKey: AnyKey(name)), !text.isEmpty {
          return text
        }
      }
      return nil
    }
    func many<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> [Value] {
      try fields.decodeIfPresent([Value].self, forKey: AnyKey(name)) ?? []
    }
    // Two of the names are kinds of objects in some versions; nothing is read from them.
    standard = nil
    uri = try fields.decode(String.self, forKey: AnyKey("uri"))
    type = try text("type")
    language = try text("language")
    version = try? text("version")
    versionCreated = try text("versionCreated", "versioncreated")
    firstCreated = try text("firstCreated", "firstcreated")
    embargoedUntil = try text("embargoedUntil", "embargoed")
    pubStatus = try text("pubStatus", "pubstatus")
    by = try text("by", "byline")
    headlines = try many(Words.self, "headlines")
    if headlines.isEmpty, let headline = try text("headline") { headlines = [Words(headline, role: "main")] }
    bodies = try many(Words.self, "bodies")
    if let plain = try text("body_text") {
      bodies.append(Words(plain, role: "main", contentType: MediaType.text))
    }
    if let rich = try text("body_xhtml", "body_html") {
      bodies.append(Words(rich, role: "main", contentType: MediaType.html))
    }
    descriptions = try many(Words.self, "descriptions")
    subjects = try many(Named.self, "subjects")
    people = try many(Named.self, "people")
    infoSources = try many(Named.self, "infoSources")
    altIds = (try? many(OtherID.self, "altIds")) ?? []
  }

  public init(_ story: OutgoingStory) {
    standard = Standard()
    uri = exportedName + story.slug
    type = "text"
    language = "en"
    version = String(story.revision)
    versionCreated = story.at
    firstCreated = story.firstAt
    pubStatus = story.published == nil ? "withheld" : "usable"
    by = story.byline.isEmpty ? nil : list(story.byline, "and")
    headlines = story.headline.map { [Words($0, role: "main", contentType: MediaType.text)] } ?? []
    bodies = [
      Words(story.paragraphs.joined(separator: "\n\n"), role: "main", contentType: MediaType.text)
    ]
    descriptions =
      story.keyPoints.map { Words($0, role: Form.keyPoint.rawValue, contentType: MediaType.text) }
      + story.around.flatMap { form, words in
        words.map { Words($0, role: form.rawValue, contentType: MediaType.text) }
      }
      + story.corrections.map {
        Words("\(inWords($0.on)): \($0.text)", role: "correction", contentType: MediaType.text)
      }
    subjects = story.matters.map { Named($0, rel: "matter") } + story.tags.map { Named($0, rel: "tag") }
    people = story.byline.map { Named($0, rel: "author") }
    infoSources = story.wire.map { [Named($0, rel: "agency")] } ?? []
    altIds = [OtherID(role: "slug", value: story.slug)]
  }

  /// The main one of several texts, plain before any other form.
  public static func main(of texts: [Words]) -> Words? {
    func rank(_ text: Words) -> Int {
      (text.contentType ?? MediaType.text == MediaType.text ? 0 : 2) + (text.role ?? "main" == "main" ? 0 : 1)
    }
    return texts.enumerated().min { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }?.element
  }
}
