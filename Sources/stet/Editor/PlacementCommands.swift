import ArgumentParser
import Client
import Editorial
import Wire

/// A kind of placement to record, or the label of one that is recorded, `P3`.
enum PlaceTarget: ExpressibleByArgument {
  case kind(PlacementKind)
  case label(String)

  init?(argument: String) {
    if let kind = PlacementKind(rawValue: argument) {
      self = .kind(kind)
    } else if let first = argument.first, first.uppercased() == "P", Int(argument.dropFirst()) != nil {
      self = .label(argument.uppercased())
    } else {
      return nil
    }
  }
}

struct Place: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Record where published words stand or were sent, or who sees to them there.",
    usage: """
      stet place DRAFT KIND [options]
      stet place DRAFT P3 --owner MEMBER | --remove --reason TEXT
      """,
    discussion: """
      Kinds: push, social, newsletter, partner, translation. Publishing records the site by itself.

      Examples:
        stet place harbour-fire push --sent 14:02
        stet place harbour-fire partner --name AFP --owner ben
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Argument(help: ArgumentHelp("What it is; or P3, to give that one to another member.", valueName: "kind"))
  var target: PlaceTarget
  @Option(help: "Which one, such as AFP or \"morning mail\".")
  var name: String?
  @Option(help: ArgumentHelp("Where it can be seen.", valueName: "address"))
  var link: String?
  @Option(help: ArgumentHelp("Who sees to it; you when absent.", valueName: "member"))
  var owner: String?
  @Option(
    help: ArgumentHelp(
      "When: 14:02 today, or 2024-07-13T14:02, by the newsroom's clock; now when absent.", valueName: "time"))
  var sent: String?
  @Option(help: ArgumentHelp("The published revision that it shows; the live one when absent."))
  var revision: RevisionNumber?
  @Option(
    name: .customLong("draft"),
    help: ArgumentHelp("The draft that holds the words of a translation.", valueName: "slug"))
  var words: String?
  @Flag(help: "Take P3 back: it was recorded by mistake.")
  var remove = false
  @Option(help: ArgumentHelp("Why it is taken back.", valueName: "text"))
  var reason: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard remove == (reason != nil) else {
      throw ValidationError("--remove and --reason TEXT go together.")
    }
    guard case .label = target else {
      guard !remove else {
        throw ValidationError("--remove takes back one that is recorded: name it, such as P3.")
      }
      return
    }
    guard (owner != nil) != remove, name == nil, link == nil, sent == nil, revision == nil, words == nil
    else {
      throw ValidationError(
        "Of a placement that is recorded only the owner changes: --owner MEMBER. To take it back: --remove --reason TEXT."
      )
    }
  }

  func run(_ console: Console) async throws {
    switch target {
    case .label(let label) where remove:
      let answer = try await console.send(writing) { key in
        try await console.api.removePlacement(label, of: draft, reason: reason ?? "", key: key)
      }
      console.show(answer) { removedText($0, label: label, layout: console.layout) }
    case .label(let label):
      let answer = try await console.send(writing) { key in
        try await console.api.handOver(label, of: draft, to: owner ?? "", key: key)
      }
      console.show(answer) { placementText($0, label: label, verb: "Handed over", layout: console.layout) }
    case .kind(let kind):
      let request = PlacementRequest(
        kind: kind, name: name, url: link, owner: owner, sent: sent, revision: revision?.number, draft: words)
      let answer = try await console.send(writing) { key in
        try await console.api.place(draft, request, key: key)
      }
      console.show(answer) { placementText($0, label: nil, verb: "Recorded", layout: console.layout) }
    }
  }
}

struct Placements: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "List where a draft's published words stand.", usage: "stet placements DRAFT [options]",
    discussion: """
      Examples:
        stet placements harbour-fire
        stet placements harbour-fire --json
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    console.show(try await console.api.placements(of: draft)) {
      placementsText($0.placements, of: draft, layout: console.layout)
    }
  }
}
