import Editorial
import Hummingbird
import Store
import Wire

extension Service {
  func addPlanRoutes(to api: RouterGroup<Context>) {
    api.post("drafts/:slug/plans") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(PlanRequest.self, from: bytes)
      let order = PublicationOrder(
        on: nil, override: false, reason: nil, revision: body.revision, reader: given(body.reader))
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.plan(
        try context.path("slug"), at: try written(body.at, "at", "Nothing was planned."), order,
        caller: caller,
        answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    api.post("drafts/:slug/unplan") { request, context in
      let bytes = try await request.bytes(context)
      _ = try decode(UnplanRequest.self, from: bytes)
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.unplan(
        try context.path("slug"), caller: caller, answer: draftAnswer(for: caller))
      return response(answer, .ok)
    }
    api.post("drafts/:slug/embargoes") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(EmbargoRequest.self, from: bytes)
      guard (body.until != nil) != (body.lift ?? false) else {
        throw Refusal(
          .usage, "embargo", "An embargo has an end, “until”, or is lifted, “lift”. Nothing was changed.")
      }
      let until = try body.until.map { try written($0, "until", "Nothing was changed.") }
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.setEmbargo(
        on: try context.path("slug"), until: until, reason: given(body.reason), caller: caller,
        answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
  }
}

private func written(_ text: String, _ name: String, _ nothing: String) throws -> WrittenInstant {
  guard let instant = WrittenInstant(text) else { throw Refusal.noInstant(text, for: name, nothing) }
  return instant
}
