import Editorial
import HTTPTypes
import Hummingbird
import Store
import TextAnalysis
import Wire

extension Service {
  func addDraftRoutes(to api: RouterGroup<Context>) {
    api.get("drafts") { request, context in
      let limit = try request.query("limit").map(pageSize) ?? 30
      let page = try await newsroom(for: context).drafts(
        desk: try request.query("desk"), state: try request.query("state", as: DraftState.self), limit: limit,
        after: try request.query("after"))
      return try json(DraftList(drafts: page.drafts.map(DraftLine.init), next: page.next))
    }
    api.post("drafts") { request, context in
      let bytes = try await request.bytes(context)
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.file(
        try await filing(bytes, request), limitedTo: try request.queries("limited-to"), caller: caller,
        answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    api.post("drafts/:slug/revisions") { request, context in
      let slug = try context.path("slug")
      guard try request.queries("limited-to").isEmpty else {
        throw Refusal(
          .usage, "limited-to",
          "Who reads a draft that is filed already is said with stet limit. Nothing was filed.")
      }
      let bytes = try await request.bytes(context)
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.revise(
        slug, with: try await filing(bytes, request), caller: caller, answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    api.get("drafts/:slug") { request, context in
      let draft = try await newsroom(for: context).draft(try context.path("slug"))
      let all = try request.queryFlag("all")
      return try json(DraftAnswer(draft: DraftJSON(draft, for: context.bearer?.handle ?? "", all: all)))
    }
    api.get("drafts/:slug/revisions/:number/text") { _, context in
      let text = try await newsroom(for: context).text(
        of: try context.path("slug"),
        revision: try revisionNumber(context.path("number")))
      return plain(Array(text.utf8), "text/plain; charset=utf-8")
    }
    api.get("drafts/:slug/revisions/:number/original") { _, context in
      let file = try await newsroom(for: context).original(
        of: try context.path("slug"),
        revision: try revisionNumber(context.path("number")))
      return plain(file.bytes, file.mediaType)
    }
    api.get("drafts/:slug/diff") { request, context in
      let diff = try await newsroom(for: context).diff(
        of: try context.path("slug"), try diffOrder(request, context.bearer?.handle ?? ""))
      return try json(
        DiffAnswer(
          slug: diff.slug, from: diff.from, to: diff.to, differences: diff.differences,
          signOffs: diff.signOffs.map {
            DiffAnswer.Effect(
              keyPoint: $0.label, member: $0.member, read: $0.read, verdict: $0.verdict,
              standing: $0.standing,
              because: $0.because, invitedBy: $0.invitedBy)
          }))
    }
    api.get("drafts/:slug/log") { _, context in
      let log = try await newsroom(for: context).log(of: try context.path("slug"))
      return try json(
        LogAnswer(
          chain: log.chain,
          entries: log.entries.map {
            LogAnswer.Entry(
              seq: $0.seq, at: $0.at, actor: $0.actor, act: $0.act, says: $0.says, hash: hexadecimal($0.hash))
          }))
    }
    api.post("drafts/:slug/publications") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(PublicationRequest.self, from: bytes)
      let order = PublicationOrder(
        on: try body.on.map { try day($0, "on") }, override: body.override ?? false,
        reason: given(body.reason),
        revision: body.revision, reader: given(body.reader))
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.publish(
        try context.path("slug"), order, caller: caller, answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    api.post("drafts/:slug/waivers") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(WaiverRequest.self, from: bytes)
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.waive(
        try context.path("slug"), sentence: body.sentence, reason: try reason(body.reason), caller: caller,
        answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    api.post("drafts/:slug/override-reviews") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(ReviewRequest.self, from: bytes)
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.reviewOverride(
        of: try context.path("slug"), upheld: body.upheld, note: try reason(body.note), caller: caller,
        answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    api.post("drafts/:slug/agreements") { request, context in
      let bytes = try await request.bytes(context)
      _ = try decode(AgreementRequest.self, from: bytes)
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.agreeAgainstLegal(
        try context.path("slug"), caller: caller, answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    api.post("drafts/:slug/replies") { request, context in
      let bytes = try await request.bytes(context)
      let order = try replyOrder(try decode(ReplyRequest.self, from: bytes))
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.recordReply(
        try context.path("slug"), order, caller: caller, answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    addEnding("spike", .spiked, to: api)
    addEnding("kill", .killed, to: api)
  }

  private func addEnding(_ verb: String, _ ending: Ending, to api: RouterGroup<Context>) {
    api.post("drafts/:slug/\(verb)") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(ReasonRequest.self, from: bytes)
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.end(
        try context.path("slug"), as: ending, reason: try reason(body.reason),
        caller: caller, answer: draftAnswer(for: caller))
      return response(answer, .ok)
    }
  }
}

/// The draft after an act, with its receipt, as `caller` may read it.
func draftAnswer(for caller: Caller) -> @Sendable (ActOutcome) throws -> [UInt8] {
  { outcome in
    let draft = DraftJSON(outcome.draft, for: caller.handle)
    let ids = Set(outcome.changed.map(\.signOff.id))
    let changes = draft.keyPoints.flatMap { keyPoint in
      keyPoint.signOffs.filter { ids.contains($0.id) }.map { (label: keyPoint.label, signOff: $0) }
    }
    return try encoded(
      DraftAnswer(
        draft: draft,
        receipt: Receipt(
          signOffs: outcome.changed.compactMap { keyPoint, signOff in
            let shown =
              changes.first { $0.signOff.id == signOff.id }?.signOff
              ?? SignOffJSON(signOff, isShown: signOff.read != .legal)
            return SignOffChange(label: keyPoint.label, words: signOff.words, signOff: shown)
          }, notices: outcome.notices, journal: outcome.journal)))
  }
}

/// A text that is there and not only white space; nil otherwise.
func given(_ text: String?) -> String? {
  text.flatMap { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? nil : $0 }
}

/// A reason that says something.
func reason(_ text: String) throws -> String {
  guard let reason = given(text) else {
    throw Refusal(.usage, "reason", "The reason is empty. Nothing was changed; add --reason TEXT.")
  }
  return reason
}

/// Texts around the story; one that is given without words is taken away.
private func around(_ request: Request) throws -> [Form: [String]] {
  var around: [Form: [String]] = [:]
  for form in [Form.standfirst, .caption, .push, .social] {
    let given = try request.queries(form.rawValue)
    if !given.isEmpty { around[form] = given }
  }
  return around
}

/// Reads a file as it is filed. One that pandoc has to convert keeps its own bytes beside the words.
private func filing(_ bytes: [UInt8], _ request: Request) async throws -> Filing {
  let type =
    request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() } ?? MediaType.text
  let options = Metadata(
    slug: try request.query("slug"), headline: try request.query("headline"),
    byline: try byline(request),
    desk: try request.query("desk"), published: try request.queryDay("published"),
    matters: try request.queries("matter"), around: try around(request))
  let name = try request.query("filename")
  switch type {
  case MediaType.text, MediaType.markdown:
    return try Filing(bytes: bytes, mediaType: type, fileName: name, options: options)
  case MediaType.docx, MediaType.odt, MediaType.html:
    return try Filing(
      bytes: Array(try await plainText(of: bytes, type).utf8), mediaType: type, fileName: name,
      options: options,
      original: bytes)
  default:
    throw ProblemJSON(
      type: "/problems/media-type", title: "It cannot be read", status: 415,
      detail:
        "Stet reads text/plain, text/markdown, and through pandoc .docx, .odt and text/html, not \(type). "
        + "Nothing was filed.", exitCode: 65)
  }
}

/// Absent is as before; one that is empty is none.
private func byline(_ request: Request) throws -> [String]? {
  let names = try request.queries("byline")
  return names.isEmpty ? nil : names.filter { !$0.isEmpty }
}

private func diffOrder(_ request: Request, _ handle: String) throws -> DiffOrder {
  let (from, to) = (try request.query("from"), try request.query("to"))
  guard let since = try request.query("since") else {
    return .revisions(from: try from.map(revisionNumber), to: try to.map(revisionNumber))
  }
  guard since == "my-sign-off", from == nil, to == nil else {
    throw Refusal(.usage, "since", "“since” is my-sign-off, without “from” and “to”; it is “\(since)”.")
  }
  return .sinceSignOff(of: handle)
}

/// Either somebody was asked, with all of when, how and until when; or somebody says why not.
private func replyOrder(_ body: ReplyRequest) throws -> ReplyOrder {
  let asked = try given(body.asked).map { try clockTime($0, for: "asked") }
  let until = try given(body.until).map { try clockTime($0, for: "until") }
  let (how, whyNot) = (given(body.how), given(body.whyNot))
  let isWhole = asked != nil && until != nil && how != nil
  let isNone =
    asked == nil && until == nil && how == nil && given(body.answer) == nil && body.noAnswer != true
  guard let person = given(body.person), whyNot == nil ? isWhole : isNone,
    given(body.answer) == nil || body.noAnswer != true
  else {
    throw Refusal(
      .usage, "reply",
      "A reply names the person, and when, how and until when they were asked, with the words of the copy that tell the "
        + "answer or that none came; or why nobody asked. Nothing was recorded.")
  }
  return ReplyOrder(
    person: person, askedAt: asked, how: how, until: until, answer: given(body.answer),
    noAnswer: body.noAnswer ?? false, whyNot: whyNot)
}

func pageSize(_ text: String) throws -> Int { try number(text, "limit", in: 1...200) }

func revisionNumber(_ text: String) throws -> Int {
  let digits = text.hasPrefix("r") ? text.dropFirst() : text[...]
  guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
    let number = Int32(digits),
    number > 0
  else { throw Refusal(.usage, "revision", "“\(text)” is no revision: write 2 or r2.") }
  return Int(number)
}

private func plain(_ bytes: [UInt8], _ type: String) -> Response {
  Response(
    // Words that came from outside are never run by a browser.
    status: .ok, headers: [.contentType: type, .xContentTypeOptions: "nosniff", .cacheControl: "no-store"],
    body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
}

extension DraftLine {
  fileprivate init(_ one: DraftSummary) {
    self.init(
      slug: one.slug, desk: one.desk, headline: one.headline, revision: one.revision, state: one.state,
      dateline: one.dateline.description, live: one.live.map(DraftJSON.Live.init), filedBy: one.filedBy,
      filedAt: one.filedAt, keyPoints: one.keyPoints, signed: one.signed)
  }
}
