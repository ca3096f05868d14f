import Editorial
import HTTPTypes
import Hummingbird
import Store
import Wire

extension Service {
  func addLimitRoutes(to api: RouterGroup<Context>) {
    api.post("drafts/:slug/limits") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(LimitRequest.self, from: bytes)
      guard (body.to != nil) != (body.open ?? false) else {
        throw Refusal(
          .usage, "limit", "A draft is limited to somebody, “to”, or opened, “open”. Nothing was changed.")
      }
      let reason = try reason(body.reason)
      let caller = try context.caller(for: request, body: bytes)
      let slug = try context.path("slug")
      let answer =
        if let names = body.to {
          try await newsroom.limit(
            slug, to: names, reason: reason, caller: caller, answer: draftAnswer(for: caller))
        } else {
          try await newsroom.openToAll(slug, reason: reason, caller: caller, answer: draftAnswer(for: caller))
        }
      return response(answer, .created)
    }
    api.post("drafts/:slug/collisions/:label/settlement") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(CollisionRequest.self, from: bytes)
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.settleCollision(
        try context.path("label"), of: try context.path("slug"), as: body.outcome,
        reason: try reason(body.reason),
        caller: caller, answer: draftAnswer(for: caller))
      return response(answer, .ok)
    }
  }
}
