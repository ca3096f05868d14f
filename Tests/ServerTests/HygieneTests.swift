import Client
import Editorial
import NIOHTTP1
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("What the service answers to anybody")
struct HygieneTests {
  @Test("Without a token that is known and valid now there is one answer, whatever is wrong with it")
  func tokens() async throws {
    try await withHouse { house in
      try await house.file(story())
      let good = try #require(house.tokens["ana"])
      let expired = try await house.newsroom.createToken(for: "ana", days: -1, by: .operator(user: "test"))
      let revoked = try await house.newsroom.createToken(for: "flo", days: 30, by: .operator(user: "test"))
      _ = try await house.newsroom.revokeTokens(of: "flo", by: .operator(user: "test"))
      try await house.newsroom.removeMember("sam", by: .operator(user: "test"))
      let left = try #require(house.tokens["sam"])
      let before = try await house.rows()
      var details: Set<String> = []
      for header in [
        nil, "", "Bearer", "Bearer ", "Basic \(good)", good, "Bearer \(good)x", "Bearer \(good.dropLast())",
        "Bearer \(good.dropLast())é", "Bearer \(good.uppercased())", "Bearer\t\(good)",
        "Bearer \(good) \(good)",
        "Bearer \(Token.random().text)", "Bearer \(expired)", "Bearer \(revoked)", "Bearer \(left)",
        "Bearer ' or 1=1 --", "Bearer \(String(repeating: "a", count: 10_000))",
      ] {
        for path in ["/v1/me", "/v1/drafts/harbour", "/v1/drafts/nowhere"] {
          let reply = try await house.send(.GET, path, as: nil, authorization: header)
          #expect(reply.problem?.status == 401, "\(header ?? "none"): \(reply.status)")
          #expect(reply.problem?.type == "/problems/no-token")
          #expect(reply.header("WWW-Authenticate") == "Bearer")
          details.insert(reply.problem?.detail ?? "")
        }
        let write = try await house.send(
          .POST, "/v1/drafts?slug=new", body: story().bytes, type: "text/plain", as: nil,
          authorization: header)
        #expect(write.problem?.status == 401)
      }
      #expect(details.count == 1)
      #expect(try await house.rows() == before)
      let lower = try await house.send(.GET, "/v1/me", as: nil, authorization: "bearer \(good)")
      #expect(try lower.value(MeAnswer.self).member == "ana")
      let lasting = try await house.newsroom.createToken(for: "ana", days: 1, by: .operator(user: "test"))
      let fresh = try await house.send(.GET, "/v1/me", as: nil, authorization: "Bearer \(lasting)")
      #expect(fresh.status == 200)
      for path in ["/livez", "/readyz"] {
        #expect(try await house.send(.GET, path, as: nil).status == 200)
      }
    }
  }

