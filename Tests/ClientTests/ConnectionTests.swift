import NIOCore
import NIOPosix
import Testing
import Wire

@testable import Client

@Suite("When no answer comes")
struct ConnectionTests {
  @Test("A refused connection sent nothing, whether one reads or writes")
  func refused() async throws {
    // A port that was ours a moment ago and has no listener now.
    let listener = try await hangingUp(after: 0)
    let port = listener.port
    try await listener.channel.close()
    let api = try StetAPI(url: "http://127.0.0.1:\(port)", token: "t", seconds: 60)
    let refusal = ClientFailure.unreachable(url: api.url, why: "the connection was refused")
    await #expect(throws: refusal) { _ = try await api.me() }
    await #expect(throws: refusal) { _ = try await api.spike("a", reason: "r", key: "k") }
  }

  @Test("A connection that breaks after the request leaves a write unknown, with its key, and a read undone")
  func broken() async throws {
    let listener = try await hangingUp(after: 1)
    let api = try StetAPI(url: "http://127.0.0.1:\(listener.port)", token: "t", seconds: 60)
    await #expect(
      throws: ClientFailure.outcomeUnknown(key: "0f1e", why: "the connection broke before the answer")
    ) {
      _ = try await api.spike("a", reason: "r", key: "0f1e")
    }
    await #expect(throws: ClientFailure.brokenOff(url: api.url)) { _ = try await api.me() }
    try await listener.channel.close()
  }

  @Test("A service that never answers leaves a write unknown when its time is over")
  func silent() async throws {
    let listener = try await hangingUp(after: .max)
    let api = try StetAPI(url: "http://127.0.0.1:\(listener.port)", token: "t", seconds: 1)
    await #expect(throws: ClientFailure.outcomeUnknown(key: "k", why: "no answer came within 1 s")) {
      _ = try await api.kill("a", reason: "r", key: "k")
    }
    try await listener.channel.close()
  }

  /// Accepts connections and hangs up once it has read `bytes` of what was sent.
  private func hangingUp(after bytes: Int) async throws -> (channel: any Channel, port: Int) {
    let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(HangUp(after: bytes))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    return (channel, try #require(channel.localAddress?.port))
  }
}

private final class HangUp: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  private let limit: Int
  private var read = 0

  init(after limit: Int) { self.limit = limit }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    read += unwrapInboundIn(data).readableBytes
    if read >= limit { context.close(promise: nil) }
  }
}
