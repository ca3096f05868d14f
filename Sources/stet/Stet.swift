import ArgumentParser
import Client
import TextAnalysis
import Wire

@main
struct Stet: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stet",
    abstract: "Knows, fact by fact, what in a story is signed off to stand, and until when.",
    usage: "stet COMMAND [options]",
    discussion: """
      Examples:
        stet check harbour-fire.txt
        stet submit harbour-fire.txt --published 2024-07-13
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(name: "Editor", subcommands: editorCommands),
      CommandGroup(name: "Operator", subcommands: operatorCommands),
    ])

  /// What waits for you, if anybody knows who you are; else how to begin.
  func run() async throws {
    guard (try? Credentials.find(option: nil, environment: Terminal.environment)) != nil else {
      return Terminal.out(introduction)
    }
    var queue = try Queue.parse([])
    try await queue.run()
  }

  static func main() async {
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      if let refusal = unknownCommand(words) { throw refusal }
      var command = try await asyncParseAsRoot(words)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      leave(error, words: words)
    }
  }
}

/// What `stet` alone says.
let introduction = """
  Stet knows, fact by fact, what in a story may stand, and until when.
    stet check FILE     what the text engine sees: no service, no login needed
    stet serve          the service, with a database of its own
    stet submit FILE    file a draft; stet show SLUG what it still needs
    stet                what waits for you, once you are signed in
  Sign in: the first stet serve makes a login; else STET_URL and STET_TOKEN.
  All commands: stet --help

  """
