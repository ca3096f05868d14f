import TextAnalysis

// An old archive holds more claims that are due than anybody could answer. They wait, ranked, and each night asks about
// as many as its desk can bear.

/// New questions for each member and working day: more and nobody starts.
public let questionsPerMember = 2

/// How many questions about an imported archive a desk gets in a night: two for each member on a working day, but never
/// so many that more than these wait for an answer. A week without anybody leaves no heap.
///
/// - Parameters:
///   - members: active members of the desk.
///   - open: questions about stories of the desk that are open, of whatever origin.
///   - asked: questions about them that were opened for this very night, by this attempt or one before.
public func baselineBudget(members: Int, open: Int, asked: Int, on day: CivilDate) -> Int {
  guard day.weekday != .saturday, day.weekday != .sunday else { return 0 }
  return max(0, questionsPerMember * members - max(open, asked))
}

/// Rank of a claim that was due before its story was imported: 0 accuses a person, 1 is about people in danger, 2 is the
/// rest. Within a rank the newest story comes first.
public func baselineRank(rule: String, person: Bool) -> Int {
  person ? 0 : dangerRules.contains(rule) ? 1 : 2
}

/// Rules whose statements people act on, or that are about people whose life is in danger.
private let dangerRules = Set(
  """
  toll.open injured.critical missing search.running hostage.held warning.weather fire.containment evacuation closure
  outage advice.health outbreak.count recall.product emergency.declared siege
  """.split(whereSeparator: \.isWhitespace).map(String.init))

/// Whose turn each of so many questions is: always the member's with the fewest open ones, among equals the first by
/// handle. Empty when the desk has nobody.
public func turns(for questions: Int, among members: [(handle: String, open: Int)]) -> [String] {
  guard !members.isEmpty else { return [] }
  var load = members.sorted { $0.handle < $1.handle }
  return (0..<max(0, questions)).map { _ in
    let least = load.indices.min { load[$0].open < load[$1].open } ?? 0
    load[least].open += 1
    return load[least].handle
  }
}
