import Testing
import TextAnalysis

@testable import Editorial

@Suite("Corrections")
struct CorrectionTests {
  private let today = day("2024-07-15")

  private func moment(_ clock: String, on iso: String = "2024-07-15") -> DayAndClock {
    DayAndClock(instant: "\(iso)T\(clock):00.000000Z", on: day(iso), clock: clock)
  }

  private func placement(
    _ number: Int, _ kind: PlacementKind, owner: String = "ana", isActive: Bool = true,
    shows revision: Int = 1,
    words: String? = nil, wordsEnded: Ending? = nil
  ) -> Placement {
    Placement(
      id: Int64(number), number: number, kind: kind, name: kind == .partner ? "AFP" : nil, url: nil,
      words: words, wordsEnded: wordsEnded, owner: owner, ownerIsActive: isActive, revision: revision,
      out: moment("14:02"))
  }

  private func owed(_ placement: Placement, doneIn revision: Int? = nil, by: String? = nil) -> OwedCorrection
  {
    OwedCorrection(
      placement: placement, after: 1,
      done: by.map { OwedCorrection.Done(by: $0, at: moment("15:10"), revision: revision, note: nil) })
  }

  private func correction(
    _ kind: CorrectionKind = .correction, about: [KeyPoint] = [aKeyPoint()], fixed: Int? = nil,
    dropped: Bool = false, owed: [OwedCorrection]
  ) -> Correction {
    Correction(
      id: 1, draft: "harbour-fire", number: 1, kind: kind, note: "the pressure", revision: 1, openedBy: "ben",
      opened: moment("14:30"), firstPublished: day("2024-07-13"),
      about: about.map {
        Correction.About(keyPoint: $0.id, label: $0.label, was: "The pump failed at 40 bar.", passed: [])
      }, fixed: fixed.map { LiveRevision(revision: $0, on: day("2024-07-15")) },
      dropped: dropped ? .init(by: "dov", at: "", reason: "right after all") : nil, owed: owed)
  }

  private func liveDraft(
    latest: Int = 1, keyPoints: [KeyPoint] = [aKeyPoint()], corrections: [Correction] = [],
    placements: [Placement] = [], live: Bool = true, end: DraftEnd? = nil
  ) -> Draft {
    var draft = aDraft(
      keyPoints: keyPoints, latest: aRevision(latest),
      live: live ? LiveRevision(revision: 1, on: day("2024-07-13")) : nil, end: end)
    draft.corrections = corrections
    draft.placements = placements
    return draft
  }

  // MARK: The note

