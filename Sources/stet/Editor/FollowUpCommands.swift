import ArgumentParser
import Client
import Editorial
import Wire

struct FollowUps: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the questions that wait for somebody, assign and close them.",
    usage: "stet follow-ups [options] | close | assign",
    discussion: """
      Examples:
        stet follow-ups
        stet follow-ups close F1 --as overtaken --source docket --note "dropped"
      """,
    subcommands: [ListFollowUps.self, CloseFollowUp.self, AssignFollowUp.self],
    defaultSubcommand: ListFollowUps.self)
}

enum FollowUpFilter: String, CaseIterable, ExpressibleByArgument, Sendable {
  case open, closed, all
}

struct ListFollowUps: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List follow-ups (the default).", usage: "stet follow-ups [options]",
    discussion: """
      Examples:
        stet follow-ups
        stet follow-ups --status all --json
      """)

  @Option(help: "Only those with this status.")
  var status: FollowUpFilter = .open
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let answer = try await console.api.followUps(status: status.rawValue)
    console.show(answer) { followUpsText($0, status: status.rawValue, layout: console.layout) }
    if let item = answer.value.followUps.first(where: { $0.outcome == nil }) {
      console.hint([
        "Answer: stet follow-ups close \(shown(item.label)) --as OUTCOME --source URL --note TEXT"
      ])
    }
  }
}

struct CloseFollowUp: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Answer a question with what you found out.",
    usage: "stet follow-ups close F1 --as OUTCOME [options]",
    discussion: """
      Examples:
        stet follow-ups close F1 --as overtaken --source docket --note "dropped"
        stet follow-ups close F2 --as stands --source clerk --next 2027-02-01
      """)

  @Argument(help: ArgumentHelp("The question, such as F1.", valueName: "follow-up"))
  var label: String
  @Option(name: .customLong("as"), help: "What is true today.")
  var outcome: FollowUpOutcome
  @Option(help: "Where you saw it: an address, or words.")
  var source: String?
  @Option(
    help: ArgumentHelp("The day since when it is known; today when absent.", valueName: "date"),
    transform: Day.read)
  var asOf: Day?
  @Option(
    help: ArgumentHelp("When to ask again, for stands and unresolved.", valueName: "date"),
    transform: Day.read)
  var next: Day?
  @Option(help: "What happened, in words.")
  var note: String?
  @Option(help: ArgumentHelp("The revision that says it anew, for updated.", valueName: "revision"))
  var revision: RevisionNumber?
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    var request = ClosureRequest(
      outcome: outcome, source: source, asOf: asOf?.iso, next: next?.iso, note: note,
      revision: revision?.number)
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.closeFollowUp(label, request, key: key)
    }
    console.show(answer) {
      closureText($0.followUp, layout: console.layout)
        + text(of: noticeLines($0.receipt, layout: console.layout))
    }
  }
}
