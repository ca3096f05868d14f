import Editorial
import Postgres
import TextAnalysis

extension Transaction {
  /// What follows when somebody answers that words were wrong when they were published: each story that is out owes a
  /// correction, and approvals of key points that rest on these words end. Gives a line for each story.
  ///
  /// The claims' drafts are locked.
  func correct(_ claims: [Claim], because note: String, _ caller: Caller) throws -> [String] {
    try Dictionary(grouping: claims, by: \.draftID).sorted { $0.key < $1.key }.compactMap { id, wrong in
      let draft = try draft(id)
      guard draft.end == nil else { return nil }
      let resting = try keyPoints(restingOn: wrong.map(\.id), in: draft)
      let opened = try draft.live == nil ? nil : openCorrection(of: draft, about: resting, note, caller)
      let ended = try endApprovals(of: resting, in: draft, because: note, caller)
      guard opened != nil || !ended.isEmpty else { return nil }
      let lapsed = ended.isEmpty ? "" : "approvals of \(list(ended, "and")) ended"
      return "\(draft.slug): "
        + [opened.map { "\($0) is owed (stet corrections \(draft.slug))" }, lapsed].compactMap(\.self)
        .filter { $0 != "" }.joined(separator: ", ") + "."
    }
  }

  /// The correction that is open about these key points, or a new one.
  private func openCorrection(
    of draft: Draft, about resting: [(keyPoint: KeyPoint, isLive: Bool)], _ note: String, _ caller: Caller
  ) throws -> String {
    let live = resting.filter(\.isLive).map(\.keyPoint)
    let known = draft.corrections.first { one in
      one.state == .open && one.kind == .correction && Set(one.about.map(\.keyPoint)) == Set(live.map(\.id))
    }
    if let known { return known.label }
    let order = CorrectionOrder(kind: .correction, keyPoints: live.map(\.label), note: note)
    return try openCorrection(of: draft, order, caller).label
  }

  /// Key points that stand on claims, or are borne out by them, in the latest revision or in the one that readers see.
  private func keyPoints(
    restingOn claims: [Int64], in draft: Draft
  ) throws -> [(keyPoint: KeyPoint, isLive: Bool)] {
    let rows = try all(
      """
      select v.key_point_id, bool_or(d.live_revision_id = v.revision_id) is true
      from drafts d
      join claim_occurrences o on o.revision_id in (d.live_revision_id, d.latest_revision_id)
      join key_point_versions v on v.revision_id = o.revision_id
      where d.id = \(draft.id) and o.claim_id = any(\(claims)) and (
        (v.span_start < o.span_end and o.span_start < v.span_end)
        or exists (
          select from key_point_supports s
          where s.key_point_id = v.key_point_id and s.revision_id = v.revision_id
            and s.span_start < o.span_end and o.span_start < s.span_end))
      group by v.key_point_id
      """, as: (Int64, Bool).self)
    let isLive = Dictionary(rows, uniquingKeysWith: { first, _ in first })
    return draft.keyPoints.compactMap { point in isLive[point.id].map { (keyPoint: point, isLive: $0) } }
  }

  /// Gives the labels of the key points that had approvals.
  private func endApprovals(
    of resting: [(keyPoint: KeyPoint, isLive: Bool)], in draft: Draft, because note: String, _ caller: Caller
  ) throws -> [String] {
    let approved = resting.compactMap { one in
      let standing = one.keyPoint.standing.filter { $0.verdict == .approve }
      return standing.isEmpty ? nil : (label: one.keyPoint.label, signOffs: standing)
    }
    guard !approved.isEmpty else { return [] }
    try insertStandings(
      approved.flatMap(\.signOffs).map {
        WrittenStanding(
          signOff: $0.id, standing: .outdated, because: "wrong when published, said \(caller.handle): \(note)"
        )
      }, revision: draft.latest.id)
    let labels = approved.map(\.label)
    try journal(
      .draft(draft.id), by: caller.actor, "sign-offs-lapse",
      says: "The approvals of \(list(labels, "and")) ended: they rest on words that were wrong, said "
        + "\(caller.handle): \(note)",
      facts: ["keyPoints": labels.joined(separator: " ")], event: "sign-offs-lapsed")
    try project(try self.draft(draft.id))
    return labels
  }
}
