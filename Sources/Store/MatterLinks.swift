import Editorial
import Postgres
import TextAnalysis

/// A key point that is linked to a matter.
public struct LinkedKeyPoint: Sendable {
  public let draft: String
  public let label: String
  public let words: String
  public let asserts: String?
  public let party: String?
}

/// Places that somebody links to a matter, or unlinks from it.
public struct MatterLink: Sendable {
  /// As `harbour:C1` or `harbour:K2`.
  public let places: [String]
  /// The status that they assert, where it is not to be read from their words.
  public let says: String?
  public let party: String?

  public init(places: [String], says: String? = nil, party: String? = nil) {
    self.places = places
    self.says = says
    self.party = party
  }
}

/// Claims and key points as they are linked now.
public struct Linked: Sendable {
  public let matter: MatterOnFile
  public let claims: [DatedClaim]
  public let keyPoints: [LinkedKeyPoint]
  /// Address of the journal entry.
  public let journal: String
  /// What else it did, a line each.
  public var notices: [String] = []
}

/// A claim or key point as somebody names it.
private struct Place {
  let slug: String
  /// `C1`, `K2`, `headline`, in whatever case.
  let label: String

  init(_ reference: String) throws {
    let parts = reference.split(whereSeparator: { $0 == ":" || $0 == "/" }).map(String.init)
    guard parts.count == 2 else {
      throw Refusal(
        .usage, "reference",
        "“\(shortened(reference))” names no claim or key point: write DRAFT/C1 or DRAFT/K1. Nothing was changed."
      )
    }
    (slug, label) = (parts[0], parts[1])
  }

  func names(_ label: String) -> Bool { self.label.lowercased() == label.lowercased() }
}

extension Newsroom {
  /// Links claims and key points to a matter, with the status that they assert. What the matter contradicts already is
  /// due now.
  public func link(
    _ slug: String, _ link: MatterLink, caller: Caller,
    answer: @escaping @Sendable (Linked) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    let places = try link.places.map(Place.init)
    return try await perform(caller, answer: answer) { tx in
      _ = try tx.heldMatter(slug)
      let drafts = try tx.lockDrafts(Array(Set(places.map(\.slug))).sorted())
      let matter = try tx.matterToLink(slug, link)
      var (linked, journal, notices): ([String], String, [String]) = ([], "", [])
      for (slug, draft) in drafts.sorted(by: { $0.value.id < $1.value.id }) {
        try tx.mustBeOn(draft.desk, caller, "linked")
        notices += draft.claims.compactMap { claim in
          guard places.contains(where: { $0.slug == slug && $0.names(claim.label) }),
            let before = claim.matter,
            before != matter.matter.slug
          else { return nil }
          return "\(slug)/\(claim.label) was linked to the matter \(before), and is not any more."
        }
        var labels: [String] = []
        for place in places where place.slug == slug {
          labels.append(try tx.link(place, in: draft, to: matter, link, by: caller))
        }
        journal = try tx.journal(
          .draft(draft.id), by: caller.actor, "matter-link",
          says: "\(caller.handle) linked \(list(labels, "and")) to the matter \(matter.matter.slug).",
          facts: ["matter": matter.matter.slug, "places": labels.joined(separator: " ")])
        // What is limited stays out of the matter's journal: the number of its entries would tell.
        if draft.limit == nil { linked += labels.map { "\(slug)/\($0)" } }
      }
      if !linked.isEmpty {
        journal = try tx.journal(
          .matter(matter.id), by: caller.actor, "matter-link",
          says: "\(caller.handle) linked \(list(linked, "and")).",
          facts: ["matter": matter.matter.slug, "places": linked.joined(separator: " ")])
      }
      var done = try tx.linked(to: matter, places, journal: journal)
      done.notices = notices
      return done
    }
  }

