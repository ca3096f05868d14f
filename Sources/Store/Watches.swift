import Editorial
import Postgres
import TextAnalysis

/// What somebody asks to be looked at.
public struct WatchOrder: Sendable {
  /// `SLUG/C2`, `C2` or a claim's number; `SLUG/K1`; else the slug of a matter.
  public let about: String
  public let url: String
  public let everyMinutes: Int
  /// Also while the story is not published: a look may give away what is coming.
  public let beforePublication: Bool

  public init(about: String, url: String, everyMinutes: Int, beforePublication: Bool) {
    self.about = about
    self.url = url
    self.everyMinutes = everyMinutes
    self.beforePublication = beforePublication
  }
}

/// Which watches are listed.
public enum WatchScope: Sendable {
  case all
  case matters
  /// As in `WatchOrder.about`, or the slug of a draft.
  case about(String)
}

/// A watch with the instant that ages are counted to.
public struct DatedWatch: Sendable {
  public let watch: Watch
  public let now: String
}

extension Newsroom {
  /// Asks that a page be looked at. A page is looked at once for all who watch it.
  ///
  /// Throws a `Refusal` when the address is none that Stet asks, what it is for is not there or has ended, a key
  /// point has no sign-off with this evidence, or it is watched already.
  public func addWatch(
    _ order: WatchOrder, caller: Caller, answer: @escaping @Sendable (DatedWatch) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    let address = try addressToWatch(order.url)
    guard minutesBetweenLooks.contains(order.everyMinutes) else {
      throw Refusal(
        .unreadable, "interval",
        "A page is looked at every 15 minutes at most, and once a week at least. Nothing was changed.")
    }
    return try await perform(caller, answer: answer) { tx in
      let place = try tx.placeToWatch(order.about, address, caller)
      let url = address.description
      try tx.run(
        "insert into watched_pages (url, host) values (\(url), \(address.host)) on conflict do nothing")
      guard
        let page = try tx.first(
          "select id from watched_pages where url = \(url) for no key update", as: Int64.self)
      else { throw DatabaseError.decoding("the page is gone") }
      // The page is locked: nobody asks for the same meanwhile.
      let known = try tx.first(
        """
        select id from watches where page_id = \(page) and stopped_at is null
          and (claim_id = \(place.claim)::bigint or key_point_id = \(place.keyPoint)::bigint
            or matter_id = \(place.matter)::bigint)
        """, as: Int64.self)
      if let known {
        throw Refusal(
          .conflict, "watched", "W\(known) watches \(url) for \(place.name) already. Nothing was changed.",
          next: ["stet watch list \(place.name)"])
      }
      let id = try tx.first(
        """
        insert into watches (page_id, claim_id, key_point_id, matter_id, draft_id, every_minutes, before_publication,
          added_by, seen_change)
        select \(page), \(place.claim)::bigint, \(place.keyPoint)::bigint, \(place.matter)::bigint,
          \(place.draft)::bigint, \(order.everyMinutes), \(order.beforePublication)::boolean, \(caller.memberID),
          coalesce((select max(id) from page_changes where page_id = \(page)), 0)
        returning id
        """, as: Int64.self)
      guard let id else { throw DatabaseError.decoding("the watch is gone") }
      // Sooner than planned, but not before the time that a host asked for or that failures have brought about.
      try tx.run(
        """
        update watched_pages set next_look = least(next_look,
          coalesce(last_look + make_interval(mins => \(order.everyMinutes)), next_look))
        where id = \(page) and failures = 0
        """)
      try tx.journal(
        try tx.chain(draft: place.draft, matter: place.matter), by: caller.actor, "watch-add",
        says: "\(caller.handle) asked that \(url) be looked at for \(place.name), every "
          + "\(interval(minutes: order.everyMinutes))"
          + (order.beforePublication ? ", also before publication." : "."),
        facts: ["watch": "W\(id)"])
      return try tx.watchAfter(id)
    }
  }

