import Testing
import TextAnalysis
import Wire

@testable import stet

@Suite("The rules of stet check, by name")
struct CheckRulesTests {
  @Test("Every rule finds its example and leaves its counter-example alone")
  func examples() {
    #expect(ruleBook.count > 40)
    for rule in ruleBook {
      #expect(!findings(of: rule, inExample: rule.example).isEmpty, "\(rule.name)")
      #expect(findings(of: rule, inExample: rule.counterExample).isEmpty, "\(rule.name)")
    }
  }

  @Test("A finding says why its own rule asks")
  func reasons() {
    for rule in ruleBook where rule.level > .note {
      for finding in findings(of: rule, inExample: rule.example) {
        #expect(finding.reason.contains(rule.reason), "\(rule.name): \(finding.reason)")
      }
    }
  }

  @Test("A rule with the examples the wrong way round is found: negative control")
  func control() {
    let rule = CheckRule(
      name: "release", level: .claim, kind: "", reason: "", example: "It rained.",
      counterExample: "A series is scheduled for release in 2025.")
    #expect(findings(of: rule, inExample: rule.example).isEmpty)
    #expect(!findings(of: rule, inExample: rule.counterExample).isEmpty)
  }

  @Test("Every name stands once, and an explanation shows what it finds and how it is switched off")
  func explanations() {
    #expect(Set(ruleBook.map(\.name)).count == ruleBook.count)
    for rule in ruleBook {
      let text = explanation(of: rule, layout: plain)
      #expect(text.contains("^"), "\(rule.name)")
      #expect(text.contains("<!-- stet ignore \(rule.name) -->"))
      #expect(text.contains("check: {off: [\(rule.name)]}"))
      for line in text.split(separator: "\n") { #expect(cells(String(line)) <= 80, "\(line)") }
    }
  }

  @Test("The list has every rule, as records in a pipe and by level on a terminal")
  func list() {
    let piped = ruleListText(ruleBook, layout: with(plain) { $0.piped = true })
    #expect(piped.split(separator: "\n").count == ruleBook.count)
    #expect(piped.contains("weekday.date\tslip\tslip\tthe weekday does not fall on that date\n"))
    let shown = ruleListText(ruleBook, layout: plain)
    for rule in ruleBook { #expect(shown.contains("  \(rule.name) ")) }
    for line in shown.split(separator: "\n") { #expect(cells(String(line)) <= 80) }
  }

  @Test(
    "A name covers itself, a family what begins like it",
    arguments: [
      ("appeal.planned", true, true), ("appeal.*", true, true), ("appeal*", true, true), ("*", true, true),
      ("appeal.pending", false, true), ("appeal", false, false), ("appeal.planned.*", false, false),
      ("Appeal.planned", false, false), ("", false, false),
    ])
  func families(spelling: String, covers: Bool, isKnown: Bool) {
    let name = RuleName(spelling: spelling)
    #expect(name.covers("appeal.planned") == covers)
    #expect(name.isKnown == isKnown)
  }

  @Test(
    "What is no rule gets the nearest ones",
    arguments: [
      ("apeal.planned", ["appeal.planned"]), ("releese", ["release"]), ("weekday", ["weekday.date"]),
      ("brought.*x", []), ("xyzzy.plugh", []),
    ])
  func nearest(word: String, near: [String]) {
    #expect(nearestRules(to: word) == near)
  }

  @Test(
    "What is wrong with the settings is told with line and column, and ends with 78",
    arguments: [
      (
        "check:\n  off:\n    - apeal.planned\n", 3, 7,
        "\"apeal.planned\" is no rule; near it: appeal.planned."
      ),
      ("check: {off: [xyzzy]}", 1, 15, "\"xyzzy\" is no rule."),
      ("check:\n  of: [release]\n", 2, 3, "\"of\" is no setting under check; there is off."),
      ("chekc: {}\n", 1, 1, "\"chekc\" is no setting; there is check."),
      ("check: [", 2, 1, "This is not YAML:"), ("\tcheck: 1", 1, 1, "This is not YAML:"),
      ("check:\n  off: appeal.planned\n", 2, 8, "A list of rules is expected here"),
      ("check: {off: [[release]]}", 1, 15, "The name of a rule is expected here."),
      ("check: release\n", 1, 8, "Settings are expected here"),
      ("- check\n", 1, 1, "Settings are expected here"),
      ("check: {off: [release], off: [talks]}", 1, 9, "A setting stands here twice."),
      ("check: {off: [*]}", 1, 16, "This is not YAML:"),
    ])
  func settingsFaults(yaml: String, line: Int, column: Int, says: String) {
    let problem = #expect(throws: ProblemJSON.self) { try Settings(yaml: yaml, path: "/a/.stet.yaml") }
    #expect(problem?.exitCode == 78)
    #expect(problem?.line == line)
    #expect(problem?.column == column)
    #expect(
      problem?.detail.hasPrefix("/a/.stet.yaml:\(line):\(column): \(says)") == true,
      "\(problem?.detail ?? "")")
  }

  @Test(
    "Settings name rules and families, or nothing",
    arguments: [
      ("", []), ("check:\n", []), ("check:\n  off:\n", []), ("check: {off: []}", []),
      ("check:\n  off:\n    - release\n    - appeal.*\n", ["release", "appeal.*"]),
      ("check: {off: ['*']}", ["*"]),
    ])
  func settings(yaml: String, off: [String]) throws {
    #expect(try Settings(yaml: yaml, path: ".stet.yaml").off.map(\.spelling) == off)
  }

  @Test("The nearest settings count, up to the top of the repository and not beyond")
  func settingsLookup() async throws {
    let folder = try CheckFolder()
    try folder.write("a.txt", appealStory)
    try folder.write("sub/deep/b.txt", appealStory)
    try folder.write("own/c.txt", appealStory)
    try folder.write("apart/.git/HEAD", "")
    try folder.write("apart/d.txt", appealStory)
    try folder.write(".stet.yaml", "check: {off: [appeal.planned]}")
    try folder.write("own/.stet.yaml", "check: {off: [release]}")
    let ended = try await folder.check([".", "--format", "concise"])
    #expect(ended.out.contains("apart/d.txt:1:13: claim appeal.planned"))
    #expect(ended.out.contains("own/c.txt:1:13: claim appeal.planned"))
    #expect(ended.out.contains("2 claims, 0 disputed, 0 slips in 4 files."))

    try folder.write("own/.stet.yaml", "check: {off: [releese]}")
    let wrong = try await folder.check(["a.txt", "own"])
    #expect(wrong.code == 78)
    #expect(wrong.out == "")
    let places = wrong.err.replacing("\n", with: " ")
    #expect(
      places.contains("/own/.stet.yaml:1:15: \"releese\" is no rule; near it: release."), "\(wrong.err)")
  }
}
