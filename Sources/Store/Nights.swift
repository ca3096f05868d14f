import Editorial
import Postgres
import TextAnalysis

/// After so many answers in a row that nobody could find out, a question goes to the chief.
private let fruitlessAnswers = 3

/// A run that has begun.
public struct NightBegun: Sendable {
  public let date: CivilDate
  public let attempt: Int
  public let timeZone: String
  /// Nights that this run catches up with. The same however often the run is attempted.
  public let missed: [CivilDate]
  public let night: Night
}

extension Newsroom {
  /// What a run for `asOf` would be, without beginning it: the day, its zone, the nights that were missed.
  public func tryNight(asOf: CivilDate?) async throws -> NightBegun {
    try await read { tx in
      let today = try tx.today()
      let date = asOf ?? today
      let night = try Night(of: date, today: today, dryRun: true)
      return NightBegun(
        date: date, attempt: 0, timeZone: try tx.zone(),
        missed: date == today ? try tx.missed(before: date) : [],
        night: night)
    }
  }

  /// Begins a run, or another attempt of it. The run of its own night takes the missed ones upon itself.
  public func beginNight(asOf: CivilDate?, actor: Actor) async throws -> NightBegun {
    try await write { tx in
      let today = try tx.today()
      let date = asOf ?? today
      let night = try Night(of: date, today: today, dryRun: false)
      try tx.run("insert into nightly_runs (date) values (\(date)) on conflict do nothing")
      try tx.run("select from nightly_runs where date = \(date) for no key update")
      let attempt = try tx.first(
        """
        insert into nightly_attempts (date, number, actor)
        select \(date)::date, coalesce(max(number), 0) + 1, \(actor.spelling)
        from nightly_attempts where date = \(date) returning number
        """, as: (Int).self)
      if night == .tonight {
        for missed in try tx.missed(before: date) {
          try tx.run(
            """
            insert into missed_nights (date, caught_up_by) values (\(missed), \(date))
            on conflict (date) do update set caught_up_by = excluded.caught_up_by
            """)
        }
      }
      let missed = try tx.all(
        "select date from missed_nights where caught_up_by = \(date) order by date", as: (CivilDate).self)
      return NightBegun(
        date: date, attempt: attempt ?? 1, timeZone: try tx.zone(), missed: night == .tonight ? missed : [],
        night: night)
    }
  }

  /// Everything that is stale on `date` and waits in no ranked list, those accused and the longest overdue first.
  public func staleClaims(on date: CivilDate) async throws -> [StaleClaim] {
    try await read { tx in
      try tx.stale(
        """
        c.id in (
          select id from claims where due <= \(date) and waits is null
            and watched and dismissed_at is null and retired_at is null)
        """)
    }
  }

  /// Opens one follow-up, or adds the claims to the open one of the same matter. Claims that were answered, dismissed
  /// or asked about meanwhile are left out. Gives the follow-up's label and whether it was opened now, or nil when
  /// nothing was left to ask.
  ///
  /// - Parameter turn: whose turn it is; nil for whoever filed the watched revision.
  public func open(_ question: Question, on date: CivilDate, turn: String? = nil, actor: Actor) async throws
    -> (
      label: String, opened: Bool
    )?
  {
    let ids = question.claims.map(\.claim.id)
    return try await write { tx in
      let matter = try question.matter.map { (id: try tx.lockMatter($0), slug: $0) }
      try tx.run(
        """
        select from drafts where id in (select draft_id from claims where id = any(\(ids))) order by id for no key update
        """)
      return try tx.ask(ids, of: matter, on: date, turn: turn, actor, "by the run of \(date)")
    }
  }

  /// Records that the attempt is done, in one entry of the newsroom's chain.
  public func finishNight(_ begun: NightBegun, opened: Int, alreadyOpen: Int, actor: Actor) async throws
    -> String
  {
    try await write { tx in
      try tx.run(
        """
        update nightly_attempts set finished_at = now(), opened = \(opened), already_open = \(alreadyOpen)
        where date = \(begun.date) and number = \(begun.attempt)
        """)
      if begun.night == .tonight {
        try tx.run("update nightly_runs set finished_at = now() where date = \(begun.date)")
      }
      // A retry that comes after a week is a new request.
      try tx.run("delete from idempotency_keys where at < now() - interval '7 days'")
      let caughtUp = begun.missed.isEmpty ? "none missed" : "\(begun.missed.count) missed nights caught up"
      return try tx.journal(
        .newsroom, by: actor, "nightly",
        says:
          "The run of \(begun.date), attempt \(begun.attempt): \(opened) questions opened, \(alreadyOpen) already "
          + "open, \(caughtUp).",
        facts: [
          "date": begun.date.description, "attempt": String(begun.attempt), "opened": String(opened),
          "alreadyOpen": String(alreadyOpen),
        ], event: "nightly-run")
    }
  }

