import Editorial
import Postgres
import TextAnalysis

extension Transaction {
  /// Asks whether a toll was wrong when it was published, where a revision of the same story tells a lower one than readers
  /// have seen: a count that rises is an update, one that falls is for somebody to say. Gives a line for each question.
  ///
  /// The revision and its claims are written, and the draft is locked.
  func askAboutFallenTolls(
    in manuscript: Manuscript, dateline: CivilDate, after before: Draft?, number: Int, _ caller: Caller
  ) throws -> [String] {
    guard let before, let live = before.live,
      let seen = try first(
        "select id, text from revisions where draft_id = \(before.id) and number = \(live.revision)",
        as: (Int64, String).self)
    else { return [] }
    let published = try Filing.read(Array(seen.1.utf8))
    let fallen = fallenTolls(from: published, to: manuscript, dateline: dateline)
    guard !fallen.isEmpty else { return [] }
    var known = try numbersAsked(since: published, in: before, dateline: dateline)
    return try fallen.compactMap { toll in
      let (was, now) = (
        slice(published.text, toll.before.number), slice(manuscript.text, toll.after.number)
      )
      // A key point says again what the body says.
      guard known.insert([was, now]).inserted,
        let claim = try claim(telling: toll.before.sentence, of: published, revision: seen.0, in: before)
      else { return nil }
      let question =
        "r\(number) says \(now) where readers saw \(was) (r\(live.revision)). Was \(was) wrong when it was published? "
        + "Then close it as wrong, and a correction is owed. Was it the count of its day? Then as overtaken, with the source."
      let label = try ask(question, about: claim, because: "r\(number) says \(now)", caller)
      return label.map { "\($0) asks: was \(was) wrong when it was published? r\(number) says \(now)." }
    }
  }

  /// The falls that the revision before this one had already: it was asked about them then.
  private func numbersAsked(
    since published: Manuscript, in before: Draft, dateline: CivilDate
  ) throws -> Set<[String]> {
    guard before.latest.number != before.live?.revision,
      let text = try first("select text from revisions where id = \(before.latest.id)", as: String.self)
    else { return [] }
    let earlier = try Filing.read(Array(text.utf8))
    return Set(
      fallenTolls(from: published, to: earlier, dateline: dateline).map {
        [slice(published.text, $0.before.number), slice(earlier.text, $0.after.number)]
      })
  }

  /// The claim that readers see in a sentence, written down where nobody has; nil when a person has ended it.
  private func claim(
    telling sentence: Span, of published: Manuscript, revision: Int64, in draft: Draft
  ) throws -> Int64? {
    let told = try all(
      """
      select distinct c.id, c.dismissed_at is null and c.retired_at is null, c.kind <> 'provisional-figure'
      from claims c join claim_occurrences o on o.claim_id = c.id
      where o.revision_id = \(revision) and o.span_start < \(sentence.end) and \(sentence.start) < o.span_end
      order by 3, 1
      """, as: (Int64, Bool, Bool).self)
    if let first = told.first { return first.1 ? first.0 : nil }
    return try insertFigure(slice(published.text, sentence), at: sentence, in: draft, revision: revision)
  }

  /// Asks one more question about a claim: by itself, or in the follow-up that is open about it. Gives its label.
  private func ask(_ question: String, about claim: Int64, because: String, _ caller: Caller) throws
    -> String?
  {
    let today = try today()
    let open = try first(
      """
      select f.id, f.number, (select count(*) from follow_up_claims x where x.follow_up_id = f.id)
      from follow_ups f join follow_up_claims fc on fc.follow_up_id = f.id
      where fc.open and fc.claim_id = \(claim)
      """, as: (Int64, Int, Int).self)
    if let (id, number, places) = open {
      guard places > 1 else {
        try run(
          """
          update follow_ups set question = \(question)::text || ' ' || question, asks_if_wrong = true where id = \(id)
          """)
        return "F\(number)"
      }
      // Asked together with others' words, of which nobody says that they were wrong.
      try run("delete from follow_up_claims where follow_up_id = \(id) and claim_id = \(claim)")
    }
    try run(
      """
      update claims set due = least(coalesce(due, \(today)::date), \(today)::date), due_because = \(because),
        quiet = false, waits = null
      where id = \(claim)
      """)
    let asked = try ask(
      [claim], of: nil, on: today, asking: question, caller.actor, "by \(caller.handle): \(because)")
    if let asked {
      try run(
        """
        update follow_ups set asks_if_wrong = true
        where id = (select follow_up_id from follow_up_claims where claim_id = \(claim) and open)
        """)
    }
    return asked?.label
  }
}
