import Editorial
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Logging
import Store
import Wire

/// Answers every error with a problem document (RFC 9457). What the program itself got wrong is logged, not told.
struct Problems: RouterMiddleware {
  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      var problem = problem(for: error)
      problem.requestId = context.id
      if problem.status >= 500 {
        context.logger.error("request failed", metadata: ["error": "\(String(reflecting: error))"])
      }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let body = (try? encoder.encode(problem)).map { ByteBuffer(bytes: $0) } ?? ByteBuffer()
      var headers: HTTPFields = [.contentType: "application/problem+json"]
      if problem.status == 503 { headers[.retryAfter] = "2" }
      if problem.status == 401 { headers[.wwwAuthenticate] = "Bearer" }
      return Response(
        status: HTTPResponse.Status(code: problem.status), headers: headers, body: .init(byteBuffer: body))
    }
  }
}

/// The problem document of any error: for the service's answers and for commands that work on the database.
public func problem(for error: any Error) -> ProblemJSON {
  switch error {
  case let problem as ProblemJSON: problem
  case let refusal as Refusal: ProblemJSON(refusal)
  case let error as StoreError: problem(forStore: error)
  case let error as any HTTPResponseError: problem(forHTTP: error.status)
  case is CancellationError: problem(forStore: .cancelled)
  default:
    ProblemJSON(
      type: "/problems/internal", title: "Stet is at fault", status: 500,
      detail:
        "Something in Stet is wrong. Nothing was changed. The log has the cause under this request's id.",
      exitCode: 70)
  }
}

private func problem(forStore error: StoreError) -> ProblemJSON {
  switch error {
  case .unavailable(let why):
    ProblemJSON(
      type: "/problems/unavailable", title: "The database does not answer", status: 503,
      detail: "The database does not answer (\(why)). Nothing was changed. Try again shortly.", exitCode: 69)
  case .busy:
    ProblemJSON(
      type: "/problems/busy", title: "Too much at once", status: 503,
      detail: "Others hold what this needs. Nothing was changed. Try again shortly.", exitCode: 75)
  case .outcomeUnknown:
    ProblemJSON(
      type: "/problems/outcome-unknown", title: "The outcome is unknown", status: 503,
      detail:
        "We do not know whether it was done: the database went away while it was being recorded. Send the same "
        + "request with the same idempotency key: it cannot count twice.", exitCode: 75)
  case .cancelled:
    ProblemJSON(
      type: "/problems/cancelled", title: "The request was given up", status: 503,
      detail: "The request was given up before it was recorded. Nothing was changed.", exitCode: 75)
  case .schema(let says):
    ProblemJSON(
      type: "/problems/schema", title: "The database's schema is another one", status: 503, detail: says,
      exitCode: 78)
  case .defect:
    ProblemJSON(
      type: "/problems/internal", title: "Stet is at fault", status: 500,
      detail:
        "Something in Stet is wrong. Nothing was changed. The log has the cause under this request's id.",
      exitCode: 70)
  }
}

private func problem(forHTTP status: HTTPResponse.Status) -> ProblemJSON {
  switch status {
  case .notFound:
    ProblemJSON(
      type: "/problems/route", title: "There is no such address", status: 404,
      detail: "There is no such address. The API begins at /v1/drafts.", exitCode: 66)
  case .contentTooLarge:
    ProblemJSON(
      type: "/problems/too-long", title: "It cannot be read", status: 413,
      detail: "The body is longer than 1048576 bytes (1 MiB). Nothing was filed.", exitCode: 65)
  default:
    ProblemJSON(
      type: "/problems/http", title: status.reasonPhrase, status: status.code,
      detail: "The request cannot be answered: \(status.code) \(status.reasonPhrase). Nothing was changed.",
      exitCode: status.code >= 500 ? 70 : 65)
  }
}

extension HTTPField.Name {
  /// draft-ietf-httpapi-idempotency-key-header
  static let idempotencyKey = constant("Idempotency-Key")
  static let idempotencyReplayed = constant("Idempotency-Replayed")

  /// A name that is one: every character of it is a token character.
  private static func constant(_ name: String) -> HTTPField.Name {
    HTTPField.Name(name) ?? .contentType
  }
}
