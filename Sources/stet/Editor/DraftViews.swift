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
  @Flag(help: "Also what rules found that are mostly dismissed on its desk.")
  var all = false
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    console.show(try await console.api.draft(draft, all: all)) {
      draftText($0.draft, url: console.api.url, layout: console.layout)
    }
  }
}

struct Diff: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what differs between two revisions, word by word, and which signatures that cost.",
    usage: "stet diff DRAFT [r1..r3] [options]",
    discussion: """
      Without revisions it compares the latest with the one before it.

      Examples:
        stet diff harbour-fire r1..r3
        stet diff harbour-fire --since-my-sign-off
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Argument(
    help: ArgumentHelp(
      "Two revisions, such as r1..r3; r1 alone is compared with the latest.", valueName: "revisions"))
  var revisions: RevisionRange?
  @Flag(help: "From the revision that you signed last.")
  var sinceMySignOff = false
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if sinceMySignOff, revisions != nil {
      throw ValidationError("Name revisions, or give --since-my-sign-off, not both.")
    }
  }

  func run(_ console: Console) async throws {
    let answer =
      sinceMySignOff
      ? try await console.api.diffSinceMySignOff(of: draft)
      : try await console.api.diff(of: draft, from: revisions?.from, to: revisions?.to)
    console.show(answer) { diffText($0, layout: console.layout) }
  }
}

/// Two revisions as they are written: `r1..r3`, `1..3`, or `r1` for "from there to the latest".
struct RevisionRange: ExpressibleByArgument {
  let from: Int
  let to: Int?

  init?(argument: String) {
    let sides = argument.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    guard sides.count <= 2, let first = revisionNumber(sides[0]) else { return nil }
    from = first
    if sides.count == 1 {
      to = nil
    } else {
      guard let last = revisionNumber(sides[1]) else { return nil }
      to = last
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
