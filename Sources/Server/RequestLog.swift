import Hummingbird
import Logging

/// One line per request when it is answered: who, what, how long. Never words of a draft, never a token.
struct RequestLog: RouterMiddleware {
  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let clock = ContinuousClock()
    let start = clock.now
    let response = try await next(request, context)
    let (seconds, attoseconds) = (clock.now - start).components
    let level: Logger.Level =
      response.status.code >= 500
      ? .error : (["/livez", "/readyz"].contains(request.uri.path) ? .debug : .info)
    context.logger.log(
      level: level, "request",
      metadata: [
        "method": "\(request.method.rawValue)",
        // The route's pattern, not the path: slugs can be words of a story.
        "route": "\(context.endpointPath ?? "none")",
        "status": "\(response.status.code)",
        "milliseconds": "\(seconds * 1_000 + attoseconds / 1_000_000_000_000_000)",
      ])
    return response
  }
}
