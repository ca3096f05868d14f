import AsyncHTTPClient
import Editorial
import NIOCore
import NIOHTTP1
import NIOPosix

/// Sends single requests to addresses that people typed in or servers named.
///
/// Where a host's name leads is asked once, every answer is checked, and the connection goes to one that was checked:
/// nobody is asked again. Redirects are not followed, no cookies are kept, no proxy is used, nothing is unpacked.
public struct Asking: Sendable {
  let allowance: WatchAllowance
  let userAgent: String
  let resolve: Resolve
  let seconds: Int64
  let mostBytes: Int

  /// - Parameters:
  ///   - userAgent: who asks, such as `Stet/1.0 (+https://newsroom.example/contact)`.
  ///   - seconds: for a whole request, its answer included.
  ///   - mostBytes: of an answer's body.
  public init(
    allowance: WatchAllowance, userAgent: String, resolve: @escaping Resolve = systemAddresses,
    seconds: Int64 = 20, mostBytes: Int = 10_000_000
  ) {
    self.allowance = allowance
    self.userAgent = userAgent
    self.resolve = resolve
    self.seconds = seconds
    self.mostBytes = mostBytes
  }

  /// One request and its answer. Throws only `CancellationError`; what else goes wrong is the answer.
  public func ask(_ address: WebAddress, entityTag: String?, lastModified: String?) async throws -> Asked {
    do {
      let places = try await resolve(address.host)
      if let why = allowance.whyRefused(address, leadingTo: places) { return .nothing(why) }
      guard let place = places.first else { return .nothing("the host \(address.host) has no address") }
      return .answered(
        try await withinTime { try await answer(of: address, at: place, entityTag, lastModified) })
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      return .nothing(reason(error))
    }
  }

  private func answer(
    of address: WebAddress, at place: NetworkAddress, _ entityTag: String?, _ lastModified: String?
  ) async throws -> PageAnswer {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow, timeout: .init(connect: .seconds(seconds), read: .seconds(seconds)))
    configuration.httpVersion = .http1Only
    configuration.connectionPool.retryConnectionEstablishment = false
    // The name stays in Host and in TLS; the connection goes to the address that was checked. A host in brackets is
    // looked up with them.
    configuration.dnsOverride = [address.host: place.description, "[\(address.host)]": place.description]
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    do {
      let answer = try await exchange(address, client, entityTag, lastModified)
      try await client.shutdown()
      return answer
    } catch {
      try? await client.shutdown()
      throw error
    }
  }

  private func exchange(
    _ address: WebAddress, _ client: HTTPClient, _ entityTag: String?, _ lastModified: String?
  ) async throws -> PageAnswer {
    var request = HTTPClientRequest(url: address.description)
    request.headers.add(name: "User-Agent", value: userAgent)
    request.headers.add(
      name: "Accept",
      value:
        "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, text/plain;q=0.9, */*;q=0.5"
    )
    request.headers.add(name: "Accept-Encoding", value: "identity")
    if let entityTag { request.headers.add(name: "If-None-Match", value: entityTag) }
    if let lastModified { request.headers.add(name: "If-Modified-Since", value: lastModified) }
    let response = try await client.execute(request, timeout: .seconds(seconds))
    let headers = response.headers
    // Of an error nobody reads the body; it may be endless.
    let isRead = (200..<300).contains(response.status.code)
    let body = isRead ? try await response.body.collect(upTo: mostBytes) : ByteBuffer()
    return PageAnswer(
      status: Int(response.status.code), location: headers.first(name: "Location"),
      mediaType: headers.first(name: "Content-Type") ?? "", encoding: headers.first(name: "Content-Encoding"),
      retryAfter: headers.first(name: "Retry-After"), entityTag: headers.first(name: "ETag"),
      lastModified: headers.first(name: "Last-Modified"), body: Array(body.readableBytesView))
  }

  /// The client's own limits end before the last byte of a body that trickles.
  private func withinTime(_ work: @escaping @Sendable () async throws -> PageAnswer) async throws
    -> PageAnswer
  {
    try await withThrowingTaskGroup(of: PageAnswer?.self) { group in
      group.addTask { try await work() }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        return nil
      }
      defer { group.cancelAll() }
      guard let answer = try await group.next() ?? nil else { throw TooLate() }
      return answer
    }
  }

  private func reason(_ error: any Error) -> String {
    let late = "no whole answer came within \(seconds) seconds"
    return switch error {
    case is NIOTooManyBytesError: "it is longer than \(mostBytes / 1_000_000) MB"
    case is TooLate: late
    case let error as HTTPClientError
    where [.connectTimeout, .readTimeout, .deadlineExceeded].contains(error): late
    case is NIOConnectionError, is IOError: "the host does not answer"
    default: "the connection broke, or what came back is no HTTP"
    }
  }
}

private struct TooLate: Error {}
