import ArgumentParser
import Nightly
import Store
import TextAnalysis
import Wire

struct NightlyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nightly", abstract: "Find stale claims and ask about them.",
    discussion: """
      Runs for the newsroom's today, or for the day that --as-of names. Safe to run again: a claim is asked about once.

      Examples:
        stet nightly
        stet nightly --as-of 2027-01-01 --dry-run
      """)

  @Option(help: ArgumentHelp("Run for this day.", valueName: "date"), transform: Day.read)
  var asOf: Day?

  @Flag(help: "Look, and change nothing.")
  var dryRun = false

  @OptionGroup var common: OperatorOptions

  func run() async throws {
    let (asOf, dryRun) = (asOf?.date, dryRun)
    let report = try await Workplace.with { place in
      try await place.newsroom.runNight(asOf: asOf, dryRun: dryRun, actor: operatorActor)
    }
    let wire = NightlyReport(report)
    Terminal.out(
      try common.json ? prettyJSON(wire) : nightlyText(wire, layout: Terminal.layout(colour: .auto)))
  }
}

extension NightlyReport {
  init(_ report: NightReport) {
    let date = report.night.date
    self.init(
      run: Run(
        date: date.description, attempt: report.night.attempt, timeZone: report.night.timeZone,
        dryRun: report.dryRun,
        missed: report.night.missed.map(\.description), opened: report.opened,
        alreadyOpen: report.alreadyOpen, waiting: report.waiting,
        journal: report.journal),
      stale: report.stale.map { Stale($0.stale, followUp: $0.followUp, opened: $0.opened, date: date) })
  }
}
