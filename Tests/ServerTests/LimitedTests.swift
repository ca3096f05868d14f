import Client
import Editorial
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Logging
import NIOHTTP1
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@testable import Server

/// A limited draft and one that is not there are the same to whoever may not read it.
@Suite("Limited drafts are not there")
struct LimitedTests {
  /// Every route that is read, with the requests that are made of it. `SLUG` is the limited draft's.
  private static let reading: [String: [String]] = [
    "/v1/me": [""],
    "/v1/drafts": ["", "?limit=1", "?desk=main", "?state=in-review", "?state=ready", "?state=scheduled"],
    "/v1/drafts/{slug}": ["SLUG", "SLUG?all=true", "before?all=true", "after?all=true"],
    "/v1/drafts/{slug}/revisions/{number}/text": ["SLUG 1", "SLUG 2", "after 1"],
    "/v1/drafts/{slug}/revisions/{number}/original": ["SLUG 1", "SLUG 2", "after 1"],
    "/v1/drafts/{slug}/diff": ["SLUG", "SLUG?from=1&to=1", "SLUG?since=my-sign-off"],
    "/v1/drafts/{slug}/log": ["SLUG", "before", "after"],
    "/v1/drafts/{slug}/placements": ["SLUG", "before"],
    "/v1/drafts/{slug}/invitations": ["SLUG", "after"],
    "/v1/drafts/{slug}/evidence/{digest}": ["SLUG DIGEST", "after DIGEST"],
    "/v1/drafts/{slug}/comparisons/{other}": ["SLUG before", "before SLUG", "after before"],
    "/v1/claims": ["", "?status=all&all=true", "?draft=SLUG", "?status=due"],
    "/v1/follow-ups": ["", "?status=all", "?status=closed"],
    "/v1/contradictions": [
      "", "?status=all&all=true", "?draft=SLUG", "?kind=archive&status=all&all=true", "?turn=flo", "?turn=me",
      "?matter=pier", "?limit=1",
    ],
    "/v1/corrections": ["", "?draft=SLUG"],
    "/v1/rules": ["", "?desk=main"],
    "/v1/rules/{rule}/trial": ["outcome.conviction", "appeal.planned?last=5"],
    "/v1/watches": ["", "?about=SLUG", "?about=SLUG/C1", "?about=SLUG/K1", "?about=pier", "?about=C1"],
    "/v1/matters": ["", "?kind=release"],
    "/v1/matters/{slug}": ["pier", "other", "reed", "SLUG"],
    "/v1/proposals": ["", "?draft=SLUG", "?draft=after"],
    "/v1/queue": [""],
  ]
  /// Routes that are the same for everybody, or for whoever has the token of an invitation.
  private static let forAnybody: Set<String> = [
    "/livez", "/readyz", "/v1/invitations/{token}", "/invitations/{token}",
  ]

