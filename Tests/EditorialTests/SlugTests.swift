import Editorial
import Testing

@Suite("Slugs")
struct SlugTests {
  @Test(
    "A slug is made of a headline's letters and digits",
    arguments: [
      ("Harbour fire: 40 boats lost", "harbour-fire-40-boats-lost"),
      ("  Spaces  everywhere  ", "spaces-everywhere"),
      ("Café owner's plea", "cafe-owners-plea"), ("Judge’s order — “final”", "judges-order-final"),
      ("ÅNGSTRÖM & Øre", "angstrom-ore"), ("1,200 dead", "1-200-dead"), ("-- a --", "a"),
      ("A/B testing", "a-b-testing"),
      ("../../etc/passwd", "etc-passwd"),
    ] as [(String, String)])
  func made(headline: String, slug: String) {
    #expect(Slug.make(from: headline) == slug)
    #expect(Slug.isPlain(slug))
  }

  @Test("Where no letter or digit is left there is no slug", arguments: ["", "   ", "火災", "—", "!!!", "'’'"])
  func none(headline: String) {
    #expect(Slug.make(from: headline) == nil)
  }

  @Test("Accents that are characters of their own, as in file names of some systems, make the same slug")
  func decomposed() {
    #expect(Slug.make(from: "Cafe\u{301}s in Sa\u{303}o Paulo") == "cafes-in-sao-paulo")
  }

  @Test("However long the headline, its slug is a slug of at most sixty bytes")
  func long() throws {
    for word in ["a", "ab", "abc ", "é", "wörd ", "x-"] {
      let slug = try #require(Slug.make(from: String(repeating: word, count: 500)))
      #expect(slug.utf8.count <= 60)
      #expect(Slug.isPlain(slug))
    }
  }

  @Test(
    "A file's name gives a slug without folders and ending",
    arguments: [
      ("stories/Harbour Fire.txt", "harbour-fire"), ("harbour.fire.md", "harbour-fire"),
      (".hidden", "hidden"),
      ("/tmp/x/draft", "draft"), ("a/b/", "b"), ("火.txt", nil), ("", nil),
    ] as [(String, String?)])
  func fileName(path: String, slug: String?) {
    #expect(Slug.makeFromFileName(path) == slug)
  }

  @Test(
    "Only plain names are slugs",
    arguments: [
      ("harbour-fire", true), ("a", true), ("0", true), ("a--b", true),
      (String(repeating: "a", count: 80), true),
      (String(repeating: "a", count: 81), false), ("", false), ("-a", false), ("a-", false), ("A", false),
      ("a_b", false), ("a b", false), ("a/b", false), ("é", false), ("a\n", false), ("a\u{301}", false),
      ("ａ", false), ("..", false),
    ] as [(String, Bool)])
  func plain(slug: String, isSlug: Bool) throws {
    #expect(Slug.isPlain(slug) == isSlug)
    let refused = refusal { _ = try Slug.check(slug) }
    #expect((refused == nil) == isSlug)
    if let refused {
      #expect(refused.kind == .unreadable)
      #expect(refused.code == "slug")
    }
  }
}
