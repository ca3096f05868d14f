import Editorial
import HTTPTypes
import Hummingbird
import Store
import TextAnalysis
import Wire

extension Service {
  func addClaimRoutes(to api: RouterGroup<Context>) {
    api.get("claims") { request, context in
      let statuses: [ClaimStatus] =
        switch try request.query("status") {
        case nil: [.live, .due]
        case "all": ClaimStatus.allCases
        default: [try request.query("status", as: ClaimStatus.self)].compactMap { $0 }
        }
      let found = try await newsroom(for: context).claims(
        draft: try request.query("draft"), statuses: statuses,
        all: try request.queryFlag("all"))
      return try json(ClaimList(claims: found.map { ClaimJSON($0.claim, status: $0.status) }))
    }
    api.post("drafts/:slug/claims") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(ClaimRequest.self, from: bytes)
      let expected = try body.expected.map { text in
        guard let date = PartialDate(text) else {
          throw Refusal(
            .unreadable, "date",
            "“\(text)” is no date; write 2025, 2025-03, 2025-03-01 or 2025-03-01/2025-03-08. Nothing was changed."
          )
        }
        return date
      }
      let answer = try await newsroom.addClaim(
        try context.path("slug"), quote: body.quote, kind: body.kind, expected: expected,
        matter: body.matter, caller: try context.caller(for: request, body: bytes), answer: claimAnswer)
      return response(answer, .created)
    }
    api.post("claims/:ref/dismissal") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(ReasonRequest.self, from: bytes)
      let answer = try await newsroom.dismissClaim(
        try context.path("ref"), reason: try reason(body.reason),
        caller: try context.caller(for: request, body: bytes), answer: claimAnswer)
      return response(answer, .ok)
    }
    api.post("claims/:ref/anchor") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(AnchorRequest.self, from: bytes)
      let anchor = Anchor(
        on: try day(body.date, "date"), what: try reason(body.what), source: try reason(body.source))
      let answer = try await newsroom.anchorClaim(
        try context.path("ref"), anchor, caller: try context.caller(for: request, body: bytes),
        answer: claimAnswer)
      return response(answer, .ok)
    }
    api.get("follow-ups") { request, context in
      let open: Bool? =
        switch try request.query("status") {
        case nil, "open": true
        case "closed": false
        case "all": nil
        case let other?:
          throw Refusal(.usage, "parameter", "“status” is open, closed or all, not “\(other)”.")
        }
      let found = try await newsroom(for: context).followUps(open: open)
      return try json(FollowUpList(followUps: found.map { FollowUpJSON($0.followUp, today: $0.today) }))
    }
    api.post("follow-ups/:label/closure") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(ClosureRequest.self, from: bytes)
      let closure = Closure(
        outcome: body.outcome, source: given(body.source), asOf: try body.asOf.map { try day($0, "asOf") },
        next: try body.next.map { try day($0, "next") }, note: given(body.note), revision: body.revision)
      let answer = try await newsroom.closeFollowUp(
        try context.path("label"), as: closure,
        caller: try context.caller(for: request, body: bytes),
        answer: followUpAnswer)
      return response(answer, .ok)
    }
  }
}

@Sendable func followUpAnswer(_ done: Journaled<DatedFollowUp>) throws -> [UInt8] {
  try encoded(
    FollowUpAnswer(
      followUp: FollowUpJSON(done.value.followUp, today: done.value.today),
      receipt: Receipt(notices: done.notices, journal: done.journal)))
}

@Sendable private func claimAnswer(_ done: Journaled<DatedClaim>) throws -> [UInt8] {
  try encoded(
    ClaimAnswer(
      claim: ClaimJSON(done.value.claim, status: done.value.status), receipt: Receipt(journal: done.journal)))
}
