import Editorial
import Hummingbird
import Store
import Wire

/// Finds out who a request speaks for. A wrong token and a missing one get the same answer.
struct Authentication: RouterMiddleware {
  let newsroom: Newsroom

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard let header = request.headers[.authorization], header.lowercased().hasPrefix("bearer "),
      let bearer = try await newsroom.bearer(of: String(header.dropFirst(7)))
    else {
      throw ProblemJSON(
        type: "/problems/no-token", title: "Not signed in", status: 401,
        detail:
          "The request carries no valid token. Nothing was done. An operator makes one with: stet token create "
          + "MEMBER", exitCode: 77)
    }
    var context = context
    context.bearer = bearer
    return try await next(request, context)
  }
}

extension Context {
  /// The member behind the request, with the idempotency key that it carries.
  func caller(for request: Request, body: [UInt8]) throws -> Caller {
    guard let bearer else { throw HTTPError(.unauthorized) }
    let idempotency = request.headers[.idempotencyKey].map { key in
      // Length before every part: no two requests run together to the same bytes.
      let parts = [Array(request.method.rawValue.utf8), Array(request.uri.string.utf8), body]
      return Idempotency(
        key: key, requestDigest: sha256(parts.flatMap { Array("\($0.count)\n".utf8) + $0 }))
    }
    return Caller(memberID: bearer.memberID, handle: bearer.handle, idempotency: idempotency)
  }
}
