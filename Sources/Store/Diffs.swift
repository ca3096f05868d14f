import Editorial
import Postgres
import TextAnalysis

/// Two revisions of a draft beside each other, with what the later ones did to sign-offs.
public struct DraftDiff: Sendable {
  public let slug: String
  public let from: Revision
  public let to: Revision
  public let differences: [Difference]
  /// Sign-offs that a revision behind `from`, up to `to`, carried or outdated, as they stood at `to`.
  public let signOffs: [Effect]

  public struct Effect: Sendable {
    public let label: String
    public let member: String
    public let read: Read
    public let verdict: Verdict
    public let standing: Standing
    public let because: String
    public let invitedBy: String?
  }
}

/// Which two revisions are meant.
public enum DiffOrder: Sendable {
  /// Nil: the one before `to`, and the latest.
  case revisions(from: Int?, to: Int?)
  /// From the revision that this member signed last, to the latest.
  case sinceSignOff(of: String)
}

extension Newsroom {
  public func diff(of slug: String, _ order: DiffOrder) async throws -> DraftDiff {
    try await read { tx in
      let id = try tx.draftID(slug)
      let revisions = try tx.revisions(of: id).values.sorted { $0.number < $1.number }
      guard let latest = revisions.last else { throw DatabaseError.decoding("draft \(id) has no revision") }
      func revision(_ number: Int) throws -> Revision {
        guard let found = revisions.first(where: { $0.number == number }) else {
          throw Refusal(
            .missing, "revision", "\(slug) has no r\(number); its latest is r\(latest.number).",
            next: ["stet show \(slug)"])
        }
        return found
      }
      let (from, to): (Revision, Revision)
      switch order {
      case .revisions(let first, let last):
        to = try last.map(revision) ?? latest
        guard first != nil || to.number > 1 else {
          throw Refusal(
            .missing, "revision", "\(slug) has one revision: there is nothing to compare.",
            next: ["stet show \(slug)"])
        }
        from = try revision(first ?? to.number - 1)
      case .sinceSignOff(let member):
        to = latest
        let signed = try tx.first(
          """
          select max(r.number) from sign_offs s join key_points k on k.id = s.key_point_id
          join revisions r on r.id = s.revision_id join members m on m.id = s.member_id
          where k.draft_id = \(id) and m.handle = \(member)
          """, as: (Int?).self)
        guard let number = signed ?? nil else {
          throw Refusal(
            .missing, "no-sign-off", "\(member) has signed nothing of \(slug).", next: ["stet diff \(slug)"])
        }
        from = try revision(number)
      }
      return DraftDiff(
        slug: slug, from: from, to: to,
        differences: Editorial.differences(from: try tx.compared(from), to: try tx.compared(to)),
        signOffs: try tx.effects(of: id, after: from.id, upTo: to.id))
    }
  }
}

extension Transaction {
  fileprivate func compared(_ revision: Revision) throws -> ComparedRevision {
    guard let text = try first("select text from revisions where id = \(revision.id)", as: (String).self)
    else {
      throw DatabaseError.decoding("revision \(revision.id) is gone")
    }
    let points = try all(
      """
      select k.form, k.number, v.words from key_point_versions v join key_points k on k.id = v.key_point_id
      where v.revision_id = \(revision.id) order by v.position
      """, as: (Form, Int, String).self)
    return ComparedRevision(
      text: DatedText(try Filing.read(Array(text.utf8)), dateline: revision.dateline),
      keyPoints: points.map { (label: $0.0.label($0.1), words: $0.2) })
  }

  fileprivate func effects(of draft: Int64, after from: Int64, upTo to: Int64) throws -> [DraftDiff.Effect] {
    try all(
      """
      select k.form, k.number, m.signer, s.read, s.verdict, t.standing, t.because, b.handle
      from sign_offs s
      join key_points k on k.id = s.key_point_id
      join signers m on m.id = s.member_id
      left join invited_sign_offs v on v.sign_off_id = s.id
      left join invitations i on i.id = v.invitation_id
      left join members b on b.id = i.invited_by
      cross join lateral (
        select st.standing, st.because, st.revision_id from sign_off_standings st
        where st.sign_off_id = s.id and st.revision_id <= \(to)
        order by st.id desc limit 1) t
      where k.draft_id = \(draft) and t.revision_id > \(from) and t.standing in ('carried', 'outdated')
      order by k.form <> 'key-point', k.form, k.number, s.id
      """, as: (Form, Int, String, Read, Verdict, Standing, String, String?).self
    ).map { form, number, member, read, verdict, standing, because, invitedBy in
      DraftDiff.Effect(
        label: form.label(number), member: member, read: read, verdict: verdict, standing: standing,
        because: because, invitedBy: invitedBy)
    }
  }
}
