import Editorial
import HTTPTypes
import Hummingbird
import Store
import TextAnalysis
import Wire

/// Claims that a matter is shown with.
private let shownClaims = 200
/// Proposals in one list.
private let shownProposals = 200

extension Service {
  func addMatterRoutes(to api: RouterGroup<Context>) {
    addMatterViews(to: api)
    api.post("matters") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(MatterRequest.self, from: bytes)
      let today = try await newsroom.today()
      let standing = try given(body.status).map { status in
        Move(
          to: status, since: try body.since.map(partialDate) ?? PartialDate(today),
          source: given(body.source) ?? "said when the matter was added")
      }
      let answer = try await newsroom.addMatter(
        NewMatter(
          slug: body.slug, title: try reason(body.title), kind: try reason(body.kind),
          court: given(body.court), parties: (body.parties ?? []).compactMap { given($0) },
          standing: standing),
        caller: try context.caller(for: request, body: bytes), answer: matterAnswer)
      return response(answer, .created)
    }
    api.post("matters/:slug/moves") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(MoveRequest.self, from: bytes)
      let move = Move(
        to: try reason(body.to), since: try partialDate(body.since), source: try reason(body.source),
        party: given(body.party), count: given(body.count), forcedBecause: given(body.force))
      let caller = try context.caller(for: request, body: bytes)
      let slug = try context.path("slug")
      if body.tries == true {
        return try json(moveAnswer(try await newsroom.tryMove(slug, move, caller: caller), tried: true))
      }
      let answer = try await newsroom.moveMatter(
        slug, move, caller: caller, answer: { try encoded(moveAnswer($0, tried: false)) })
      return response(answer, .created)
    }
    api.post("matters/:slug/links") { request, context in
      let bytes = try await request.bytes(context)
      let answer = try await newsroom.link(
        try context.path("slug"), try link(decode(MatterLinkRequest.self, from: bytes)),
        caller: try context.caller(for: request, body: bytes), answer: linkedAnswer)
      return response(answer, .created)
    }
    api.post("matters/:slug/unlinks") { request, context in
      let bytes = try await request.bytes(context)
      let answer = try await newsroom.unlink(
        try context.path("slug"), try link(decode(MatterLinkRequest.self, from: bytes)),
        caller: try context.caller(for: request, body: bytes), answer: linkedAnswer)
      return response(answer, .ok)
    }
    api.post("matters/:slug/merge") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(MergeRequest.self, from: bytes)
      let answer = try await newsroom.merge(
        try context.path("slug"), into: body.into, caller: try context.caller(for: request, body: bytes),
        answer: matterAnswer)
      return response(answer, .ok)
    }
    api.post("matters/:slug/relations") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(RelationRequest.self, from: bytes)
      guard let kind = MatterRelation.Kind(rawValue: body.relation) else {
        throw Refusal(
          .usage, "relation",
          "There is no relation “\(shortened(body.relation))”: there are "
            + "\(list(MatterRelation.Kind.allCases.map(\.rawValue), "and")). Nothing was changed.")
      }
      let answer = try await newsroom.relate(
        try context.path("slug"), kind, to: body.matter,
        caller: try context.caller(for: request, body: bytes), answer: matterAnswer)
      return response(answer, .created)
    }
    api.post("drafts/:slug/proposals/:matter") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(ProposalAnswerRequest.self, from: bytes)
      let answer = try await newsroom.answerProposal(
        of: try context.path("slug"), matter: try context.path("matter"), isAbout: body.about,
        caller: try context.caller(for: request, body: bytes), answer: linkedAnswer)
      return response(answer, .ok)
    }
  }

  private func addMatterViews(to api: RouterGroup<Context>) {
    api.get("matters") { request, context in
      let found = try await newsroom(for: context).matters(kind: try request.query("kind"))
      var list = MatterList(matters: found.map(MatterJSON.init))
      let (watches, now) = try await newsroom(for: context).watches(of: .matters)
      let shown = Set(list.matters.map(\.slug))
      list.watches = watches.filter { shown.contains($0.about) }.map { WatchJSON($0, at: now) }
      return try json(list)
    }
    api.get("matters/:slug") { _, context in
      let found = try await newsroom(for: context).matter(try context.path("slug"), limit: shownClaims)
      var answer = MatterPlacesAnswer(
        matter: MatterJSON(found.matter),
        claims: found.claims.map { ClaimJSON($0.claim, status: $0.status) }, linkedClaims: found.count,
        keyPoints: found.keyPoints.map(LinkedKeyPointJSON.init))
      let (watches, now) = try await newsroom(for: context).watches(of: .about(answer.matter.slug))
      answer.watches = watches.filter { $0.about == answer.matter.slug }.map { WatchJSON($0, at: now) }
      return try json(answer)
    }
    api.get("proposals") { request, context in
      let open = try await newsroom(for: context).proposals(
        draft: try request.query("draft"), limit: shownProposals)
      return try json(
        ProposalList(
          proposals: open.map {
            ProposalJSON(
              draft: $0.draft, matter: $0.matter, title: $0.title, words: $0.words, because: $0.because)
          }))
    }
  }
}

