import ArgumentParser
import FoundationEssentials
import Glibc
import TextAnalysis
import Wire

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look at files with the text engine alone: no service, no login.",
    usage: """
      stet check FILE|FOLDER|PATTERN ... [options]
      stet check --rules | --explain RULE
      """,
    discussion: """
      It ends with 1 when something is found at the level of --fail-on. Rules are
      switched off in .stet.yaml, or by comments in Markdown: see --explain RULE.

      Examples:
        stet check harbour-fire.txt
        stet check stories 'archive/**/*.md' --fail-on disputed --sarif
      """)

  @Argument(
    help: ArgumentHelp(
      "Plain text or Markdown in UTF-8; a folder, for its *.txt, *.md and *.markdown; a pattern in quotes, ** "
        + "for any folders; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []
  @Option(
    help: ArgumentHelp(
      "The day the words speak from; else what the front matter says, else today.", valueName: "date"),
    transform: Day.read)
  var dateline: Day?
  @Option(
    help: ArgumentHelp(
      "End with 1 when something of this level, or above, is found: claim, disputed or slip.",
      valueName: "level"))
  var failOn: Level = .slip
  @Option(
    help: ArgumentHelp(
      "Each finding in full, or in one line: full or concise; else concise above 30 findings.",
      valueName: "form"))
  var format: FindingForm?
  @Flag var forms: [ReportForm] = []
  @Option(
    help: ArgumentHelp("Leave out the findings that stand in this file.", valueName: "file"),
    completion: .file())
  var baseline: String?
  @Option(
    help: ArgumentHelp(
      "Write all findings into this file, as known from now on, and end with 0.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?
  @Flag(help: "List the rules: name, level, and why each one asks.")
  var rules = false
  @Option(
    help: ArgumentHelp(
      "Explain a rule: what it finds and leaves alone, and its off switch.", valueName: "rule"),
    completion: .list(ruleBook.map(\.name)))
  var explain: String?
  @Option(help: "Colour: auto, always or never.")
  var color: ColourChoice = .auto

  func validate() throws {
    guard forms.count + (format == nil ? 0 : 1) < 2 else {
      throw ValidationError("Choose one form of output: --format, --json, --sarif or --github.")
    }
    guard baseline == nil || writeBaseline == nil else {
      throw ValidationError("Choose --baseline or --write-baseline.")
    }
    if rules || explain != nil {
      guard files.isEmpty, !rules || explain == nil else {
        throw ValidationError("--rules and --explain stand alone, without a FILE.")
      }
      guard forms.isEmpty || forms == [.json] else {
        throw ValidationError("--rules and --explain print text, or JSON with --json.")
      }
    } else if files.isEmpty {
      throw ValidationError("Name a FILE, a FOLDER or a PATTERN; - is standard input.")
    }
  }

  func run() throws {
    let layout = Terminal.layout(colour: color)
    if rules {
      return Terminal.out(
        forms == [.json] ? try prettyJSON(ruleBook) : ruleListText(ruleBook, layout: layout))
    }
    if let explain {
      return Terminal.out(try explanation(ofRules: RuleName(spelling: explain), layout: layout))
    }
    let known = try baseline.map { try Baseline(readFrom: $0) }
    var (report, texts) = try look()
    if let writeBaseline {
      try write(Baseline(report.findings), to: writeBaseline, of: &report)
    } else {
      known?.holdBack(from: &report)
    }
    try show(report, texts, layout: layout)
    // A file that was not looked at is never reported as one in which nothing was found.
    if let first = report.unread.first { throw ExitCode(first.problem.exitCode) }
    if report.fails { throw ExitCode(ExitStatus.found) }
  }

  /// - Parameter name: of a rule, or of a family.
  private func explanation(ofRules name: RuleName, layout: Layout) throws -> String {
    let found = name.rules.compactMap(rule(named:))
    guard let first = found.first else { throw unknownRule(name) }
    if forms == [.json] { return name.isFamily ? try prettyJSON(found) : try prettyJSON(first) }
    return found.map { stet.explanation(of: $0, layout: layout) }.joined(separator: "\n")
  }

  /// Looks at every file. Settings come first: a rule that should be off must not fill a report.
  private func look() throws(ProblemJSON) -> (CheckReport, CheckedTexts) {
    let chosen = FilesToCheck(files)
    var lookup = SettingsLookup()
    var settings: [Settings] = []
    for file in chosen.files { settings.append(try lookup.settings(for: file)) }

    var report = CheckReport(failOn: failOn)
    report.unread = chosen.unread
    var texts = CheckedTexts()
    let today = Terminal.today() ?? .earliest
    var progress = Progress(of: chosen.files.count)
    defer { progress.end() }
    for (number, file) in chosen.files.enumerated() {
      progress.show(number)
      do {
        let bytes = try SourceFile.bytes(of: file, told: "It was not looked at.")
        let examined = try examine(bytes, name: file, dateline: dateline?.date, today: today)
        let found = examined.findings.filter { !settings[number].covers($0.rule) }
        report.files += 1
        if examined.isUndated { report.undated += 1 }
        report.findings += found
        if !found.isEmpty { texts.keep(examined, of: file) }
      } catch {
        report.unread.append(.init(file: file, problem: error))
      }
    }
    return (report, texts)
  }

  /// A baseline of a part would lose what was known of the rest.
  private func write(_ baseline: Baseline, to path: String, of report: inout CheckReport) throws {
    if report.unread.isEmpty {
      try baseline.write(to: path)
      baseline.holdBack(from: &report)
      Terminal.err("Wrote \(counted(baseline.entries.count, "finding")) into \(shown(path)).\n")
    } else {
      Terminal.err("The baseline \(shown(path)) was not written: not everything was looked at.\n")
    }
  }

  private func show(_ report: CheckReport, _ texts: CheckedTexts, layout: Layout) throws {
    let here = FileManager.default.currentDirectoryPath
    if forms != [.github] {
      for item in report.unread { tell(item, layout: layout) }
    }
    switch forms.first {
    case .json: Terminal.out(try prettyJSON(report))
    case .sarif:
      let version = Stet.configuration.version
      Terminal.out(
        try prettyJSON(SARIFLog(report, version: version, textStarts: texts.starts, here: here)))
    case .github: Terminal.out(gitHubText(report, here: here))
    // Where nothing could be looked at, that has been said.
    case nil where report.files == 0: break
    case nil: Terminal.out(checkText(report, texts: texts.words, form: format, layout: layout))
    }
  }

  private func tell(_ item: CheckReport.Unread, layout: Layout) {
    guard forms.isEmpty else {
      var problem = item.problem
      if !problem.detail.hasPrefix(item.file) { problem.detail = "\(item.file): \(problem.detail)" }
      return Terminal.err((try? prettyJSON(problem)) ?? problem.detail + "\n")
    }
    Terminal.err(problemText(item.problem, file: item.file, layout: layout))
  }
}

/// A report for programs.
enum ReportForm: String, EnumerableFlag {
  case json, sarif, github

  static func help(for form: ReportForm) -> ArgumentHelp? {
    switch form {
    case .json: "Print the findings as JSON."
    case .sarif: "Print a log in SARIF 2.1.0."
    case .github: "Print annotations for a GitHub workflow."
    }
  }
}

extension FindingForm: ExpressibleByArgument {}

/// What the reports need of the texts that have findings, by the file's name.
struct CheckedTexts: Sendable {
  private(set) var words: [String: String] = [:]
  /// Bytes of the byte order mark, where there is one.
  private(set) var starts: [String: Int] = [:]

  mutating func keep(_ examined: Examined, of file: String) {
    words[file] = examined.text
    if examined.textStart > 0 { starts[file] = examined.textStart }
  }
}

private func unknownRule(_ name: RuleName) -> ProblemJSON {
  ProblemJSON(
    type: "/problems/usage", title: "There is no such rule", status: 0,
    detail: "\(name.unknown).\n\(whereRulesAre)", exitCode: ExitStatus.usage)
}
