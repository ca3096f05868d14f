import HTTPTypes
import Hummingbird
import Store
import Wire

extension Service {
  func addAssignmentRoutes(to api: RouterGroup<Context>) {
    api.post("drafts/:slug/assignments") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(AssignmentRequest.self, from: bytes)
      let caller = try context.caller(for: request, body: bytes)
      let answer = try await newsroom.assign(
        body.read, of: try context.path("slug"), to: given(body.to), caller: caller,
        answer: draftAnswer(for: caller))
      return response(answer, .created)
    }
    api.post("follow-ups/:label/assignment") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(FollowUpAssignmentRequest.self, from: bytes)
      let answer = try await newsroom.assignFollowUp(
        try context.path("label"), to: given(body.to),
        caller: try context.caller(for: request, body: bytes), answer: followUpAnswer)
      return response(answer, .created)
    }
  }
}