  /// Takes links back. That a draft is not about the matter is remembered.
  public func unlink(
    _ slug: String, _ link: MatterLink, caller: Caller,
    answer: @escaping @Sendable (Linked) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    let places = try link.places.map(Place.init)
    return try await perform(caller, answer: answer) { tx in
      let id = try tx.heldMatter(slug)
      let drafts = try tx.lockDrafts(Array(Set(places.map(\.slug))).sorted())
      guard let matter = try tx.matters("m.id = \(id)").first else {
        throw DatabaseError.decoding("matter \(slug) is gone")
      }
      var unlinked: [String] = []
      var journal = ""
      for (slug, draft) in drafts.sorted(by: { $0.value.id < $1.value.id }) {
        try tx.mustBeOn(draft.desk, caller, "unlinked")
        let labels = try places.filter { $0.slug == slug }.map { place in
          try tx.unlink(place, in: draft, from: matter)
        }
        journal = try tx.journal(
          .draft(draft.id), by: caller.actor, "matter-unlink",
          says:
            "\(caller.handle) took back the link of \(list(labels, "and")) to the matter \(matter.matter.slug).",
          facts: ["matter": matter.matter.slug, "places": labels.joined(separator: " ")])
        if draft.limit == nil { unlinked += labels.map { "\(slug)/\($0)" } }
      }
      if !unlinked.isEmpty {
        journal = try tx.journal(
          .matter(matter.id), by: caller.actor, "matter-unlink",
          says: "\(caller.handle) took back the links of \(list(unlinked, "and")).",
          facts: ["matter": matter.matter.slug, "places": unlinked.joined(separator: " ")])
      }
      return try tx.linked(to: matter, [], journal: journal)
    }
  }

  /// Records that a matter comes from another one, as an appeal does.
  public func relate(
    _ slug: String, _ kind: MatterRelation.Kind, to other: String, caller: Caller,
    answer: @escaping @Sendable (Journaled<MatterOnFile>) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      try tx.mustBeOnADesk(caller, "related")
      let (one, two) = try tx.lockBoth(slug, other)
      let added = try tx.run(
        """
        insert into matter_relations (matter_id, relation, other_id, related_by)
        values (\(one.id), \(kind), \(two.id), \(caller.memberID)) on conflict do nothing
        """)
      guard added.affected == 1 else {
        throw Refusal(
          .conflict, "related",
          "\(one.matter.slug) and \(two.matter.slug) are related already. Nothing was changed.",
          next: ["stet matters show \(one.matter.slug)"])
      }
      let journal = try tx.journal(
        .matter(one.id), by: caller.actor, "matter-relate",
        says: "\(caller.handle) recorded: \(one.matter.slug), \(kind.rawValue) \(two.matter.slug).",
        facts: ["matter": one.matter.slug, "relation": kind.rawValue, "other": two.matter.slug])
      return Journaled(value: try tx.onFile(one.id), journal: journal)
    }
  }

  /// Says that two matters are one. Everything of the first goes to the other, and its name leads there.
  public func merge(
    _ slug: String, into other: String, caller: Caller,
    answer: @escaping @Sendable (Journaled<MatterOnFile>) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      try tx.mustBeOnADesk(caller, "merged")
      let (old, new) = try tx.lockBoth(slug, other)
      guard old.matter.isProposed || old.matter.kind == new.matter.kind else {
        throw Refusal(
          .conflict, "matter-kind",
          "Not merged. \(old.matter.slug) is of the kind \(old.matter.kind), \(new.matter.slug) of the kind "
            + "\(new.matter.kind). Nothing was changed; if one comes from the other, relate them.",
          next: ["stet matters relate \(old.matter.slug) related-to \(new.matter.slug)"])
      }
      try tx.lockDrafts(restingOn: [old.id, new.id])
      let (ofOld, ofNew) = (try tx.idsMerged(into: old.id), try tx.idsMerged(into: new.id))
      try tx.merge(old, into: new)
      let after = try tx.onFile(new.id)
      try tx.run("update matters set status = \(after.matter.statusInWords) where id = \(new.id)")
      let moved =
        (after.matter.stands(as: old.matter) ? [] : ofOld)
        + (after.matter.stands(as: new.matter) ? [] : ofNew)
      let notices = try tx.follow(after, until: moved, caller)
      let journal = try tx.journal(
        .matter(new.id), by: caller.actor, "matter-merge",
        says: "\(caller.handle) merged \(old.matter.slug) into \(new.matter.slug). The old name leads here.",
        facts: ["matter": new.matter.slug, "merged": old.matter.slug], event: "matter-merged")
      return Journaled(value: after, journal: journal, notices: notices)
    }
  }
}

