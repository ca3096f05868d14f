import Editorial
import HTTPTypes
import Hummingbird
import Store
import Wire

extension Service {
  func addWatchRoutes(to api: RouterGroup<Context>) {
    api.get("watches") { request, context in
      let about = try request.query("about")
      let (watches, now) = try await newsroom(for: context).watches(of: about.map(WatchScope.about) ?? .all)
      return try json(WatchList(watches: watches.map { WatchJSON($0, at: now) }))
    }
    api.post("watches") { request, context in
      let bytes = try await request.bytes(context)
      let body = try decode(WatchRequest.self, from: bytes)
      let answer = try await newsroom.addWatch(
        WatchOrder(
          about: body.about, url: body.url, everyMinutes: body.everyMinutes ?? 360,
          beforePublication: body.beforePublication ?? false),
        caller: try context.caller(for: request, body: bytes), answer: watchAnswer)
      return response(answer, .created)
    }
    api.post("watches/:label/stop") { request, context in
      let bytes = try await nothing(in: request, context)
      let answer = try await newsroom.stopWatch(
        try context.path("label"), caller: try context.caller(for: request, body: bytes), answer: watchAnswer)
      return response(answer, .ok)
    }
    api.post("watches/:label/seen") { request, context in
      let bytes = try await nothing(in: request, context)
      let answer = try await newsroom.markSeen(
        try context.path("label"), caller: try context.caller(for: request, body: bytes), answer: watchAnswer)
      return response(answer, .ok)
    }
  }
}

/// The body of a request that has none.
private func nothing(in request: Request, _ context: Context) async throws -> [UInt8] {
  let bytes = try await request.bytes(context)
  guard bytes.isEmpty || bytes == Array("{}".utf8) else {
    throw Refusal(.unreadable, "json", "This request has no body. Nothing was changed.")
  }
  return bytes
}

@Sendable private func watchAnswer(_ dated: DatedWatch) throws -> [UInt8] {
  try encoded(WatchAnswer(watch: WatchJSON(dated.watch, at: dated.now)))
}
