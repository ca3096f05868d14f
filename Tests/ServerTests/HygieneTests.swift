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

/// A writing route that reads JSON, with what it reads.
struct Route: Sendable, CustomTestStringConvertible {
  enum Kind { case text, number, flag, texts, word }
  struct Field: Sendable {
    let name: String
    let kind: Kind
    let valid: String
    var isRequired = true
  }

  let path: String
  let fields: [Field]
  var testDescription: String { path }

  var valid: String {
    "{" + fields.filter { $0.valid != "" }.map { "\"\($0.name)\":\($0.valid)" }.joined(separator: ",") + "}"
  }

  func body(with name: String, as value: String) -> String {
    let rest = fields.filter { $0.name != name && $0.valid != "" }.map { "\"\($0.name)\":\($0.valid)" }
    return "{" + (rest + ["\"\(name)\":\(value)"]).joined(separator: ",") + "}"
  }

  var garbage: [(name: String, bytes: [UInt8])] {
    let inner = valid.dropFirst().dropLast()
    var bodies = [
      "null", "[]", "[{}]", "\"x\"", "1", "true", "{", "}", "yes", "{'a':1}", "[\(valid)]", "\(valid) x",
      "\(valid){}",
      "{\"nobody-reads-this\":1}", "{\(inner)\(inner.isEmpty ? "" : ",")\"nobody-reads-this\":1}",
      "{\(inner)\(inner.isEmpty ? "" : ",")\"\\u0000\":1}", String(repeating: "[", count: 100_000),
      String(repeating: "{\"a\":", count: 100_000), "{\"a\":" + String(repeating: "[", count: 600) + "]}",
      "{\"a\":1e999}", "NaN", "{\"\\ud800\":1}", "<a/>",
    ]
    if fields.contains(where: \.isRequired) { bodies += ["{}", ""] }
    for field in fields {
      let wrong: [String] =
        switch field.kind {
        case .text:
          ["1", "true", "{}", "[]", "[\"a\"]", "1e999", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\""]
        case .word: ["1", "true", "{}", "[]", "\"\"", "\"odd\"", "\"\\u0000\"", "\"\\ud800\"", "1e999"]
        case .number: ["\"1\"", "1.5", "1e999", "-1e999", "true", "{}", "9223372036854775808", "\"\"", "0x1"]
        case .flag: ["1", "0", "\"true\"", "{}", "[]", "1e999"]
        case .texts:
          ["\"K1\"", "{}", "[1]", "[null]", "[[\"K1\"]]", "[\"a\\u0000\"]", "[\"\\ud800\"]", "[1e999]"]
        }
      bodies += (wrong + (field.isRequired ? ["null"] : [])).map { body(with: field.name, as: $0) }
    }
    let raw: [(String, [UInt8])] = [
      ("bytes that are no UTF-8", [0x7B, 0xFF, 0xFE, 0x7D]), ("a NUL", Array(valid.utf8) + [0]),
      ("UTF-16", [0xFF, 0xFE] + valid.utf8.flatMap { [$0, 0] }),
      ("UTF-16 without a mark", valid.utf8.flatMap { [$0, 0] }),
      ("no UTF-8 in a string", Array("{\"reason\":\"".utf8) + [0xC3, 0x28] + Array("\"}".utf8)),
    ]
    return bodies.map { ($0.utf8.count > 200 ? String($0.prefix(40)) : $0, Array($0.utf8)) } + raw
  }

