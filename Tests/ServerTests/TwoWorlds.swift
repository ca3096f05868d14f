import Client
import Editorial
import FoundationEssentials
import NIOHTTP1
import Postgres
import Store
import TestCluster
import Testing
import TextAnalysis
import Wire

/// A newsroom that goes the same way twice: once with a limited draft in it, and once without. Whoever may not read the
/// draft must not be able to tell in which of the two they are.
///
/// On desk main ana files it, flo (fact-checker and editor) may read it, and everybody else may not: dov, the desk's chief,
/// adi, its admin, ben, a fact-checker, and eve, chief of sport.
struct World: Sendable {
  let house: House
  /// Slug of the limited draft; where there is none, the one that it has in the other world.
  let hidden: String
  let isThere: Bool

  static let outsiders = ["dov", "adi", "ben", "eve"]

  static let open =
    "Captain Jonas Reed of the ferry Aurora faced the port court of Mora. The jury cleared Captain Jonas Reed of fraud "
    + "over the Aurora. Anna Berg spoke for Jonas Reed. Jonas Reed plans to appeal the fine. The pier of Mora is "
    + "scheduled to open in 2025."
  static let secret =
    "Captain Jonas Reed of the ferry Aurora faced the port court of Mora. The jury found Captain Jonas Reed guilty of "
    + "fraud over the Aurora. Anna Berg spoke for Jonas Reed. Jonas Reed plans to appeal the fine. The pier of Mora is "
    + "scheduled to open in 2025. Two crates were lost."

  private static func story(_ body: String, _ points: [String], _ contradictions: [String] = []) -> Story {
    Story(body: body, keyPoints: points, contradictions: contradictions)
  }

  /// - Parameter hidden: the slug from the other world; nil where the limited draft is filed.
  init(_ house: House, hidden known: String?) async throws {
    let test = Actor.operator(user: "test")
    try await house.newsroom.addMember("flo", name: nil, desk: "main", roles: [.editor], by: test)
    try await house.newsroom.addMember("adi", name: "Adi Roe", desk: "main", roles: [.admin], by: test)
    let token = try await house.newsroom.createToken(for: "adi", days: nil, by: test)
    let house = House(
      newsroom: house.newsroom, url: house.url, tokens: house.tokens.merging(["adi": token]) { $1 },
      faults: house.faults)
    self.house = house
    isThere = known == nil
    for slug in ["pier", "other"] { try await house.matter(slug, slug, "release") }
    try await house.matter("reed", "R v Reed", "prosecution", parties: ["Jonas Reed"])
    try await house.file(
      Self.story(Self.open, ["The court heard the captain.", "The pier opens in 2025."]), as: "ben",
      .init(slug: "before", published: "2024-07-13"))
    try await house.link("pier", "before/C2", "announced")
    try await house.sign(of: "before", by: "flo")
    if let known { hidden = known } else { hidden = try await Self.fileHidden(in: house) }
    // What comes after it must not be held against it, nor named after it.
    try await house.file(
      Self.story(Self.open, ["The captain was heard."], ["The ship says one thing; the port says another."]),
      as: "ben", .init(slug: "after", published: "2024-07-13"))
    try await house.publish("before")
    try await house.place(.partner, of: "before", by: "dov", name: "AFP")
    try await house.correct(["K1"], of: "before", by: "dov")
    _ = try await house.api("eve").setAway(.init(until: "9000-01-01", deputy: nil), key: "away")
    _ = try await house.api("flo").setAway(.init(until: "9000-01-01", deputy: "dov"), key: "away")
    _ = try await house.night("2026-11-22")
    try await house.invite("Bo Ek", to: ["K1"], of: "after")
    _ = try await house.api("dov").watch(
      WatchRequest(
        about: "after/C1", url: "https://court.example/1", everyMinutes: nil, beforePublication: true),
      key: "watch")
    if isThere { try await whatComesLater() }
  }

  /// Files the limited draft with all that a draft can have.
  private static func fileHidden(in house: House) async throws -> String {
    var filing = Client.Filing(headline: "What the jury said", published: "2024-07-13")
    filing.limitedTo = ["flo"]
    let slug = try await house.file(
      story(
        secret, ["The court heard the captain.", "The pier opens in 2025.", "Two crates sank."],
        ["The headline says two, the body says three."]), filing
    ).draft.slug
    let (ana, flo) = (try house.api("ana"), try house.api("flo"))
    try await house.link("pier", "\(slug)/C2", "announced")
    try await house.link("pier", "\(slug)/K2", "announced")
    _ = try await ana.watch(
      WatchRequest(
        about: "\(slug)/C1", url: "https://court.example/2", everyMinutes: nil, beforePublication: true),
      key: "w")
    _ = try await ana.bringEvidence(slug, name: "a.txt", content: Array("proof".utf8), key: "e")
    try await house.sign(of: slug, by: "flo")
    _ = try await flo.comment(
      slug, .init(keyPoint: "K1", words: "how so?", privileged: nil, contactDetails: nil), key: "c")
    _ = try await flo.flag(
      slug,
      .init(
        quote: "Two crates were lost.", against: "Anna Berg spoke for Jonas Reed.", againstDraft: nil,
        kind: nil,
        note: "n"), key: "f")
    for one in try await house.show(slug).contradictions where one.status == .open {
      _ = try await flo.settle(
        String(one.id), .init(outcome: .unverifiedAndSaidSo, note: "n", by: nil, inDraft: nil), key: one.label
      )
    }
    _ = try await flo.assign(slug, AssignmentRequest(read: .fact, to: "flo"), key: "as")
    try await house.invite("Ada Lund", to: ["K1"], of: slug, by: flo)
    try await house.embargo(slug, until: "\(try await house.dayAhead(3))T00:01", by: "flo")
    try await house.plan(slug, at: "\(try await house.dayAhead(5))T06:00", by: "flo")
    return slug
  }

  /// What is done to the limited draft once others are there.
  private func whatComesLater() async throws {
    _ = try await house.api("flo").invite(
      to: hidden,
      InvitationRequest(keyPoints: ["K2"], read: .fact, name: "Cy Ode", until: inAWeek, note: nil), key: "i")
    let found = try await house.show(hidden).collisions
    #expect(found.map(\.draft) == ["after"])
    let asked = try await house.api("ana").followUps().value.followUps
    #expect(asked.contains { $0.claims.contains { $0.draft == hidden } })
  }
}

extension House {
  fileprivate func link(_ matter: String, _ place: String, _ says: String) async throws {
    let who = place.hasPrefix("before") ? "dov" : "flo"
    _ = try await api(who).linkMatter(matter, .init(places: [place], says: says), key: StetAPI.freshKey())
  }
}

/// An answer without what differs between any two newsrooms: numbers that the database gives, instants, hashes.
func normalised(_ text: String) -> String {
  text.replacing(/"id":\d+/, with: "\"id\":N").replacing(/"requestId":"[^"]*"/, with: "\"requestId\":R")
    .replacing(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d+Z/, with: "T")
    .replacing(/[0-9a-f]{64}/, with: "H").replacing(/(draft|matter)\/\d+/, with: "CHAIN")
    .replacing(/"next":"\d+"/, with: "\"next\":N").replacing(/\b([FW])\d+\b/) { "\($0.output.1)N" }
}
