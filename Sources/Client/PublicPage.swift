import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1

/// A page as anybody on the web gets it. No token is sent with the request.
public struct PublicPage: Sendable {
  /// Without parameters, in small letters: `text/html`.
  public let mediaType: String
  /// UTF-8.
  public let text: String

  /// Why there is no page to read.
  public enum Failure: Error, Equatable, Sendable {
    /// Not `http:` or `https:`, or no host.
    case badAddress
    case unreachable
    case tooManyRedirects(limit: Int)
    case tooSlow(seconds: Int)
    /// Longer than `limit` bytes.
    case tooLong(limit: Int)
    case status(Int)
    /// Neither HTML nor plain text.
    case notText(mediaType: String)
    /// Not in UTF-8; the name is what the answer says it is, if it does.
    case notUTF8(charset: String?)
  }

  private static let redirects = 5
  private static let seconds = 20
  private static let limit = 10 * 1_048_576

  /// Lives as long as the process.
  private static let client: HTTPClient = {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .follow(max: redirects, allowCycles: false),
      timeout: .init(connect: .seconds(5), read: nil))
    configuration.connectionPool.retryConnectionEstablishment = false
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }()

  /// Whether a name means a page and not a file.
  public static func isAddress(_ name: String) -> Bool {
    let start = name.prefix(8).lowercased()
    return start.hasPrefix("http://") || start == "https://"
  }

  /// Fetches a page: at most five redirects, 10 MiB, 20 seconds.
  public static func fetch(_ address: String) async throws -> PublicPage {
    guard isAddress(address), let url = URL(string: address), url.host()?.isEmpty == false else {
      throw Failure.badAddress
    }
    return try await withThrowingTaskGroup(of: PublicPage.self) { group in
      group.addTask { try await read(address) }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        throw Failure.tooSlow(seconds: seconds)
      }
      defer { group.cancelAll() }
      guard let page = try await group.next() else { throw Failure.unreachable }
      return page
    }
  }

  private static func read(_ address: String) async throws -> PublicPage {
    var request = HTTPClientRequest(url: address)
    request.headers.add(name: "Accept", value: "text/html, application/xhtml+xml, text/plain")
    request.headers.add(name: "User-Agent", value: "stet")
    let response: HTTPClientResponse
    let body: ByteBuffer
    do {
      response = try await client.execute(request, timeout: .seconds(Int64(seconds)))
      guard response.status == .ok else { throw Failure.status(Int(response.status.code)) }
      body = try await response.body.collect(upTo: limit)
    } catch is NIOTooManyBytesError {
      throw Failure.tooLong(limit: limit)
    } catch let error as HTTPClientError {
      switch error {
      case .redirectLimitReached, .redirectCycleDetected: throw Failure.tooManyRedirects(limit: redirects)
      case .deadlineExceeded: throw Failure.tooSlow(seconds: seconds)
      default: throw Failure.unreachable
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure.unreachable
    }
    return try page(
      contentType: response.headers.first(name: "Content-Type") ?? "text/html",
      bytes: Array(body.readableBytesView))
  }

  /// What an answer's bytes are, by what it says of them. Only UTF-8 is read.
  static func page(contentType: String, bytes: [UInt8]) throws(Failure) -> PublicPage {
    let parts = contentType.lowercased().split(separator: ";").map {
      String($0.drop(while: \.isWhitespace).filter { $0 != "\"" && !$0.isWhitespace })
    }
    let mediaType = parts.first ?? ""
    guard ["text/html", "application/xhtml+xml", "text/plain"].contains(mediaType) else {
      throw .notText(mediaType: mediaType)
    }
    let charset = parts.dropFirst().first { $0.hasPrefix("charset=") }.map { String($0.dropFirst(8)) }
    guard charset.map({ ["utf-8", "utf8", "us-ascii"].contains($0) }) ?? true,
      let text = String(validating: bytes, as: UTF8.self),
      !bytes.contains(0)
    else { throw .notUTF8(charset: charset) }
    return PublicPage(mediaType: mediaType, text: text)
  }
}
