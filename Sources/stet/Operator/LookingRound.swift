import Editorial
import Logging
import ServiceLifecycle
import Store
import Watching

/// Looks at watched pages while the service runs: a few hosts at once, each as seldom as politeness wants.
///
/// What is due stands in the database, so that several services share the work and a killed one loses nothing.
struct LookingRound: Service {
  let newsroom: Newsroom
  let asking: Asking
  let logger: Logger

  /// Requests under way at a time.
  private static let mostAtOnce = 4

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await withDiscardingTaskGroup { group in
          for _ in 0..<Self.mostAtOnce { group.addTask { while await takesStep() {} } }
        }
        try? await Task.sleep(for: .seconds(10))
      }
    }
  }

  private func takesStep() async -> Bool {
    do {
      return try await newsroom.takeLookStep(
        at: try await newsroom.instant(), jitter: Double.random(in: 0..<1), asking: asking)
    } catch {
      if !Task.isCancelled { logger.error("look failed", metadata: ["error": "\(error)"]) }
      return false
    }
  }
}
