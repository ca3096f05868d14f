/// How likely a sentence is to make a claim, and of which kind: one number per sign that it shows, added up, and
/// turned into shares. The numbers are in `ClaimWeights.swift`; `stet-bench` writes what they are fitted to.
struct ClaimScore {
  /// For no claim, then for the kinds in the order of `ClaimKind`, a role counting as a plan.
  typealias Weights = SIMD8<Float>

  private let weights = claimWeights
  private var sum = claimBias

  mutating func add(_ sign: Int, times: Int = 1) { sum += weights[sign] * Float(times) }

  /// The share of a claim of any kind, from 0 to 1.
  var shareOfClaims: Float {
    let highest = (1..<6).reduce(sum[0]) { max($0, sum[$1]) }
    let parts = (0..<6).map { exponential(sum[$0] - highest) }
    return 1 - parts[0] / parts.reduce(0, +)
  }

  /// What speaks for a kind; more is likelier.
  func evidence(for kind: ClaimKind) -> Float { sum[1 + min(kind.number, 4)] }
}

/// The share from which a sentence is a claim: where precision and recall are about even on annotated news.
public let leastShareOfClaims: Float = 0.45

extension ClaimKind {
  var number: Int {
    switch self {
    case .pendingLegal: 0
    case .scheduledEvent: 1
    case .ongoingState: 2
    case .provisionalFigure: 3
    case .announcedPlan: 4
    case .role: 5
    }
  }
}

/// e to the power of a number up to 0, close enough to compare shares; the standard library has none.
private func exponential(_ x: Float) -> Float {
  guard x > -20 else { return 0 }
  // (1 + x/2^k)^(2^k) with k = 12: an error under one in a hundred from -10 up.
  var base = 1 + x / 4096
  for _ in 0..<12 { base *= base }
  return base
}

/// Names of everything that is added up, in order.
let claimSignNames: [String] =
  ClaimSign.fixedNames
  + allClaimRules.flatMap { ["rule \($0.rule.name)", "rule \($0.rule.name)?"] }
  + ["strong", "hints"].flatMap { words in
    claimDoubts.map { "\(words) & \($0.name)" } + signNames.map { "\(words) & \($0)" }
  } + claimDoubts.map(\.name) + signNames

/// Places in `claimSignNames`.
enum ClaimSign {
  static let fixedNames: [String] =
    [
      "strong", "strong twice", "narrow", "only hints", "only several hints", "doubts",
      "claims before",
    ]
    + ["strong", "narrow", "hint", "hints", "before"].flatMap { words in
      ClaimKind.allCases.map { "\(words) \($0.rawValue)" }
    }
  static let strong = 0
  static let strongTwice = 1
  static let narrow = 2
  static let onlyHints = 3
  static let onlySeveralHints = 4
  static let doubts = 5
  static let claimsBefore = 6
  static func strong(_ kind: Int) -> Int { 7 + kind }
  static func narrow(_ kind: Int) -> Int { 13 + kind }
  static func hint(_ kind: Int) -> Int { 19 + kind }
  static func hints(_ kind: Int) -> Int { 25 + kind }
  static func before(_ kind: Int) -> Int { 31 + kind }
  static func rule(_ number: Int, isHint: Bool) -> Int { 37 + 2 * number + (isHint ? 1 : 0) }

  private static let behindRules = 37 + 2 * allClaimRules.count
  private static let block = claimDoubts.count + signNames.count
  /// Doubts and signs together are numbered doubts first.
  static func withStrong(_ number: Int) -> Int { behindRules + number }
  static func withHints(_ number: Int) -> Int { behindRules + block + number }
  static func alone(_ number: Int) -> Int { behindRules + 2 * block + number }
}

/// A bias and one row per sign, as `ClaimWeights.swift` has them: `name: none legal event state figure plan`.
private let fitted: [String: ClaimScore.Weights] = {
  var result: [String: ClaimScore.Weights] = [:]
  for line in claimWeightLines.split(separator: "\n") {
    let halves = line.split(separator: ":")
    guard halves.count == 2 else { continue }
    var weights = ClaimScore.Weights()
    for (i, number) in halves[1].split(separator: " ").prefix(6).enumerated() {
      weights[i] = Float(number) ?? 0
    }
    result[String(halves[0])] = weights
  }
  return result
}()
private let claimBias = fitted["bias"] ?? .zero
private let claimWeights = claimSignNames.map { fitted[$0] ?? .zero }
