import Editorial
import Testing

@Suite("Looks at pages")
struct LookingTests {
  private let now = "2026-05-03T10:00:00.000000Z"

  @Test(
    "What an answer means",
    arguments: [
      (304, nil, 0, "unchanged"), (200, nil, 0, "read"), (301, "/b", 0, "led http://a.example/b"),
      (302, "https://b.example/", 4, "led https://b.example/"),
      (302, "/b", 5, "it leads on more than 5 times"),
      (302, nil, 0, "it leads on to nowhere"),
      (
        302, "file:///x", 0,
        "it leads to an address that is not asked: it does not begin with http:// or https://"
      ),
      (404, nil, 0, "the host answers 404, no such page"), (503, nil, 0, "the host answers 503, not now"),
      (418, nil, 0, "the host answers 418"), (206, nil, 0, "the host answers 206"),
    ] as [(Int, String?, Int, String)])
  func answers(status: Int, location: String?, hops: Int, expected: String) throws {
    let asked = Asked.answered(PageAnswer(status: status, location: location))
    let outcome = lookOutcome(of: asked, at: try WebAddress("http://a.example/a"), hops: hops, now: now)
    let says =
      switch outcome {
      case .led(let address): "led \(address)"
      case .unchanged: "unchanged"
      case .read: "read"
      case .failed(let why, _): why
      }
    #expect(says == expected)
  }

  @Test("What a robots.txt came to: none allows all, one that cannot be read allows nothing")
  func robots() throws {
    let address = try WebAddress("http://a.example/robots.txt")
    func outcome(_ status: Int, _ location: String? = nil, hops: Int = 0) -> RobotsOutcome {
      robotsOutcome(
        of: .answered(PageAnswer(status: status, location: location, body: Array("x".utf8))), at: address,
        hops: hops,
        now: now)
    }
    #expect(outcome(200) == .rules("x"))
    #expect(outcome(404) == .rules(""))
    #expect(outcome(403) == .rules(""))
    #expect(outcome(301, "/r") == .led(try WebAddress("http://a.example/r")))
    #expect(outcome(301, "/r", hops: 5) == .rules(""))
    #expect(
      outcome(500) == .unknown("its robots.txt answers 500, so nothing else is asked for", retryAfter: nil))
    #expect(
      outcome(429) == .unknown("its robots.txt answers 429, so nothing else is asked for", retryAfter: nil))
    #expect(
      robotsOutcome(of: .nothing("gone"), at: address, hops: 0, now: now) == .unknown("gone", retryAfter: nil)
    )
  }

  @Test(
    "The next look: doubling to a week, later when the host says so, a tenth by chance",
    arguments: [
      (360, 0, nil, 0, 21_600), (360, 1, nil, 0, 43_200), (360, 2, nil, 0, 86_400),
      (360, 30, nil, 0, 604_800),
      (10_080, 3, nil, 0, 604_800), (15, 0, nil, 0, 900), (360, 0, 60, 0, 21_600),
      (360, 1, 90_000, 0, 90_000),
      (360, 1, Int.max, 0, 31_536_000), (360, 0, nil, 1, 23_760), (360, 0, nil, 0.5, 22_680),
      (360, 0, -5, -3, 21_600),
      (0, 0, nil, 0, 60), (360, -4, nil, 0, 21_600),
    ] as [(Int, Int, Int?, Double, Int)])
  func next(every: Int, failures: Int, retryAfter: Int?, jitter: Double, expected: Int) {
    #expect(
      secondsUntilNextLook(every: every, failures: failures, retryAfter: retryAfter, jitter: jitter)
        == expected)
  }

  @Test(
    "Retry-After is a number or a date",
    arguments: [
      ("120", 120), ("0", 0), ("Sun, 03 May 2026 10:02:00 GMT", 120),
      ("Mon, 04 May 2026 10:00:00 GMT", 86_400),
      ("Sun, 03 May 2026 09:00:00 GMT", 0), ("soon", nil), ("-1", nil), ("1.5", nil), ("", nil),
      ("Sun, 32 May 2026 10:02:00 GMT", nil), ("Sun, 03 May 2026 25:02:00 GMT", nil),
      ("99999999999999999999999", Int.max),
    ] as [(String, Int?)])
  func retryAfter(header: String, expected: Int?) {
    #expect(secondsToWait(header, now: now) == expected)
  }

  @Test(
    "A watch says when the page was last seen, and never that nothing happened",
    arguments: [
      (nil, nil, nil, false, "never looked at successfully"),
      ("2026-05-02T20:00:00Z", "2026-05-02T20:00:00Z", nil, false, "last successful look 14 hours ago"),
      ("2026-05-03T09:59:30Z", "2026-05-03T09:59:30Z", nil, false, "last successful look 1 minute ago"),
      ("2026-05-03T10:00:00Z", "2026-05-03T10:00:00Z", nil, false, "last successful look just now"),
      (
        "2026-05-03T08:00:00Z", "2026-04-20T10:00:00Z", "the host does not answer", false,
        "last successful look 13 days ago; the look 2 hours ago failed: the host does not answer"
      ),
      (
        "2026-05-03T08:00:00Z", nil, "not allowed", false,
        "never looked at successfully; the look 2 hours ago failed: not allowed"
      ),
      (nil, nil, nil, true, "never looked at successfully: looks begin when the story is published"),
    ] as [(String?, String?, String?, Bool, String)])
  func says(at: String?, success: String?, problem: String?, waits: Bool, expected: String) {
    let watch = Watch(
      id: 3, about: "harbour/C2", url: "http://a.example/", everyMinutes: 360, addedBy: "ana", addedAt: now,
      stoppedAt: nil, waits: waits, look: LastLook(at: at, success: success, problem: problem), nextLook: nil,
      changes: [])
    #expect(watch.says(at: now) == expected)
    #expect(watch.label == "W3")
  }
}
