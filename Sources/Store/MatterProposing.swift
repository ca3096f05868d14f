import Editorial
import Postgres
import TextAnalysis

/// What a draft may be about, waiting for a person.
public struct OpenProposal: Sendable {
  public let draft: String
  public let matter: String
  public let title: String
  /// The words of the draft.
  public let words: String
  public let because: String
}

/// How a notice begins that words are overtaken.
private let movedNotice = "No longer so?"
/// Names of a draft by which matters are looked up.
private let mostNames = 400
/// Matters that a draft is compared with: those that share most names with it.
private let mostCandidates = 40

extension Newsroom {
  /// Proposals that nobody has answered, of one draft or all, the newest first.
  public func proposals(draft: String?, limit: Int) async throws -> [OpenProposal] {
    try await read { tx in
      let id = try draft.map { try tx.draftID($0) }
      return try tx.all(
        """
        select d.slug, m.slug, m.title, p.words, p.because
        from matter_proposals p join readable_drafts d on d.id = p.draft_id join matters m on m.id = p.matter_id
        where p.confirmed is null and (\(id)::bigint is null or p.draft_id = \(id)) and d.ended is null
        order by p.at desc, d.id, m.slug limit \(limit)
        """, as: (String, String, String, String, String).self
      ).map { OpenProposal(draft: $0.0, matter: $0.1, title: $0.2, words: $0.3, because: $0.4) }
    }
  }

  /// Says that a draft is about a matter, or that it is not. A yes links the claims that say something of it; a no is
  /// remembered.
  public func answerProposal(
    of slug: String, matter: String, isAbout: Bool, caller: Caller,
    answer: @escaping @Sendable (Linked) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let id = try tx.heldMatter(matter)
      let draft = try tx.lockDraft(slug)
      try tx.mustBeOn(draft.desk, caller, "answered")
      let found = try tx.onFile(id)
      let answered = try tx.run(
        """
        update matter_proposals set confirmed = \(isAbout), answered_by = \(caller.memberID), answered_at = now()
        where draft_id = \(draft.id) and matter_id = \(id) and confirmed is null
        """)
      guard answered.affected == 1 else {
        throw Refusal(
          .missing, "proposal",
          "\(found.matter.slug) is not proposed for \(slug), or somebody has answered that. Nothing was changed.",
          next: ["stet matters proposals \(slug)"])
      }
      let linked = isAbout ? try tx.linkWhatFits([found], in: draft.id, policy: draft.policy) : []
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, isAbout ? "matter-confirm" : "matter-refuse",
        says: isAbout
          ? "\(caller.handle) said that this is about the matter \(found.matter.slug)"
            + (linked.isEmpty ? "." : "; \(list(linked.map(\.label), "and")) linked.")
          : "\(caller.handle) said that this is not about the matter \(found.matter.slug).",
        facts: ["matter": found.matter.slug])
      let (after, today) = (try tx.claims("c.id = any(\(linked.map(\.id)))"), try tx.today())
      return Linked(
        matter: found, claims: after.map { DatedClaim(claim: $0, status: $0.status(on: today)) },
        keyPoints: [], journal: journal)
    }
  }
}

extension Transaction {
  /// Links the claims of a filing to the matters that it names, proposes others that it may be about, and says what of
  /// it is no longer so.
  func linkAndPropose(
    _ manuscript: Manuscript, draft: Int64, slug: String, policy: Policy, named ids: [Int64], isNew: Bool
  ) throws -> [String] {
    let unsure = try readAnew(draft, slug)
    // What people confirmed or linked stays theirs in other words, too.
    let known = try all(
      """
      select matter_id from matter_proposals where draft_id = \(draft) and confirmed
      union select matter_id from claims where draft_id = \(draft) and matter_id is not null
      """, as: Int64.self)
    let named = try matters("m.id = any(\(ids + known)) and m.merged_into is null")
    try linkWhatFits(named, in: draft, policy: policy)
    let notices = try noLongerSo(in: draft)
    let candidates = try candidates(for: manuscript, named: named.map(\.matter.slug))
    let proposed = try propose(
      candidates, manuscript, draft: draft, slug: slug, named: named.map(\.matter.slug))
    let told = (candidates + named).map(\.known)
    return notices + unsure + (try undescribed(named.filter { ids.contains($0.id) })) + proposed
      + (isNew ? unknownCases(in: manuscript, among: told).prefix(3).map(offer) : [])
  }

  /// What the latest revision says and its matter has moved on from, a sentence each, for whoever files, signs or publishes.
  func noLongerSo(in draft: Int64) throws -> [String] {
    try claims(
      """
      c.draft_id = \(draft) and c.overtaken_by is not null and c.dismissed_at is null and c.retired_at is null
        and exists (select from claim_occurrences o join drafts d on d.latest_revision_id = o.revision_id
          where o.claim_id = c.id)
      """
    ).map { "\(movedNotice) \($0.label) “\(shortened($0.quote))”: \($0.due.because)." }
  }

  /// Reads anew what linked key points assert whose words this revision changed. What a person said they assert stays;
  /// where the words read otherwise, gives a line that says so.
  private func readAnew(_ draft: Int64, _ slug: String) throws -> [String] {
    let changed = try all(
      """
      select km.key_point_id, km.matter_id, v.words, key_point_label(k.form, k.number), km.asserts, km.said_by_person
      from key_point_matters km
      join key_points k on k.id = km.key_point_id join drafts d on d.id = k.draft_id
      join key_point_versions v on v.key_point_id = k.id and v.revision_id = d.latest_revision_id
      where d.id = \(draft) and v.words_from = d.latest_revision_id
      """, as: (Int64, Int64, String, String, String?, Bool).self)
    return try changed.compactMap { keyPoint, id, words, label, said, byPerson in
      let matter = try onFile(id).matter
      let asserted = matter.asserted(rule: "", words: words)
      guard byPerson, let said else {
        try run(
          """
          update key_point_matters set asserts = \(asserted), asserts_party = \(matter.party(namedIn: words))
          where key_point_id = \(keyPoint) and matter_id = \(id)
          """)
        return nil
      }
      guard let asserted, asserted != said else { return nil }
      return
        "\(label) was linked to the matter \(matter.slug) as saying “\(matter.phrase(for: said))”; its words are new "
        + "and read as “\(matter.phrase(for: asserted))”. If they say that: stet matters link \(matter.slug) "
        + "\(slug)/\(label) --says \(asserted)."
    }
  }

