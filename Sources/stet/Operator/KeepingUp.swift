import Editorial
import EmbeddedPostgres
import Logging
import Nightly
import ServiceLifecycle
import Store

/// Runs the nightly job once per newsroom date, after its local time has come.
///
/// Nothing is kept in memory: whether tonight's run is done is asked of the database, so that several services, cron
/// and this schedule can all try and only the first one finds work. A night that was missed is caught up as soon as
/// the service is back.
struct NightlySchedule: Service {
  let newsroom: Newsroom
  let at: ClockTime
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await runIfDue()
        } catch is CancellationError {
          return
        } catch {
          logger.error("nightly run failed", metadata: ["error": "\(error)"])
        }
        try? await Task.sleep(for: .seconds(30))
      }
    }
  }

  private func runIfDue() async throws {
    guard try await newsroom.nightIsOwed(),
      try await newsroom.isLocalTimePast(hour: at.hour, minute: at.minute)
    else { return }
    let report = try await newsroom.runNight(asOf: nil, dryRun: false, actor: .system(part: "schedule"))
    logger.info(
      "nightly run",
      metadata: [
        "date": "\(report.night.date)", "opened": "\(report.opened)", "alreadyOpen": "\(report.alreadyOpen)",
        "missed": "\(report.night.missed.count)",
      ])
  }
}

/// Starts the private PostgreSQL again when it dies under the service. Meanwhile `/readyz` answers 503.
struct ClusterKeeper: Service {
  let cluster: Cluster
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await cluster.waitUntilDead()
        if Task.isCancelled { return }
        logger.error("postgres died; starting it again")
        do {
          try await cluster.restart()
          logger.info("postgres runs again")
        } catch ClusterError.stopped {
          return
        } catch {
          logger.error("postgres does not start", metadata: ["error": "\(error)"])
          try? await Task.sleep(for: .seconds(1))
        }
      }
    }
  }
}
