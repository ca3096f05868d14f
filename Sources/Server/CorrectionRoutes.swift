import Editorial
import HTTPTypes
import Hummingbird
import Store
import Wire

extension Service {
  func addCorrectionRoutes(to api: RouterGroup<Context>) {
    api.post("drafts/:slug/placements") { request, context in
      let bytes = try await request.bytes(context)
      let order = try placementOrder(try decode(PlacementRequest.self, from: bytes))
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.place(
        try context.path("slug"), order, caller: caller, answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    api.get("drafts/:slug/placements") { _, context in
      let draft = try await newsroom(for: context).draft(try context.path("slug"))
      return try json(
        PlacementList(placements: draft.placements.map { PlacementJSON($0, in: draft) }))
    }
    api.post("drafts/:slug/placements/:label/owner") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(OwnerRequest.self, from: bytes)
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.handOver(
        try context.path("label"), of: try context.path("slug"), to: body.owner, caller: caller,
        answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    api.post("drafts/:slug/placements/:label/removal") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(ReasonRequest.self, from: bytes)
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.removePlacement(
        try context.path("label"), of: try context.path("slug"), reason: try reason(body.reason),
        caller: caller, answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    api.get("corrections") { request, context in
      let list = try await newsroom(for: context).corrections(of: try request.query("draft"))
      return try json(
        CorrectionList(corrections: list.corrections.map { CorrectionJSON($0, today: list.today) }))
    }
    api.post("drafts/:slug/corrections") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(CorrectionRequest.self, from: bytes)
      guard let note = given(body.note) else {
        throw Refusal(
          .usage, "note", "The note is empty. Nothing was opened; say what readers are told: --note TEXT.")
      }
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.openCorrection(
        of: try context.path("slug"),
        CorrectionOrder(kind: body.kind, keyPoints: body.keyPoints ?? [], note: note), caller: caller,
        answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    api.post("drafts/:slug/corrections/:label/drop") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(ReasonRequest.self, from: bytes)
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.dropCorrection(
        try context.path("label"), of: try context.path("slug"), reason: try reason(body.reason),
        caller: caller, answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    api.post("drafts/:slug/corrections/:label/done") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(PlacedRequest.self, from: bytes)
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.settleOwed(
        try context.path("label"), at: body.placement, of: try context.path("slug"), note: given(body.note),
        caller: caller, answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    api.post("drafts/:slug/corrections/:label/done/:placement/removal") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(ReasonRequest.self, from: bytes)
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.takeBackDone(
        try context.path("label"), at: try context.path("placement"), of: try context.path("slug"),
        reason: try reason(body.reason), caller: caller, answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
  }
}

private func placementOrder(_ body: PlacementRequest) throws -> PlacementOrder {
  let (name, url) = (given(body.name), given(body.url))
  if let name, name.utf8.count > 200 || name.unicodeScalars.contains(where: { $0.value < 0x20 }) {
    throw Refusal(
      .unreadable, "name", "A placement's name is one line of at most 200 bytes. Nothing was recorded.")
  }
  if let url, !isAddress(url) {
    throw Refusal(
      .unreadable, "address",
      "“\(url.prefix(80))” is no address; write https://… without spaces. Nothing was recorded.")
  }
  let sent = try given(body.sent).map { try clockTime($0, for: "sent") }
  return PlacementOrder(
    kind: body.kind, name: name, url: url, owner: given(body.owner), sent: sent, revision: body.revision,
    words: given(body.draft))
}

/// A time as somebody types it for something that was sent or asked.
func clockTime(_ written: String, for name: String) throws -> ClockTime {
  guard let time = ClockTime(written) else {
    throw Refusal(
      .unreadable, name,
      "“\(written.prefix(40))” is no time for “\(name)”; write it as 14:02, or 2024-07-13T14:02, by the newsroom's clock, or "
        + "with an offset or Z after it. Nothing was recorded.")
  }
  return time
}