  /// Ends a watch; others of the same page go on.
  public func stopWatch(
    _ label: String, caller: Caller, answer: @escaping @Sendable (DatedWatch) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await change(label, caller, "stopped", answer: answer) { tx, id in
      try tx.run("update watches set stopped_by = \(caller.memberID), stopped_at = now() where id = \(id)")
      return ("watch-stop", "\(caller.handle) ended the watch W\(id).")
    }
  }

  /// Says that somebody has seen what changed. It answers no question about any claim.
  public func markSeen(
    _ label: String, caller: Caller, answer: @escaping @Sendable (DatedWatch) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await change(label, caller, "marked", answer: answer) { tx, id in
      try tx.run(
        """
        update watches w set seen_change = greatest(seen_change,
          (select coalesce(max(id), 0) from page_changes c where c.page_id = w.page_id))
        where id = \(id)
        """)
      return ("watch-seen", "\(caller.handle) has seen what changed on the page of W\(id).")
    }
  }

  /// Watches that stand, in order of their labels, and the database's clock.
  public func watches(of scope: WatchScope) async throws -> (watches: [Watch], now: String) {
    try await read { tx in
      let condition: SQL =
        switch scope {
        case .all: "true"
        case .matters: "w.matter_id is not null"
        case .about(let text): try tx.conditionOfWatches(about: text)
        }
      return (try tx.watches("\(sql: standing) and \(sql: condition)"), try tx.instant())
    }
  }

  private func change(
    _ label: String, _ caller: Caller, _ done: String,
    answer: @escaping @Sendable (DatedWatch) throws -> [UInt8],
    _ act: @escaping @Sendable (Transaction, Int64) throws -> (act: String, says: String)
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let id = try watchNumber(label)
      guard
        let (slug, draft, matter) = try tx.first(
          """
          select d.slug, w.draft_id, w.matter_id from watches w left join drafts d on d.id = w.draft_id
          where w.id = \(id) and (d.id is null or \(sql: isReadable("d.id")))
          """, as: (String?, Int64?, Int64?).self)
      else { throw Refusal(.missing, "watch", "There is no watch W\(id).", next: ["stet watch list"]) }
      if let slug { try tx.mustBeOn(try tx.lockDraft(slug).desk, caller, done) }
      let stands = try tx.first(
        "select stopped_at is null from watches where id = \(id) for no key update", as: Bool.self)
      guard stands == true else {
        throw Refusal(.conflict, "stopped", "W\(id) is stopped. Nothing was changed.")
      }
      let (name, says) = try act(tx, id)
      try tx.journal(
        try tx.chain(draft: draft, matter: matter), by: caller.actor, name, says: says,
        facts: ["watch": "W\(id)"])
      return try tx.watchAfter(id)
    }
  }
}

private func addressToWatch(_ url: String) throws -> WebAddress {
  do {
    return try WebAddress(url)
  } catch {
    throw Refusal(.unreadable, "url", "This address cannot be looked at: \(error.says). Nothing was changed.")
  }
}

private func watchNumber(_ label: String) throws -> Int64 {
  let digits = label.first?.uppercased() == "W" ? label.dropFirst() : label[...]
  guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let id = Int64(digits) else {
    throw Refusal(.usage, "reference", "“\(label)” names no watch: write W1.")
  }
  return id
}

/// Of watches `w` and their drafts `d`: neither stopped nor for a story that has ended.
private let standing: SQL = "w.stopped_at is null and d.ended is null"

/// What a page is watched for.
private struct WatchedPlace {
  let name: String
  var claim: Int64?
  var keyPoint: Int64?
  var matter: Int64?
  var draft: Int64?
}

private func isLabel(_ text: Substring, _ letter: String) -> Bool {
  text.first?.uppercased() == letter && text.count > 1
    && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
}

extension Transaction {
  func chain(draft: Int64?, matter: Int64?) throws -> JournalChain {
    if let draft { return .draft(draft) }
    guard let matter else { throw DatabaseError.decoding("a watch is for nothing") }
    return .matter(matter)
  }

