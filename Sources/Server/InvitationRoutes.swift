import Editorial
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Store
import TextAnalysis
import Wire

extension Service {
  func addInvitationRoutes(to api: RouterGroup<Context>) {
    api.get("drafts/:slug/invitations") { _, context in
      let draft = try await newsroom(for: context).draft(try context.path("slug"))
      return try json(
        InvitationList(draft: draft.slug, invitations: draft.invitations.map(InvitationJSON.init)))
    }
    api.post("drafts/:slug/invitations") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(InvitationRequest.self, from: bytes)
      let token = Token.random(.invitation)
      let stored = try await newsroom.invite(
        to: try context.path("slug"),
        InvitationOrder(
          labels: body.keyPoints, read: body.read, name: comparableWords(body.name),
          question: given(body.note)),
        until: try deadline(body.until), digest: token.digest,
        caller: try context.caller(for: request, body: bytes), answer: invitationAnswer)
      guard !stored.isReplay else { return response(stored, .created) }
      // Only here is the token told: what is kept for a repeated request has none.
      var answer = try JSONDecoder().decode(InvitationAnswer.self, from: Data(stored.body))
      answer.path = "/invitations/\(token.text)"
      answer.link = publicURL.map { "\($0)/invitations/\(token.text)" }
      return response(try encoded(answer), .created)
    }
    api.post("drafts/:slug/invitations/:label/withdrawal") { request, context in
      let bytes = try await request.bytes(context)
      guard bytes.isEmpty || bytes == Array("{}".utf8) else {
        throw Refusal(
          .unreadable, "json", "An invitation is taken back without a body. Nothing was changed.")
      }
      let answer = try await newsroom.withdrawInvitation(
        try context.path("label"), to: try context.path("slug"),
        caller: try context.caller(for: request, body: bytes), answer: invitationAnswer)
      return response(answer, .ok)
    }
  }

  /// What an expert does without signing in. The token is all of the address that varies, and the log has the route's
  /// pattern alone.
  func addExpertRoutes(to router: Router<Context>) {
    for prefix in ["/v1/invitations/:token", "/invitations/:token"] {
      router.get(RouterPath(prefix)) { _, context in
        let shown = try await newsroom.invitation(try context.parameters.require("token"))
        return try json(ShownInvitationJSON(shown))
      }
      router.post(RouterPath(prefix)) { request, context in
        let body = try decode(ExpertRequest.self, from: try await request.bytes(context))
        let answer = ExpertAnswer(
          verdict: body.verdict, basis: body.basis, comment: given(body.comment), reason: given(body.reason),
          evidence: try addresses(body.evidence ?? []))
        let outcome = try await newsroom.answerInvitation(
          try context.parameters.require("token"), answer, revision: body.revision)
        return response(
          try encoded(
            ExpertReceipt(
              state: outcome.invitation.state, verdict: body.verdict, journal: outcome.journal)), .created)
      }
    }
  }
}

@Sendable private func invitationAnswer(_ outcome: InvitationOutcome) throws -> [UInt8] {
  try encoded(
    InvitationAnswer(
      draft: outcome.draft, invitation: InvitationJSON(outcome.invitation), journal: outcome.journal))
}

extension ShownInvitationJSON {
  fileprivate init(_ shown: ShownInvitation) {
    self.init(
      name: shown.invitation.name, askedBy: shown.asks, headline: shown.headline, read: shown.invitation.read,
      question: shown.invitation.question, until: shown.invitation.until, revision: shown.revision,
      keyPoints: shown.keyPoints.map(KeyPoint.init), changes: shown.changes)
  }
}

/// A deadline, with seconds or without, in UTC, with an offset, or in the newsroom's zone.
private func deadline(_ text: String) throws -> String {
  let shape =
    /[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?/
  guard text.wholeMatch(of: shape) != nil, CivilDate(String(text.prefix(10))) != nil else {
    throw Refusal(
      .unreadable, "until",
      "“\(text.prefix(40))” is no deadline; write it as 2026-11-25T18:00. Nobody was invited.")
  }
  return text
}