  /// Every writing route that names a draft, a claim, a contradiction or a question, with a body that it reads.
  private static let writing: [(route: String, path: String, body: String)] =
    Route.all.filter { !["/v1/watches", "/v1/matters"].contains($0.path) }.map { route in
      (route: route.path, path: route.path, body: route.valid)
    } + [
      ("", "/v1/drafts/harbour/revisions", "The pier is shut."),
      ("", "/v1/drafts/harbour/evidence?filename=a.txt", "proof"),
      ("", "/v1/drafts/harbour/comments", #"{"keyPoint":"K1","words":"so?"}"#),
      ("", "/v1/drafts/harbour/waivers", #"{"sentence":"x","reason":"r"}"#),
      ("", "/v1/drafts/harbour/override-reviews", #"{"upheld":true,"note":"n"}"#),
      ("", "/v1/drafts/harbour/agreements", "{}"),
      ("", "/v1/drafts/harbour/replies", #"{"person":"Jonas Reed","whyNot":"r"}"#),
      ("", "/v1/drafts/harbour/plans", #"{"at":"9000-01-01T00:01"}"#),
      ("", "/v1/drafts/harbour/unplan", "{}"),
      ("", "/v1/drafts/harbour/erasure-approvals", #"{"order":"o"}"#),
      ("", "/v1/drafts/harbour/limits", #"{"open":true,"reason":"r"}"#),
      (
        "", "/v1/drafts/after/contradictions",
        #"{"quote":"Anna Berg spoke.","against":"Two crates were lost.","againstDraft":"harbour"}"#
      ),
      ("", "/v1/contradictions/after:X1/settlement", #"{"outcome":"superseded","by":"harbour"}"#),
      ("", "/v1/matters/pier/links", #"{"places":["harbour/C1"]}"#),
      ("", "/v1/matters/pier/unlinks", #"{"places":["harbour/C2"]}"#),
      ("", "/v1/matters/harbour/moves", #"{"to":"open","since":"2026","source":"s"}"#),
      ("", "/v1/watches", #"{"about":"harbour/C1","url":"https://court.example/9"}"#),
      ("", "/v1/drafts/before/placements", #"{"kind":"translation","draft":"harbour"}"#),
      ("", "/v1/claims/C3/dismissal", #"{"reason":"r"}"#),
      ("", "/v1/claims/C9/dismissal", #"{"reason":"r"}"#),
      ("", "/v1/contradictions/X2/settlement", #"{"outcome":"cut"}"#),
    ]

  /// What an outsider gets, by the request.
  private typealias Answers = [String: String]

  private func everything(in world: World, as handle: String) async throws -> Answers {
    var answers: Answers = [:]
    let digest = hexadecimal(sha256(Array("proof".utf8)))
    for (route, requests) in Self.reading {
      for request in requests {
        let filled = request.replacing("SLUG", with: world.hidden).replacing("DIGEST", with: digest)
        let reply = try await world.house.get(path(route, filled), as: handle)
        answers["\(handle) GET \(route) \(request)"] = "\(reply.status) \(normalised(reply.text))"
      }
    }
    return answers
  }

  /// A route's pattern with its parameters filled in, in their order; what is over is the query.
  private func path(_ route: String, _ request: String) -> String {
    let parts = request.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var values = parts.first.map { $0.split(separator: " ").map(String.init) } ?? []
    let path = route.split(separator: "/").map { part in
      part.hasPrefix("{") && !values.isEmpty ? values.removeFirst() : String(part)
    }
    return "/" + path.joined(separator: "/") + (parts.count > 1 ? "?\(parts[1])" : "")
  }

  private func acts(in world: World, as handle: String) async throws -> Answers {
    var answers: Answers = [:]
    for (index, one) in Self.writing.enumerated() {
      func named(_ text: String) -> String {
        text.replacing("harbour", with: world.hidden).replacing("drafts/out", with: "drafts/\(world.hidden)")
          .replacing("drafts/kept", with: "drafts/\(world.hidden)").replacing("F1", with: "F999")
          .replacing("W1", with: "W999")
      }
      let reply = try await world.house.send(
        .POST, named(one.path), body: Array(named(one.body).utf8),
        type: one.path.hasSuffix("revisions") ? "text/plain" : "application/json", as: handle)
      answers["\(handle) POST \(index) \(one.path)"] = "\(reply.status) \(normalised(reply.text))"
    }
    return answers
  }

  /// Acts of others that reach into the limited draft: their answers leave it out.
  private func actsThatReachFurther(in world: World) async throws -> Answers {
    var answers: Answers = [:]
    for (name, body) in [
      ("tried", #"{"to":"cancelled","since":"2026-11","source":"s","try":true}"#),
      ("done", #"{"to":"cancelled","since":"2026-11","source":"s"}"#),
    ] {
      let reply = try await world.house.post("/v1/matters/pier/moves", json: body, as: "eve")
      answers["eve moves, \(name)"] = "\(reply.status) \(normalised(reply.text))"
      #expect(reply.status < 300, "\(reply.text)")
    }
    for (path, json) in [
      ("/v1/matters", #"{"slug":"wharf","title":"The wharf","kind":"release"}"#),
      ("/v1/matters/pier/merge", #"{"into":"wharf"}"#),
    ] {
      let reply = try await world.house.post(path, json: json, as: "eve")
      answers["eve posts to \(path)"] = "\(reply.status) \(normalised(reply.text))"
      #expect(reply.status < 300, "\(reply.text)")
    }
    let filed = try await world.house.post(
      "/v1/drafts?slug=later", body: Array(World.open.utf8), type: "text/plain", as: "dov")
    answers["dov files"] = "\(filed.status) \(normalised(filed.text))"
    return answers
  }

  private func allAnswers(in world: World) async throws -> Answers {
    var answers: Answers = [:]
    for handle in World.outsiders {
      answers.merge(try await everything(in: world, as: handle)) { $1 }
      answers.merge(try await acts(in: world, as: handle)) { $1 }
    }
    answers.merge(try await actsThatReachFurther(in: world)) { $1 }
    for handle in World.outsiders {
      answers.merge(
        Answers(
          uniqueKeysWithValues: try await everything(in: world, as: handle).map {
            ("\($0.key), after", $0.value)
          })
      ) { $1 }
    }
    return answers
  }

  private func differences(_ one: Answers, _ other: Answers) -> [String] {
    Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
  }

  @Test("Every answer to whoever may not read it is the same, byte for byte, as where it does not exist")
  func indistinguishable() async throws {
    var (with, hidden): (Answers, String) = ([:], "")
    try await withHouse { house in
      let world = try await World(house, hidden: nil)
      hidden = world.hidden
      // It is there for its readers: else nothing would be shown by this test.
      for handle in ["ana", "flo"] {
        #expect(try await house.get("/v1/drafts/\(hidden)", as: handle).status == 200)
      }
      with = try await allAnswers(in: world)
      let moved = try await house.show(hidden).claims.first { $0.label == "C2" }
      #expect(moved?.status == .due && moved?.overtaken == true, "what reaches further was not done there")
    }
    try await withHouse { house in
      let without = try await allAnswers(in: try await World(house, hidden: hidden))
      #expect(with.count == without.count && with.count > 400)
      for key in differences(with, without) {
        Issue.record("\(key)\nwith:    \(with[key] ?? "nothing")\nwithout: \(without[key] ?? "nothing")")
      }
    }
  }

  @Test("By the numbers of its claims, contradictions, questions and watches it is no more to be found")
  func numbers() async throws {
    try await withHouse { house in
      let world = try await World(house, hidden: nil)
      let draft = try await world.house.show(world.hidden)
      let (claim, contradiction) = (
        try #require(draft.claims.first), try #require(draft.contradictions.first)
      )
      let question = try #require(
        try await house.api("ana").followUps().value.followUps.first {
          $0.claims.contains { $0.draft == world.hidden }
        })
      let watch = try #require(claim.watches.first)
      for handle in World.outsiders {
        for (there, nowhere, path, body) in [
          ("\(claim.id)", "999999", "claims/%/dismissal", #"{"reason":"r"}"#),
          ("\(claim.id)", "999999", "claims/%/anchor", #"{"date":"2024-08-01","what":"w","source":"s"}"#),
          ("\(contradiction.id)", "999999", "contradictions/%/confirmation", ""),
          ("\(contradiction.id)", "999999", "contradictions/%/settlement", #"{"outcome":"cut"}"#),
          (question.label, "F999999", "follow-ups/%/closure", #"{"outcome":"wrong","note":"n"}"#),
          (question.label, "F999999", "follow-ups/%/assignment", #"{"to":"ben"}"#),
          (watch.label, "W999999", "watches/%/stop", ""), (watch.label, "W999999", "watches/%/seen", ""),
        ] {
          func answer(_ name: String) async throws -> String {
            let reply = try await world.house.post(
              "/v1/" + path.replacing("%", with: name), json: body, as: handle)
            return
              "\(reply.status) \(normalised(reply.text.replacing(try Regex("\\b\(name)\\b"), with: "N")))"
          }
          let told = try await answer(there)
          #expect(try await answer(nowhere) == told && told.hasPrefix("404"), "\(path): \(told)")
        }
      }
    }
  }

  @Test("Were everybody let in, the comparison would find it: negative control")
  func control() async throws {
    try await withHouse { house in
      let world = try await World(house, hidden: nil)
      let before = try await everything(in: world, as: "eve")
      try await house.tamper(
        "create or replace function may_read(draft bigint) returns boolean language sql stable as 'select true'"
      )
      let after = try await everything(in: world, as: "eve")
      let found = Set(
        differences(before, after).compactMap { $0.split(separator: " ").dropFirst(2).first.map(String.init) }
      )
      let expected = Set(Self.reading.keys).subtracting([
        // Nothing of a draft that is not published is told there, and what rules found in limited ones counts for nobody.
        "/v1/me", "/v1/corrections", "/v1/rules", "/v1/rules/{rule}/trial", "/v1/queue", "/v1/matters",
        "/v1/proposals",
      ])
      #expect(expected.subtracting(found) == [])
    }
  }

  @Test("Every route that the service has is asked in this test")
  func complete() async throws {
    try await withHouse { house in
      let service = Server.Service(
        newsroom: house.newsroom, logger: Logger(label: "test"), whyNotReady: { nil })
      let routes = service.router().routes
      let read = Set(routes.filter { $0.method == .get }.map { "\($0.path)" })
      #expect(read == Set(Self.reading.keys).union(Self.forAnybody))
      let written = routes.filter { $0.method == .post }.map { "\($0.path)" }
        .filter { $0.contains("{slug}") || $0.contains("{ref}") || $0.contains("{label}") }
      for route in written where !["/v1/watches/{label}/stop", "/v1/watches/{label}/seen"].contains(route) {
        #expect(Self.writing.contains { matches(route, $0.path) }, "\(route) is not tried")
      }
    }
  }

  private func matches(_ route: String, _ path: String) -> Bool {
    let (one, other) = (route.split(separator: "/"), path.prefix { $0 != "?" }.split(separator: "/"))
    return one.count == other.count && zip(one, other).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
  }
}
