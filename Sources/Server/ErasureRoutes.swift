import HTTPTypes
import Hummingbird
import Store
import Wire

extension Service {
  func addErasureRoutes(to api: RouterGroup<Context>) {
    api.post("drafts/:slug/erasure-approvals") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(ErasureRequest.self, from: bytes)
      let answer = try await newsroom.approveErasure(
        of: try context.path("slug"), order: body.order,
        caller: try context.caller(for: request, body: bytes),
        answer: {
          try encoded(
            ErasureApprovalAnswer(
              draft: $0.draft, order: $0.order, approvedBy: $0.approvedBy, receipt: $0.receipt))
        })
      return response(answer, .created)
    }
  }
}