extension Transaction {
  func onFile(_ id: Int64) throws -> MatterOnFile {
    guard let matter = try matters("m.id = \(id)").first else {
      throw DatabaseError.decoding("matter \(id) is gone")
    }
    return matter
  }

  /// Locks two matters in the order of their ids.
  fileprivate func lockBoth(_ slug: String, _ other: String) throws -> (MatterOnFile, MatterOnFile) {
    let (one, two) = (try matterID(slug), try matterID(other))
    guard one != two else {
      throw Refusal(
        .conflict, "same-matter", "\(slug) and \(other) are one matter. Nothing was changed.")
    }
    try run("select from matters where id in (\(one), \(two)) order by id for no key update")
    // Merged while this waited: what they are now is for whoever asks again to see.
    guard try matterID(slug) == one, try matterID(other) == two else {
      throw Refusal(
        .conflict, "merged", "\(slug) or \(other) was merged this moment. Nothing was changed.",
        next: ["stet matters show \(slug)"])
    }
    return (try onFile(one), try onFile(two))
  }

  fileprivate func matterToLink(_ slug: String, _ link: MatterLink) throws -> MatterOnFile {
    let found = try onFile(try matterID(slug))
    let matter = found.matter
    guard !matter.isProposed else {
      throw Refusal(
        .conflict, "matter-proposed",
        "Not linked. Nobody has said yet what kind of matter \(matter.slug) is. Nothing was changed.",
        next: ["stet matters new \(matter.slug) --title TITLE --kind KIND"])
    }
    if let says = link.says, let kind = MatterKind.all.first(where: { $0.name == matter.kind }),
      kind.status(says) == nil
    {
      throw Refusal(
        .unreadable, "matter-status",
        "Not linked. A matter of the kind \(kind.name) is never “\(shortened(says))”: there are "
          + "\(list(kind.statuses.map(\.name), "and")). Nothing was changed.")
    }
    if let party = link.party, !matter.parties.contains(party) {
      throw Refusal(
        .missing, "party",
        "Not linked. “\(shortened(party))” is no party of \(matter.slug). Nothing was changed.",
        next: ["stet matters show \(matter.slug)"])
    }
    return found
  }

  fileprivate func link(
    _ place: Place, in draft: Draft, to matter: MatterOnFile, _ link: MatterLink, by caller: Caller
  ) throws -> String {
    if let claim = draft.claims.first(where: { place.names($0.label) }) {
      try claim.mustBeOpen("linked")
      try self.link(claim, to: matter, says: link.says, party: link.party, policy: draft.policy)
      return claim.label
    }
    guard let keyPoint = draft.keyPoints.first(where: { place.names($0.label) }) else {
      throw Refusal(
        .missing, "place",
        "Not linked. \(draft.slug) has no claim or key point \(shortened(place.label)). Nothing was changed.",
        next: ["stet show \(draft.slug)", "stet claims \(draft.slug)"])
    }
    try run(
      """
      insert into key_point_matters (key_point_id, matter_id, asserts, asserts_party, said_by_person, linked_by)
      values (\(keyPoint.id), \(matter.id),
        \(link.says.map(matter.matter.nameOfStatus) ?? matter.matter.asserted(rule: "", words: keyPoint.words)),
        \(link.party ?? matter.matter.party(namedIn: keyPoint.words)), \(link.says != nil), \(caller.memberID))
      on conflict (key_point_id, matter_id) do update
      set asserts = excluded.asserts, asserts_party = excluded.asserts_party, said_by_person = excluded.said_by_person
      """)
    return keyPoint.label
  }

