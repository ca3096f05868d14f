import Testing
import TextAnalysis

@testable import Editorial

@Suite("A rule on trial")
struct RuleTrialTests {
  @Test("It finds what the rule's own example has, and nothing in what the rule leaves alone")
  func examples() throws {
    var tried = 0
    for rule in claimRules {
      let found = try findings(
        of: rule.name, in: Filing.read(Array(rule.example.utf8)), dateline: day("2024-07-13"))
      #expect(!found.isEmpty, "\(rule.name)")
      let none = try findings(
        of: rule.name, in: Filing.read(Array(rule.counterExample.utf8)), dateline: day("2024-07-13"))
      #expect(none.isEmpty, "\(rule.name)")
      tried += 1
    }
    #expect(tried > 50)
    let slip = try findings(
      of: "weekday.date", in: Filing.read(Array("The hearing was on Tuesday, July 12, 2024.".utf8)),
      dateline: day("2024-07-13"))
    #expect(slip.count == 1 && slip[0].explanation != nil && slip[0].quotes.count == slip[0].spans.count)
  }
}
