import Editorial
import Testing

@Suite("robots.txt")
struct RobotsTests {
  @Test(
    "The longest rule of the right group decides",
    arguments: [
      ("", "/a", true), ("User-agent: *\nDisallow: /", "/a", false), ("User-agent: *\nDisallow:", "/a", true),
      ("User-agent: other\nDisallow: /", "/a", true), ("User-agent: STET\nDisallow: /", "/a", false),
      ("User-agent: Stet/1.0\nDisallow: /", "/a", false),
      ("User-agent: *\nDisallow: /\n\nUser-agent: stet\nAllow: /", "/a", true),
      ("User-agent: *\nDisallow: /\n\nUser-agent: stet\nDisallow: /private", "/a", true),
      ("User-agent: *\nDisallow: /\n\nUser-agent: stet", "/a", true),
      ("User-agent: other\nUser-agent: stet\nDisallow: /x", "/x", false),
      ("User-agent: stet\nDisallow: /x\nUser-agent: other\nDisallow: /y", "/y", true),
      ("User-agent: *\nDisallow: /docket\nAllow: /docket/public", "/docket/public/1", true),
      ("User-agent: *\nAllow: /docket/public\nDisallow: /docket", "/docket/1", false),
      ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true),
      ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true),
      ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false),
      ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", true),
      ("User-agent: *\nDisallow: /*?", "/a", true), ("User-agent: *\nDisallow: /*?", "/a?b", false),
      ("User-agent: *\nDisallow: /a*b*c", "/axxbyyc", false),
      ("User-agent: *\nDisallow: /a*b*c", "/axxcyyb", true),
      ("User-agent: *\nDisallow: /$", "/", false), ("User-agent: *\nDisallow: /$", "/a", true),
      ("user-AGENT : *  # all\r\nDISALLOW : /a # b\r\n", "/a", false),
      ("User-agent: *\nDisallow: /%7Ejoe", "/~joe", false),
      ("User-agent: *\nDisallow: /caf\u{E9}", "/caf%c3%a9", false),
      ("Disallow: /\nUser-agent: *\nAllow: /", "/a", true), ("\u{FEFF}nonsense\n:::\n", "/a", true),
    ])
  func decides(text: String, target: String, isAllowed: Bool) {
    #expect(Robots(text).allows(target) == isAllowed)
  }

  @Test("A hostile file costs no more than its length")
  func hostile() {
    let stars = "User-agent: *\nDisallow: /" + String(repeating: "*a", count: 500) + "$"
    #expect(Robots(stars).allows("/" + String(repeating: "a", count: 400)))
  }
}
