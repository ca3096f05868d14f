import ArgumentParser
import Client
import Wire

struct Matters: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List proceedings and events that move, and add them.", usage: "stet matters [options] | add",
    discussion: """
      Examples:
        stet matters
        stet matters add harbour-appeal --title "Harbour appeal" --kind appeal
      """,
    subcommands: [ListMatters.self, AddMatter.self], defaultSubcommand: ListMatters.self)
}

struct ListMatters: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List matters (the default).", usage: "stet matters [options]",
    discussion: """
      Examples:
        stet matters
        stet matters --json
      """)

  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    console.show(try await console.api.matters()) { mattersText($0, layout: console.layout) }
  }
}

struct AddMatter: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a matter.",
    usage: "stet matters add SLUG --title TEXT --kind KIND [options]",
    discussion: """
      Examples:
        stet matters add harbour-appeal --title "Harbour appeal" --kind appeal
        stet matters add pier --title "Pier repair" --kind works --status announced
      """)

  @Argument(help: "Its name in commands and files.")
  var slug: String
  @Option(help: "Its name for people.")
  var title: String
  @Option(help: "Such as appeal, lawsuit or release.")
  var kind: String
  @Option(help: "Where it stands.")
  var status: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let request = MatterRequest(slug: slug, title: title, kind: kind, status: status)
    let answer = try await console.send(writing) { key in
      try await console.api.addMatter(request, key: key)
    }
    console.show(answer) { answer in
      let matter = answer.matter
      return text(
        of: console.layout.wrapped(
          "Added \(shown(matter.slug)): \(shown(matter.title)). \(shown(matter.kind)), \(shown(matter.status))."
        ))
    }
  }
}
