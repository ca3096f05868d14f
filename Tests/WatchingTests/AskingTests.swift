import Editorial
import Testing
import Watching

@Suite("One request")
struct AskingTests {
  private func ask(
    _ site: Site, path: String = "/", entityTag: String? = nil, lastModified: String? = nil,
    seconds: Int64 = 10,
    mostBytes: Int = 1_000_000
  ) async throws -> Asked {
    let asking = Asking(
      allowance: try WatchAllowance("127.0.0.1 :\(site.port)"), userAgent: "Stet/0 (+https://news.example/)",
      seconds: seconds, mostBytes: mostBytes)
    return try await asking.ask(
      try WebAddress("http://127.0.0.1:\(site.port)\(path)"), entityTag: entityTag, lastModified: lastModified
    )
  }

  @Test("It says who asks, what it has seen, and nothing else about anybody")
  func headers() async throws {
    let site = Site { _ in
      Site.Answer(
        headers: [("Content-Type", "text/html"), ("ETag", "\"2\""), ("Set-Cookie", "a=b")],
        body: Array("<p>x".utf8))
    }
    try await withSites([site]) {
      for _ in 0..<2 {
        let asked = try await ask(
          site, path: "/a?b", entityTag: "\"1\"", lastModified: "Sun, 03 May 2026 10:00:00 GMT")
        guard case .answered(let answer) = asked else {
          Issue.record("\(asked)")
          return
        }
        #expect(answer.entityTag == "\"2\"")
        #expect(PageText(answer.body, mediaType: answer.mediaType).lines == ["x"])
      }
      let question = try #require(site.questions.last)
      #expect(question.target == "/a?b")
      let names = question.headers.compactMap { $0.split(separator: ":").first?.lowercased() }.sorted()
      #expect(
        names.filter { $0 != "connection" && $0 != "content-length" } == [
          "accept", "accept-encoding", "host", "if-modified-since", "if-none-match", "user-agent",
        ])
      #expect(question.header("User-Agent") == "Stet/0 (+https://news.example/)")
      #expect(question.header("If-None-Match") == "\"1\"")
    }
  }

  @Test("An answer that is too long, never ends, is packed, or leads on is told as such")
  func odd() async throws {
    let site = Site { question in
      switch question.target {
      case "/long": Site.Answer(body: [UInt8](repeating: 0x61, count: 1_000_001))
      case "/hangs": Site.Answer(body: [0x61], hangs: true)
      case "/hangs404": Site.Answer(status: 404, body: [0x61], hangs: true)
      case "/packed": Site.Answer(headers: [("Content-Encoding", "gzip")], body: [1])
      default: Site.Answer(status: 302, headers: [("Location", "/elsewhere")])
      }
    }
    try await withSites([site]) {
      #expect(try await ask(site, path: "/long") == .nothing("it is longer than 1 MB"))
      #expect(
        try await ask(site, path: "/hangs", seconds: 1) == .nothing("no whole answer came within 1 seconds"))
      guard case .answered(let missing) = try await ask(site, path: "/hangs404") else {
        Issue.record("no answer")
        return
      }
      #expect(missing.status == 404)
      let packed = try await ask(site, path: "/packed")
      let address = try WebAddress("http://127.0.0.1/packed")
      #expect(
        lookOutcome(of: packed, at: address, hops: 0, now: "")
          == .failed("the host answers in an encoding that was not asked for", retryAfter: nil))
      guard case .answered(let led) = try await ask(site, path: "/led") else {
        Issue.record("no answer")
        return
      }
      #expect(led.status == 302 && led.location == "/elsewhere")
      #expect(!site.questions.contains { $0.target == "/elsewhere" })
    }
  }

  @Test("A host that is not there, and one that speaks no HTTP, are told as such")
  func nobody() async throws {
    let site = Site()
    try await site.open()
    let port = site.port
    try await site.close()
    let asking = Asking(allowance: try WatchAllowance("127.0.0.1 :\(port)"), userAgent: "Stet/0", seconds: 5)
    #expect(
      try await asking.ask(try WebAddress("http://127.0.0.1:\(port)/"), entityTag: nil, lastModified: nil)
        == .nothing("the host does not answer"))
  }
}
