import ArgumentParser
import Client
import Editorial
import Wire

struct List: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "List drafts.", usage: "stet list [options]",
    discussion: """
      Examples:
        stet list --state in-review
        stet list --desk main --limit 50 --json
      """)

  @Option(help: "Only drafts whose latest revision is there.")
  var state: DraftState?
  @Option(help: "Only drafts of this desk.")
  var desk: String?
  @Option(help: "At most so many.")
  var limit: Int?
  @Option(help: ArgumentHelp("Go on after an earlier list.", valueName: "cursor"))
  var after: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is at least 1.") }
  }

  func run(_ console: Console) async throws {
    let answer = try await console.api.drafts(state: state?.rawValue, desk: desk, limit: limit, after: after)
    let filter = [state.map { words($0) }, desk.map { "desk \($0)" }].compactMap { $0 }
    console.show(answer) { draftsText($0, filter: filter, layout: console.layout) }
  }
}

struct Show: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show a draft: what is missing, its key points, contradictions and claims.",
    usage: "stet show DRAFT [options]",
    discussion: """
      Examples:
        stet show harbour-fire
        stet show harbour-fire --json
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    console.show(try await console.api.draft(draft)) {
      draftText($0.draft, url: console.api.url, layout: console.layout)
    }
  }
}

struct LogCommand: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Show what happened to a draft, oldest first.",
    usage: "stet log DRAFT [options]",
    discussion: """
      Examples:
        stet log harbour-fire
        stet log harbour-fire --json
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    console.show(try await console.api.log(of: draft)) { logText($0, layout: console.layout) }
  }
}

struct Whoami: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say who you are to the service, and where you may sign.", usage: "stet whoami [options]",
    discussion: """
      Examples:
        stet whoami
        stet whoami --url https://stet.example
      """)

  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    console.show(try await console.api.me()) { meText($0, url: console.api.url, layout: console.layout) }
  }
}
