import HTTPTypes
import Hummingbird
import Store
import Wire

extension Service {
  func addNewsroomRoutes(to api: RouterGroup<Context>) {
    api.get("me") { _, context in
      guard let bearer = context.bearer else { throw HTTPError(.unauthorized) }
      let desks = try await newsroom.desks(of: bearer.memberID)
      return try json(
        MeAnswer(
          member: bearer.handle, name: bearer.name,
          desks: desks.map { MeAnswer.Desk(desk: $0.desk, roles: $0.roles) }))
    }
    api.get("queue") { _, context in
      guard let bearer = context.bearer else { throw HTTPError(.unauthorized) }
      let queue = try await newsroom.queue(
        of: Caller(memberID: bearer.memberID, handle: bearer.handle, idempotency: nil))
      return try json(QueueAnswer(member: bearer.handle, waiting: queue.waiting, away: queue.away))
    }
    api.post("away") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(AwayRequest.self, from: bytes)
      let answer = try await newsroom.setAway(
        until: try day(body.until, "until"), deputy: given(body.deputy),
        caller: try context.caller(for: request, body: bytes), answer: { try encoded(QueueAnswer.Away($0)) })
      return response(answer, .created)
    }
  }
}
