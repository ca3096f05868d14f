import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Wire

/// One HTTP request as the API wants it; the answer is bytes with a status.
struct Exchange: Sendable {
  enum Method: Sendable { case get, post }

  var method: Method
  /// Below the service's address, beginning with a slash.
  var target: String
  var body: [UInt8]?
  var mediaType: String?
  /// Of a writing request; nil for a reading one.
  var key: String?
  var seconds: Int

  struct Reply: Sendable {
    var status: Int
    var mediaType: String
    var body: [UInt8]
  }

  /// Lives as long as the process: a command makes one or two requests and ends.
  private static let client: HTTPClient = {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow, timeout: .init(connect: .seconds(5), read: nil))
    // A refused connection is an answer for a command line; waiting for a service to appear is not its job.
    configuration.connectionPool.retryConnectionEstablishment = false
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }()

  /// The largest answer that is read, in bytes.
  private static let answerLimit = 64 * 1_048_576

  func perform(at url: String, token: String?) async throws(ClientFailure) -> Reply {
    var request = HTTPClientRequest(url: url + target)
    request.method = method == .post ? .POST : .GET
    request.headers.add(name: "Accept", value: "application/json, application/problem+json, text/plain")
    request.headers.add(name: "User-Agent", value: "stet")
    if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
    if let key { request.headers.add(name: "Idempotency-Key", value: key) }
    if let body {
      if let mediaType { request.headers.add(name: "Content-Type", value: mediaType) }
      request.body = .bytes(ByteBuffer(bytes: body))
    }
    do {
      let response = try await Self.client.execute(request, timeout: .seconds(Int64(seconds)))
      let collected = try await response.body.collect(upTo: Self.answerLimit)
      return Reply(
        status: Int(response.status.code),
        mediaType: response.headers.first(name: "Content-Type") ?? "",
        body: Array(collected.readableBytesView))
    } catch {
      throw failure(of: error, at: url)
    }
  }

  /// What an error of the transport means: only those that surely came before the first byte was sent leave a
  /// writing request's outcome known.
  private func failure(of error: any Error, at url: String) -> ClientFailure {
    if let why = Self.whyNothingWasSent(error) { return .unreachable(url: url, why: why) }
    let late = (error as? HTTPClientError).map { $0 == .deadlineExceeded || $0 == .readTimeout } ?? false
    if let key {
      return .outcomeUnknown(
        key: key,
        why: late ? "no answer came within \(seconds) s" : "the connection broke before the answer")
    }
    if late { return .timedOut(url: url, seconds: seconds) }
    return .brokenOff(url: url)
  }

  private static func whyNothingWasSent(_ error: any Error) -> String? {
    if let error = error as? HTTPClientError {
      switch error {
      case .connectTimeout, .getConnectionFromPoolTimeout: return "no connection came about within 5 seconds"
      case .tlsHandshakeTimeout: return "the TLS handshake took too long"
      case .invalidURL, .emptyHost, .emptyScheme: return "the address names no service"
      default: return nil
      }
    }
    if let error = error as? NIOConnectionError {
      if error.dnsAError != nil, error.dnsAAAAError != nil { return "the host \(error.host) has no address" }
      return "the connection was refused"
    }
    if let error = error as? IOError {
      switch error.errnoCode {
      case ECONNREFUSED: return "the connection was refused"
      case ENETUNREACH, EHOSTUNREACH, EADDRNOTAVAIL: return "the network does not lead there"
      default: return nil
      }
    }
    if let error = error as? NIOSSLError, case .handshakeFailed = error { return "the TLS handshake failed" }
    return nil
  }
}
