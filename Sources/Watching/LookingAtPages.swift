import Editorial
import Store

extension Newsroom {
  /// Makes the next request that is due, and records what came of it; false when none is due.
  ///
  /// Who dies in between leaves the host alone for a minute, and then the request is made again.
  ///
  /// - Parameters:
  ///   - now: RFC 3339; the whole step counts as of then.
  ///   - jitter: from 0 up to 1, by chance: see `secondsUntilNextLook`.
  public func takeLookStep(at now: String, jitter: Double, asking: Asking) async throws -> Bool {
    guard let step = try await beginLook(at: now, jitter: jitter) else { return false }
    let asked = try await asking.ask(
      step.address, entityTag: step.entityTag, lastModified: step.lastModified)
    try await finishLook(step, asked, at: now, jitter: jitter)
    return true
  }
}
