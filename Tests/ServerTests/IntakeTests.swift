import Client
import Editorial
import Postgres
import Testing
import TextAnalysis
import Wire

@Suite("Intake")
struct IntakeTests {
  @Test("The story as it really came in is kept byte for byte, and every offset slices to its quote")
  func asItCameIn() async throws {
    guard
      let bytes = try corpusFile(
        "stories/rust-dismissal.txt", whatIsNotChecked: "the filing of the story as it really came in")
    else { return }
    try await withHouse { house in
      let draft = try await house.file(bytes, .init(published: "2024-07-13", filename: "rust-dismissal.txt"))
        .draft
      #expect(draft.slug == "rust-dismissal")
      #expect(draft.headline == nil)

      #expect(draft.dateline == "2024-07-13")
      #expect(draft.body.sentences == 14)
      #expect(draft.body.paragraphs == 6)
      #expect(draft.body.ranTogether.map(\.offset) == [424, 804, 1038, 1377, 1668])
      #expect(draft.keyPoints.map(\.label) == ["K1", "K2", "K3", "K4"])
      #expect(
        draft.keyPoints.map { [$0.start, $0.end] } == [
          [1967, 2060], [2063, 2130], [2133, 2206], [2209, 2281],
        ])
      #expect(draft.contradictions.filter { $0.origin == .draft }.map(\.label) == ["X1", "X2"])

      let text = try await house.api("ana").text(of: "rust-dismissal", revision: 1)
      #expect(text == bytes)
      let original = try await house.get("/v1/drafts/rust-dismissal/revisions/1/original")
      #expect(original.body == bytes)
      #expect(original.header("Content-Type") == "text/plain")

      for point in draft.keyPoints { #expect(text[point.start, point.end] == point.text) }
      for passage in draft.contradictions.flatMap(\.passages) {
        #expect(text[passage.start, passage.end] == passage.quote)
        #expect(!passage.quote.contains("\u{1F50E}"))
      }
      #expect(draft.claims.count >= 4)
      for claim in draft.claims { #expect(text[claim.start, claim.end] == claim.quote) }
    }
  }

  @Test(
    "Line endings, a byte order mark and Markdown change no byte of what is kept",
    arguments: ["\n", "\r\n", "\r"], [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]])
  func lineEndings(ending: String, mark: [UInt8]) async throws {
    try await withHouse { house in
      let plain = story { $0.contradictions = ["The owner says ten, while the police say twelve."] }.text
      let words = Array(
        plain.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending).utf8)
      let draft = try await house.file(mark + words, type: "text/markdown", .init(slug: "harbour")).draft
      #expect(draft.keyPoints.map(\.text) == Story().keyPoints)
      #expect(draft.body.sentences == 5)
      let text = try await house.api("ana").text(of: "harbour", revision: 1)
      #expect(text == words)
      for point in draft.keyPoints { #expect(text[point.start, point.end] == point.text) }
      for claim in draft.claims { #expect(text[claim.start, claim.end] == claim.quote) }
      let original = try await house.get("/v1/drafts/harbour/revisions/r1/original")
      #expect(original.body == mark + words)
      #expect(original.header("Content-Type") == "text/markdown")
    }
  }

  @Test("Every front matter field is read, and every option wins over it")
  func options() async throws {
    let front = """
      slug: from-the-file
      headline: From the file
      byline: [Ana Lind, "Flo Marsh"]
      desk: main
      published: 2024-07-13
      matters: [quay-fine]
      """
    try await withHouse { house in
      let filed = try await house.file(story { $0.front = front }.bytes).draft
      #expect(filed.slug == "from-the-file")
      #expect(filed.headline == "From the file")
      #expect(filed.byline == ["Ana Lind", "Flo Marsh"])
      #expect(filed.desk == "main")
      #expect(filed.dateline == "2024-07-13")
      #expect(filed.matters == ["quay-fine"])

      let chosen = try await house.file(
        story { $0.front = front }.bytes, as: "eve",
        .init(
          slug: "chosen", headline: "Chosen & so on ½", byline: ["Sam Okoro"], desk: "sport",
          published: "2024-08-01",
          matters: ["other-fine", "third"], filename: "name.txt")
      ).draft
      #expect(chosen.slug == "chosen")
      #expect(chosen.headline == "Chosen & so on ½")
      #expect(chosen.byline == ["Sam Okoro"])
      #expect(chosen.desk == "sport")
      #expect(chosen.dateline == "2024-08-01")
      #expect(chosen.matters == ["other-fine", "third"])
      let known = try await house.api("ana").matters().value.matters
      #expect(known.map(\.slug) == ["other-fine", "quay-fine", "third"])
      #expect(known.allSatisfy { $0.status == "proposed" })
    }
  }

  @Test("A slug comes from the option, the front matter, the headline, or the file's name, in that order")
  func slugs() async throws {
    try await withHouse { house in
      func slug(_ front: String?, _ filing: Client.Filing) async throws -> String {
        try await house.file(story { $0.front = front }.bytes, filing).draft.slug
      }
      #expect(try await slug("slug: two\nheadline: Three", .init(slug: "one", filename: "four.txt")) == "one")
      #expect(try await slug("slug: two\nheadline: Three", .init(filename: "four.txt")) == "two")
      #expect(
        try await slug("headline: Ten’s Café – “burned”", .init(filename: "four.txt")) == "tens-cafe-burned")
      #expect(try await slug(nil, .init(filename: "../odd dir/Four & Five.final.md")) == "four-five-final")

      let before = try await house.rows()
      let nothing = await refusal { try await slug(nil, .init()) }
      #expect(nothing?.status == 400)
      #expect(nothing?.detail.contains("--slug") == true)
      for odd in ["Ünder", "a b", "-a", "a-", "", "a/b", "..", String(repeating: "a", count: 81), "a\nb"] {
        let refused = await refusal { try await slug(nil, .init(slug: odd)) }
        #expect(refused?.status == 422, "\(odd)")
        #expect(refused?.exitCode == 65)
      }
      let after = try await house.rows()
      #expect(after == before)
    }
  }

