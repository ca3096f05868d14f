import Editorial
import HTTPTypes
import Hummingbird
import Store
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
        comment: given(body.comment), reason: given(body.reason), evidence: try evidence(body.evidence ?? []),
        revision: body.revision)
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.sign(
        try context.path("slug"), order, caller: caller, answer: draftAnswer(for: caller))
      return response(answer, .created)
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

/// Evidence is an address on the web, at most 50 of them. The server fetches none.
private func evidence(_ urls: [String]) throws -> [String] {
  guard urls.count <= 50 else {
    throw Refusal(
      .unreadable, "evidence", "\(urls.count) addresses are too many for one sign-off; 50 is the most.")
  }
  for url in urls {
    let isAddress = url.hasPrefix("https://") || url.hasPrefix("http://")
    if !isAddress || url.utf8.count > 2_000 || url.unicodeScalars.contains(where: { $0.value <= 0x20 }) {
      throw Refusal(
        .unreadable, "evidence",
        "“\(url.prefix(80))” is no address of evidence; write https://… without spaces. Nothing was changed.")
    }
  }
  return urls
}
