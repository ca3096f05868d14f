import Testing
import TextAnalysis

@testable import Editorial

@Suite("Planned publication and embargo")
struct PlanningTests {
  private let signed = [aKeyPoint(signOffs: [aSignOff()])]
  private let order = PublicationOrder(on: nil, override: false, reason: nil, revision: nil)

  private func moment(_ at: String) -> Moment {
    Moment(at: "\(at):00.000000Z", local: at, zone: "UTC")
  }

  private func aPlan(at: String = "2024-07-16T06:00", by member: Member = cleo) -> Plan {
    Plan(id: 1, revision: 1, moment: moment(at), byMember: member.id, by: member.handle, reader: nil)
  }

  private func schedule(
    now: String = "2024-07-15T12:00", plan: Plan? = nil, refused: RefusedPlan? = nil, embargo: String? = nil
  ) -> Schedule {
    Schedule(
      now: "\(now):00.000000Z", plan: plan, refused: refused,
      embargo: embargo.map { Embargo(until: moment($0), by: "dov") })
  }

  @Test(
    "An instant is a day and a time, with an offset or without",
    arguments: [
      ("2026-11-24T06:00", true), ("2026-11-24 06:00", true), ("2026-11-24T06:00:30", true),
      ("2026-11-24T06:00Z", false), ("2026-11-24T06:00:30.123456+01:00", false),
      ("2026-11-24T06:00-09:30", false),
    ])
  func instants(written: String, isLocal: Bool) {
    #expect(WrittenInstant(written) == (isLocal ? .local(written) : .absolute(written)))
  }

  @Test(
    "What is none is not read",
    arguments: [
      "", "now", "2026-11-24", "06:00", "2026-11-31T06:00", "2026-13-01T06:00", "2026-11-24T24:00",
      "2026-11-24T06:60",
      "2026-11-24T06:00:60", "2026-11-24T6:00", "2026-11-24T06:00 Z", "2026-11-24T06:00+15:00",
      "0000-01-01T00:00",
      "2026-11-24T06:00z", "20261124T0600", "2026-11-24T06:00\u{0}", "２026-11-24T06:00", "10000-01-01T00:00",
    ])
  func noInstants(written: String) {
    #expect(WrittenInstant(written) == nil)
  }

  @Test(
    "A moment is told with its weekday, and in both zones",
    arguments: [
      ("2026-11-24T13:00", "2026-11-24T06:00", "Tuesday 24 November 2026 06:00"),
      ("2024-02-29T05:01", "2024-02-28T22:01", "Wednesday 28 February 2024 22:01"),
    ])
  func words(at: String, local: String, words: String) {
    let one = Moment(at: "\(at):00.000000Z", local: local, zone: "America/Denver")
    #expect(one.inWords == words)
    #expect(one.inBothZones == "\(words) America/Denver (\(at)Z)")
  }