  @Test("A taken slug is refused with the way to file a revision")
  func taken() async throws {
    try await withHouse { house in
      try await house.file(story())
      let before = try await house.rows()
      let refused = await refusal { try await house.file(story(), as: "dov") }
      #expect(refused?.status == 409)
      #expect(refused?.exitCode == 73)
      #expect(refused?.detail.contains("--draft") == true)
      #expect(refused?.next?.first == "stet submit FILE --draft harbour")
      let after = try await house.rows()
      #expect(after == before)
    }
  }

  @Test("A draft without body, and one without key points, are taken; the latter has nothing to sign")
  func thin() async throws {
    try await withHouse { house in
      let bodiless = try await house.file(story { $0.body = "" }.bytes, .init(slug: "no-body"))

      #expect(bodiless.draft.body.sentences == 0)
      let pointless = try await house.file(story { $0.keyPoints = [] }.bytes, .init(slug: "no-points"))
      #expect(pointless.draft.missing.contains { $0.says.contains("nothing to sign") })
      #expect(pointless.draft.state == .inReview)
      let refused = await refusal { try await house.sign(of: "no-points") }
      #expect(refused?.status == 404)
    }
  }

  @Test("What is no draft gets one clear sentence and leaves nothing behind", arguments: Garbage.all)
  func garbage(_ garbage: Garbage) async throws {
    try await withHouse { house in
      try await house.file(story())
      let before = try await house.rows()
      for path in ["/v1/drafts?slug=other", "/v1/drafts/harbour/revisions?headline=New"] {
        let reply = try await house.post(
          path, body: garbage.bytes, type: garbage.type, key: "k-\(path.count)")
        let problem = try #require(reply.problem, "\(reply.status) \(reply.text)")
        #expect(problem.status == garbage.status)
        #expect(problem.type == "/problems/\(garbage.code)")
        #expect(problem.exitCode == 65)
        #expect(problem.detail.contains("Nothing was filed."))
        #expect(!problem.detail.contains("\n"))
        #expect(problem.detail.utf8.count < 300)
        if let place = garbage.place {
          #expect([problem.offset, problem.line, problem.column] == place)
        }
      }
      let after = try await house.rows()
      #expect(after == before)
      #expect(try await house.show().revision == 1)
    }
  }