  /// Whether tonight's run has not finished yet. The day on which the newsroom was made has no night before it.
  public func nightIsOwed() async throws -> Bool {
    try await read { tx in
      try tx.first(
        """
        select (initialised_at at time zone time_zone)::date < newsroom_today()
          and not exists (select from nightly_runs where date = newsroom_today() and finished_at is not null)
        from newsroom
        """, as: (Bool).self) ?? false
    }
  }

  /// Whether the local time `hour:minute` of the newsroom's today has come.
  public func isLocalTimePast(hour: Int, minute: Int) async throws -> Bool {
    try await read { tx in
      try tx.first(
        "select (now() at time zone time_zone)::time >= make_time(\(hour), \(minute), 0) from newsroom",
        as: (Bool).self)
        ?? false
    }
  }

  public func today() async throws -> CivilDate { try await read { tx in try tx.today() } }
}

/// What the night knows of a draft whose claims are watched.
private struct WatchedDraft {
  let live: LiveRevision?
  let turn: String?
  let chief: String?
  let policy: Policy
  let isLimited: Bool
}

extension Transaction {
  /// Asks about claims of one matter, or of none, whose drafts are locked, and before them the matter: in a new follow-up,
  /// or in the open one of the same matter. Leaves out what is answered, dismissed, asked about or not due; nil when
  /// nothing is left.
  ///
  /// - Parameters:
  ///   - question: what is asked in place of what the policy asks about such claims.
  ///   - how: who opens it and why, as in "F1 was opened by the run of 2024-08-15".
  func ask(
    _ claims: [Int64], of matter: (id: Int64, slug: String)?, on date: CivilDate, turn: String? = nil,
    asking question: String? = nil, _ actor: Actor, _ how: String
  ) throws -> (label: String, opened: Bool)? {
    let due = try stale("c.due <= \(date) and c.id = any(\(claims))").filter { $0.followUp == nil }
    guard let first = due.first else { return nil }
    if let matter,
      let (id, number) = try self.first(
        """
        select f.id, f.number from follow_ups f
        where f.matter_id = \(matter.id) and f.status = 'open' and not exists (
          select from follow_up_claims fc join claims c on c.id = fc.claim_id
          join drafts d on d.id = c.draft_id and d.limited where fc.follow_up_id = f.id)
        order by f.number limit 1
        """,
        as: (Int64, Int).self)
    {
      for stale in due { try ask(stale.claim.id, in: id) }
      try journalOpening("F\(number)", due, matter: matter.slug, date, actor, "widened", how)
      return (label: "F\(number)", opened: false)
    }
    let inserted = try self.first(
      """
      with next as (update follow_up_labels set last = last + 1 returning last)
      insert into follow_ups (number, matter_id, question, opened_on, turn)
      select last, \(matter?.id)::bigint, \(question ?? first.question), \(date)::date,
        (select id from members where handle = \(turn ?? first.turn))
      from next returning id, number
      """, as: (Int64, Int).self)
    guard let (id, number) = inserted else { throw DatabaseError.decoding("the follow-up labels are gone") }
    for stale in due { try ask(stale.claim.id, in: id) }
    try journalOpening("F\(number)", due, matter: matter?.slug, date, actor, "opened", how)
    return (label: "F\(number)", opened: true)
  }

  fileprivate func zone() throws -> String {
    try first("select time_zone from newsroom", as: (String).self) ?? "UTC"
  }

  fileprivate func lockMatter(_ slug: String) throws -> Int64 {
    guard
      let id = try first(
        "select id from matters where id = \(try matterID(slug)) for no key update", as: (Int64).self)
    else {
      throw DatabaseError.decoding("matter \(slug) is gone")
    }
    return id
  }

  /// Nights without a run before `date` that no run has caught up with.
  func missed(before date: CivilDate) throws -> [CivilDate] {
    let row = try first(
      """
      select (initialised_at at time zone time_zone)::date,
        (select max(date) from nightly_runs where finished_at is not null and date < \(date)::date)
      from newsroom
      """, as: (CivilDate, CivilDate?).self)
    guard let (initialised, lastFinished) = row else { return [] }
    return missedNights(lastFinished: lastFinished, initialised: initialised, date: date)
  }

