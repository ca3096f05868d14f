import Editorial
import TextAnalysis

/// A published story as schema.org's NewsArticle in JSON-LD (https://schema.org/NewsArticle), for a page's head.
public struct SchemaOrgArticle: Encodable, Sendable {
  public struct Person: Encodable, Sendable {
    public let type = "Person"
    public let name: String
    private enum CodingKeys: String, CodingKey {
      case type = "@type"
      case name
    }
  }

  public struct Correction: Encodable, Sendable {
    public let type = "CorrectionComment"
    public let text: String
    public let datePublished: String
    private enum CodingKeys: String, CodingKey {
      case type = "@type"
      case text, datePublished
    }
  }

  public let context = "https://schema.org"
  public let type = "NewsArticle"
  public let identifier: String
  public let headline: String?
  public let description: String?
  /// The day on which readers first saw the story, and that on which they saw these words.
  public let datePublished: String
  public let dateModified: String
  public let author: [Person]
  public let keywords: [String]
  public let inLanguage = "en"
  public let articleBody: String
  /// Absent when there is none.
  public let correction: [Correction]?

  private enum CodingKeys: String, CodingKey {
    case context = "@context"
    case type = "@type"
    case identifier, headline, description, datePublished, dateModified, author, keywords, inLanguage,
      articleBody,
      correction
  }

  /// Refuses a story that readers have not seen.
  public init(_ story: OutgoingStory) throws {
    guard let published = story.published else {
      throw Refusal(
        .conflict, "not-published", "\(story.slug) is not published: there is no article to describe.",
        next: ["stet export \(story.slug) --as ninjs"])
    }
    identifier = story.slug
    headline = story.headline
    description = story.around.first { $0.form == .standfirst }?.words.first
    datePublished = (story.firstPublished ?? published).description
    dateModified = published.description
    author = story.byline.map { Person(name: $0) }
    keywords = story.tags
    articleBody = story.paragraphs.joined(separator: "\n\n")
    correction =
      story.corrections.isEmpty
      ? nil : story.corrections.map { Correction(text: $0.text, datePublished: $0.on.description) }
  }
}