  @Test("Files that are only just too long are taken and refused at the byte")
  func limit() async throws {
    try await withHouse { house in
      let head = story().bytes
      let most = head + [UInt8](repeating: 0x0A, count: 1_048_576 - head.count)
      let kept = try await house.file(most, .init(slug: "most")).draft
      #expect(kept.keyPoints.count == 3)
      let original = try await house.get("/v1/drafts/most/revisions/1/original")
      #expect(original.body == most)
      let over = try await house.post("/v1/drafts?slug=over", body: most + [0x0A], type: "text/plain")
      #expect(over.problem?.status == 413)
    }
  }
}

/// A file that nobody should get in.
struct Garbage: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  var type = "text/plain"
  var status = 422
  let code: String
  /// Offset, line, column.
  var place: [Int?]?

  init(
    _ name: String, _ bytes: [UInt8], _ code: String, status: Int = 422, type: String = "text/plain",
    place: [Int?]? = nil
  ) {
    testDescription = name
    self.bytes = bytes
    self.code = code
    self.status = status
    self.type = type
    self.place = place
  }

  private static func front(_ name: String, _ yaml: String, place: [Int?]? = nil) -> Garbage {
    Garbage("front matter: \(name)", story { $0.front = yaml }.bytes, "front-matter", place: place)
  }

  static let all: [Garbage] = [
    Garbage("empty", [], "empty"),
    Garbage("white space", Array(" \n\t\r\n\u{A0}\n".utf8), "empty"),
    Garbage(
      "a byte of Windows", Array("Fire.\nThe café “bu".utf8) + [0x92] + Array("rned".utf8), "not-utf8",
      place: [21, 2, 13]),
    Garbage(
      "a cut letter at the end", Array("Fire.\n\nIt burne".utf8) + [0xC3], "not-utf8", place: [15, 3, 9]),
    Garbage("an overlong slash", Array("a".utf8) + [0xC0, 0xAF], "not-utf8", place: [1, 1, 2]),
    Garbage("a surrogate", Array("a\r\nb".utf8) + [0xED, 0xA0, 0x80], "not-utf8", place: [4, 2, 2]),
    Garbage("a NUL", Array("Fire.\nIt".utf8) + [0] + Array("s".utf8), "nul", place: [8, 2, 3]),
    Garbage("too long", [UInt8](repeating: 0x61, count: 1_048_577), "too-long", status: 413),
    Garbage("much too long", [UInt8](repeating: 0x61, count: 3_000_000), "too-long", status: 413),
    Garbage("a PDF", Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3], "binary"),
    Garbage("UTF-16", [0xFF, 0xFE] + Array("Fire".utf8).flatMap { [$0, 0] }, "binary"),
    Garbage("a ZIP archive", [0x50, 0x4B, 0x03, 0x04, 0x14, 0, 0, 0], "binary"),
    Garbage(
      "two sections", Array("Fire.\n\nKey points\n- a b\n\nKey points\n- c d\n".utf8), "two-sections",
      place: [25, 6, 1]),
    Garbage(
      "a hundred thousand bullets",
      Array(("Fire.\n\nKey points\n" + String(repeating: "- a b\n", count: 100_000)).utf8), "too-many"),
    Garbage(
      "three hundred and one contradictions",
      Array(("Fire.\n\nContradictions\n" + (0...300).map { "- It says \($0).\n" }.joined()).utf8), "too-many"),
    Garbage("JSON", story().bytes, "media-type", status: 415, type: "application/json"),
    Garbage("front matter: never closed", Array("---\nslug: a\n\nFire.\n".utf8), "front-matter"),
    front("not YAML", "slug: [a, b"),
    front("a list", "- a\n- b"),
    front("two of one field", "slug: a\nslug: b"),
    front("an anchor", "headline: &a [x]\nbyline: *a"),
    front("a mapping for a headline", "headline: {a: b}"),
    front("no day", "published: yesterday", place: [15, 2, 12]),
    front("no such day", "published: 2024-02-30"),
    front("a NUL in the headline", "headline: \"a\\0b\""),
    front("a NUL in the byline", "byline: [\"a\\0b\"]"),
    front("a NUL in the desk", "desk: \"a\\0b\""),
    front("nested ten thousand deep", "headline: " + String(repeating: "[", count: 10_000)),
    front(
      "nested ten thousand deep and closed",
      "x: " + String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)),
  ]
}
