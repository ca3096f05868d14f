import TextAnalysis
import Wire

/// A log in SARIF 2.1.0 (OASIS, 27 March 2020), as far as findings need it. The names of the fields are the standard's.
struct SARIFLog: Encodable {
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  struct Run: Encodable {
    let tool: Tool
    let columnKind = "unicodeCodePoints"
    let newlineSequences = ["\r\n", "\n", "\r"]
    let invocations: [Invocation]
    let results: [Result]
  }

  struct Tool: Encodable {
    let driver: Driver

    struct Driver: Encodable {
      let name = "stet"
      let version: String
      let rules: [Rule]
    }
  }

  struct Rule: Encodable {
    let id: String
    let shortDescription: Message
    let fullDescription: Message
    let help: Message
    let defaultConfiguration: Configuration

    struct Configuration: Encodable {
      let level: String
    }
  }

  struct Message: Encodable {
    let text: String
  }

  struct Invocation: Encodable {
    let executionSuccessful: Bool
    let toolExecutionNotifications: [Notification]
  }

  struct Notification: Encodable {
    let level = "warning"
    let message: Message
    let locations: [Location]
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]
    let partialFingerprints: [String: String]
  }

  struct Location: Encodable {
    /// Only among related locations.
    var id: Int?
    let physicalLocation: Physical
    var message: Message?

    struct Physical: Encodable {
      let artifactLocation: Artifact
      let region: Region?
    }

    struct Artifact: Encodable {
      let uri: String
    }
  }

  /// Lines and columns count from 1 and the end column is the one behind the region; bytes count from 0, a byte
  /// order mark included.
  struct Region: Encodable {
    var startLine: Int
    var startColumn: Int
    var endLine: Int?
    var endColumn: Int?
    var byteOffset: Int?
    var byteLength: Int?
  }
}

extension SARIFLog {
  /// - Parameters:
  ///   - textStarts: bytes of the byte order mark of the files that begin with one.
  ///   - here: the working folder, absolute; files are named from there.
  init(_ report: CheckReport, version: String, textStarts: [String: Int], here: String) {
    let fired = Set(report.findings.map(\.rule))
    let rules = ruleBook.filter { fired.contains($0.name) }
    let numbers = Dictionary(
      rules.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    func artifact(_ file: String) -> Location.Artifact {
      .init(uri: uri(ofPath: pathFromHere(file, here: here)))
    }
    func location(_ mark: CheckReport.Mark, of file: String, id: Int? = nil) -> Location {
      Location(
        id: id,
        physicalLocation: .init(
          artifactLocation: artifact(file),
          region: Region(
            startLine: mark.line, startColumn: mark.column, endLine: mark.endLine, endColumn: mark.endColumn,
            byteOffset: mark.start + (textStarts[file] ?? 0), byteLength: mark.end - mark.start)),
        message: id.map { _ in Message(text: mark.quote) })
    }
    let results = report.findings.map { finding in
      Result(
        ruleId: finding.rule, ruleIndex: numbers[finding.rule] ?? -1, level: sarifLevel(finding.level),
        message: Message(text: message(finding)), locations: [location(finding.mark, of: finding.file)],
        relatedLocations: finding.others.enumerated().map { location($1, of: finding.file, id: $0 + 1) },
        partialFingerprints: ["stetRuleAndWords/v1": finding.fingerprint])
    }
    let notifications = report.unread.map { item in
      Notification(
        message: Message(text: item.problem.detail),
        locations: [
          Location(
            physicalLocation: .init(
              artifactLocation: artifact(item.file),
              region: item.problem.line.map { Region(startLine: $0, startColumn: item.problem.column ?? 1) }))
        ])
    }
    runs = [
      Run(
        tool: Tool(driver: .init(version: version, rules: rules.map(Rule.init))),
        invocations: [
          Invocation(
            executionSuccessful: report.unread.isEmpty, toolExecutionNotifications: notifications)
        ],
        results: results)
    ]
  }
}

extension SARIFLog.Rule {
  fileprivate init(_ rule: CheckRule) {
    self.init(
      id: rule.name, shortDescription: .init(text: rule.kind),
      fullDescription: .init(text: rule.reason + "."),
      help: .init(
        text: "\(rule.reason).\n\nFinds: \(rule.example)\n\nLeaves alone: \(rule.counterExample)\n\n"
          + "In full, and how to switch it off: stet check --explain \(rule.name)"),
      defaultConfiguration: .init(level: sarifLevel(rule.level)))
  }
}

/// The engine suggests: a note. Only a comment that does nothing is surely wrong.
private func sarifLevel(_ level: Level) -> String {
  switch level {
  case .claim, .disputed, .slip: "note"
  case .note: "warning"
  }
}