private func partialDate(_ text: String) throws -> PartialDate {
  guard let date = PartialDate(text) else {
    throw Refusal(
      .unreadable, "date",
      "“\(shortened(text))” is no date; write 2025, 2025-03, 2025-03-01, 2025-23 (autumn) or "
        + "2025-03-01/2025-03-08. Nothing was changed.")
  }
  return date
}

private func link(_ body: MatterLinkRequest) throws -> MatterLink {
  guard (1...100).contains(body.places.count) else {
    throw Refusal(
      .usage, "places", "Name 1 to 100 places, such as harbour-fire/C1. Nothing was changed.")
  }
  return MatterLink(places: body.places, says: given(body.says), party: given(body.party))
}

@Sendable private func matterAnswer(_ done: Journaled<MatterOnFile>) throws -> [UInt8] {
  try encoded(
    MatterAnswer(
      matter: MatterJSON(done.value), receipt: Receipt(notices: done.notices, journal: done.journal)))
}

@Sendable private func linkedAnswer(_ linked: Linked) throws -> [UInt8] {
  try encoded(
    MatterPlacesAnswer(
      matter: MatterJSON(linked.matter),
      claims: linked.claims.map { ClaimJSON($0.claim, status: $0.status) },
      linkedClaims: linked.claims.count, keyPoints: linked.keyPoints.map(LinkedKeyPointJSON.init),
      receipt: Receipt(notices: linked.notices, journal: linked.journal)))
}

private func moveAnswer(_ done: MatterMoved, tried: Bool) -> MoveAnswer {
  let outcome: MoveAnswer.Outcome =
    switch done.moved {
    case .moved: .moved
    case .already: .already
    case .putBefore: .putBefore
    }
  return MoveAnswer(
    outcome: outcome, entry: MatterJSON.Entry(done.moved.entry, of: done.matter.matter),
    matter: MatterJSON(done.matter), claims: done.claims, drafts: done.drafts,
    places: done.places.map { ClaimJSON($0, status: tried ? .live : .due) },
    lapsed: done.lapsed.map {
      MoveAnswer.Lapsed(draft: $0.draft, keyPoint: $0.label, member: $0.member)
    },
    plans: done.plans.map {
      MoveAnswer.Hindered(
        draft: $0.draft, revision: $0.revision, moment: ScheduleJSON.Moment($0.moment), by: $0.by)
    }, tried: tried, receipt: done.journal.map { Receipt(journal: $0) })
}

extension MatterJSON {
  fileprivate init(_ known: MatterOnFile) {
    self.init(
      known.matter, aliases: known.aliases,
      relations: known.relations.map {
        Relation(
          relation: $0.kind.rawValue, ofThis: $0.isFromHere, matter: $0.slug, title: $0.title,
          status: $0.status)
      })
  }
}

extension LinkedKeyPointJSON {
  fileprivate init(_ linked: LinkedKeyPoint) {
    self.init(
      draft: linked.draft, label: linked.label, words: linked.words, asserts: linked.asserts,
      party: linked.party)
  }
}