  @Test("What is ready is planned by whoever may publish, for a time to come within two years")
  func plans() throws {
    let ready = aDraft(keyPoints: signed)
    for member in desk + [eve] {
      let refused = refusal { _ = try ready.plan(for: moment("2024-07-16T06:00"), order, by: member) }
      #expect((refused == nil) == [cleo, dov].contains(member), "\(member.handle)")
    }
    for (at, code) in [
      ("2024-07-15T11:59", "past"), ("2024-07-15T12:00", "past"), ("2024-07-15T12:01", nil),
      ("2026-07-16T00:00", nil),
      ("2026-07-17T00:00", "far"), ("9999-12-31T00:00", "far"),
    ] as [(String, String?)] {
      #expect(refusal { _ = try ready.plan(for: moment(at), order, by: dov) }?.code == code, "\(at)")
    }
    let other = PublicationOrder(on: nil, override: false, reason: nil, revision: 2)
    #expect(
      refusal { _ = try ready.plan(for: moment("2024-07-16T06:00"), other, by: dov) }?.kind == .outdated)
    let over = aDraft(keyPoints: signed, end: ended(.spiked))
    #expect(refusal { _ = try over.plan(for: moment("2024-07-16T06:00"), order, by: dov) }?.code == "ended")
  }

  @Test(
    "What is not ready is not planned, with the list that publishing gives, and a plan passes over nothing")
  func onlyWhatIsReady() throws {
    let planned = try #require(
      refusal { _ = try aDraft().plan(for: moment("2024-07-16T06:00"), order, by: dov) })
    let published = try #require(refusal { _ = try aDraft().publish(order, by: dov) })
    #expect(planned.kind == .notReady && planned.missing == published.missing && planned.missing != [])
    #expect(planned.says.hasPrefix("Not planned. "))
    #expect(planned.says.hasSuffix("A plan passes over nothing."))
  }

  @Test("What a matter has overtaken since keeps a plan from being carried out, and only that plan")
  func overtaken() throws {
    var plan = aPlan()
    plan.overtaken = ["C1: said planned; withdrawn since 15 July 2024 (the matter appeal-x)"]
    let draft = aDraft(
      keyPoints: signed, today: day("2024-07-16"), schedule: schedule(now: "2024-07-16T06:00", plan: plan))
    let refused = refusal { _ = try draft.carryOut(plan, by: cleo) }
    #expect(refused?.code == "overtaken" && refused?.reasons == plan.overtaken)
    #expect(draft.obstacles(to: plan) == plan.overtaken && draft.obstacles(to: plan.moment) == [])
    #expect(draft.plansToSeeTo(cleo).first?.why.contains("said planned; withdrawn since") == true)
    #expect(try draft.carryOut(aPlan(), by: cleo).day == day("2024-07-16"))
  }

  @Test("An approval that runs out before the moment is told when it is planned")
  func runsOut() throws {
    let draft = aDraft(keyPoints: [aKeyPoint(signOffs: [aSignOff(until: day("2024-07-15"))])])
    _ = try draft.plan(for: moment("2024-07-16T06:00"), order, by: dov)
    #expect(draft.obstacles(to: moment("2024-07-15T23:00")) == [])
    let obstacles = draft.obstacles(to: moment("2024-07-16T06:00"))
    #expect(obstacles.count == 1)
    #expect(obstacles.first?.hasPrefix("K1: one fact approval") == true)
    #expect(obstacles.first?.hasSuffix("since an approval runs out before then") == true)
  }

  @Test(
    "Before an embargo's end nothing is published or planned, and at its end it may be",
    arguments: [("2024-07-16T05:59", false), ("2024-07-16T06:00", true), ("2024-07-16T06:01", true)])
  func embargoed(at: String, isOver: Bool) throws {
    let early = aDraft(keyPoints: signed, schedule: schedule(embargo: "2024-07-16T06:00"))
    let plan = refusal { _ = try early.plan(for: moment(at), order, by: dov) }
    #expect(plan?.code == (isOver ? nil : "embargo"))
    let then = aDraft(
      keyPoints: signed, today: day("2024-07-16"), schedule: schedule(now: at, embargo: "2024-07-16T06:00"))
    let publishing = refusal { _ = try then.publish(order, by: dov) }
    #expect(publishing?.code == (isOver ? nil : "embargo"))
    #expect(
      publishing?.says.hasPrefix(
        "Not published. harbour-fire is under embargo until Tuesday 16 July 2024 06:00 UTC (2024-07-16T06:00Z), set by dov. "
      ) ?? true)
  }

  @Test("A chief passes over an embargo with a reason, and it counts as overridden; an editor does not")
  func overridden() throws {
    let draft = aDraft(keyPoints: signed, schedule: schedule(embargo: "2024-07-16T06:00"))
    func override(_ reason: String?) -> PublicationOrder {
      PublicationOrder(on: nil, override: true, reason: reason, revision: nil)
    }
    #expect(refusal { _ = try draft.publish(override("it leaked"), by: cleo) }?.kind == .notAllowed)
    #expect(refusal { _ = try draft.publish(override(nil), by: dov) }?.code == "reason")
    #expect(try draft.publish(override("it leaked"), by: dov) == day("2024-07-15"))
    #expect(draft.passedOver == ["the embargo until Tuesday 16 July 2024 06:00 UTC (2024-07-16T06:00Z)"])
    let over = aDraft(keyPoints: signed, schedule: schedule(embargo: "2024-07-15T12:00"))
    #expect(refusal { _ = try over.publish(override("it leaked"), by: dov) }?.code == "override")
    #expect(over.passedOver == [])
  }

  @Test(
    "An embargo is set by whoever may publish; to end one early wants a reason",
    arguments: [
      (nil, "2024-07-17T00:00", nil, nil), (nil, "2024-07-15T12:00", nil, "past"),
      (nil, nil, "over", "embargo"),
      ("2024-07-16T00:00", "2024-07-17T00:00", nil, nil), ("2024-07-16T00:00", "2024-07-16T00:00", nil, nil),
      ("2024-07-16T00:00", "2024-07-15T18:00", nil, "reason"),
      ("2024-07-16T00:00", "2024-07-15T18:00", "moved", nil),
      ("2024-07-16T00:00", nil, nil, "reason"), ("2024-07-16T00:00", nil, "moved", nil),
      ("2024-07-15T12:00", nil, "over", "embargo"),
    ] as [(String?, String?, String?, String?)])
  func embargoes(standing: String?, until: String?, reason: String?, code: String?) {
    let draft = aDraft(schedule: schedule(embargo: standing))
    let refused = refusal {
      try draft.setEmbargo(until: until.map { moment($0) }, reason: reason, by: cleo)
    }
    #expect(refused?.code == code)
    #expect(
      refusal { try draft.setEmbargo(until: until.map { moment($0) }, reason: reason, by: ana) }?.kind
        == .notAllowed)
  }

  @Test("Front matter sets an embargo and moves it on; only whoever may publish ends one early by it")
  func filedEmbargo() {
    let draft = aDraft(schedule: schedule(embargo: "2024-07-16T06:00"))
    for (until, mayAna) in [
      ("2024-07-16T05:59", false), ("2024-07-16T06:00", true), ("2024-07-17T00:00", true),
      ("2020-01-01T00:00", false),
    ] {
      #expect(draft.mayFile(embargo: moment(until), by: ana) == mayAna, "\(until)")
      #expect(draft.mayFile(embargo: moment(until), by: cleo))
    }
    #expect(aDraft().mayFile(embargo: moment("2020-01-01T00:00"), by: ana))
  }

  @Test("No embargo is put on what is out already")
  func outAlready() {
    let draft = aDraft(live: LiveRevision(revision: 1, on: day("2024-07-14")))
    #expect(
      refusal { try draft.setEmbargo(until: moment("2024-07-16T06:00"), reason: nil, by: dov) }?.code
        == "published")
  }

  @Test(
    "A late plan is carried out and says how late, and after an hour it is left to a person",
    arguments: [
      ("2024-07-16T06:00", "", nil), ("2024-07-16T06:01", ", 1 minute late", nil),
      ("2024-07-16T06:12", ", 12 minutes late", nil), ("2024-07-16T07:00", ", 1 hour late", nil),
      ("2024-07-16T07:01", ", 61 minutes late", "late"), ("2024-07-16T15:00", ", 9 hours late", "late"),
    ] as [(String, String, String?)])
  func late(now: String, lateness: String, code: String?) throws {
    let draft = aDraft(
      keyPoints: signed, today: day("2024-07-16"), schedule: schedule(now: now, plan: aPlan()))
    #expect(draft.lateness(of: aPlan()) == lateness)
    var out: CivilDate?
    let refused = refusal { out = try draft.carryOut(aPlan(), by: cleo).day }
    #expect(out == (code == nil ? day("2024-07-16") : nil))
    #expect(refused?.code == code)
    #expect(refused?.reasons.first?.hasPrefix("It is ") ?? true)
  }

  @Test(
    "A plan is carried out with the role that its planner has then, for its revision, and only if it is ready"
  )
  func carriedOut() {
    let then = schedule(now: "2024-07-16T06:00", plan: aPlan())
    let ready = aDraft(keyPoints: signed, today: day("2024-07-16"), schedule: then)
    let demoted = Member(id: cleo.id, handle: "cleo", name: "", active: true, roles: [.reporter])
    #expect(refusal { _ = try ready.carryOut(aPlan(), by: demoted) }?.kind == .notAllowed)
    let open = aDraft(today: day("2024-07-16"), schedule: then)
    #expect(
      refusal { _ = try open.carryOut(aPlan(), by: cleo) }?.reasons == [
        "K1: one fact approval, from ben, cleo or dov (ana wrote the words)"
      ])
    let revised = aDraft(keyPoints: signed, latest: aRevision(2), today: day("2024-07-16"), schedule: then)
    #expect(refusal { _ = try revised.carryOut(aPlan(), by: cleo) }?.kind == .outdated)
    let over = aDraft(keyPoints: signed, end: ended(.spiked), today: day("2024-07-16"), schedule: then)
    #expect(refusal { _ = try over.carryOut(aPlan(), by: cleo) }?.code == "ended")
  }

  @Test("Scheduled is what is planned and ready; what is not ready would not go out, and is in review")
  func states() {
    let planned = schedule(plan: aPlan())
    #expect(aDraft(keyPoints: signed, schedule: planned).state == .scheduled)
    #expect(aDraft(keyPoints: signed).state == .ready)
    #expect(aDraft(schedule: planned).state == .inReview)
    #expect(aDraft(keyPoints: signed, end: ended(.spiked), schedule: planned).state == .spiked)
  }

  @Test(
    "What is planned waits for nobody; what would not go out, or did not, waits for its planner and the chiefs"
  )
  func whoseTurn() {
    let planned = schedule(plan: aPlan())
    #expect(desk.flatMap { aDraft(keyPoints: signed, schedule: planned).plansToSeeTo($0) }.isEmpty)
    #expect(aDraft(keyPoints: signed, schedule: planned).waits(for: dov).isEmpty)
    let refused = schedule(refused: RefusedPlan(plan: aPlan(), why: ["held by ben"]))
    for draft in [
      aDraft(schedule: planned), aDraft(schedule: refused), aDraft(keyPoints: signed, schedule: refused),
    ] {
      #expect(desk.filter { !draft.plansToSeeTo($0).isEmpty } == [cleo, dov])
    }
    let told = aDraft(schedule: refused).plansToSeeTo(dov)
    #expect(told.map(\.kind) == [.release])
    #expect(
      told.first?.why
        == "it did not go out on Tuesday 16 July 2024 06:00, as cleo had planned: held by ben. Publish it, plan it anew, or "
        + "let it be: stet unplan harbour-fire")
    #expect(aDraft(end: ended(.spiked), schedule: refused).plansToSeeTo(dov).isEmpty)
    // Nobody of them is left: whoever may publish.
    let editor = Member(id: 9, handle: "ned", name: "Ned", active: true, roles: [.editor])
    let left = aDraft(members: [ana, editor], schedule: refused)
    #expect(left.whoHears(of: aPlan()) == [editor])
    #expect(Waiting.Kind.allCases.min() == .liveDoubt)
  }

  @Test("A plan is taken back by whoever may publish; where there is none, that is said")
  func unplans() {
    let planned = aDraft(schedule: schedule(plan: aPlan()))
    #expect(refusal { try planned.unplan(by: dov) } == nil)
    #expect(refusal { try planned.unplan(by: ben) }?.kind == .notAllowed)
    #expect(refusal { try aDraft().unplan(by: dov) }?.kind == .missing)
    let refused = schedule(refused: RefusedPlan(plan: aPlan(), why: []))
    #expect(refusal { try aDraft(schedule: refused).unplan(by: cleo) } == nil)
  }
}
