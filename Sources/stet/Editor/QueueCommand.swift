import ArgumentParser
import Client
import TextAnalysis
import Wire

struct Queue: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what waits for you: since when, why, and what to do, most urgent first.",
    usage: "stet queue [options]",
    discussion: """
      Examples:
        stet queue
        stet queue --json
      """)

  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    console.show(try await console.api.queue()) { queueText($0, layout: console.layout) }
  }
}

struct Away: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say until when you are away, and who stands in.",
    usage: "stet away --until DATE [--to MEMBER] | --back",
    discussion: """
      Examples:
        stet away --until 2026-12-04 --to dov
        stet away --back
      """)

  @Option(help: ArgumentHelp("The last day away.", valueName: "date"), transform: Day.read)
  var until: Day?
  @Option(help: ArgumentHelp("Who is shown what waits for you. It lends no role.", valueName: "member"))
  var to: String?
  @Flag(help: "You are here again.")
  var back = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (until != nil) != back else { throw ValidationError("Say until when, --until DATE, or --back.") }
    if back, to != nil { throw ValidationError("Who is back needs nobody to stand in.") }
  }

  func run(_ console: Console) async throws {
    let request = AwayRequest(until: until?.iso ?? CivilDate.earliest.description, deputy: to)
    let isBack = back
    let answer = try await console.send(writing) { key in
      try await console.api.setAway(request, key: key)
    }
    console.show(answer) { away in
      isBack
        ? "You are back.\n"
        : "Away until \(shortDay(away.until))"
          + (away.deputy.map { "; \(shown($0)) is shown what waits for you.\n" }
            ?? ". Nobody stands in: add --to MEMBER.\n")
    }
  }
}
