import Editorial
import Testing
import TextAnalysis

@Suite("Filing")
struct FilingTests {
  private func file(
    _ text: String, name: String? = "harbour.txt", options: Metadata = Metadata()
  ) throws -> Filing {
    try Filing(bytes: Array(text.utf8), mediaType: "text/plain", fileName: name, options: options)
  }

  private let body = "The quay burned.\n\nKey points\n- The pump failed.\n"

  @Test("Front matter is read into fields, and stays in the text")
  func frontMatter() throws {
    let text = """
      ---
      slug: harbour-fire
      headline: "Harbour fire: the pump failed"
      byline: [Ana Ruiz, ben]
      desk: courts
      published: 2024-07-13
      matters: [harbour-inquiry, pump-recall]
      ---
      \(body)
      """
    let filing = try file(text)
    #expect(
      filing.metadata
        == Metadata(
          slug: "harbour-fire", headline: "Harbour fire: the pump failed", byline: ["Ana Ruiz", "ben"],
          desk: "courts", published: day("2024-07-13"), matters: ["harbour-inquiry", "pump-recall"]))
    #expect(filing.manuscript.text == text)
    #expect(filing.original == Array(text.utf8))
    #expect(filing.manuscript.keyPoints.map(\.words) == ["The pump failed."])
    #expect(filing.notices.isEmpty)
  }

  @Test(
    "A field that is not there says nothing; one that is there and empty says none",
    arguments: [
      ("slug: a", nil, nil, nil), ("tags: []\nwire:\nbyline: []", [], "", []),
      ("tags:\nwire: \"\"\nbyline: \"\"", [], "", []), ("tags: court\nwire: dpa", ["court"], "dpa", nil),
    ] as [(String, [String]?, String?, [String]?)])
  func absent(front: String, tags: [String]?, wire: String?, byline: [String]?) throws {
    let read = try file("---\n\(front)\n---\n" + body).metadata
    #expect(read.tags == tags && read.wire == wire && read.byline == byline, "\(read)")
  }

  @Test("An option wins over the field of the same name")
  func options() throws {
    let wanted = Metadata(
      slug: "other", headline: "Other", byline: ["cleo"], desk: "main", published: day("2024-07-14"),
      matters: ["m"])
    let front = "---\nslug: a\nheadline: b\nbyline: c\ndesk: d\npublished: 2020-01-01\nmatters: e\n---\n"
    #expect(try file(front + body, options: wanted).metadata == wanted)
    let kept = try file(front + body, options: Metadata(slug: "other")).metadata
    #expect(kept.slug == "other")
    #expect(kept.headline == "b")
    #expect(kept.byline == ["c"])
    #expect(kept.matters == ["e"])
  }

  @Test(
    "Values that look like YAML's own words are taken as they are written",
    arguments: [
      ("headline: Marks & Spencer closes", "Marks & Spencer closes"), ("headline: AT&T sued", "AT&T sued"),
      ("headline: yes", "yes"), ("headline: 1984", "1984"), ("headline: 2024-07-13", "2024-07-13"),
      ("headline: 'He said: \"no\"'", "He said: \"no\""),
      ("headline: \"Fire \\u2014 again\"", "Fire — again"),
      ("title: Under another name", "Under another name"), ("headline:", nil), ("headline: ~", nil),
    ] as [(String, String?)])
  func values(line: String, headline: String?) throws {
    #expect(try file("---\n\(line)\n---\n\(body)").metadata.headline == headline)
  }

  @Test(
    "Front matter that cannot be read is refused with its line",
    arguments: [
      ("headline: \"open", 2), ("- a\n- b", 2), ("just words", 2), ("slug: {a: b}", 2),
      ("byline:\n  - {a: b}", 3),
      ("slug: a\npublished: tomorrow", 3), ("slug: a\npublished: 2024-02-30", 3),
      ("slug: a\npublished: 2024-07-134", 3),
      ("slug: &x a", 2), ("slug: a\nslug: b", 2), ("a: b: c", 2), ("slug: [a", 2), ("\tslug: a", 2),
    ] as [(String, Int)])
  func broken(yaml: String, line: Int) throws {
    let refused = try #require(refusal { _ = try file("---\n\(yaml)\n---\n\(body)") })
    #expect(refused.kind == .unreadable)
    #expect(refused.code == "front-matter")
    #expect(refused.says.hasSuffix("Nothing was filed."))
    let place = try #require(refused.place)
    #expect(place.line >= line && place.line <= 5, "line \(place.line)")
  }

  @Test(
    "A day with a time of day is that day",
    arguments: ["2024-07-13", "2024-07-13T23:30:00Z", "2024-07-13 08:00"])
  func published(written: String) throws {
    #expect(try file("---\npublished: \(written)\n---\n\(body)").metadata.published == day("2024-07-13"))
  }

  @Test("A field that nobody reads is named")
  func unknownField() throws {
    let notices = try file("---\nheadline: A\npaper-size: A4\n---\n\(body)").notices
    #expect(
      notices == ["The front matter field “paper-size” is not one that Stet reads. It is kept in the text."])
  }

  @Test(
    "A field that would keep a story back, and that nobody reads, refuses the file instead of filing it openly",
    arguments: ["limited-to: ana", "Limited: [ana]", "restricted: true", "embargo-until: 2026-01-01"])
  func keepsBack(field: String) throws {
    #expect(throws: Refusal.self) { try file("---\nheadline: A\n\(field)\n---\n\(body)") }
  }

  @Test("A paragraph in another language is said to be unread, with its line")
  func unread() throws {
    let french = "Le procureur va faire appel de la décision, qui est contestée par les familles."
    let german = "Das Gericht hat die Klage abgewiesen, und der Anwalt ist mit dem Urteil nicht zufrieden."
    #expect(try file("The hearing ended.\n\nThey left.\n").notices.isEmpty)
    #expect(
      try file("The hearing ended.\n\n\(french)\n").notices == [
        "Stet reads English. The paragraph at line 3 is not English, and nothing was looked for in it."
      ])
    #expect(
      try file("\(german)\n\nThe hearing ended.\n\n\(french)\n").notices == [
        "Stet reads English. 2 paragraphs, the first at line 1, are not English, and nothing was looked for in "
          + "them."
      ])
  }

  @Test("What is not there is not invented")
  func missing() throws {
    let bare = try file("A body.")
    #expect(bare.metadata.headline == nil)
    #expect(bare.manuscript.keyPoints.isEmpty)
    let onlyKeyPoints = try file("Key points\n- One.\n")
    #expect(onlyKeyPoints.manuscript.paragraphs.isEmpty)
    #expect(onlyKeyPoints.manuscript.keyPoints.map(\.words) == ["One."])
    #expect(try file("# \n\nBody.", options: Metadata(headline: " \t")).metadata.headline == nil)
  }

  @Test(
    "Without a slug one is made of the headline, else of the file's name",
    arguments: [
      ("# The quay burned\n\nBody.", "x.txt", "the-quay-burned"),
      ("Body.", "dir/Harbour Fire.txt", "harbour-fire"),
      ("# 火災\n\nBody.", "Harbour.txt", "harbour"), ("Body.", nil, nil),
    ] as [(String, String?, String?)])
  func slug(text: String, name: String?, slug: String?) throws {
    #expect(try file(text, name: name).metadata.slug == slug)
  }

  @Test("A slug that is none is left to be refused, and not improved")
  func writtenSlug() throws {
    #expect(try file("---\nslug: Harbour Fire\n---\n\(body)").metadata.slug == "Harbour Fire")
  }

  @Test(
    "Bytes that are no text are refused with their place",
    arguments: [
      ([UInt8](), "empty", 0), (Array(" \n\t".utf8), "empty", 0), (Array("ab\u{0}c".utf8), "nul", 2),
      (Array("It".utf8) + [0x92] + Array("s".utf8), "not-utf8", 2), (Array("%PDF-1.7\n".utf8), "binary", 0),
      (Array("---\nslug: a\n".utf8), "front-matter", nil),
      (Array("Key points\n- a\n\nKey points\n- b\n".utf8), "two-sections", 16),
    ] as [([UInt8], String, Int?)])
  func unreadable(bytes: [UInt8], code: String, offset: Int?) throws {
    let refused = try #require(
      refusal {
        _ = try Filing(bytes: bytes, mediaType: "text/plain", fileName: nil, options: Metadata())
      })
    #expect(refused.kind == .unreadable)
    #expect(refused.code == code)
    if let offset { #expect(refused.place?.offset == offset) }
    #expect(refused.says.contains("Nothing was filed."))
  }

  @Test("An apostrophe of Windows-1252 is explained")
  func hint() throws {
    let refused = try #require(refusal { _ = try Filing.read(Array("It".utf8) + [0x92]) })
    #expect(
      refused.says
        == "Byte 0x92 is not UTF-8 (offset 2). Nothing was filed. 0x92 is the apostrophe of Windows-1252. "
        + "Save as UTF-8 and submit again.")
  }

  @Test("Three hundred key points are taken, and one more is refused where it stands")
  func limit() throws {
    func list(_ count: Int) -> String {
      "Body.\n\nKey points\n" + (1...count).map { "- Point \($0).\n" }.joined()
    }
    #expect(try file(list(300)).manuscript.keyPoints.count == 300)
    let refused = try #require(refusal { _ = try file(list(301)) })
    #expect(refused.code == "too-many")
    #expect(refused.place?.line == 304)
  }
}
