import Editorial
import HTTPTypes
import Hummingbird
import Store
import TextAnalysis
import Wire

extension Service {
  func addContradictionRoutes(to api: RouterGroup<Context>) {
    api.get("contradictions") { request, context in
      let page = try await newsroom(for: context).contradictions(
        try contradictionFilter(request, caller: context.bearer?.handle ?? ""),
        limit: try request.query("limit").map(pageSize) ?? 50, after: try request.query("after"))
      return try json(
        ContradictionList(contradictions: page.contradictions.map(ContradictionJSON.init), next: page.next))
    }
    api.get("drafts/:slug/comparisons/:other") { request, context in
      let (slug, other) = (try context.path("slug"), try context.path("other"))
      let (mine, theirs) = (try request.query("quote"), try request.query("against"))
      let quotes: (mine: String, theirs: String)?
      switch (mine, theirs) {
      case (let mine?, let theirs?): quotes = (mine, theirs)
      case (nil, nil): quotes = nil
      default:
        throw Refusal(.usage, "quote", "“quote” and “against” go together: a passage of each story.")
      }
      return try json(
        ComparisonAnswer(
          slug, try await newsroom(for: context).comparison(of: slug, with: other, quotes: quotes)))
    }
    api.post("drafts/:slug/contradictions") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(FlagRequest.self, from: bytes)
      let answer = try await newsroom.flag(
        try context.path("slug"), quote: body.quote, against: body.against,
        againstDraft: body.againstDraft, kind: body.kind, note: given(body.note),
        caller: try context.caller(for: request, body: bytes), answer: contradictionAnswer)
      return response(answer, .created)
    }
    api.post("contradictions/:ref/confirmation") { request, context in
      let bytes = try await request.bytes(context)
      guard bytes.isEmpty || bytes == Array("{}".utf8) else {
        throw Refusal(.unreadable, "json", "A confirmation has no body. Nothing was changed.")
      }
      let answer = try await newsroom.confirm(
        try context.path("ref"), caller: try context.caller(for: request, body: bytes),
        answer: contradictionAnswer)
      return response(answer, .ok)
    }
    api.post("contradictions/:ref/settlement") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(SettlementRequest.self, from: bytes)
      // superseded names the later draft, correct-published the one to correct; Editorial says when one is missing.
      if body.by != nil, body.outcome != .superseded {
        throw Refusal(.usage, "other-draft", "Only superseded goes with “by”. Nothing was changed.")
      }
      if body.inDraft != nil, body.outcome != .correctPublished {
        throw Refusal(.usage, "other-draft", "Only correct-published goes with “in”. Nothing was changed.")
      }
      let answer = try await newsroom.settle(
        try context.path("ref"),
        Settlement(outcome: body.outcome, note: given(body.note), other: body.by ?? body.inDraft),
        caller: try context.caller(for: request, body: bytes), answer: contradictionAnswer)
      return response(answer, .ok)
    }
  }
}

@Sendable private func contradictionAnswer(
  _ done: Journaled<(Contradiction, Policy)>
) throws -> [UInt8] {
  try encoded(
    ContradictionAnswer(
      contradiction: ContradictionJSON(done.value.0, under: done.value.1),
      receipt: Receipt(notices: done.notices, journal: done.journal)))
}

/// - Parameter caller: handle of who asks, whom `turn=me` means.
private func contradictionFilter(_ request: Request, caller: String) throws -> ContradictionFilter {
  var filter = ContradictionFilter()
  filter.draft = try request.query("draft")
  filter.matter = try request.query("matter")
  filter.desk = try request.query("desk")
  filter.turn = try request.query("turn").map { $0 == "me" ? caller : $0 }
  filter.kind = try request.query("kind", as: ContradictionKind.self)
  filter.rule = try request.query("rule")
  if let rule = filter.rule, !isHowPeopleBringOne(rule) { try mustBeRule(rule) }
  filter.olderThan = try request.query("age").map { try number($0, "age", in: 0...36_525) }
  filter.all = try request.queryFlag("all")
  switch try request.query("status") {
  case nil: break
  case "all": filter.statuses = Set(ContradictionStatus.allCases)
  case let named?: filter.statuses = [try status(named)]
  }
  return filter
}

/// What stands in the place of a rule where no rule found it.
private func isHowPeopleBringOne(_ rule: String) -> Bool { rule == "flagged" || rule.hasPrefix("brought.") }

extension ContradictionJSON {
  fileprivate init(_ listed: ListedContradiction) {
    self.init(listed.contradiction, under: listed.policy)
    desk = listed.desk
    turn = listed.turn
  }
}

private func status(_ text: String) throws -> ContradictionStatus {
  guard let status = ContradictionStatus(rawValue: text) else {
    throw Refusal(.usage, "parameter", "“status” is open, suggested, settled or all, not “\(text)”.")
  }
  return status
}

/// Findings of a comparison that are told.
private let mostFindings = 100

extension ComparisonAnswer {
  fileprivate init(_ slug: String, _ comparison: Comparison) {
    let other = comparison.other
    self.init(
      one: Side(
        draft: slug, revision: comparison.revision, dateline: comparison.dateline.description),
      other: Side(draft: other.slug, revision: other.number, dateline: other.dateline.description),
      count: comparison.findings.count,
      findings: comparison.findings.prefix(mostFindings).map {
        Finding(
          rule: $0.rule, overtakes: $0.overtakes, quote: $0.mine.quote, otherQuote: $0.others.quote,
          explanation: $0.explanation)
      })
  }
}
