import Glibc

/// One line on standard error that says how far long work is. It appears after half a second, only where somebody
/// watches, and is gone at the end.
struct Progress {
  private let total: Int
  private let isWatched: Bool
  private let began = ContinuousClock.now
  private var drawn: ContinuousClock.Instant?

  init(of total: Int) {
    self.total = total
    isWatched = isatty(STDERR_FILENO) == 1 && Terminal.environment["TERM"] != "dumb"
  }

  /// - Parameter words: what is said behind the bar; nil for the count of files.
  mutating func show(_ done: Int, saying words: String? = nil) {
    guard isWatched else { return }
    let now = ContinuousClock.now
    guard Progress.isDue(at: now - began, after: drawn.map { now - $0 }) else { return }
    drawn = now
    let width = Terminal.width(descriptor: STDERR_FILENO, environment: Terminal.environment)
    Terminal.err("\r" + Progress.line(done: done, of: total, saying: words, width: width))
  }

  /// Takes the line away.
  func end() {
    if drawn != nil { Terminal.err("\r\u{1B}[K") }
  }

  /// - Parameters:
  ///   - elapsed: since the work began.
  ///   - pause: since the line was last drawn; nil when it never was.
  static func isDue(at elapsed: Duration, after pause: Duration?) -> Bool {
    elapsed >= .milliseconds(500) && (pause ?? .seconds(1)) >= .milliseconds(100)
  }

  /// A bar with the count behind it, as wide at the end as at the beginning.
  static func line(done: Int, of total: Int, saying words: String? = nil, width: Int) -> String {
    let counts = " " + (words ?? "\(done) of \(counted(total, "file"))")
    let longest = words.map { " " + $0 } ?? " \(total) of \(counted(total, "file"))"
    let room = max(0, min(40, width - longest.count - 3))
    let filled = total > 0 ? min(room, room * done / total) : room
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: room - filled)
    return "[\(bar)]" + String(repeating: " ", count: longest.count - counts.count) + counts
  }
}
