import Hummingbird
import Logging
import Store

/// The HTTP service over one newsroom.
public struct Service: Sendable {
  public let newsroom: Newsroom
  /// Why the service cannot answer now, or nil. Asked by `/readyz`.
  public let whyNotReady: @Sendable () async -> String?
  public let logger: Logger
  /// Where readers outside reach it, without a slash at its end; nil where it does not know.
  public let publicURL: String?

  public init(
    newsroom: Newsroom, logger: Logger, publicURL: String? = nil,
    whyNotReady: @escaping @Sendable () async -> String?
  ) {
    self.publicURL = publicURL
    // A route that does not say for whom it reads sees nothing that is limited.
    self.newsroom = newsroom.read(by: .nobody)
    self.logger = logger
    self.whyNotReady = whyNotReady
  }

  /// Every route of the service. `/livez` asks nobody: an outage of the database must not restart the service.
  func router() -> Router<Context> {
    let router = Router(context: Context.self)
    router.add(middleware: RequestLog())
    router.add(middleware: Problems())
    router.get("/livez") { _, _ in
      Response(status: .ok, headers: [:], body: .init(byteBuffer: ByteBuffer(string: "ok\n")))
    }
    router.get("/readyz") { _, _ in
      if let reason = await whyNotReady() {
        return Response(
          status: .serviceUnavailable, headers: [.retryAfter: "5"],
          body: .init(byteBuffer: ByteBuffer(string: reason + "\n")))
      }
      return Response(status: .ok, headers: [:], body: .init(byteBuffer: ByteBuffer(string: "ready\n")))
    }
    let api = router.group("/v1").add(middleware: Authentication(newsroom: newsroom))
    addDraftRoutes(to: api)
    addPlanRoutes(to: api)
    addLimitRoutes(to: api)
    addSignOffRoutes(to: api)
    addCorrectionRoutes(to: api)
    addContradictionRoutes(to: api)
    addClaimRoutes(to: api)
    addRuleRoutes(to: api)
    addErasureRoutes(to: api)
    addWatchRoutes(to: api)
    addMatterRoutes(to: api)
    addNewsroomRoutes(to: api)
    addInvitationRoutes(to: api)
    addAssignmentRoutes(to: api)
    addExpertRoutes(to: router)
    return router
  }

  /// The newsroom as whoever a request speaks for may read it.
  func newsroom(for context: Context) -> Newsroom {
    newsroom.read(by: context.bearer.map { .member($0.memberID) } ?? .nobody)
  }

  /// The application, listening on `host` and `port` (0: any free port, told to `onRunning`).
  public func application(
    host: String, port: Int, onRunning: @escaping @Sendable (Int) async -> Void
  ) -> some ApplicationProtocol {
    Application(
      router: router(),
      configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
      onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) },
      logger: logger)
  }
}

/// What is known of a request on its way through the routes.
struct Context: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// Who the token speaks for; set by `Authentication` before any route under `/v1` runs.
  var bearer: Bearer?

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
  }

  /// One byte more than a draft may have, so that the reader can say that it is too long.
  var maxUploadSize: Int { 1_048_577 }
}