  /// What a filing says of matters that it names and nobody has described: they may be slips of the pen.
  private func undescribed(_ named: [MatterOnFile]) throws -> [String] {
    let unknown = named.map(\.matter).filter(\.isProposed)
    guard !unknown.isEmpty else { return [] }
    let known = try all("select slug from matters where kind <> \(Matter.unknownKind)", as: String.self)
    return unknown.map { matter in
      let meant = nearestWord(to: matter.slug, among: known).map { " Did you mean “\($0)”?" } ?? ""
      return
        "It names the matter “\(matter.slug)”, and nobody has said what that is: nothing follows it.\(meant) To follow "
        + "it: stet matters new \(matter.slug) --title TITLE --kind KIND."
    }
  }

  /// Links the open claims of a draft that no matter has, each to the only one of these of which it says something.
  @discardableResult
  func linkWhatFits(
    _ matters: [MatterOnFile], in draft: Int64, policy: Policy
  ) throws -> [Claim] {
    let known = matters.filter { !$0.matter.isProposed }
    guard !known.isEmpty else { return [] }
    let free = try claims(
      "c.draft_id = \(draft) and c.matter_id is null and c.dismissed_at is null and c.retired_at is null")
    return try free.filter { claim in
      let fitting = known.filter { $0.matter.asserted(rule: claim.rule, words: claim.quote) != nil }
      guard fitting.count == 1, let only = fitting.first else { return false }
      try link(claim, to: only, says: nil, party: nil, policy: policy)
      return true
    }
  }

  /// The matters that a draft may be about: those that share most names with it, and those that come from one of the
  /// named ones.
  private func candidates(for manuscript: Manuscript, named: [String]) throws -> [MatterOnFile] {
    let names = Array(nameWords(in: manuscript.text).prefix(mostNames))
    return try matters(
      """
      m.merged_into is null and m.kind <> \(Matter.unknownKind) and (
        m.id in (
          select id from matters where name_words && \(names)::text[]
          order by cardinality(array(select unnest(name_words) intersect select unnest(\(names)::text[]))) desc, id
          limit \(mostCandidates))
        or m.id in (select r.matter_id from matter_relations r join matters o on o.id = r.other_id
          where o.slug = any(\(named))))
      """)
  }

  private func propose(
    _ candidates: [MatterOnFile], _ manuscript: Manuscript, draft: Int64, slug: String, named: [String]
  ) throws -> [String] {
    guard !candidates.isEmpty else { return [] }
    let ids = candidates.map(\.id)
    let refused = try all(
      """
      select m.slug, p.draft_id = \(draft), p.name from matter_proposals p join matters m on m.id = p.matter_id
      where p.matter_id = any(\(ids)) and not p.confirmed
        and (p.draft_id = \(draft) or p.draft_id not in (select id from drafts where limited))
      """, as: (String, Bool, String?).self)
    let proposals = matterProposals(
      in: manuscript,
      among: candidates.map(\.known), linked: named,
      refused: refused.map { RefusedProposal(matter: $0.0, isHere: $0.1, name: $0.2) })
    let notices: [String] = try proposals.compactMap { proposal in
      guard let found = candidates.first(where: { $0.matter.slug == proposal.matter }) else { return nil }
      let added = try run(
        """
        insert into matter_proposals (draft_id, matter_id, words, because, name)
        values (\(draft), \(found.id), \(proposal.words), \(proposal.because), \(proposal.name))
        on conflict do nothing
        """)
      return added.affected == 1 ? notice(proposal, of: found.matter, in: slug) : nil
    }
    // What is no longer so comes before what only may be so.
    return notices.filter { $0.hasPrefix(movedNotice) }
      + notices.filter { !$0.hasPrefix(movedNotice) }
  }

  /// What a filing says of a case that no matter is.
  private func offer(_ name: String) -> String {
    "It names the case “\(name)”, of which there is no matter. To follow it: stet matters new "
      + "\(Slug.make(from: name) ?? "SLUG") --title \"\(name)\" --kind prosecution (or lawsuit)."
  }

  /// What a filing says of a proposal; first of all where the words are no longer so.
  private func notice(_ proposal: MatterProposal, of matter: Matter, in slug: String) -> String {
    let party = matter.party(namedIn: proposal.words)
    let otherwise = matter.asserted(rule: "", words: proposal.words).flatMap { said in
      matter.standing(of: party)?.contradicts(said, expected: nil, of: party, in: matter)
    }
    return
      (otherwise.map { "\(movedNotice) “\(shortened(proposal.words))”: if this is \(matter.slug), \($0). " }
      ?? "")
      + "It may be about the matter \(matter.slug) (\(matter.title)): \(proposal.because). Yes: stet matters confirm "
      + "\(matter.slug) \(slug). No: stet matters refuse \(matter.slug) \(slug)."
  }
}

extension MatterOnFile {
  fileprivate var known: KnownMatter {
    KnownMatter(
      slug: matter.slug, title: matter.title, kind: matter.kind, parties: matter.parties,
      relatedTo: relations.filter(\.isFromHere).map(\.slug))
  }
}
