import Testing
import TextAnalysis

@testable import Editorial

@Suite("Matters that move")
struct MatterMovesTests {
  private let today = day("2024-12-24")

  private func entry(
    _ number: Int, _ status: String, _ since: String, party: String? = nil, count: String? = nil
  ) throws -> MatterEntry {
    MatterEntry(
      number: number, status: status, since: try #require(PartialDate(since)), source: "docket", party: party,
      count: count, by: "ana", recordedOn: today)
  }

  private func move(
    _ to: String, _ since: String, party: String? = nil, count: String? = nil, force: String? = nil
  ) throws -> Move {
    Move(
      to: to, since: try #require(PartialDate(since)), source: "docket", party: party, count: count,
      forcedBecause: force)
  }

  private func appeal(_ entries: [MatterEntry] = []) -> Matter {
    Matter(slug: "appeal-x", title: "Appeal X", kind: "appeal", timeline: entries)
  }

  private func says(_ matter: Matter, _ move: Move) -> String {
    refusal { _ = try matter.move(move, by: "ana", on: today) }?.says ?? "not refused"
  }

  @Test("What follows is recorded, with where it stood before")
  func follows() throws {
    let filed = try entry(1, "filed", "2024-11-20")
    let moved = try appeal([filed]).move(try move("withdrawn", "2024-12-23"), by: "ben", on: today)
    #expect(moved == .moved(moved.entry, before: filed))
    #expect(moved.entry.number == 2 && moved.entry.by == "ben" && moved.entry.recordedOn == today)
  }

  @Test("The first status may be any")
  func first() throws {
    let moved = try appeal().move(try move("dismissed", "2024-05"), by: "ana", on: today)
    #expect(moved == .moved(moved.entry, before: nil))
  }

  @Test("What does not follow is refused and names what may, unless it is forced with a reason")
  func refused() throws {
    let matter = appeal([try entry(1, "withdrawn", "2024-12-01")])
    let said = says(matter, try move("granted", "2024-12-23"))
    #expect(said.contains("appeal-x is withdrawn since 1 December 2024, and what may follow is revived"))
    #expect(said.contains("--force"))
    let forced = try matter.move(
      try move("granted", "2024-12-23", force: "the court said so"), by: "ana", on: today)
    #expect(forced.entry.forcedBecause == "the court said so")
  }