  /// Links a claim, with what it asserts. What is so already makes it due now; else a court's period may change its day.
  func link(
    _ claim: Claim, to found: MatterOnFile, says: String?, party: String?, policy: Policy
  ) throws {
    let matter = found.matter
    let asserted = says.map(matter.nameOfStatus) ?? matter.asserted(rule: claim.rule, words: claim.quote)
    let party = party ?? matter.party(namedIn: claim.quote)
    try run(
      """
      update claims set matter_id = \(found.id), asserts = \(asserted), asserts_party = \(party), overtaken_by = null, overtaken_at = null
      where id = \(claim.id)
      """)
    if let asserted, let entry = matter.standing(of: party),
      let because = entry.contradicts(asserted, expected: claim.expected, of: party, in: matter)
    {
      let today = try today()
      try run(
        """
        update claims set due = least(coalesce(due, \(today)), \(today)), due_because = \(because),
          overtaken_by = \(entry.number), overtaken_at = clock_timestamp(), quiet = false, waits = null
        where id = \(claim.id)
        """)
    } else if claim.asked == 0, let court = matter.court {
      let due = policy.due(
        rule: claim.rule, kind: claim.kind, expected: claim.expected, anchor: claim.anchor,
        dateline: claim.asOf,
        court: court)
      try run("update claims set due = \(due.on), due_because = \(due.because) where id = \(claim.id)")
    }
  }

  fileprivate func unlink(_ place: Place, in draft: Draft, from matter: MatterOnFile) throws -> String {
    let (claim, keyPoint) = (
      draft.claims.first { place.names($0.label) }, draft.keyPoints.first { place.names($0.label) }
    )
    let taken = try run(
      """
      with freed as (
        update claims set matter_id = null, asserts = null, asserts_party = null, overtaken_by = null, overtaken_at = null
        where id = \(claim?.id)::bigint and matter_id = \(matter.id) returning id),
      parted as (
        delete from key_point_matters
        where key_point_id = \(keyPoint?.id)::bigint and matter_id = \(matter.id) returning key_point_id)
      select from freed union all select from parted
      """)
    guard taken.count == 1, let label = claim?.label ?? keyPoint?.label else {
      throw Refusal(
        .missing, "link",
        "Not unlinked. \(draft.slug)/\(shortened(place.label)) is not linked to \(matter.matter.slug). Nothing was "
          + "changed.",
        next: ["stet matters show \(matter.matter.slug)"])
    }
    guard let claim, claim.asked == 0 else { return label }
    let due = draft.policy.due(
      rule: claim.rule, kind: claim.kind, expected: claim.expected, anchor: claim.anchor, dateline: claim.asOf
    )
    try run("update claims set due = \(due.on), due_because = \(due.because) where id = \(claim.id)")
    return label
  }

  fileprivate func linked(to matter: MatterOnFile, _ places: [Place], journal: String) throws -> Linked {
    let today = try today()
    let found = try claims(
      """
      c.matter_id = \(matter.id) and c.draft = any(\(places.map(\.slug)))
        and 'C' || c.number = any(\(places.map { $0.label.uppercased() }))
      """
    ).filter { claim in places.contains { $0.slug == claim.draft && $0.names(claim.label) } }
    let keyPoints = try linkedKeyPoints(of: matter.id).filter { linked in
      places.contains { $0.slug == linked.draft && $0.names(linked.label) }
    }
    return Linked(
      matter: matter, claims: found.map { DatedClaim(claim: $0, status: $0.status(on: today)) },
      keyPoints: keyPoints, journal: journal)
  }

  func linkedKeyPoints(of matter: Int64) throws -> [LinkedKeyPoint] {
    try all(
      """
      select d.slug, key_point_label(k.form, k.number), v.words, km.asserts, km.asserts_party
      from key_point_matters km
      join key_points k on k.id = km.key_point_id
      join readable_drafts d on d.id = k.draft_id
      cross join lateral (
        select words from key_point_versions kv where kv.key_point_id = k.id order by kv.revision_id desc limit 1) v
      where km.matter_id = \(matter) order by d.id, k.form, k.number
      """, as: (String, String, String, String?, String?).self
    ).map {
      LinkedKeyPoint(draft: $0.0, label: $0.1, words: $0.2, asserts: $0.3, party: $0.4)
    }
  }

