import FoundationEssentials
import TextAnalysis

/// How fast one way of reading is.
struct Speed {
  let name: String
  let mbPerSecond: Double
}

/// Rounds of every measure; the best one counts.
private let rounds = 5

/// The engine as a whole and in parts, a plain pass over the bytes, and grep on the same bytes in a file: each
/// once a round, so that whatever else the machine does meets all of them.
func speeds(of load: [ScanDocument], in folder: String) async throws -> [Speed] {
  let path = folder + "/text"
  try Data(load.flatMap(\.bytes)).write(to: URL(filePath: path))
  let manuscripts = try load.map { try Manuscript(bytes: $0.bytes) }
  let size = load.reduce(0) { $0 + $1.bytes.count }

  var best: [String: Duration] = [:]
  func time(_ name: String, _ work: () async throws -> Int) async throws {
    let clock = ContinuousClock()
    let start = clock.now
    // The result is looked at so that the work cannot be left out.
    guard try await work() >= 0 else { return }
    best[name] = min(best[name] ?? .seconds(1 << 40), clock.now - start)
  }
  for _ in 0..<rounds {
    try await time("bytePass") { load.reduce(0) { $0 &+ sum($1.bytes) } }
    try await time("manuscript") {
      try load.reduce(0) { $0 + (try Manuscript(bytes: $1.bytes)).paragraphs.count }
    }
    try await time("times") {
      zip(load, manuscripts).reduce(0) {
        $0 + findTimes(in: $1.1.text, written: WritingTime(day: $1.0.dateline, minute: nil)).count
      }
    }
    try await time("claims") {
      zip(load, manuscripts).reduce(0) { $0 + findClaims(in: $1.1, dateline: $1.0.dateline).count }
    }
    try await time("contradictions") {
      zip(load, manuscripts).reduce(0) { $0 + findContradictions(in: $1.1, dateline: $1.0.dateline).count }
    }
    try await time("everything") { try load.reduce(0) { $0 + (try findEverything(in: $1)) } }
    try await time("grep") {
      // 1 says that no line was found.
      _ = try await output(of: "grep", ["-ciE", cuePattern, path], accepted: [0, 1])
      return 0
    }
  }
  return ["manuscript", "times", "claims", "contradictions", "everything", "bytePass", "grep"].compactMap {
    name in
    best[name].map { Speed(name: name, mbPerSecond: Double(size) / 1_000_000 / seconds($0)) }
  }
}

/// All that the engine does with a draft that is filed; returns how much it found.
func findEverything(in document: ScanDocument) throws(Unreadable) -> Int {
  let found = findAll(in: try Manuscript(bytes: document.bytes), dateline: document.dateline)
  return found.times.count + found.claims.count + found.contradictions.count
}

func seconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

@inline(never)
private func sum(_ bytes: [UInt8]) -> Int {
  var sum = 0
  for byte in bytes { sum &+= Int(byte) }
  return sum
}

/// The cue words of the baseline.
private let cues = [
  "will", "is expected", "are expected", "expected to", "scheduled", "set to", "due to", "next week",
  "next month", "next year", "tomorrow", "later this", "upcoming", "plans to", "planned", "intends to",
  "vowed",
  "pledged", "considering", "hopes to", "charged", "trial", "appeal", "lawsuit", "investigation",
  "investigating", "pending", "hearing", "ongoing", "continue", "continues", "currently", "remains",
  "missing",
  "critical condition", "not yet", "at least", "so far", "death toll", "acting",
]

private let cuePattern = "\\b(\(cues.joined(separator: "|")))\\b"