  @Test("Every address that is none gets a problem document, and nothing is done")
  func routes() async throws {
    try await withHouse { house in
      try await house.file(story())
      let before = try await house.rows()
      for (path, status) in [
        ("/", 404), ("/v1", 404), ("/v1/", 404), ("/v1/nope", 404), ("/v2/drafts", 404),
        ("/v1/drafts/nowhere", 404),
        ("/v1/drafts/harbour/nope", 404), ("/v1/drafts/harbour/revisions", 404),
        ("/v1/drafts/harbour/revisions/1", 404), ("/v1/drafts/harbour/revisions/2/text", 404),
        ("/v1/drafts/harbour/revisions/0/text", 400), ("/v1/drafts/harbour/revisions/x/text", 400),
        ("/v1/drafts/harbour/revisions/-1/original", 400),
        ("/v1/drafts/harbour/revisions/2147483648/text", 400),
        ("/v1/drafts/harbour/revisions/99999999999999999999/text", 400),
        ("/v1/drafts/nowhere/revisions/1/text", 404),
        ("/v1/drafts/%00", 404), ("/v1/drafts/harbour%00", 404), ("/v1/drafts/%FF", 404),
        ("/v1/drafts/%zz", 404),
        ("/v1/drafts/HARBOUR", 404), ("/v1/drafts/..%2F..%2Fetc%2Fpasswd", 404), ("/v1/drafts/%2e%2e", 404),
        ("/v1/drafts/harbour%2Frevisions", 404), ("/v1/drafts/'%20or%20''='", 404),
        ("/v1/drafts/%F0%9F%94%A5", 404),
        ("/v1/drafts/\(String(repeating: "a", count: 5_000))", 404), ("/v1/drafts/harbour/log%20", 404),
        ("/v1/drafts/%F0%9F%94%A5/log", 404), ("/v1/drafts?desk=%00", 422),
        ("/v1/claims?draft=harbour%00", 422),
        ("/v1/follow-ups?status=odd", 400),
      ] {
        let reply = try await house.get(path)
        #expect(
          reply.problem?.status == status, "\(path.prefix(60)): \(reply.status) \(reply.text.prefix(200))")
        #expect(reply.problem?.detail.contains("\n") == false)
      }
      for (method, path) in [
        (HTTPMethod.DELETE, "/v1/drafts/harbour"), (.PUT, "/v1/drafts/harbour"), (.PATCH, "/v1/drafts"),
        (.POST, "/v1/me"), (.POST, "/v1/drafts/harbour"), (.GET, "/v1/drafts/harbour/spike"),
        (.POST, "/v1/follow-ups"), (.TRACE, "/v1/drafts"), (.POST, "/livez"),
      ] {
        let reply = try await house.send(method, path)
        #expect(
          [404, 405].contains(reply.problem?.status ?? 0), "\(method) \(path): \(reply.status) \(reply.text)")
      }
      #expect(try await house.rows() == before)
    }
  }

  @Test(
    "No body that is not what its route reads gets through, or brings the service down", arguments: Route.all)
  func bodies(route: Route) async throws {
    try await withHouse { house in
      try await house.prepareForEverything()
      let before = try await house.rows()
      for (name, bytes) in route.garbage {
        let reply = try await house.post(route.path, body: bytes, type: "application/json", as: "dov")
        let problem = try #require(reply.problem, "\(name): \(reply.status) \(reply.text.prefix(200))")
        #expect((400..<500).contains(problem.status), "\(name): \(problem.status)")
        #expect(problem.exitCode == 65 || problem.exitCode == 64, "\(name)")
        #expect(
          !problem.detail.contains("\n") && problem.detail.utf8.count < 600, "\(name): \(problem.detail)")
        // What is said names no type of the program's own language.
        for word in ["Swift", "Decod", "Optional(", "Array<", "Int64", "Dictionary"] {
          #expect(!problem.detail.contains(word), "\(name): \(problem.detail)")
        }
      }
      #expect(try await house.rows() == before)
      // The negative control: the same request without garbage goes through.
      let reply = try await house.post(route.path, json: route.valid, as: "dov")
      #expect((200..<300).contains(reply.status), "\(reply.text)")
    }
  }

  @Test("Very long words in a field are taken or refused, and never a fault", arguments: Route.all)
  func longWords(route: Route) async throws {
    try await withHouse { house in
      try await house.prepareForEverything()
      for field in route.fields where field.kind == .text || field.kind == .texts {
        let long = "\"" + String(repeating: "é\\n", count: 200_000) + "\""
        let body = route.body(with: field.name, as: field.kind == .texts ? "[\(long)]" : long)
        let reply = try await house.post(route.path, json: body, as: "dov")
        #expect(reply.status < 500, "\(field.name): \(reply.status)")
        #expect(reply.status < 300 || reply.problem != nil)
      }
      let over = #"{"reason":""# + String(repeating: "a", count: 2_000_000) + #""}"#
      let reply = try await house.post(route.path, json: over, as: "dov")
      #expect(reply.problem?.status == 413)
    }
  }

  @Test("What may be absent stands in the answer as null")
  func nulls() async throws {
    try await withHouse { house in
      try await house.file(story())
      let shown = try await house.get("/v1/drafts/harbour").text
      for field in ["live", "headline", "ended", "expected", "anchor", "matter"] {
        #expect(shown.contains("\"\(field)\":null"), "\(field)")
      }
      #expect(try await house.get("/v1/drafts").text.contains(#""next":null"#))
      try await house.file(
        story { $0.contradictions = ["The headline says two, the body says three."] }, draft: "harbour")
      #expect(try await house.get("/v1/contradictions").text.contains(#""outcome":null"#))
      _ = try await house.night("2026-11-22")
      let asked = try await house.get("/v1/follow-ups").text
      for field in ["outcome", "closedBy", "next", "source"] { #expect(asked.contains("\"\(field)\":null")) }
    }
  }
}
