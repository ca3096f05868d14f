import Logging
import ServiceLifecycle
import Store

/// Publishes what is planned when its moment comes, and writes reminders of what is due.
///
/// Nothing is kept in memory: what is due is asked of the database, so that several services may do it at once, and one
/// that was down goes on where it stopped.
struct OnTime: Service {
  let newsroom: Newsroom
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          for release in try await newsroom.release() {
            logger.info(
              "planned publication",
              metadata: ["draft": "\(release.draft)", "published": "\(release.isPublished)"])
          }
        } catch is CancellationError {
          return
        } catch {
          logger.error("planned publications failed", metadata: ["error": "\(error)"])
        }
        do {
          _ = try await newsroom.remind()
        } catch is CancellationError {
          return
        } catch {
          logger.error("reminders failed", metadata: ["error": "\(error)"])
        }
        try? await Task.sleep(for: .seconds(5))
      }
    }
  }
}
