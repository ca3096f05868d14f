import ArgumentParser
import TextAnalysis

struct Conformance: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads the dates in the tests of other programs, and counts where Stet says the same.",
    discussion: """
      Examples:
        stet-bench conformance data/times
        stet-bench conformance data/times --failing
      """)

  @Argument(help: ArgumentHelp("Folder of the conformance-*.jsonl files.", valueName: "data"))
  var data: String
  @Flag(help: "Print each case that fails, with what Stet found.")
  var failing = false

  func run() async throws {
    try await reportingFailures {
      try need(folders: [data], elseUnchecked: "the forms of dates that other programs' tests know")
      let answers = try conformanceAnswers(folder: data)
      if failing {
        for answer in answers where answer.outcome == .failed { write(try jsonLine(answer.report)) }
      }
      let counts = suiteCounts(answers)
      for count in counts { write(try jsonLine(count)) }
      write(try jsonLine(SuiteCount(suite: "all", answers: answers.map(\.outcome))))
    }
  }
}

/// What became of a case.
enum Outcome: Equatable {
  case passed
  /// Not met, and meant so.
  case deliberate(reason: String)
  case failed
}

/// A case with what became of it.
struct Answer {
  let test: ConformanceCase
  let found: [Found]
  let outcome: Outcome

  fileprivate struct Report: Encodable {
    let id: String
    let setting: String
    let text: String
    let found: [String]
  }

  fileprivate var report: Report {
    Report(
      id: test.id, setting: test.setting, text: test.text,
      found: found.map { "\($0.type.rawValue) \($0.value) \($0.span.start)-\($0.span.end)" })
  }
}

/// How many cases of a suite are met.
struct SuiteCount: Encodable, Equatable {
  let bench = "conformance"
  let suite: String
  let cases: Int
  let passed: Int
  let deliberate: Int
  let failed: Int
  /// Of all cases, from 0 to 1.
  let share: Double

  init(suite: String, answers: [Outcome]) {
    self.suite = suite
    cases = answers.count
    passed = answers.count { $0 == .passed }
    failed = answers.count { $0 == .failed }
    deliberate = cases - passed - failed
    share = cases == 0 ? 0 : (Double(passed) / Double(cases) * 1000).rounded() / 1000
  }

  private enum CodingKeys: CodingKey {
    case bench, suite, cases, passed, deliberate, failed, share
  }
}

/// Each suite's count, in the order of the suites.
func suiteCounts(_ answers: [Answer]) -> [SuiteCount] {
  suites.map { suite in
    SuiteCount(suite: suite, answers: answers.filter { $0.test.suite == suite }.map(\.outcome))
  }
}

/// Every case of the suites in a folder, answered.
func conformanceAnswers(folder: String) throws -> [Answer] {
  let meant = try differences.map { (pattern: try Regex($0.pattern).ignoresCase(), difference: $0) }
  return try conformanceCases(folder: folder).map { test in
    let found = findings(in: test.text, written: test.written)
    if test.isMet(found) { return Answer(test: test, found: found, outcome: .passed) }
    let about = "\(test.setting): \(test.text)"
    let reason = meant.first {
      $0.difference.suite == test.suite && (!found.isEmpty || $0.difference.meansSilence)
        && about.firstMatch(of: $0.pattern) != nil
    }?.difference.reason
    return Answer(
      test: test, found: found, outcome: reason.map { .deliberate(reason: $0) } ?? .failed)
  }
}

private let suites = ["chrono", "duckling", "recognizers", "sutime", "dateparser"]

private func conformanceCases(folder: String) throws -> [ConformanceCase] {
  func file(_ name: String) -> String { "\(folder)/conformance-\(name).jsonl" }
  return try rows(ChronoRow.self, ofFile: file("chrono-en")).flatMap { try $0.cases() }
    + (try rows(DucklingRow.self, ofFile: file("duckling-en")).flatMap { try $0.cases() })
    + (try rows(RecognizersRow.self, ofFile: file("recognizers-en")).flatMap { try $0.cases() })
    + (try rows(SUTimeRow.self, ofFile: file("sutime")).flatMap { try $0.cases() })
    + (try rows(DateparserRow.self, ofFile: file("dateparser-en")).flatMap { try $0.cases() })
}