  fileprivate func placeToWatch(_ about: String, _ address: WebAddress, _ caller: Caller) throws
    -> WatchedPlace
  {
    let parts = about.split(whereSeparator: { $0 == "/" || $0 == ":" })
    guard let last = parts.last else {
      throw Refusal(.usage, "reference", "Say what the page is watched for: DRAFT/C1, DRAFT/K1 or a matter.")
    }
    if isLabel(last, "C") || parts.count == 1 && Int64(last) != nil {
      let found = try draftOf(about, table: "claims", letter: "C", what: "claim")
      let draft = try draftToWatchFor(found.slug, caller)
      guard let claim = draft.claims.first(where: { $0.number == found.number }) else {
        throw Refusal(.missing, "claim", "There is no claim \(about).")
      }
      return WatchedPlace(name: "\(draft.slug)/\(claim.label)", claim: claim.id, draft: draft.id)
    }
    if parts.count == 2, let slug = parts.first {
      let draft = try draftToWatchFor(String(slug), caller)
      guard let point = draft.keyPoints.first(where: { $0.label.lowercased() == last.lowercased() }) else {
        throw Refusal(.missing, "key-point", "There is no claim and no key point \(about).")
      }
      let isEvidence = point.signOffs.contains { signOff in
        (signOff.read != .legal || signOff.memberID == caller.memberID)
          && signOff.evidence.contains { (try? WebAddress($0)) == address }
      }
      guard isEvidence else {
        throw Refusal(
          .conflict, "no-evidence",
          "Not watched. No sign-off of \(about) names this address as its evidence. Nothing was changed.")
      }
      return WatchedPlace(name: "\(draft.slug)/\(point.label)", keyPoint: point.id, draft: draft.id)
    }
    return WatchedPlace(name: about, matter: try matterID(about))
  }

  private func draftToWatchFor(_ slug: String, _ caller: Caller) throws -> Draft {
    let draft = try lockDraft(slug)
    guard draft.end == nil else {
      throw Refusal(.conflict, "ended", "Not watched. \(slug) has ended. Nothing was changed.")
    }
    try mustBeOn(draft.desk, caller, "watched")
    return draft
  }

  fileprivate func conditionOfWatches(about: String) throws -> SQL {
    let parts = about.split(whereSeparator: { $0 == "/" || $0 == ":" })
    if let last = parts.last, isLabel(last, "C") || parts.count == 1 && Int64(last) != nil {
      let found = try draftOf(about, table: "claims", letter: "C", what: "claim")
      return "d.slug = \(found.slug) and c.number = \(found.number)"
    }
    if parts.count == 2, let slug = parts.first, let label = parts.last {
      return """
        d.slug = \(String(slug)) and lower(key_point_label(k.form, k.number)) = \(label.lowercased())
        """
    }
    let known = try first(
      "select exists (select from readable_drafts where slug = \(about)) or exists (select from matters where slug = \(about))",
      as: Bool.self)
    guard known == true else {
      throw Refusal(.missing, "about", "There is no draft and no matter “\(about)”.")
    }
    return """
      (d.slug = \(about) or x.id = (select coalesce(merged_into, id) from matters where slug = \(about)))
      """
  }

  fileprivate func watchAfter(_ id: Int64) throws -> DatedWatch {
    guard let watch = try watches("w.id = \(id)").first else {
      throw DatabaseError.decoding("W\(id) is gone")
    }
    return DatedWatch(watch: watch, now: try instant())
  }