  func stale(_ condition: SQL) throws -> [StaleClaim] {
    let stale = try claims(
      "\(sql: condition) and c.dismissed_at is null and c.retired_at is null and c.watched "
        + "and not own.quiet")
    let ids = stale.map(\.id)
    var followUps: [Int64: (label: String, turn: String?)] = [:]
    for (claim, number, turn) in try all(
      """
      select fc.claim_id, f.number, case when m.active then m.handle end
      from follow_up_claims fc join follow_ups f on f.id = fc.follow_up_id left join members m on m.id = f.turn
      where fc.open and fc.claim_id = any(\(ids))
      """, as: (Int64, Int, String?).self)
    { followUps[claim] = ("F\(number)", turn) }
    let drafts = try watches(on: Array(Set(stale.map(\.draftID))))
    let unresolved = try unresolvedAgainAndAgain(ids)
    return stale.map { claim in
      let draft = drafts[claim.draftID]
      let question = (draft?.policy ?? .default).question(about: claim)
      let isForChief = unresolved.contains(claim.id)
      var one = StaleClaim(
        claim: claim, live: draft?.live,
        turn: isForChief ? draft?.chief ?? draft?.turn : followUps[claim.id]?.turn ?? draft?.turn,
        followUp: followUps[claim.id]?.label,
        question: question + (isForChief ? " \(fruitlessAnswers) times nobody could find out." : ""))
      one.isLimited = draft?.isLimited ?? false
      return one
    }
    .sorted { one, other in
      (one.claim.person ? 0 : 1, one.claim.due.on?.dayNumber ?? .max, one.claim.id)
        < (other.claim.person ? 0 : 1, other.claim.due.on?.dayNumber ?? .max, other.claim.id)
    }
  }

  /// Claims whose last answers were all that nobody could find out.
  private func unresolvedAgainAndAgain(_ claims: [Int64]) throws -> Set<Int64> {
    Set(
      try all(
        """
        select claim_id from (
          select fc.claim_id, f.outcome,
            row_number() over (partition by fc.claim_id order by f.closed_at desc, f.id desc) as place
          from follow_up_claims fc join follow_ups f on f.id = fc.follow_up_id
          where fc.claim_id = any(\(claims)) and f.status = 'closed') answers
        where place <= \(fruitlessAnswers)
        group by claim_id having count(*) filter (where outcome = 'unresolved') = \(fruitlessAnswers)
        """, as: Int64.self))
  }

  private func watches(
    on drafts: [Int64]
  ) throws -> [Int64: WatchedDraft] {
    let rows = try all(
      """
      select w.draft_id, case when m.active then m.handle end,
        (select min(h.handle) from drafts d join desk_roles s on s.desk_id = d.desk_id and s.role = 'chief'
          join members h on h.id = s.member_id
          where d.id = w.draft_id and h.active and (not d.limited or reads(h.id, d.id))),
        p.yaml, b.on_day, r.number, b.origin, exists (select from drafts l where l.id = w.draft_id and l.limited)
      from watched_revisions w
      join revisions r on r.id = w.revision_id join members m on m.id = r.filed_by
      join policies p on p.id = r.policy_id
      left join publications b on b.revision_id = r.id
      where w.draft_id = any(\(drafts))
      """, as: (Int64, String?, String?, String, CivilDate?, Int, PublicationOrigin?, Bool).self)
    var watches: [Int64: WatchedDraft] = [:]
    for (draft, turn, chief, yaml, on, number, origin, isLimited) in rows {
      watches[draft] = WatchedDraft(
        live: on.map { LiveRevision(revision: number, on: $0, origin: origin ?? .stet) }, turn: turn,
        chief: chief,
        policy: try policy(yaml), isLimited: isLimited)
    }
    return watches
  }

  fileprivate func ask(_ claim: Int64, in followUp: Int64) throws {
    try run(
      """
      insert into follow_up_claims (follow_up_id, claim_id) values (\(followUp), \(claim))
      on conflict (follow_up_id, claim_id) do update set open = true
      """)
    try run("update claims set waits = null where id = \(claim) and waits is not null")
  }

  fileprivate func journalOpening(
    _ label: String, _ due: [StaleClaim], matter: String?, _ date: CivilDate, _ actor: Actor, _ done: String,
    _ how: String
  ) throws {
    let places = due.map {
      "\($0.claim.draft) \($0.claim.label) (due \($0.claim.due.on?.description ?? "?"))"
    }
    try journal(
      try chain(matter: matter, claims: due.map(\.claim)), by: actor, "follow-up-open",
      says: "\(label) was \(done) \(how), about \(list(places, "and")).",
      facts: ["followUp": label, "date": date.description], event: "follow-up-\(done)")
  }
}
