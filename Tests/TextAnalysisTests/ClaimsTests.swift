import Testing
import TextAnalysis

@Suite("Claims")
struct ClaimsTests {
  private let dateline = CivilDate("2024-07-13") ?? .earliest

  private func claims(_ text: String) throws -> [ClaimFinding] {
    findClaims(in: try manuscript(text), dateline: dateline)
  }

  @Test("Each rule finds its example", arguments: claimRules)
  func examples(rule: Rule) throws {
    let found = try claims(rule.example)
    #expect(
      found.contains { $0.rule == rule.name && $0.kind == rule.kind },
      "\(found.map(\.rule)) in: \(rule.example)")
  }

  @Test("Each rule leaves its counter-example alone", arguments: claimRules)
  func counterExamples(rule: Rule) throws {
    let found = try claims(rule.counterExample)
    #expect(!found.contains { $0.rule == rule.name }, "\(rule.name) in: \(rule.counterExample)")
  }

  @Test(
    "A narrow rule is silent where the words mean something else",
    arguments: [
      ("Profit is expected to fall.", "warning.weather"),
      ("The jury is expected to return on Monday.", "warning.weather"),
      ("The union is expected to strike.", "warning.weather"), ("He is wanted by three clubs.", "wanted"),
      ("The recount of his life is moving.", "recount"),
      ("Dr. Smith was denied leave to appeal.", "appeal.planned"),
      ("Fans were told not to return the shirts.", "advice.health"),
      ("Sales remain trapped in a slump.", "missing"),
      ("The funeral will be held on Friday.", "custody"), ("The tour will continue on Monday.", "fixture"),
      ("Twelve people were killed in the blaze in Lyon.", "fire.containment"),
      ("A series about the case is scheduled for release in 2025.", "trial.set"),
      ("A series about the case is scheduled for release in 2025.", "hearing.set"),
    ])
  func notThat(_ text: String, _ rule: String) throws {
    #expect(try !claims(text).map(\.rule).contains(rule))
  }

  @Test("Rule names are unique and no rule is without a reason")
  func ruleNames() {
    #expect(Set(claimRules.map(\.name)).count == claimRules.count)
    #expect(claimRules.allSatisfy { !$0.reason.isEmpty })
    #expect(Set(claimRules.map(\.kind)) == Set(ClaimKind.allCases))
  }

  @Test(
    "What is over, imagined, denied, or something else is no claim",
    arguments: [
      "The season was scheduled to start on 9 September 2020.", "He would later become president.",
      "The mayor appealed for calm.",
      "The clinical trial was a success.", "The investigation was concluded in 2019.",
      "He faced up to 18 months in prison if convicted.",
      "The company might sue if the law passed.", "She appealed to the public.",
      "The city has no plans to build a bridge.",
      "The film industry will likely face new questions.", "The lawsuit was dismissed in March.",
      "He was cleared of all charges.",
      "The case was dismissed, meaning that he cannot be tried again.", "The team did not plan to appeal.",
      "It was set in 1912.", "The defendant was due in court on Tuesday.",
      "The delay was due to heavy rain.", "It rained all day.",
      "The ballot was held on May 12.", "She was the first of three sisters.",
      "The quake of March 1995 killed more than 600 people.", "The school was closed in 1998.",
      "The airport was closed on Tuesday but has since reopened.", "The strike was called off at noon.",
      "The evacuation order was lifted on Tuesday.", "The delay is due to a lack of parts.",
      "He was charged a fee of five euros.", "The film was nominated for two awards.",
    ])
  func quiet(text: String) throws {
    let found = try claims(text)
    #expect(found.isEmpty, "\(found.map(\.rule))")
  }

  @Test(
    "The date that the words name is expected",
    arguments: [
      ("The series is scheduled for release in 2025.", "release", "2025"),
      ("His trial is set for September 9.", "trial.set", "2024-09-09"),
      ("A bail hearing is scheduled for Monday.", "hearing.set", "2024-07-15"),
      ("The museum is expected to reopen next spring.", "event.scheduled", "2025-21"),
      ("She will be sentenced on October 3.", "sentence.awaited", "2024-10-03"),
      ("Voters go to the polls on November 5.", "election.date", "2024-11-05"),
      ("The minister will step down at the end of the month.", "resignation.set", "2024-07-13/2024-07-31"),
      ("Residents have until Friday to apply.", "deadline", "2024-07-19"),
      ("He plans to appeal by August 12.", "appeal.planned", "2024-08-12"),
      ("The shop will close on Monday because the lease ends in 2026.", "closing.planned", "2024-07-15"),
      ("The company announced plans Friday to shut the mine in August.", "plan.vow", "2024-08"),
      ("The bridge remains closed until Thursday.", "closure", "2024-07-18"),
      ("Jurors will resume their deliberations on Monday.", "jury.out", "2024-07-15"),
      ("The owner has 14 days to appeal.", "appeal.planned", "2024-07-27"),
      ("The new fares take effect on October 1.", "bill.pending", "2024-10-01"),
      ("Shops reopen in the old town on Monday, the mayor said.", "event.dated", "2024-07-15"),
    ])
  func expected(text: String, rule: String, date: String) throws {
    let found = try claims(text)
    let claim = try #require(found.first { $0.rule == rule }, "\(found.map(\.rule))")
    #expect(claim.expected?.description == date)
  }

  @Test(
    "A planned appeal expects no day of something else",
    arguments: [
      "Matthew Hutchins plans to appeal the ruling.", "Ann Lee plans to appeal the July 12, 2024 ruling.",
      "Ann Lee plans to appeal the sentence handed down on Friday.",
      "In May 2023 Ann Lee was fined and now she plans to appeal.",
    ])
  func noDate(text: String) throws {
    let claim = try #require(try claims(text).first { $0.rule == "appeal.planned" })
    #expect(claim.expected == nil)
    #expect(claim.person)
  }

  @Test("A person is accused where a name stands beside a proceeding, not where none does")
  func person() throws {
    #expect(try claims("John Miller was charged with fraud.").map(\.person) == [true])
    #expect(try claims("The company was charged with fraud.").map(\.person) == [false])
    #expect(try claims("Two men from Leeds have been charged with fraud.").map(\.person) == [false])
  }

  @Test(
    "An event has the name of what it is",
    arguments: [
      ("The inquest will open on Monday.", "inquest.open"),
      ("No one has been arrested.", "state.yet"),
      ("No group has claimed responsibility for the attack.", "responsibility.none"),
      ("The bridge is still closed to traffic.", "closure"),
      ("The new bridge will open to traffic on Monday.", "event.will"),
      ("The tour will continue on Monday.", "event.scheduled"),
      ("Repairs to the harbour wall are still under way.", "state.ongoing"),
      ("Two aid workers are being held hostage.", "hostage.held"),
      ("The ferry company is drawing up plans for a second pier.", "plan.vow"),
      ("Engineers are examining the data recorder.", "probe.police"),
      ("Production at the refinery is at a standstill.", "state.ongoing"),
      ("Prosecutors are weighing whether to bring charges.", "charged"),
    ])
  func naming(text: String, rule: String) throws {
    #expect(try claims(text).map(\.rule) == [rule])
  }

  @Test(
    "A figure is a toll only where it counts people who came to harm",
    arguments: [
      ("More than 60 people died in the crash.", "toll.open"),
      ("More than 60 workers left, and up to 40 or more came so far.", "figure.open"),
    ])
  func naming(figure text: String, rule: String) throws {
    #expect(try claims(text).first { $0.kind == .provisionalFigure }?.rule == rule)
  }

  @Test("\"by 2030\" and \"until June\" expect the last day of what they name")
  func limits() throws {
    let found = try claims("The city plans to plant ten thousand trees by 2030.")
    #expect(found.first?.expected?.description == "2030-12-31")
  }

  @Test("Names learned in one sentence count in later ones")
  func names() throws {
    let found = try claims("John Miller spoke to reporters on the steps. Miller was charged with fraud.")
    #expect(found.map(\.person) == [true])
  }

  @Test("A key point is read as the body is, and table rows are not")
  func keyPoints() throws {
    let found = try claims(
      "It rains.\n\n| His trial is set for September 9. |\n\nKey points\n- He plans to appeal the verdict.\n")
    #expect(found.map(\.rule) == ["appeal.planned"])
  }

  @Test("A long sentence is quoted by its clause, a short one whole")
  func quotes() throws {
    let long =
      "The council, which has met every week since the bridge over the river was closed to traffic in the spring of last year, heard from forty residents; the owner plans to appeal the ruling of the lower court."
    let draft = try manuscript(long)
    let claim = try #require(findClaims(in: draft, dateline: dateline).first { $0.rule == "appeal.planned" })
    #expect(slice(draft.text, claim.quote) == "the owner plans to appeal the ruling of the lower court.")
    #expect(slice(draft.text, claim.trigger) == "plans to appeal")
    #expect(claim.sentence.contains(claim.quote) && claim.quote.contains(claim.trigger))
  }
}