  /// Does all that follows from where a merged matter stands, and says it, a line each. Approvals that were given until
  /// one of the matters in `moved` moves lapse. Its drafts are locked.
  fileprivate func follow(_ after: MatterOnFile, until moved: [Int64], _ caller: Caller) throws -> [String] {
    var notices: [String] = []
    for entry in after.matter.standings {
      let (claims, drafts) = try overtake(by: entry, of: after)
      let lapsed = try lapse(by: entry, of: after, until: moved, caller)
      let plans = try hinder(by: entry, of: after, lapsed.map(\.draft), caller)
      let shown = try readable(lapsed.map(\.draft) + plans.map(\.draft))
      let stands = "\(after.matter.slug) is \(entry.told(in: after.matter))"
      if claims > 0 {
        notices.append(
          "\(claims) claim\(claims == 1 ? "" : "s") in \(drafts) draft\(drafts == 1 ? "" : "s") say\(claims == 1 ? "s" : "") "
            + "otherwise and \(claims == 1 ? "is" : "are") due now: \(stands).")
      }
      notices += lapsed.filter { shown.contains($0.draft) }.map { lapsed in
        let one = lapsed.signOff
        return "\(one.draft)/\(one.label): the approval by \(one.member) lapsed; it is to be signed again."
      }
      notices += plans.filter { shown.contains($0.draft) }.map(\.plan).map { plan in
        "r\(plan.revision) of \(plan.draft) does not go out on \(plan.moment.inBothZones) as it stands, as "
          + "\(plan.by) had planned."
      }
    }
    // A plan that rests on two parties' claims is told once.
    var told: Set<String> = []
    return notices.filter { told.insert($0).inserted }
  }

  fileprivate func merge(_ old: MatterOnFile, into new: MatterOnFile) throws {
    let last = new.matter.timeline.map(\.number).max() ?? 0
    try insertParties(old.matter.parties.filter { !new.matter.parties.contains($0) }, of: new.id)
    let moving: [SQL] = [
      """
      insert into matter_statuses (matter_id, number, status, since, source, party, count, recorded_by, recorded_on, at,
        forced_because)
      select \(new.id)::bigint, \(last)::integer + row_number() over (order by o.number), o.status, o.since, o.source,
        o.party, o.count, o.recorded_by, o.recorded_on, o.at, o.forced_because
      from matter_statuses o
      where o.matter_id = \(old.id) and not exists (
        select from matter_statuses n where n.matter_id = \(new.id) and n.status = o.status and n.since = o.since
          and n.party is not distinct from o.party and n.count is not distinct from o.count)
      """,
      "update claims set matter_id = \(new.id), overtaken_by = null, overtaken_at = null where matter_id = \(old.id)",
      """
      insert into key_point_matters (key_point_id, matter_id, asserts, asserts_party, said_by_person, linked_by, at)
      select key_point_id, \(new.id)::bigint, asserts, asserts_party, said_by_person, linked_by, at
      from key_point_matters
      where matter_id = \(old.id) on conflict do nothing
      """,
      "delete from key_point_matters where matter_id = \(old.id)",
      """
      insert into matter_relations (matter_id, relation, other_id, related_by, at)
      select \(new.id)::bigint, relation, other_id, related_by, at from matter_relations
      where matter_id = \(old.id) and other_id <> \(new.id)
      union all
      select matter_id, relation, \(new.id)::bigint, related_by, at from matter_relations
      where other_id = \(old.id) and matter_id <> \(new.id)
      on conflict do nothing
      """,
      """
      update watches o set stopped_by = o.added_by, stopped_at = now()
      where o.matter_id = \(old.id) and o.stopped_at is null and exists (
        select from watches n where n.matter_id = \(new.id) and n.page_id = o.page_id and n.stopped_at is null)
      """,
      "update watches set matter_id = \(new.id) where matter_id = \(old.id)",
      "update follow_ups set matter_id = \(new.id) where matter_id = \(old.id)",
      """
      delete from matter_proposals p where p.matter_id = \(old.id) and exists (
        select from matter_proposals n where n.matter_id = \(new.id) and n.draft_id = p.draft_id)
      """,
      "update matter_proposals set matter_id = \(new.id) where matter_id = \(old.id)",
      "update matters set merged_into = \(new.id), status = 'merged' where id = \(old.id) or merged_into = \(old.id)",
      """
      update matters set name_words = array(select distinct unnest(m.name_words || o.name_words) order by 1)
      from matters m, matters o where matters.id = \(new.id) and m.id = \(new.id) and o.id = \(old.id)
      """,
    ]
    for statement in moving { try run(statement) }
  }
}
