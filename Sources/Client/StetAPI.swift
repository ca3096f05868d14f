import Editorial
import FoundationEssentials
import TextAnalysis
import Wire

/// What the service said: the value, and the bytes it came as, which may hold more than this version knows.
public struct Answer<Value: Sendable>: Sendable {
  public let value: Value
  /// The JSON, or the text, as it was sent.
  public let body: [UInt8]
}

/// The service's API, a method per request.
///
/// Every method throws `ProblemJSON` when the service refuses and `ClientFailure` when there is no answer to
/// hand on. `key` is an idempotency key: sending a writing request again with the same key acts once.
public struct StetAPI: Sendable {
  /// The address in its normal spelling, without a slash at its end.
  public let url: String
  let token: String?
  /// How long one request may take, in seconds.
  let seconds: Int

  /// - Parameter seconds: how long one request may take.
  /// - Throws: `ClientFailure.badAddress` when no request can go there.
  public init(url: String, token: String?, seconds: Int = 60) throws(ClientFailure) {
    guard let normal = ServiceAddress.normalised(url) else { throw .badAddress(url: url) }
    self.url = normal
    self.token = token
    self.seconds = seconds
  }

  /// A new idempotency key: 128 random bits in hexadecimal.
  public static func freshKey() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in
      let byte = UInt8.random(in: .min ... .max, using: &generator)
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  func get<Value: Decodable & Sendable>(
    _ path: [String], _ query: [(String, String?)] = []
  ) async throws -> Answer<Value> {
    try await decoded(
      Exchange(
        method: .get, target: ServiceAddress.target(path, query), body: nil, mediaType: nil, key: nil,
        seconds: seconds))
  }

  func post<Value: Decodable & Sendable>(
    _ path: [String], _ request: (any Encodable)?, key: String
  ) async throws -> Answer<Value> {
    let encoder = JSONEncoder()
    // A repeated request has to be the same one, byte for byte.
    encoder.outputFormatting = .sortedKeys
    let body = try request.map { Array(try encoder.encode($0)) } ?? []
    return try await decoded(
      Exchange(
        method: .post, target: ServiceAddress.target(path), body: body,
        mediaType: request == nil ? nil : "application/json", key: key, seconds: seconds))
  }

  func decoded<Value: Decodable & Sendable>(_ exchange: Exchange) async throws -> Answer<Value> {
    let reply = try await answered(exchange)
    do {
      return Answer(value: try JSONDecoder().decode(Value.self, from: Data(reply.body)), body: reply.body)
    } catch {
      throw unexpected(reply)
    }
  }

  /// The reply of a request that succeeded.
  func answered(_ exchange: Exchange) async throws -> Exchange.Reply {
    let reply = try await exchange.perform(at: url, token: token)
    if (200..<300).contains(reply.status) { return reply }
    guard let problem = try? JSONDecoder().decode(ProblemJSON.self, from: Data(reply.body)) else {
      // A proxy that gave up on the service speaks no problem document, and the write may have gone through.
      if let key = exchange.key, [502, 503, 504].contains(reply.status) {
        throw ClientFailure.outcomeUnknown(key: key, why: "something on the way answered \(reply.status)")
      }
      throw unexpected(reply)
    }
    if let key = exchange.key, problem.type == "/problems/outcome-unknown" {
      throw ClientFailure.outcomeUnknown(key: key, why: problem.title)
    }
    throw problem
  }

  private func unexpected(_ reply: Exchange.Reply) -> ClientFailure {
    let line = reply.body.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(200)
    return .unexpected(url: url, status: reply.status, excerpt: String(decoding: line, as: UTF8.self))
  }
}
