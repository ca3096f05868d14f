import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A server of this machine: it counts who connects and what is asked, and answers as it is told.
final class Site: Sendable {
  struct Answer: Sendable {
    var status = 200
    var headers: [(String, String)] = []
    var body: [UInt8] = []
    /// Whether the answer stops half way and the connection stays open.
    var hangs = false
  }

  struct Question: Sendable, Equatable {
    let target: String
    let headers: [String]

    func header(_ name: String) -> String? {
      headers.first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }.map {
        String($0.dropFirst(name.count + 2))
      }
    }
  }

  private struct Seen {
    var connections = 0
    var questions: [Question] = []
  }

  private let seen = Mutex(Seen())
  private let answer: @Sendable (Question) -> Answer
  private let channel = Mutex<(any Channel)?>(nil)

  var connections: Int { seen.withLock(\.connections) }
  var questions: [Question] { seen.withLock(\.questions) }
  var port: Int { channel.withLock { $0?.localAddress?.port ?? 0 } }

  init(_ answer: @escaping @Sendable (Question) -> Answer = { _ in Answer() }) { self.answer = answer }

  /// - Parameters:
  ///   - host: `::` listens on every address of this machine, IPv4 ones included.
  ///   - port: 0 for a free one.
  func open(host: String = "127.0.0.1", port: Int = 0) async throws {
    let bound = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.backlog, value: 256)
      .childChannelInitializer { channel in
        self.seen.withLock { $0.connections += 1 }
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(Answering(site: self))
        }
      }
      .bind(host: host, port: port).get()
    channel.withLock { $0 = bound }
  }

  func close() async throws { try await channel.withLock { $0 }?.close() }

  fileprivate func answers(_ question: Question) -> Answer {
    seen.withLock { $0.questions.append(question) }
    return answer(question)
  }
}

private final class Answering: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let site: Site
  init(site: Site) { self.site = site }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(let head) = unwrapInboundIn(data) else { return }
    let answer = site.answers(
      Site.Question(target: head.uri, headers: head.headers.map { "\($0.name): \($0.value)" }))
    var headers = HTTPHeaders(answer.headers)
    if answer.hangs {
      headers.add(name: "Transfer-Encoding", value: "chunked")
    } else {
      headers.add(name: "Content-Length", value: String(answer.body.count))
    }
    context.write(
      wrapOutboundOut(
        .head(HTTPResponseHead(version: .http1_1, status: .init(statusCode: answer.status), headers: headers))
      ),
      promise: nil)
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
    if !answer.hangs { context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

/// Runs the body while the sites are open on ports of their own.
func withSites<T>(_ sites: [Site], _ body: () async throws -> T) async throws -> T {
  for site in sites { try await site.open() }
  do {
    let result = try await body()
    for site in sites { try await site.close() }
    return result
  } catch {
    for site in sites { try? await site.close() }
    throw error
  }
}
