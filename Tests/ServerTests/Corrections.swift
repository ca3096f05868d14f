import Client
import Editorial
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

extension House {
  @discardableResult
  func place(
    _ kind: PlacementKind, of slug: String = "harbour", by handle: String = "ana", name: String? = nil,
    url: String? = nil, owner: String? = nil, sent: String? = nil, revision: Int? = nil, draft: String? = nil
  ) async throws -> DraftAnswer {
    try await api(handle).place(
      slug,
      PlacementRequest(
        kind: kind, name: name, url: url, owner: owner, sent: sent, revision: revision, draft: draft),
      key: StetAPI.freshKey()
    ).value
  }

  @discardableResult
  func correct(
    _ labels: [String] = ["K2"], of slug: String = "harbour", by handle: String = "ana",
    as kind: CorrectionKind = .correction, note: String = "that the damage came to £3.4m"
  ) async throws -> DraftAnswer {
    try await api(handle).openCorrection(
      of: slug, CorrectionRequest(kind: kind, keyPoints: labels, note: note), key: StetAPI.freshKey()
    ).value
  }

  @discardableResult
  func placed(
    _ correction: String, at placement: String, of slug: String = "harbour", by handle: String = "ana",
    note: String? = nil
  ) async throws -> DraftAnswer {
    try await api(handle).placed(
      PlacedRequest(placement: placement, note: note), correction: correction, of: slug,
      key: StetAPI.freshKey()
    ).value
  }

  /// A story with a figure, signed and on the site.
  func publishFigure(_ figure: String = "£3.4bn", _ slug: String = "harbour") async throws {
    try await file(figureStory(figure), .init(slug: slug, published: "2024-07-13"))
    try await sign(of: slug)
    try await publish(slug)
  }

  func owedSays(_ slug: String = "harbour") async throws -> [String] {
    let corrections = try await show(slug).corrections
    return corrections.last?.owed.map { "\($0.label) \($0.says)" } ?? []
  }

  /// Acts of members on a draft, in the order of the journal.
  func acts(_ slug: String = "harbour") async throws -> [String] {
    try await api("ana").log(of: slug).value.entries.map(\.act)
  }

  func queue(_ handle: String) async throws -> [String] {
    try await api(handle).queue().value.waiting.map {
      "\($0.kind.rawValue) \($0.draft) \($0.about.joined(separator: " "))"
    }
  }

  func events() async throws -> [String] {
    try await database.read { try $0.all("select event from outbox order by id", as: String.self) }
  }
}

func figureStory(_ figure: String) -> Story {
  story {
    $0.body += " The insurer put the damage at \(figure)."
    $0.keyPoints[1] = "The damage came to \(figure)."
  }
}
