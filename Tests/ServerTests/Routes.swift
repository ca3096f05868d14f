import Client
import Editorial
import Testing
import Wire

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
      path: "/v1/drafts/harbour/invitations",
      fields: [
        Field(name: "keyPoints", kind: .texts, valid: #"["K2"]"#),
        Field(name: "read", kind: .word, valid: #""fact""#),
        Field(name: "name", kind: .text, valid: #""Ada Lund""#),
        Field(name: "until", kind: .text, valid: "\"\(inAWeek)\""),
        Field(name: "note", kind: .text, valid: #""is it so?""#, isRequired: false),
      ]),
    Route(path: "/v1/drafts/harbour/invitations/I1/withdrawal", fields: []),
    Route(
      path: "/v1/drafts/harbour/assignments",
      fields: [
        Field(name: "read", kind: .word, valid: #""fact""#),
        Field(name: "to", kind: .text, valid: #""ben""#, isRequired: false),
      ]),
    Route(
      path: "/v1/follow-ups/F1/assignment",
      fields: [Field(name: "to", kind: .text, valid: #""ben""#, isRequired: false)]),
    Route(
      path: "/v1/drafts/harbour/publications",
      fields: [
        Field(name: "on", kind: .text, valid: #""2024-08-01""#, isRequired: false),
        Field(name: "override", kind: .flag, valid: "true", isRequired: false),
        Field(name: "reason", kind: .text, valid: #""r""#, isRequired: false),
        Field(name: "revision", kind: .number, valid: "1", isRequired: false),
      ]),
    Route(
      path: "/v1/drafts/harbour/embargoes",
      fields: [
        Field(name: "until", kind: .text, valid: #""9000-01-01T00:01""#, isRequired: false),
        Field(name: "lift", kind: .flag, valid: "", isRequired: false),
        Field(name: "reason", kind: .text, valid: #""r""#, isRequired: false),
      ]),
    Route(
      path: "/v1/drafts/harbour/limits",
      fields: [
        Field(name: "to", kind: .texts, valid: #"["dov"]"#, isRequired: false),
        Field(name: "open", kind: .flag, valid: "", isRequired: false),
        Field(name: "reason", kind: .text, valid: #""r""#),
      ]),
    Route(
      path: "/v1/drafts/kept/collisions/Y1/settlement",
      fields: [
        Field(name: "outcome", kind: .word, valid: #""kept""#),
        Field(name: "reason", kind: .text, valid: #""r""#),
      ]),
    Route(path: "/v1/drafts/harbour/spike", fields: [Field(name: "reason", kind: .text, valid: #""r""#)]),
    Route(path: "/v1/drafts/out/kill", fields: [Field(name: "reason", kind: .text, valid: #""r""#)]),
    Route(
      path: "/v1/drafts/out/placements",
      fields: [
        Field(name: "kind", kind: .word, valid: #""newsletter""#),
        Field(name: "name", kind: .text, valid: #""morning mail""#, isRequired: false),
        Field(name: "url", kind: .text, valid: #""https://mail.example/1""#, isRequired: false),
        Field(name: "owner", kind: .text, valid: #""ben""#, isRequired: false),
        Field(name: "sent", kind: .text, valid: #""2024-07-13T14:02""#, isRequired: false),
        Field(name: "revision", kind: .number, valid: "1", isRequired: false),
        Field(name: "draft", kind: .text, valid: "", isRequired: false),
      ]),
    Route(
      path: "/v1/drafts/out/placements/P2/owner",
      fields: [Field(name: "owner", kind: .text, valid: #""ben""#)]),
    Route(
      path: "/v1/drafts/out/corrections",
      fields: [
        Field(name: "kind", kind: .word, valid: #""clarification""#),
        Field(name: "keyPoints", kind: .texts, valid: #"["K1"]"#, isRequired: false),
        Field(name: "note", kind: .text, valid: #""n""#),
      ]),
    Route(
      path: "/v1/drafts/out/corrections/E1/drop",
      fields: [Field(name: "reason", kind: .text, valid: #""r""#)]),
    Route(
      path: "/v1/drafts/out/corrections/E1/done",
      fields: [
        Field(name: "placement", kind: .text, valid: #""P2""#),
        Field(name: "note", kind: .text, valid: #""n""#, isRequired: false),
      ]),
    Route(
      path: "/v1/drafts/out/corrections/E2/done/P3/removal",
      fields: [Field(name: "reason", kind: .text, valid: #""r""#)]),
    Route(
      path: "/v1/drafts/out/placements/P2/removal",
      fields: [Field(name: "reason", kind: .text, valid: #""r""#)]),
    Route(
      path: "/v1/watches",
      fields: [
        Field(name: "about", kind: .text, valid: #""harbour:C1""#),
        Field(name: "url", kind: .text, valid: #""https://court.example/1""#),
        Field(name: "everyMinutes", kind: .number, valid: "60", isRequired: false),
        Field(name: "beforePublication", kind: .flag, valid: "true", isRequired: false),
      ]),
    Route(path: "/v1/watches/W1/seen", fields: []),
    Route(path: "/v1/watches/W1/stop", fields: []),
    Route(
      path: "/v1/matters",
      fields: [
        Field(name: "slug", kind: .text, valid: #""m""#), Field(name: "title", kind: .text, valid: #""t""#),
        Field(name: "kind", kind: .text, valid: #""appeal""#),
        Field(name: "status", kind: .text, valid: #""filed""#, isRequired: false),
        Field(name: "since", kind: .text, valid: #""2024""#, isRequired: false),
        Field(name: "source", kind: .text, valid: #""s""#, isRequired: false),
        Field(name: "court", kind: .text, valid: #""us-nm""#, isRequired: false),
        Field(name: "parties", kind: .texts, valid: #"["Ann Roe"]"#, isRequired: false),
      ]),
    Route(
      path: "/v1/matters/pier/moves",
      fields: [
        Field(name: "to", kind: .text, valid: #""announced""#),
        Field(name: "since", kind: .text, valid: #""2031""#),
        Field(name: "source", kind: .text, valid: #""s""#),
        Field(name: "party", kind: .text, valid: "", isRequired: false),
        Field(name: "count", kind: .text, valid: "", isRequired: false),
        Field(name: "force", kind: .text, valid: "", isRequired: false),
        Field(name: "try", kind: .flag, valid: "false", isRequired: false),
      ]),
    Route(
      path: "/v1/matters/pier/links",
      fields: [
        Field(name: "places", kind: .texts, valid: #"["harbour:K1"]"#),
        Field(name: "says", kind: .text, valid: #""announced""#, isRequired: false),
        Field(name: "party", kind: .text, valid: "", isRequired: false),
      ]),
    Route(
      path: "/v1/matters/pier/unlinks",
      fields: [Field(name: "places", kind: .texts, valid: #"["harbour:K3"]"#)]),
    Route(
      path: "/v1/matters/quay/merge", fields: [Field(name: "into", kind: .text, valid: #""pier""#)]),
    Route(
      path: "/v1/matters/pier/relations",
      fields: [
        Field(name: "relation", kind: .text, valid: #""part-of""#),
        Field(name: "matter", kind: .text, valid: #""other""#),
      ]),
    Route(
      path: "/v1/drafts/harbour/proposals/smith",
      fields: [Field(name: "about", kind: .flag, valid: "true")]),
  ]
}

extension House {
  /// A house in which every route of `Route.all` has something to act on.
  func prepareForEverything() async throws {
    let harbour = story {
      $0.body += " The fire began on Monday, July 12, 2024, at noon. A pier is scheduled to open in 2030."
      $0.contradictions = ["The headline says two, the body says three."]
    }
    for (slug, kind) in [("pier", "release"), ("quay", "release"), ("other", "release")] {
      _ = try await api("ana").addMatter(.init(slug: slug, title: slug, kind: kind, status: nil), key: slug)
    }
    _ = try await api("ana").addMatter(
      .init(
        slug: "smith", title: "R v Storage", kind: "prosecution", status: nil, parties: ["Quay Storage"]),
      key: "smith")
    try await file(harbour)
    _ = try await api("ana").linkMatter("pier", .init(places: ["harbour:K3"], says: "announced"), key: "k")
    try await sign(["K3"], by: "dov")
    _ = try await night("2026-11-22")
    try await invite("Bo Ek")
    try await file(story(), .init(slug: "out"))
    try await publish("out", override: true, reason: "it is out")
    try await place(.partner, of: "out", name: "AFP")
    try await place(.partner, of: "out", name: "DPA")
    try await correct(["K2"], of: "out")
    try await correct(["K3"], of: "out")
    try await placed("E2", at: "P3", of: "out")
    _ = try await api("ana").watch(
      WatchRequest(about: "out/C1", url: "https://court.example/", everyMinutes: nil, beforePublication: nil),
      key: "watch")
    let grew = "Norland grew by 4.1 percent in 2025, said Jonas Reed of Statnor."
    try await file(story { $0.body = grew }, as: "dov", .init(slug: "kept"))
    _ = try await api("dov").limit(
      "kept", LimitRequest(to: ["dov"], open: nil, reason: "not for all"), key: "limit")
    try await file(story { $0.body = grew.replacing("4.1", with: "3.9") }, .init(slug: "beside"))
  }
}
