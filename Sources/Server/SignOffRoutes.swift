import Editorial
import HTTPTypes
import Hummingbird
import NIOCore
import Store
import TextAnalysis
import Wire

extension Service {
  func addSignOffRoutes(to api: RouterGroup<Context>) {
    api.post("drafts/:slug/sign-offs") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(SignOffRequest.self, from: bytes)
      let all = body.all ?? false
      if all, !body.keyPoints.isEmpty {
        throw Refusal(.usage, "key-points", "Name key points or ask for all, not both. Nothing was changed.")
      }
      let order = SignOffOrder(
        labels: all ? nil : body.keyPoints, read: body.read, verdict: body.verdict, basis: body.basis,
        comment: given(body.comment), reason: given(body.reason), evidence: try evidence(body),
        revision: body.revision, until: try body.until.map { try day($0, "until") },
        stays: try conditions(body.stays ?? []), source: try body.source.map(source),
        untilMoves: given(body.untilMoves))
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.sign(
        try context.path("slug"), order, caller: caller, answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    api.post("drafts/:slug/comments") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(CommentRequest.self, from: bytes)
      guard let words = given(body.words) else {
        throw Refusal(.usage, "comment", "The comment is empty. Nothing was written.")
      }
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.comment(
        try context.path("slug"), on: body.keyPoint, words, privileged: body.privileged ?? false,
        caller: caller,
        answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    api.post("drafts/:slug/evidence") { request, context in
      let bytes = try await request.bytes(context)
      let caller = try context.caller(for: request, body: bytes)
      let name = try request.query("filename") ?? "evidence"
      guard !bytes.isEmpty, name.utf8.count <= 200, !name.contains("/") else {
        throw Refusal(
          .unreadable, "evidence",
          "A file of evidence has a name without “/”, and something in it. Nothing was kept.")
      }
      let answer = try await newsroom.keepEvidence(
        try context.path("slug"), name: name,
        mediaType: request.headers[.contentType] ?? "application/octet-stream", content: bytes,
        caller: caller,
        answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    api.get("drafts/:slug/evidence/:digest") { _, context in
      let file = try await newsroom(for: context).evidenceFile(
        of: try context.path("slug"), digest: try context.path("digest").lowercased())
      // Somebody else's file: it is saved, never shown, by a browser.
      return Response(
        status: .ok,
        headers: [
          .contentType: "application/octet-stream", .contentDisposition: "attachment",
          .xContentTypeOptions: "nosniff", .cacheControl: "no-store",
        ], body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }
    api.post("drafts/:slug/withdrawals") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(WithdrawalRequest.self, from: bytes)
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.withdraw(
        try context.path("slug"), labels: body.keyPoints, read: body.read,
        reason: try reason(body.reason),
        caller: caller, answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
  }
}

private func conditions(_ stays: [String]) throws -> [String] {
  let stays = stays.compactMap { given($0) }
  guard stays.count <= 20, stays.allSatisfy({ $0.utf8.count <= 500 }) else {
    throw Refusal(
      .unreadable, "condition",
      "An approval has at most 20 conditions of at most 500 bytes. Nothing was changed.")
  }
  return stays
}

private func source(_ form: SourceJSON) throws -> ConfidentialSource {
  // Here no detail is ever meant.
  try refuseContactDetails([form.kind, form.keptWhere], unless: false)
  guard let kind = given(form.kind), let keptWhere = given(form.keptWhere), !form.seenBy.isEmpty,
    form.seenBy.count <= 20, (1...99).contains(form.independent), kind.utf8.count <= 200,
    keptWhere.utf8.count <= 200
  else {
    throw Refusal(
      .usage, "source",
      "A confidential source is told by who saw it, on which day, what kind it is, how many say so independently (1 to "
        + "99), and where the proof is kept outside Stet. Nothing was stored.")
  }
  return ConfidentialSource(
    seenBy: form.seenBy, on: try day(form.on, "source.on"), kind: kind, independent: form.independent,
    keptWhere: keptWhere)
}

/// Addresses, notes and files, at most 50 together.
private func evidence(_ body: SignOffRequest) throws -> [String] {
  let notes = (body.notes ?? []).compactMap { given($0) }
  let files = body.files ?? []
  guard (body.evidence ?? []).count + notes.count + files.count <= 50,
    notes.allSatisfy({ $0.utf8.count <= 2_000 })
  else {
    throw Refusal(
      .unreadable, "evidence",
      "A sign-off has at most 50 pieces of evidence, and a note at most 2,000 bytes. Nothing was changed.")
  }
  return try addresses(body.evidence ?? [])
    + notes.map { Evidence.note($0).spelling }
    + files.map { file in
      let digest = bytes(ofHexadecimal: file.digest)
      guard let digest, digest.count == 32, file.name.utf8.count <= 200 else {
        throw Refusal(
          .unreadable, "evidence", "“\(file.digest.prefix(80))” is no SHA-256 of a file. Nothing was changed."
        )
      }
      return Evidence.file(digest: digest, name: file.name).spelling
    }
}

private func bytes(ofHexadecimal text: String) -> [UInt8]? {
  let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
  guard digits.count == text.utf8.count, digits.count % 2 == 0 else { return nil }
  return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}

/// Evidence is an address on the web, at most 50 of them. The server fetches none.
func addresses(_ urls: [String]) throws -> [String] {
  guard urls.count <= 50 else {
    throw Refusal(
      .unreadable, "evidence", "\(urls.count) addresses are too many for one sign-off; 50 is the most.")
  }
  for url in urls where !isAddress(url) {
    throw Refusal(
      .unreadable, "evidence",
      "“\(url.prefix(80))” is no address of evidence; write https://… without spaces. Nothing was changed.")
  }
  return urls
}

/// Whether a text is an address on the web, without spaces and not too long.
func isAddress(_ url: String) -> Bool {
  (url.hasPrefix("https://") || url.hasPrefix("http://")) && url.utf8.count <= 2_000
    && !url.unicodeScalars.contains { $0.value <= 0x20 }
}