  @Test("The same move twice is one")
  func twice() throws {
    let withdrawn = try entry(2, "withdrawn", "2024-12-23")
    let matter = appeal([try entry(1, "filed", "2024-11-20"), withdrawn])
    #expect(
      try matter.move(try move("withdrawn", "2024-12-23"), by: "ben", on: today) == .already(withdrawn))
  }

  @Test("What happened earlier goes into its place, and the matter stands where it stood")
  func earlier() throws {
    let withdrawn = try entry(1, "withdrawn", "2024-12-23")
    let matter = appeal([withdrawn])
    let moved = try matter.move(try move("filed", "2024-11-20"), by: "ana", on: today)
    #expect(moved == .putBefore(moved.entry, standing: withdrawn))
    let both = appeal([withdrawn, moved.entry])
    #expect(both.timeline.map(\.status) == ["filed", "withdrawn"])
    #expect(both.standing()?.status == "withdrawn")
  }

  @Test("An earlier one has to lead on to what came after it")
  func earlierRefused() throws {
    let matter = appeal([try entry(1, "reserved", "2024-12-23")])
    #expect(says(matter, try move("dropped", "2024-11-20")).contains("reserved is recorded") == false)
    #expect(
      says(matter, try move("dropped", "2024-11-20")).contains("recorded for later, and does not follow"))
  }

  @Test("A year or a month that leaves it open stands after what it may follow")
  func partial() throws {
    let matter = appeal([try entry(1, "filed", "2024-11-20")])
    let moved = try matter.move(try move("withdrawn", "2024"), by: "ana", on: today)
    #expect(moved == .moved(moved.entry, before: try entry(1, "filed", "2024-11-20")))
  }

  @Test("What is to come is refused, unless it is planned")
  func future() throws {
    #expect(says(appeal(), try move("withdrawn", "2024-12-25")).contains("still to come"))
    let bridge = Matter(slug: "bridge", title: "Bridge", kind: "release")
    let moved = try bridge.move(try move("announced", "2025-05-01"), by: "ana", on: today)
    let later = Matter(slug: "bridge", title: "Bridge", kind: "release", timeline: [moved.entry])
    let again = try later.move(try move("postponed", "2025-23"), by: "ana", on: day("2025-04-20"))
    #expect(again == .moved(again.entry, before: moved.entry))
  }

  @Test("A move needs its source")
  func source() {
    let move = Move(to: "filed", since: PartialDate(day("2024-12-01")), source: " ")
    #expect(says(appeal(), move).contains("needs its source"))
  }

  @Test("A status that the kind does not have is refused with those that it has")
  func unknownStatus() throws {
    let said = says(appeal(), try move("withdrwan", "2024-12-01"))
    #expect(said.contains("did you mean “withdrawn”?") && said.contains("reserved"))
  }

  @Test("A matter that a draft only named moves when somebody has said what it is")
  func proposed() throws {
    let matter = Matter(slug: "x", title: "x", kind: Matter.unknownKind)
    #expect(says(matter, try move("filed", "2024-12-01")).contains("what kind of matter"))
  }

  @Test("Three in the dock have three statuses: one acquitted, one convicted on two of five counts, one hung")
  func parties() throws {
    var matter = Matter(
      slug: "three", title: "R v Roe and others", kind: "prosecution",
      parties: ["Ann Roe", "Bob Doe", "Cy Poe"],
      timeline: [try entry(1, "charged", "2023-01-05")])
    #expect(matter.statusInWords == "charged (Ann Roe); charged (Bob Doe); charged (Cy Poe)")
    #expect(says(matter, try move("acquitted", "2024-06-01")).contains("say whose with --party"))
    #expect(
      says(matter, try move("acquitted", "2024-06-01", party: "Ann Row")).contains("Did you mean “Ann Roe”?"))
    #expect(says(matter, try move("acquitted", "2024-06-01", count: "2")).contains("Whose count?"))
    let moves: [(String, String, String?)] = [
      ("acquitted", "Ann Roe", nil), ("convicted", "Bob Doe", "1"), ("convicted", "Bob Doe", "4"),
      ("acquitted", "Bob Doe", "2"), ("hung", "Cy Poe", nil),
    ]
    for (to, party, count) in moves {
      let moved = try matter.move(
        try move(to, "2024-06-01", party: party, count: count), by: "ana", on: today)
      matter = Matter(
        slug: matter.slug, title: matter.title, kind: matter.kind, parties: matter.parties,
        timeline: matter.timeline + [moved.entry])
    }
    #expect(
      matter.statusInWords
        == "acquitted (Ann Roe); convicted (Bob Doe, count 1); convicted (Bob Doe, count 4); "
        + "acquitted (Bob Doe, count 2); without a verdict (Cy Poe)")
    #expect(matter.isActive)
    for (to, since, count) in [("quashed", "2024-12-01", "1"), ("retrial-ordered", "2024-12-02", "1")] {
      let moved = try matter.move(try move(to, since, party: "Bob Doe", count: count), by: "ana", on: today)
      matter = Matter(
        slug: matter.slug, title: matter.title, kind: matter.kind, parties: matter.parties,
        timeline: matter.timeline + [moved.entry])
    }
    #expect(matter.standing(of: "Bob Doe", on: "1")?.status == "retrial-ordered")
    #expect(matter.standing(of: "Ann Roe")?.status == "acquitted")
  }

  @Test("A kind without counts takes none, and one without parties no stranger")
  func noCounts() throws {
    #expect(says(appeal(), try move("filed", "2024-12-01", count: "1")).contains("has no counts"))
    #expect(
      says(appeal(), try move("filed", "2024-12-01", party: "Roe")).contains(
        "is no party of appeal-x, which has none"))
  }
}
