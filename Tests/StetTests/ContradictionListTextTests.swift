import Editorial
import Testing
import TextAnalysis
import Wire

@testable import stet

@Suite("Contradictions of all drafts on the terminal")
struct ContradictionListTextTests {
  private func slip() -> ContradictionJSON {
    var item = aContradiction(label: "X2", kind: .archive, origin: .engine, status: .suggested)
    item.rule = "archive.count-differs"
    item.turn = ["ana", "ben", "cleo", "dov", "flo"]
    item.record = RuleRecordJSON(RuleRecord([.confirmed: 14, .settled(.rounding): 2]))
    item.passages[0].dateline = "2024-07-13"
    item.passages[1].draft = "quay"
    item.passages[1].dateline = "2024-07-02"
    item.passages[1].quote =
      "At least three warehouses at the old quay burned down on Friday night, the owner said."
    return item
  }

  @Test(
    "A table has rule, age, record and turn, then each story with its day and words; nothing is wider than the line"
  )
  func table() {
    var own = aContradiction(kind: .internal, blocks: true)
    own.passages[0].dateline = "2024-07-13"
    own.passages[1].dateline = "2024-07-13"
    own.rule = "weekday.date"
    own.turn = ["ben"]
    let list = ContradictionList(contradictions: [own, slip()], next: "18")
    let text = contradictionListText(list, more: "stet contradictions --after 18", layout: plain)
    #expect(
      text == """
        2 contradictions, the oldest first. 1 blocks publication.

        harbour-fire/X1  open, slip, blocks; weekday.date; 2 days; turn: ben
            13 Jul 2024  harbour-fire  "the pump was serviced"
                                       "nobody touched it"

        harbour-fire/X2  suggested, archive conflict; archive.count-differs; 2 days;
            this rule: 14 of 16 confirmed here; turn: ana, ben or 3 more
            13 Jul 2024  harbour-fire  "the pump was serviced"
            2 Jul 2024   quay          "At least three warehouses at the old quay bu..."

        More: stet contradictions --after 18

        """)
    let wide = contradictionListText(list, more: nil, layout: with(plain) { $0.width = 120 })
    #expect(wide.contains("burned down on Friday night, the own"))
    for (layout, text) in [(80, text), (120, wide)] {
      for line in text.split(separator: "\n") { #expect(cells(String(line)) <= layout, "\(line)") }
    }
  }

  @Test("The command that goes on is the one that was typed, after the last one")
  func more() {
    for (typed, next) in [
      ("stet contradictions", "stet contradictions --after 7"),
      ("/x/stet contradictions --desk main --after 3", "stet contradictions --desk main --after 7"),
      ("stet contradictions --after=3 --turn me", "stet contradictions --turn me --after 7"),
    ] {
      #expect(nextPageCommand(words: typed.split(separator: " ").map(String.init), after: "7") == next)
    }
    #expect(
      nextPageCommand(words: ["stet", "contradictions", "--rule", "a b"], after: "7")
        == "stet contradictions --rule 'a b' --after 7")
  }

  @Test("An empty list is one sentence, and words from outside carry no controls")
  func harmless() {
    #expect(
      contradictionListText(ContradictionList(contradictions: []), more: nil, layout: plain)
        == "No contradictions.\n")
    let evil = "\u{1B}[2J\u{202E}evil\u{7}"
    var item = slip()
    item.draft = evil
    item.label = evil
    item.rule = evil
    item.desk = evil
    item.turn = [evil]
    item.passages[0].quote = evil
    item.passages[0].draft = evil
    item.passages[1].dateline = evil
    var rule = RuleList.Rule(
      rule: evil, kind: evil, shown: 1, held: 1, record: RuleRecordJSON(RuleRecord([:])), quietOn: [evil])
    rule.record.dismissed = [evil: 1]
    let trial = RuleTrialAnswer(
      rule: evil, kind: evil, stories: 1, storiesWithFindings: 1, count: 2,
      findings: [
        .init(
          draft: evil, revision: 1, dateline: evil, quotes: [evil], explanation: evil, other: evil,
          otherDateline: evil, overtakes: true)
      ])
    for piped in [false, true] {
      let layout = with(plain) { $0.piped = piped }
      for text in [
        contradictionListText(ContradictionList(contradictions: [item]), more: nil, layout: layout),
        rulesText(RuleList(rules: [rule]), desk: evil, layout: layout), ruleTrialText(trial, layout: layout),
        movedBackgroundLines([moved(evil)], layout: layout).joined(separator: "\n"),
      ] {
        #expect(!carriesControls(text.filter { $0 != "\t" }), "\(text)")
      }
    }
  }

  private func moved(_ words: String) -> MovedBackgroundJSON {
    MovedBackgroundJSON(
      MovedBackground(
        quote: words, span: Span(0, 1), draft: words, revision: 1, dateline: .earliest, otherQuote: words,
        how: .moved, says: words, since: PartialDate(.earliest), source: words))
  }

  @Test("What was overtaken comes first in the receipt of a filing and in what is shown")
  func movedFirst() {
    var draft = aDraft(contradictions: [aContradiction()])
    draft.movedBackground = [moved("awaiting trial")]
    let receipt = submitText(DraftAnswer(draft: draft), url: "u", layout: plain)
    for text in [receipt, draftText(draft, url: "u", layout: plain)] {
      let lines = text.split(separator: "\n")
      #expect(lines.dropFirst().first == "OVERTAKEN SINCE IT WAS TOLD BEFORE", "\(text)")
      #expect(text.contains("! Say instead: awaiting trial on 1 January 1 (awaiting trial)"))
    }
  }

  @Test("A rule's line has its figures, and says when they are too few")
  func rules() {
    func rule(_ name: String, _ record: RuleRecord, quietOn: [String] = [], held: Int = 0) -> RuleList.Rule {
      .init(
        rule: name, kind: name.hasPrefix("appeal") ? "pending-legal" : "internal", shown: 30, held: held,
        record: RuleRecordJSON(record), quietOn: quietOn)
    }
    let list = RuleList(rules: [
      rule("appeal.planned", RuleRecord([.dismissed: 2])),
      rule(
        "weekday.date",
        RuleRecord([.confirmed: 9, .settled(.rounding): 1, .settled(.notAContradiction): 15]),
        quietOn: ["main"], held: 3), rule("age.born", RuleRecord([:])),
    ])
    #expect(
      rulesText(list, desk: nil, layout: plain) == """
        3 rules with findings.

        rule            shown  confirmed  dismissed  precision
        appeal.planned     30          0          2  only 2 settled
            claim: planned appeal; dismissed as 2 dismissed
        weekday.date       30          9         16  36% of 25
            slip; dismissed as 15 not-a-contradiction, 1 rounding; quiet on main; 3 on
            request only
        age.born           30          0          0  none settled
            slip

        """)
    #expect(
      rulesText(RuleList(rules: []), desk: "sport", layout: plain)
        == "No rule has found anything on desk sport yet.\n")
  }
}