  @Test(
    "The editor's note says what it is, both days, and the writer's words",
    arguments: [
      (
        .correction, "that the fine is £3.4 million",
        "CORRECTION: This story was first published on July 13, 2024. It was updated on Aug. 14, 2024 to correct that "
          + "the fine is £3.4 million."
      ),
      (
        .correction, " the  spelling of\nthe name. ",
        "CORRECTION: This story was first published on July 13, 2024. It was updated on Aug. 14, 2024 to correct the "
          + "spelling of the name."
      ),
      (
        .correction, "to correct the date",
        "CORRECTION: This story was first published on July 13, 2024. It was updated on Aug. 14, 2024 to correct the "
          + "date."
      ),
      (
        .correction, "The fine is £3.4 million.",
        "CORRECTION: This story was first published on July 13, 2024. It was updated on Aug. 14, 2024 to correct an "
          + "error. The fine is £3.4 million."
      ),
      (
        .correction, "£3.4 million is the fine",
        "CORRECTION: This story was first published on July 13, 2024. It was updated on Aug. 14, 2024 to correct an "
          + "error. £3.4 million is the fine."
      ),
      (
        .clarification, "that the fine is for both owners",
        "CLARIFICATION: This story was first published on July 13, 2024. It was updated on Aug. 14, 2024 to clarify "
          + "that the fine is for both owners."
      ),
      (
        .clarification, "Both owners pay.",
        "CLARIFICATION: This story was first published on July 13, 2024. It was updated on Aug. 14, 2024 to be clearer. "
          + "Both owners pay."
      ),
      (
        .update, "the court's ruling",
        "UPDATE: This story was first published on July 13, 2024. It was updated on Aug. 14, 2024 to add the court's "
          + "ruling."
      ),
      (
        .update, "that the court has ruled",
        "UPDATE: This story was first published on July 13, 2024. It was updated on Aug. 14, 2024 to say that the court "
          + "has ruled."
      ),
      (
        .update, "The court has ruled “at last.”",
        "UPDATE: This story was first published on July 13, 2024. It was updated on Aug. 14, 2024 with what is new. The "
          + "court has ruled “at last.”"
      ),
      (
        .kill, "names the wrong man",
        "KILL: This story was first published on July 13, 2024. It was withdrawn on Aug. 14, 2024. Do not use it."
      ),
    ] as [(CorrectionKind, String, String)])
  func notes(kind: CorrectionKind, words: String, note: String) {
    #expect(
      editorsNote(kind, words: words, firstPublished: day("2024-07-13"), updated: day("2024-08-14")) == note)
  }

  @Test(
    "Words of nothing, of a mark or of a foreign script make a note and no fault",
    arguments: ["", ".", "\"", "ل"])
  func oddWords(words: String) {
    for kind in CorrectionKind.allCases {
      let note = editorsNote(kind, words: words, firstPublished: today, updated: today)
      #expect(note.hasPrefix("\(kind.rawValue.uppercased()): "))
    }
  }

  // MARK: How it stands

  @Test("What is owed and what is done is said in words")
  func says() {
    let cases: [(CorrectionKind, OwedCorrection, String)] = [
      (.correction, owed(placement(1, .site, owner: "dov")), "shows r1, owed by dov"),
      (.correction, owed(placement(2, .push)), "sent 14:02, cannot be recalled, corrective owed by ana"),
      (.update, owed(placement(2, .social)), "sent 14:02, cannot be recalled, update owed by ana"),
      (.correction, owed(placement(2, .newsletter), by: "ana"), "corrective sent 15:10 by ana"),
      (.correction, owed(placement(1, .site), doneIn: 2, by: "dov"), "corrected in r2, 15:10 by dov"),
      (.clarification, owed(placement(3, .partner), by: "ben"), "clarified 15:10 by ben"),
      (.kill, owed(placement(3, .partner)), "shows r1, take-down owed by ana"),
      (.kill, owed(placement(2, .push)), "sent 14:02, cannot be recalled, kill notice owed by ana"),
      (.kill, owed(placement(3, .partner), by: "ben"), "taken down 15:10 by ben"),
      (.kill, owed(placement(2, .push), by: "ana"), "kill notice sent 15:10 by ana"),
    ]
    for (kind, one, says) in cases {
      #expect(correction(kind, owed: [one]).says(of: one, today: today) == says)
    }
    let later = correction(owed: [owed(placement(2, .push))])
    #expect(
      later.says(of: later.owed[0], today: day("2024-07-16"))
        == "sent 15 July 2024 14:02, cannot be recalled, corrective owed by ana")
  }

  @Test("A placement tells what it is owed, and only how it stands when that is nothing")
  func placementSays() {
    let push = placement(2, .push)
    func says(_ one: Correction) -> String {
      liveDraft(corrections: [one], placements: [push]).howItStands(push)
    }
    #expect(
      says(correction(owed: [owed(push)])) == "sent 14:02, cannot be recalled, corrective owed by ana (E1)")
    #expect(says(correction(owed: [owed(push, by: "ana")])) == "sent 14:02")
    #expect(says(correction(dropped: true, owed: [owed(push)])) == "sent 14:02")
  }

  @Test("It is never done while one placement is owed")
  func states() {
    let (site, partner) = (placement(1, .site), placement(2, .partner))
    #expect(correction(owed: [owed(site), owed(partner)]).state == .open)
    #expect(correction(owed: [owed(site), owed(partner, by: "ben")]).state == .open)
    #expect(
      correction(fixed: 2, owed: [owed(site, doneIn: 2, by: "dov"), owed(partner)]).state == .onSite)
    #expect(
      correction(fixed: 2, owed: [owed(site, doneIn: 2, by: "dov"), owed(partner, by: "ben")]).state == .done)
    #expect(correction(dropped: true, owed: [owed(site)]).state == .dropped)
    #expect(correction(dropped: true, owed: [owed(site)]).outstanding.isEmpty)
  }

  @Test("What turns up late is owed what it shows wrong, and nothing of what was right before")
  func late() {
    let partner = placement(3, .partner)
    let open = correction(owed: [owed(placement(1, .site))])
    let fixed = correction(fixed: 3, owed: [owed(placement(1, .site), doneIn: 3, by: "dov")])
    #expect(open.isOwed(partner, showing: 1) && open.isOwed(partner, showing: 2))
    #expect(fixed.isOwed(partner, showing: 2) && !fixed.isOwed(partner, showing: 3))
    let translation = placement(4, .translation, words: "es")
    #expect(open.isOwed(translation, showing: 1) && !fixed.isOwed(translation, showing: 1))
    #expect(correction(.kill, owed: []).isOwed(partner, showing: 9))
    #expect(!correction(dropped: true, owed: []).isOwed(partner, showing: 1))
  }

  // MARK: Opening and dropping

  private func order(_ kind: CorrectionKind = .correction, _ labels: [String] = ["K1"]) -> CorrectionOrder {
    CorrectionOrder(kind: kind, keyPoints: labels, note: "the pressure")
  }

  @Test("Whoever is on the desk opens a correction of what is live, about each key point once")
  func opens() throws {
    #expect(try liveDraft().openCorrection(order(), by: ana).map(\.label) == ["K1"])
    #expect(try liveDraft().openCorrection(order(.update, ["K1", "k1"]), by: ben).map(\.label) == ["K1"])
    #expect(try liveDraft().openCorrection(order(.clarification, []), by: ben).isEmpty)
  }

  @Test("Nobody else, nothing that is not live, no other key point, no kill, and not the same twice")
  func refusesToOpen() {
    func code(_ draft: Draft, _ order: CorrectionOrder, by member: Member = ana) -> String? {
      refusal { _ = try draft.openCorrection(order, by: member) }?.code
    }
    #expect(code(liveDraft(), order(), by: eve) == "role")
    #expect(code(liveDraft(live: false), order()) == "not-published")
    #expect(code(liveDraft(end: ended(.killed)), order()) == "ended")
    #expect(code(liveDraft(), order(.kill)) == "kill")
    for label in ["K2", "", "K", "1", "headline"] {
      #expect(code(liveDraft(), order(.correction, [label])) == "key-point")
    }
    let open = correction(owed: [owed(placement(1, .site))])
    #expect(code(liveDraft(corrections: [open]), order()) == "open")
    #expect(code(liveDraft(corrections: [open]), order(.update)) == nil)
    #expect(code(liveDraft(corrections: [open]), order(.correction, [])) == nil)
    let onSite = correction(
      fixed: 2, owed: [owed(placement(1, .site), by: "dov"), owed(placement(2, .push))])
    #expect(code(liveDraft(corrections: [onSite]), order()) == nil)
  }

  @Test("A chief drops one about which nothing was done")
  func drops() throws {
    let begun = [owed(placement(1, .site)), owed(placement(2, .partner), by: "ben")]
    let cases: [(Correction, Member, String?)] = [
      (correction(owed: [owed(placement(1, .site))]), dov, nil),
      (correction(owed: [owed(placement(1, .site))]), cleo, "role"),
      (correction(owed: begun), dov, "begun"),
      (correction(fixed: 2, owed: begun), dov, "begun"),
      (correction(.kill, owed: [owed(placement(1, .site))]), dov, "begun"),
      (correction(dropped: true, owed: [owed(placement(1, .site))]), dov, "begun"),
    ]
    for (one, member, code) in cases {
      let refused = refusal { _ = try liveDraft(corrections: [one]).dropCorrection("e1", by: member) }
      #expect(refused?.code == code, "\(one.state) \(member.handle)")
    }
    #expect(refusal { _ = try liveDraft().dropCorrection("E1", by: dov) }?.code == "correction")
  }

  // MARK: Doing it

  @Test("The site is right when a revision filed since changes every key point that is named")
  func site() {
    let open = correction(owed: [owed(placement(1, .site))])
    func short(_ latest: Int, _ points: [KeyPoint], _ one: Correction, sameText: Bool = false) -> String? {
      liveDraft(latest: latest, keyPoints: points).falls(short: one, sameText: sameText)
    }
    #expect(
      short(1, [aKeyPoint(1, "It failed at 4 bar.")], open)
        == "E1 stays open: r1 was filed before it was opened.")
    #expect(short(2, [aKeyPoint()], open) == "E1 stays open: K1 still reads the same in r2.")
    // Looks alone put nothing right.
    #expect(short(2, [aKeyPoint(1, "The pump failed at 40 bar")], open) != nil)
    #expect(short(2, [aKeyPoint(1, "The pump failed at 4 bar.")], open) == nil)
    #expect(short(2, [aKeyPoint(gone: true)], open) == nil)
    let both = correction(about: [aKeyPoint(), aKeyPoint(2)], owed: [owed(placement(1, .site))])
    #expect(
      short(2, [aKeyPoint(1, "The pump failed at 4 bar."), aKeyPoint(2)], both)
        == "E1 stays open: K2 still reads the same in r2.")
    #expect(short(2, [aKeyPoint(), aKeyPoint(2)], both)?.contains("K1 and K2 still read the same") == true)
    let whole = correction(about: [], owed: [owed(placement(1, .site))])
    // What no rule can tell a person says.
    #expect(short(2, [aKeyPoint()], whole)?.contains("stet placed harbour-fire/E1 P1") == true)
    #expect(short(2, [aKeyPoint()], whole, sameText: true) == "E1 stays open: r2 reads the same as r1.")
  }

  @Test("Others are done when somebody says so; the site by publishing, a translation by its own draft")
  func settles() throws {
    let places = [
      placement(1, .site, owner: "dov"), placement(2, .partner, owner: "eve"),
      placement(3, .translation, words: "es"), placement(4, .push),
    ]
    func code(
      _ label: String, by member: Member = ben, _ kind: CorrectionKind = .correction, done: Bool = false,
      places all: [Placement], dropped: Bool = false
    ) -> String? {
      let one = correction(
        kind, dropped: dropped, owed: all.dropLast().map { owed($0, by: done ? "ben" : nil) })
      let draft = liveDraft(
        corrections: [one], placements: all, end: kind == .kill ? ended(.killed) : nil)
      return refusal { _ = try draft.settleOwed("E1", at: label, by: member) }?.code
    }
    #expect(code("P2", places: places) == nil)
    #expect(code("p2", by: eve, places: places) == nil, "the owner need not be on the desk")
    #expect(code("P3", by: eve, places: places) == "role")
    #expect(code("P2", done: true, places: places) == "placed")
    #expect(code("P2", places: places, dropped: true) == "dropped")
    #expect(code("P4", places: places) == "not-owed")
    #expect(code("P9", places: places) == "placement")
    #expect(code("P1", places: places) == "site")
    #expect(code("P1", .kill, places: places) == nil)
    #expect(code("P3", places: places) == "translation")
    let published = placement(3, .translation, shows: 2, words: "es")
    #expect(code("P3", places: [places[0], published, places[3]]) == nil)
    #expect(code("P3", .kill, places: [places[0], published, places[3]]) == "translation")
    let killed = placement(3, .translation, words: "es", wordsEnded: .killed)
    #expect(code("P3", .kill, places: [places[0], killed, places[3]]) == nil)
  }

  @Test("What is owed waits for its owner, and for the chief when the owner has left")
  func turns() {
    let one = correction(owed: [
      owed(placement(1, .site, owner: "dov")), owed(placement(2, .push, owner: "gus", isActive: false)),
      owed(placement(3, .partner, owner: "ben")), owed(placement(4, .social, owner: "ben"), by: "ben"),
    ])
    func waits(_ member: String, chief: Bool = false) -> [[String]] {
      one.waits(for: member, isChief: chief, today: today).map(\.about)
    }
    #expect(waits("dov", chief: true) == [["E1", "P1"], ["E1", "P2"]])
    #expect(waits("dov") == [["E1", "P1"]])
    #expect(waits("ben") == [["E1", "P3"]])
    #expect(waits("ana").isEmpty)
    #expect(
      one.waits(for: "ben", isChief: false, today: today).map(\.command)
        == ["stet placed harbour-fire/E1 P3"])
    #expect(
      one.waits(for: "dov", isChief: false, today: today).map(\.command) == ["stet show harbour-fire"])
  }

  // MARK: Placing

  @Test("A placement is recorded of what is out, with what its kind needs")
  func places() throws {
    func code(
      _ kind: PlacementKind, name: String? = nil, words: String? = nil, by member: Member = ana,
      _ draft: Draft? = nil
    ) -> String? {
      refusal {
        _ = try (draft ?? liveDraft(placements: [placement(1, .translation, words: "fr")])).place(
          PlacementOrder(
            kind: kind, name: name, url: nil, owner: nil, sent: nil, revision: nil, words: words), by: member)
      }?.code
    }
    #expect(code(.push) == nil)
    #expect(code(.push, by: eve) == "role")
    #expect(code(.push, liveDraft(live: false)) == "not-published")
    #expect(code(.push, liveDraft(end: ended(.killed))) == nil)
    #expect(code(.site) == "site")
    #expect(code(.partner) == "name")
    #expect(code(.partner, name: "AFP") == nil)
    #expect(code(.translation) == "translation")
    #expect(code(.translation, words: "harbour-fire") == "translation")
    #expect(code(.push, words: "es") == "translation")
    #expect(code(.translation, words: "es") == nil)
    #expect(code(.translation, words: "fr") == "placed")
  }

  @Test(
    "A time is read as it is typed",
    arguments: [
      "14:02", "9:05", "2024-07-13T14:02", "2024-07-13 14:02:30", "2024-07-13T14:02:30.5Z",
      "2024-07-13T14:02+02:00",
    ])
  func times(text: String) { #expect(ClockTime(text) != nil) }

  @Test(
    "What is no time is none",
    arguments: [
      "", "now", "24:00", "14:60", "14", "14:02Z", "2024-02-30T14:02", "2024-07-13", "2024-07-13T14:02+15:00",
      "14:02 ", "99999999999:00", "١٤:٠٢",
    ])
  func noTimes(text: String) { #expect(ClockTime(text) == nil) }
}
