import ArgumentParser
import Client
import Editorial
import Wire

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Have a page on the web looked at, for a claim, evidence or a matter.",
    usage: "stet watch ABOUT URL [options] | list | stop | seen",
    discussion: """
      Examples:
        stet watch harbour-fire/C2 https://court.example/docket/17
        stet watch list
      """,
    subcommands: [AddWatch.self, ListWatches.self, StopWatch.self, MarkSeen.self],
    defaultSubcommand: AddWatch.self)
}

/// A length of time as it is typed: `30m`, `6h`, `2d`.
struct LookInterval {
  let minutes: Int

  static func read(_ typed: String) throws -> LookInterval {
    let scale: [Character: Int] = ["m": 1, "h": 60, "d": 1_440]
    let digits = typed.dropLast()
    guard let unit = typed.last.flatMap({ scale[$0] }),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(digits), number <= minutesBetweenLooks.upperBound,
      minutesBetweenLooks.contains(number * unit)
    else { throw ValidationError("--every is a time from 15m to 7d, such as 6h, not \"\(shown(typed))\".") }
    return LookInterval(minutes: number * unit)
  }
}

struct AddWatch: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Have a page looked at (the default).",
    usage: "stet watch ABOUT URL [options]",
    discussion: """
      A change is shown to whoever has the claim; it settles nothing, and a quiet page is no evidence that
      nothing happened. A page for a story that is not out is left alone until it is.

      Examples:
        stet watch harbour-fire/C2 https://court.example/docket/17 --every 12h
        stet watch add harbour-appeal https://court.example/feed.atom
      """)

  @Argument(help: "DRAFT/C2, DRAFT/K1 for its evidence, or a matter.")
  var about: String
  @Argument(help: "A page or a feed, http or https.")
  var url: String
  @Option(
    help: ArgumentHelp("How often, from 15m to 7d (default: 6h).", valueName: "time"),
    transform: LookInterval.read)
  var every: LookInterval?
  @Flag(help: "Look although the story is not published.")
  var beforePublication = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let request = WatchRequest(
      about: about, url: url, everyMinutes: every?.minutes,
      beforePublication: beforePublication ? true : nil)
    let answer = try await console.send(writing) { key in
      try await console.api.watch(request, key: key)
    }
    console.show(answer) { watchReceipt($0.watch, verb: "Watching", layout: console.layout) }
  }
}

struct ListWatches: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List watched pages and when they were last seen.",
    usage: "stet watch list [ABOUT] [options]",
    discussion: """
      Examples:
        stet watch list
        stet watch list harbour-fire
      """)

  @Argument(help: "Only those of this draft, DRAFT/C2 or matter.", completion: slugCompletion)
  var about: String?
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    console.show(try await console.api.watches(about: about)) { watchesText($0, layout: console.layout) }
  }
}

struct StopWatch: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop", abstract: "End a watch.", usage: "stet watch stop ID [options]",
    discussion: """
      Examples:
        stet watch stop W3
        stet watch stop W3 --json
      """)

  @Argument(help: "W1, as stet watch list shows it.")
  var id: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let answer = try await console.send(writing) { key in try await console.api.stopWatch(id, key: key) }
    console.show(answer) { watchReceipt($0.watch, verb: "Stopped", layout: console.layout) }
  }
}

struct MarkSeen: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "seen", abstract: "Say that you have seen what changed on a page.",
    usage: "stet watch seen ID [options]",
    discussion: """
      It takes the change out of the queue and answers nothing: answer the follow-up, or file a revision.

      Examples:
        stet watch seen W3
        stet watch seen W3 --json
      """)

  @Argument(help: "W1, as stet watch list shows it.")
  var id: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let answer = try await console.send(writing) { key in try await console.api.markSeen(id, key: key) }
    console.show(answer) { watchReceipt($0.watch, verb: "Seen", layout: console.layout) }
  }
}