  static let all: [Route] = [
    Route(
      path: "/v1/drafts/harbour/sign-offs",
      fields: [
        Field(name: "keyPoints", kind: .texts, valid: #"["K1"]"#),
        Field(name: "all", kind: .flag, valid: "", isRequired: false),
        Field(name: "read", kind: .word, valid: #""fact""#),
        Field(name: "verdict", kind: .word, valid: #""approve""#),
        Field(name: "basis", kind: .word, valid: #""wire""#, isRequired: false),
        Field(name: "comment", kind: .text, valid: #""seen""#, isRequired: false),
        Field(name: "reason", kind: .text, valid: "", isRequired: false),
        Field(name: "evidence", kind: .texts, valid: "[]", isRequired: false),
        Field(name: "revision", kind: .number, valid: "1"),
      ]),
    Route(
      path: "/v1/drafts/harbour/withdrawals",
      fields: [
        Field(name: "keyPoints", kind: .texts, valid: #"["K3"]"#),
        Field(name: "reason", kind: .text, valid: #""no""#),
        Field(name: "read", kind: .word, valid: #""fact""#, isRequired: false),
      ]),
    Route(
      path: "/v1/drafts/harbour/contradictions",
      fields: [
        Field(name: "quote", kind: .text, valid: #""Nobody was hurt""#),
        Field(name: "against", kind: .text, valid: #""two warehouses""#),
        Field(name: "againstDraft", kind: .text, valid: "", isRequired: false),
        Field(name: "kind", kind: .word, valid: #""internal""#, isRequired: false),
        Field(name: "note", kind: .text, valid: #""n""#, isRequired: false),
      ]),
    Route(path: "/v1/contradictions/harbour:X2/confirmation", fields: []),
    Route(
      path: "/v1/contradictions/harbour:X1/settlement",
      fields: [
        Field(name: "outcome", kind: .word, valid: #""cut""#),
        Field(name: "note", kind: .text, valid: #""n""#, isRequired: false),
        Field(name: "by", kind: .text, valid: "", isRequired: false),
        Field(name: "in", kind: .text, valid: "", isRequired: false),
      ]),
    Route(
      path: "/v1/drafts/harbour/claims",
      fields: [
        Field(name: "quote", kind: .text, valid: #""Nobody was hurt""#),
        Field(name: "kind", kind: .word, valid: #""role""#),
        Field(name: "expected", kind: .text, valid: #""2030""#, isRequired: false),
        Field(name: "matter", kind: .text, valid: "", isRequired: false),
      ]),
    Route(
      path: "/v1/claims/harbour:C2/dismissal", fields: [Field(name: "reason", kind: .text, valid: #""r""#)]),
    Route(
      path: "/v1/claims/harbour:C1/anchor",
      fields: [
        Field(name: "date", kind: .text, valid: #""2024-08-01""#),
        Field(name: "what", kind: .text, valid: #""w""#),
        Field(name: "source", kind: .text, valid: #""s""#),
      ]),
    Route(
      path: "/v1/follow-ups/F1/closure",
      fields: [
        Field(name: "outcome", kind: .word, valid: #""wrong""#),
        Field(name: "source", kind: .text, valid: #""s""#, isRequired: false),
        Field(name: "asOf", kind: .text, valid: #""2024-09-01""#, isRequired: false),
        Field(name: "next", kind: .text, valid: "", isRequired: false),
        Field(name: "note", kind: .text, valid: #""n""#, isRequired: false),
        Field(name: "revision", kind: .number, valid: "", isRequired: false),
      ]),
    Route(
      path: "/v1/drafts/harbour/publications",
      fields: [
        Field(name: "on", kind: .text, valid: #""2024-08-01""#, isRequired: false),
        Field(name: "override", kind: .flag, valid: "true", isRequired: false),
        Field(name: "reason", kind: .text, valid: #""r""#, isRequired: false),
        Field(name: "revision", kind: .number, valid: "1", isRequired: false),
      ]),
    Route(path: "/v1/drafts/harbour/spike", fields: [Field(name: "reason", kind: .text, valid: #""r""#)]),
    Route(path: "/v1/drafts/out/kill", fields: [Field(name: "reason", kind: .text, valid: #""r""#)]),
    Route(
      path: "/v1/matters",
      fields: [
        Field(name: "slug", kind: .text, valid: #""m""#), Field(name: "title", kind: .text, valid: #""t""#),
        Field(name: "kind", kind: .text, valid: #""k""#),
        Field(name: "status", kind: .text, valid: #""s""#, isRequired: false),
      ]),
  ]
}

extension House {
  /// A house in which every route of `Route.all` has something to act on.
  func prepareForEverything() async throws {
    let harbour = story {
      $0.body += " The fire began on Monday, July 12, 2024, at noon. A pier is scheduled to open in 2030."
      $0.contradictions = ["The headline says two, the body says three."]
    }
    try await file(harbour)
    try await sign(["K3"], by: "dov")
    _ = try await night("2026-11-22")
    try await file(story(), .init(slug: "out"))
    try await publish("out", override: true, reason: "it is out")
  }
}
