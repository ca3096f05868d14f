import Editorial
import Postgres
import TextAnalysis

/// What a policy looks at in a draft besides its sign-offs.
struct JudgedBy {
  var claimPlaces: [ClaimPlace] = []
  var accusations: [AccusingSentence] = []
  var waivers: [Waiver] = []
  var replies: [Reply] = []
  var agreements: [Agreement] = []
  var convictions: [ToldConviction] = []
}

extension Policy {
  /// Whether accusations have to be looked for in the text.
  fileprivate var asksOfAccusations: Bool {
    coverage || replyHours != nil || reads.values.joined().contains { $0.when?.accusation == true }
  }
}

extension Transaction {
  /// Loads only what the policy asks about: most ask about nothing of it.
  ///
  /// - Parameter all: also what it does not ask about, to hold another policy against the draft.
  func whatPolicyLooksAt(
    _ policy: Policy, of draft: Int64, latest: Revision, in revisions: [Int64: Revision], all: Bool = false
  ) throws -> JudgedBy {
    var judged = JudgedBy()
    if all || policy.reads.values.joined().contains(where: { !($0.when?.claims ?? []).isEmpty }) {
      judged.claimPlaces = try self.all(
        """
        select c.kind, o.span_start, o.span_end from claims c join claim_occurrences o on o.claim_id = c.id
        where c.draft_id = \(draft) and o.revision_id = \(latest.id) and c.dismissed_at is null
        """, as: (ClaimKind, Int, Int).self
      ).map { ClaimPlace(kind: $0.0, span: span($0.1, $0.2)) }
    }
    let text = try all || policy.asksOfAccusations ? text(of: latest) : nil
    if let text {
      let authors = try knownAuthors(of: draft, before: latest.id)
      judged.accusations = try accusations(in: text).map { found in
        let words = slice(text.text, found.sentence)
        return AccusingSentence(
          sentence: try support(found.sentence, words, authors, revisions), words: words,
          person: slice(text.text, found.person), isNamed: found.isNamed)
      }
      judged.replies = try replies(of: draft, text: text.text)
    }
    judged.convictions = try convictions(told: text, in: latest, of: draft, revisions)
    if text != nil || !judged.convictions.isEmpty {
      judged.waivers = try self.all(
        """
        select w.sentence_digest, w.member_id, m.handle, w.reason, rfc3339(w.at)
        from waivers w join members m on m.id = w.member_id where w.draft_id = \(draft) order by w.at
        """, as: ([UInt8], Int64, String, String, String).self
      ).map { Waiver(sentenceDigest: $0.0, memberID: $0.1, member: $0.2, reason: $0.3, at: $0.4) }
    }
    if all || policy.againstLegal != nil {
      judged.agreements = try self.all(
        """
        select a.sign_off_id, a.member_id, m.handle, rfc3339(a.at), a.words_digest
        from agreements a join members m on m.id = a.member_id
        join sign_offs s on s.id = a.sign_off_id join key_points k on k.id = s.key_point_id
        where k.draft_id = \(draft) order by a.at
        """, as: (Int64, Int64, String, String, [UInt8]).self
      ).map { Agreement(signOff: $0.0, memberID: $0.1, member: $0.2, at: $0.3, wordsDigest: $0.4) }
    }
    return judged
  }

  /// What a revision that is not out as it stands tells of convictions. Most say nothing of penalties, and are not read for
  /// it.
  private func convictions(
    told known: Manuscript?, in latest: Revision, of draft: Int64, _ revisions: [Int64: Revision]
  ) throws -> [ToldConviction] {
    let speaks = try first(
      """
      select true from revisions r join drafts d on d.id = r.draft_id
      where r.id = \(latest.id) and d.live_revision_id is distinct from r.id and d.ended is null
        and r.text ~* \(wordsOfPenalties.joined(separator: "|"))
      """, as: Bool.self)
    guard speaks == true else { return [] }
    let text = try known ?? text(of: latest)
    let found = TextAnalysis.convictions(in: text, dateline: latest.dateline)
    guard !found.isEmpty else { return [] }
    let authors = try knownAuthors(of: draft, before: latest.id)
    return try found.map { conviction in
      let words = slice(text.text, conviction.sentence)
      return ToldConviction(
        sentence: try support(conviction.sentence, words, authors, revisions), words: words,
        quote: slice(text.text, conviction.quote), conviction: conviction)
    }
  }

  private func support(
    _ span: Span, _ words: String, _ authors: Authors, _ revisions: [Int64: Revision]
  ) throws -> Support {
    let by = authors.of(words)
    guard let from = revisions[by.wordsFrom], let writtenIn = revisions[by.writtenIn] else {
      throw DatabaseError.decoding("a statement names a revision that is not its draft's")
    }
    return Support(span: span, wordsFrom: from, writtenIn: writtenIn)
  }

  private func text(of revision: Revision) throws -> Manuscript {
    guard let text = try first("select text from revisions where id = \(revision.id)", as: (String).self)
    else {
      throw DatabaseError.decoding("revision \(revision.id) is gone")
    }
    return try Filing.read(Array(text.utf8))
  }

  /// In the order in which they were recorded.
  private func replies(of draft: Int64, text: String) throws -> [Reply] {
    try all(
      """
      select r.person, m.handle, rfc3339(r.asked_at), r.how, rfc3339(r.until), r.answer, r.no_answer, r.why_not
      from replies r join members m on m.id = r.recorded_by where r.draft_id = \(draft) order by r.id
      """, as: (String, String, String?, String?, String?, String?, Bool, String?).self
    ).map { person, member, askedAt, how, until, answer, noAnswer, whyNot in
      guard let askedAt, let how, let until else {
        return Reply(person: person, course: .decided(by: member, why: whyNot ?? ""))
      }
      let told: Reply.Answer? =
        answer.map { .told(words: $0, stands: contains($0, in: text)) }
        ?? (noAnswer ? .none(saidBy: member) : nil)
      return Reply(person: person, course: .asked(at: askedAt, how: how, until: until, answer: told))
    }
  }
}
