import Client
import Testing
import Wire

@testable import stet

@Suite("Refusals")
struct ProblemTextTests {
  @Test("A file that cannot be read shows the place, the line with a caret, and the way on")
  func unreadable() {
    let problem = ProblemJSON(
      type: "/problems/unreadable", title: "", status: 400,
      detail: "byte 0x92 is not UTF-8 (offset 214). Nothing was filed. "
        + "0x92 is the apostrophe of Windows-1252. Save as UTF-8 and submit again.",
      exitCode: 65, offset: 214, line: 3, column: 8, excerpt: "\"It won?t stand,\" the judge said.", caret: 7)
    #expect(
      problemText(problem, file: "notes.txt", layout: plain) == """
        notes.txt:3:8: byte 0x92 is not UTF-8 (offset 214). Nothing was filed.
          "It won?t stand," the judge said.
                 ^
          0x92 is the apostrophe of Windows-1252. Save as UTF-8 and submit again.

        """)
  }

  @Test("A caret stands under its character behind wide ones and named tokens")
  func caret() {
    let problem = ProblemJSON(
      type: "t", title: "", status: 400, detail: "here", exitCode: 65, excerpt: "日本\u{200B}x", caret: 4)
    #expect(problemText(problem, layout: plain) == "here\n  日本<ZWSP>x\n      ^\n")
  }

  @Test("A draft that is not ready lists each requirement with who can meet it")
  func notReady() {
    let problem = ProblemJSON(
      type: "/problems/not-ready", title: "", status: 409,
      detail: "Not published. harbour-fire r2 is not ready:",
      exitCode: 73, next: ["stet show harbour-fire"],
      missing: [
        MissingJSON(about: ["K1"], says: "the fact read is outdated: the date changed", who: ["ben", "dov"]),
        MissingJSON(about: [], says: "at least one key point", who: []),
      ])
    #expect(
      problemText(problem, layout: plain) == """
        Not published. harbour-fire r2 is not ready:
          K1: the fact read is outdated: the date changed. Who can: ben or dov.
          at least one key point.
        Next:
          stet show harbour-fire

        """)
  }

  @Test("Every failure of the connection has its exit code, and says what became of the work")
  func exitCodes() {
    let cases: [(ClientFailure, Int32)] = [
      (.badAddress(url: "x"), 64), (.unreachable(url: "u", why: "refused"), 69), (.brokenOff(url: "u"), 69),
      (.timedOut(url: "u", seconds: 60), 69), (.outcomeUnknown(key: "k", why: "w"), 75),
      (.unexpected(url: "u", status: 404, excerpt: ""), 69), (.noLogin(url: "u", file: nil), 77),
      (.logins(path: "p", why: "w"), 78),
    ]
    for (failure, code) in cases { #expect(problem(of: failure, retry: "").exitCode == code) }
    #expect(
      problemText(
        problem(of: .unreachable(url: "http://127.0.0.1:8080", why: "the connection was refused"), retry: ""),
        layout: plain
      )
      .hasPrefix("No service answers at http://127.0.0.1:8080"))
  }

  @Test("An unknown outcome prints the command that sends it again, on a line of its own and uncut")
  func unknown() {
    let retry = retryCommand(
      words: ["stet", "approve", "harbour-fire", "--all", "--comment", "it's \"so\""], key: "0f1e",
      dropping: ["--all"],
      adding: ["K1", "K2", "--revision", "r1"])
    let expected =
      #"stet approve harbour-fire --comment 'it'\''s "so"' K1 K2 --revision r1 --idempotency-key 0f1e"#
    #expect(retry == expected)
    let output = problemText(
      problem(of: .outcomeUnknown(key: "0f1e", why: "the connection broke"), retry: retry),
      layout: with(plain) { $0.width = 40 })
    #expect(output.hasPrefix("We do not know whether this was done"))
    #expect(output.hasSuffix("Next:\n  \(expected)\n"))
  }

  @Test(
    "A retry keeps what was typed and replaces an older key",
    arguments: [
      (
        ["stet", "submit", "a b.txt", "--idempotency-key", "old"],
        "stet submit 'a b.txt' --idempotency-key new"
      ),
      (["stet", "--idempotency-key=old", "list"], "stet list --idempotency-key new"),
      (["stet", "submit", "--", "--all"], "stet submit --idempotency-key new -- --all"),
      (["stet", "flag", "a\u{1B}\nb"], #"stet flag $'a\x1b\x0ab' --idempotency-key new"#),
      (["stet", "x", ""], "stet x '' --idempotency-key new"),
    ])
  func retries(words: [String], expected: String) {
    #expect(retryCommand(words: words, key: "new") == expected)
  }
}