  /// Watches `w` of claims `c`, key points `k`, matters `x`, drafts `d` that meet a condition.
  func watches(_ condition: SQL) throws -> [Watch] {
    let rows = try run(
      """
      select w.id, coalesce(d.slug || '/' || coalesce('C' || c.number, key_point_label(k.form, k.number)), x.slug)
          as about, p.url, w.every_minutes, m.handle as added_by, rfc3339(w.added_at) as added_at,
        rfc3339(w.stopped_at) as stopped_at,
        w.stopped_at is null and not exists (select from watches_at_work a where a.id = w.id) as waits,
        rfc3339(p.last_look) as last_look, rfc3339(p.last_success) as last_success, p.problem,
        rfc3339(p.next_look) as next_look, w.page_id, w.seen_change
      from watches w
      join watched_pages p on p.id = w.page_id
      join members m on m.id = w.added_by
      left join claims c on c.id = w.claim_id
      left join key_points k on k.id = w.key_point_id
      left join matters x on x.id = w.matter_id
      left join drafts d on d.id = w.draft_id
      where (d.id is null or \(sql: isReadable("d.id"))) and \(sql: condition) order by w.id
      """)
    let changes = try changes(of: try rows.map { try $0.column("page_id") })
    return try rows.map { row in
      let seen = try row.column("seen_change", as: Int64.self)
      let isStopped = try row.column("stopped_at", as: String?.self) != nil
      let waits = try row.column("waits", as: Bool.self)
      return Watch(
        id: try row.column("id"), about: try row.column("about"), url: try row.column("url"),
        everyMinutes: try row.column("every_minutes"), addedBy: try row.column("added_by"),
        addedAt: try row.column("added_at"), stoppedAt: try row.column("stopped_at"), waits: waits,
        look: LastLook(
          at: try row.column("last_look"), success: try row.column("last_success"),
          problem: try row.column("problem")),
        nextLook: isStopped || waits ? nil : try row.column("next_look"),
        changes: (changes[try row.column("page_id")] ?? []).filter { $0.id > seen })
    }
  }

  private func changes(of pages: [Int64]) throws -> [Int64: [PageChange]] {
    let rows = try all(
      """
      select page_id, id, rfc3339(since), rfc3339(seen_at), kinds, words from page_changes
      where page_id = any(\(pages))
        and id > (select min(seen_change) from watches w where w.page_id = page_changes.page_id and w.stopped_at is null)
      order by id
      """, as: (Int64, Int64, String, String, [String], [String]).self)
    return Dictionary(
      grouping: rows.map { page, id, since, seenAt, kinds, words in
        let pieces = zip(kinds, words).compactMap { kind, words in
          WordPiece.Kind(rawValue: kind).map { WordPiece(kind: $0, words: words) }
        }
        return (page, PageChange(id: id, since: since, seenAt: seenAt, words: pieces))
      }, by: \.0
    ).mapValues { $0.map(\.1) }
  }

  /// The pages that are watched for claims, a line each.
  func watchNotes(ofClaims ids: [Int64]) throws -> [Int64: [WatchNote]] {
    let watched = try all(
      "select id, claim_id from watches where claim_id = any(\(ids)) and stopped_at is null",
      as: (Int64, Int64).self)
    guard !watched.isEmpty else { return [:] }
    let now = try instant()
    var notes: [Int64: [WatchNote]] = [:]
    let byID = Dictionary(uniqueKeysWithValues: watched)
    for watch in try watches("\(sql: standing) and w.id = any(\(watched.map(\.0)))") {
      if let claim = byID[watch.id] { notes[claim, default: []].append(WatchNote(watch, at: now)) }
    }
    return notes
  }

  /// Changes that nobody has marked as seen: for whoever filed the words that the claim stands in, else for whoever
  /// asked for the watch.
  func changedPages(for handle: String) throws -> [Waiting] {
    let ids = try all(
      """
      select w.id from watches_at_work w
      join members a on a.id = w.added_by
      left join watched_revisions v on v.draft_id = w.draft_id and w.claim_id is not null
      left join revisions r on r.id = v.revision_id
      left join members f on f.id = r.filed_by and f.active
      where coalesce(f.handle, a.handle) = \(handle)
        and exists (select from page_changes g where g.page_id = w.page_id and g.id > w.seen_change)
      order by w.id
      """, as: Int64.self)
    return try watches("w.id = any(\(ids))").compactMap { watch in
      guard let first = watch.changes.first, let last = watch.changes.last else { return nil }
      let parts = watch.about.split(separator: "/")
      let times = watch.changes.count == 1 ? "" : " \(watch.changes.count) times"
      return Waiting(
        kind: .pageChanged, draft: parts.first.map(String.init) ?? watch.about,
        about: parts.dropFirst().map(String.init),
        why:
          "\(watch.url) has changed\(times) since \(first.since.prefix(10)): \(last.inWords). That settles nothing: "
          + "look, and answer what it answers",
        since: last.seenAt, command: "stet watch seen \(watch.label)")
    }
  }
}
