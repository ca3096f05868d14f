import ArgumentParser
import Client
import Editorial
import Wire

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how often each rule's findings were confirmed or dismissed, and try a rule.",
    usage: "stet rules [options] | try",
    discussion: """
      Examples:
        stet rules --desk main
        stet rules try weekday.date --archive
      """,
    subcommands: [ListRules.self, TryRule.self], defaultSubcommand: ListRules.self)
}

struct ListRules: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show how each rule fares (the default).", usage: "stet rules [options]",
    discussion: """
      Precision is what people confirmed of what they settled; below five it says nothing.
      A rule that falls below the desk's policy (quietBelow) shows on request only.

      Examples:
        stet rules
        stet rules --desk main --json
      """)

  @Option(help: "Only on this desk.")
  var desk: String?
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    console.show(try await console.api.rules(desk: desk)) {
      rulesText($0, desk: desk, layout: console.layout)
    }
  }
}

struct TryRule: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "try", abstract: "List what a rule would say of what was published; nothing is written.",
    usage: "stet rules try RULE --archive [--last N] [options]",
    discussion: """
      Examples:
        stet rules try weekday.date --archive
        stet rules try archive.count-differs --archive --last 1000
      """)

  @Argument(
    help: "Its name, such as weekday.date.", completion: .list(findingRules.keys.sorted()))
  var rule: String
  @Flag(help: "Over the published archive.")
  var archive = false
  @Option(help: ArgumentHelp("Over so many stories, those that were filed last (else 500).", valueName: "n"))
  var last: Int?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard archive else { throw ValidationError("Say over what: --archive.") }
    if let last, last < 1 { throw ValidationError("--last is at least 1.") }
  }

  func run(_ console: Console) async throws {
    console.show(try await console.api.tryRule(rule, last: last)) {
      ruleTrialText($0, layout: console.layout)
    }
  }
}
