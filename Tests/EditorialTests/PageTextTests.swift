import Editorial
import Testing
import TextAnalysis

@Suite("What matters of a page")
struct PageTextTests {
  private func lines(_ html: String, _ type: String = "text/html; charset=utf-8") -> [String] {
    PageText(Array(html.utf8), mediaType: type).lines
  }

  @Test(
    "A page is its text, without what stands around it",
    arguments: [
      ("<p>The appeal is <b>set</b> for&nbsp;4 June.</p>", ["The appeal is set for 4 June."]),
      (
        "<html><head><title>Docket</title><script>var a = '<p>x</p>'</script></head><body><p>A</p></body></html>",
        ["A"]
      ),
      ("<nav><ul><li>Home</li></ul></nav><h1>Docket</h1><footer>Imprint</footer>", ["Docket"]),
      (
        "<header>Top</header><main><h1>Case</h1><nav>x</nav><p>Set</p></main><p>Other news</p>",
        ["Case", "Set"]
      ),
      ("<table><tr><td>4 June</td><td>14:30</td></tr></table>", ["4 June", "14:30"]),
      ("a<br>b<br/>c<!-- <p>no</p> -->", ["a", "b", "c"]),
      ("1 < 2 &amp;&lt; &#8217; &#x20AC; &nope;", ["1 < 2 &< \u{2019} \u{20AC} &nope;"]),
      ("<p title=\"a > b\">x</p>", ["x"]), ("<style>p { }</style><p>x", ["x"]), ("<script>never closed", []),
      ("<nav>only this", ["only this"]), ("<noscript>Enable it</noscript>x", ["x"]),
      ("<aside><aside>a</aside>b</aside>c", ["c"]),
      ("<p>&#0;x</p>", ["&#0;x"]), ("<form><p>Wrapped by a form</p></form>", ["Wrapped by a form"]),
    ])
  func pages(html: String, expected: [String]) {
    #expect(lines(html) == expected)
  }

  @Test(
    "What only a rendering changes is left out",
    arguments: [
      "Last updated: 3 May 2026 10:04", "Page generated on 2026-05-03", "\u{A9} 2026 Court of Appeal",
      "1,234 views",
      "3 comments", "Shares: 12", "12 minutes ago", "Updated 3 hours ago", "14:32:07",
      "Today is Sunday, 3 May 2026",
      "You are visitor 120034",
    ])
  func furniture(line: String) {
    #expect(lines("<p>\(line)</p><p>kept</p>") == ["kept"])
  }

  @Test(
    "What may be news stays",
    arguments: [
      "14:30", "Mayor resigned 3 hours ago", "12 dead",
      "The order was last updated by the court to name three more people, two of them minors",
      "Generated revenue of 5 million", "Hearing: 4 June 2026",
    ])
  func news(line: String) {
    #expect(lines("<p>\(line)</p>") == [line])
  }

  @Test("A feed is its entries, by what identifies them")
  func feeds() {
    let atom = """
      <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Court</title><updated>2026-05-03</updated>
      <entry><id>urn:1</id><title>Set for &lt;b&gt;June</title><link href="https://c/1"/><updated>2026-05-01</updated></entry>
      <entry><title>No id</title><link rel="alternate" href="https://c/2"/></entry></feed>
      """
    #expect(
      lines(atom, "application/atom+xml") == ["urn:1 2026-05-01\tSet for <b>June", "https://c/2 \tNo id"])
    let rss = """
      <rss><channel><title>x</title><item><title><![CDATA[A & B]]></title><guid>7</guid><link>https://c/7</link>
      <pubDate>Sun, 03 May 2026</pubDate><description>&lt;p&gt;x</description></item></channel></rss>
      """
    #expect(lines(rss, "text/xml") == ["7 Sun, 03 May 2026\tA & B"])
  }

  @Test("Bytes that are no UTF-8 are Latin 1, and a file that is no text is its digest")
  func bytes() {
    #expect(PageText([0x63, 0x61, 0x66, 0xE9], mediaType: "text/html").lines == ["caf\u{E9}"])
    #expect(PageText([0xC3, 0xA9], mediaType: "text/plain; charset=ISO-8859-1").lines == ["\u{C3}\u{A9}"])
    #expect(PageText([0x61, 0, 0x62], mediaType: "text/plain").lines == ["ab"])
    let file = PageText([1, 2, 3], mediaType: "application/pdf")
    #expect(file.kind == .file && file.lines.first?.count == 64)
  }

  @Test("Broken markup of any kind is read to its end")
  func broken() {
    var random = SystemRandomNumberGenerator()
    let parts = [
      "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<p", "<script", "&", "&#", ";", "\"", "'", "=", "x",
      " ", "<main>", "/>", "\u{E9}",
    ]
    for _ in 0..<500 {
      let text = (0..<40).map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
      for type in ["text/html", "text/xml", "text/plain", ""] {
        _ = PageText(Array(text.utf8), mediaType: type)
      }
      _ = PageText(Array(("<rss>" + text).utf8), mediaType: "text/xml")
    }
  }
}

@Suite("What changed on a page")
struct PageChangeTests {
  private func change(_ old: [String], _ new: [String], _ kind: PageText.Kind = .page) -> String? {
    changedWords(from: PageText(kind: kind, lines: old), to: PageText(kind: kind, lines: new)).map {
      PageChange(id: 1, since: "", seenAt: "", words: $0).inWords
    }
  }

  @Test("The words that changed, and none where only looks did")
  func words() {
    #expect(change(["Hearing", "Set for 4 June."], ["Hearing", "Set for 11 June."]) == "“4” became “11”")
    #expect(
      change(["Hearing"], ["Hearing", "The appeal was withdrawn."])?.hasPrefix(
        "now also “The appeal was withdrawn") == true)
    #expect(change(["Hearing", "Adjourned"], ["Hearing"]) == "no longer “Adjourned”")
    #expect(change(["A \u{201C}plain\u{201D} line"], ["a \"plain\"  line."]) == nil)
    #expect(change(["same"], ["same"]) == nil)
  }

  @Test("A new or updated entry of a feed is a change, one that fell out is none")
  func feed() {
    #expect(change(["1 a\tFirst"], ["2 b\tSecond", "1 a\tFirst"], .feed) == "now also “Second”")
    #expect(change(["1 a\tFirst"], ["1 b\tFirst"], .feed) == "now also “First”")
    #expect(change(["2 b\tSecond", "1 a\tFirst"], ["2 b\tSecond"], .feed) == nil)
  }

  @Test("Another file is another file")
  func file() {
    #expect(change(["aa"], ["bb"], .file) == "the file is another one")
    #expect(change(["aa"], ["aa"], .file) == nil)
  }

  @Test("Long pages are compared, and what is told of them stays short")
  func long() throws {
    let old = (0..<5_000).map { "Line number \($0) of the docket." }
    let new = old.map { $0 + " More." }
    let pieces = try #require(
      changedWords(from: PageText(kind: .page, lines: old), to: PageText(kind: .page, lines: new)))
    #expect(pieces.reduce(0) { $0 + $1.words.count } <= 4_100)
  }
}
