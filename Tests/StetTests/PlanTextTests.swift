import Editorial
import Testing
import Wire

@testable import stet

@Suite("Plans and embargoes in words")
struct PlanTextTests {
  private let six = ScheduleJSON.Moment(
    at: "2026-11-24T13:00:00.000000Z", local: "2026-11-24T06:00", zone: "America/Denver")

  private func draft(
    plan: [String]? = nil, refused: [String]? = nil, isUnderEmbargo: Bool = false
  ) -> DraftJSON {
    func aPlan(_ why: [String]) -> ScheduleJSON.Plan {
      ScheduleJSON.Plan(revision: 1, moment: six, by: "ben", reader: nil, why: why)
    }
    var draft = aDraft(state: .scheduled)
    draft.schedule = ScheduleJSON(
      plan: plan.map(aPlan), refused: refused.map(aPlan),
      embargo: isUnderEmbargo ? ScheduleJSON.Embargo(until: six, by: "dov") : nil)
    return draft
  }

  private let layout = Layout(width: 200, colour: false, unicode: true, piped: false)

  @Test("A plan says when it goes out and who planned it, and what is in its way")
  func plans() {
    #expect(scheduleLines(aDraft(), layout: layout) == [])
    let line = "Goes out on Tuesday 24 November 2026 06:00 (America/Denver), planned by ben."
    #expect(scheduleLines(draft(plan: []), layout: layout) == [line])
    #expect(
      scheduleLines(draft(plan: ["K1: held by ben", "K2: one approval"]), layout: layout)
        == [line, "! As it stands it will not: K1: held by ben. K2: one approval."])
    #expect(
      scheduleLines(draft(refused: ["K1: held by ben"]), layout: layout)
        == [
          "! Did not go out on Tuesday 24 November 2026 06:00 (America/Denver), as ben had planned: K1: held by ben."
        ])
    #expect(
      scheduleLines(draft(isUnderEmbargo: true), layout: layout)
        == ["Under embargo until Tuesday 24 November 2026 06:00 (America/Denver), set by dov."])
  }

  @Test("Receipts say when, and how to take it back")
  func receipts() {
    let planned = planText(
      DraftAnswer(draft: draft(plan: []), receipt: Receipt(notices: ["Mind the hold."])), layout: layout)
    #expect(
      planned.hasPrefix(
        "Planned: harbour-fire r1 goes out on Tuesday 24 November 2026 06:00 (America/Denver).\n"))
    #expect(
      planned.contains("\n! Mind the hold.\n")
        && planned.hasSuffix("Take it back: stet unplan harbour-fire\n"))
    #expect(
      embargoText(DraftAnswer(draft: draft(isUnderEmbargo: true)), layout: layout)
        == "harbour-fire is under embargo until Tuesday 24 November 2026 06:00 (America/Denver).\n")
    #expect(
      embargoText(DraftAnswer(draft: draft()), layout: layout)
        == "harbour-fire is under no embargo any more.\n")
  }
}
