import ArgumentParser
import Client
import Editorial
import TextAnalysis
import Wire

struct Claims: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List statements with a shelf life, add and dismiss them.",
    usage: "stet claims [DRAFT] [options] | add | dismiss | anchor",
    discussion: """
      Examples:
        stet claims harbour-fire
        stet claims dismiss harbour-fire/C2 --reason "a figure of speech"
      """,
    subcommands: [ListClaims.self, AddClaim.self, DismissClaim.self, AnchorClaim.self],
    defaultSubcommand: ListClaims.self)
}

enum ClaimFilter: String, CaseIterable, ExpressibleByArgument, Sendable {
  case live, due, dismissed, retired, gone, all
}

struct ListClaims: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List claims (the default).", usage: "stet claims [DRAFT] [options]",
    discussion: """
      Examples:
        stet claims harbour-fire
        stet claims --status due
      """)

  @Argument(help: "Only those of this draft.", completion: slugCompletion)
  var draft: String?
  @Option(help: "Only those with this status.")
  var status: ClaimFilter = .all
  @Flag(help: "Also those of rules that are mostly dismissed.")
  var all = false
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let answer = try await console.api.claims(draft: draft, status: status.rawValue, all: all)
    console.show(answer) { claimsText($0, draft: draft, status: status.rawValue, layout: console.layout) }
  }
}

struct AddClaim: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a statement that time can overtake.",
    usage: "stet claims add DRAFT --quote TEXT --kind KIND [options]",
    discussion: """
      Examples:
        stet claims add harbour-fire --quote "opens in 2025" --kind scheduled-event
        stet claims add harbour-fire --quote "still closed" --kind ongoing-state
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Option(help: "Words of the latest revision; they occur there once.")
  var quote: String
  @Option(help: "What kind of statement it is.")
  var kind: ClaimKind
  @Option(help: ArgumentHelp("The date it names, such as 2025, 2024-07 or 2024-07-20.", valueName: "date"))
  var expected: String?
  @Option(help: ArgumentHelp("The matter it is about.", valueName: "slug"))
  var matter: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let expected, PartialDate(expected) == nil {
      throw ValidationError(
        "--expected \"\(shown(expected))\" is no date. It looks like 2025, 2024-07 or 2024-07-20.")
    }
  }

  func run(_ console: Console) async throws {
    let request = ClaimRequest(quote: quote, kind: kind, expected: expected, matter: matter)
    let answer = try await console.send(writing) { key in
      try await console.api.addClaim(to: draft, request, key: key)
    }
    console.show(answer) { claimReceipt($0.claim, verb: "Added", layout: console.layout) }
  }
}

struct DismissClaim: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "dismiss", abstract: "Say that a statement does not go out of date.",
    usage: "stet claims dismiss ID --reason TEXT [options]",
    discussion: """
      Examples:
        stet claims dismiss harbour-fire/C2 --reason "a figure of speech"
        stet claims dismiss 31 --reason "the sentence is about 2019"
      """)

  @Argument(help: ArgumentHelp("C2, SLUG/C2, or the number.", valueName: "id"))
  var reference: Reference
  @Option(help: "Why; it holds for the same words later.")
  var reason: String
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let answer = try await console.send(writing) { key in
      try await console.api.dismissClaim(
        reference.spelling, reason: reason, contactDetails: contact.meant, key: key)
    }
    console.show(answer) { claimReceipt($0.claim, verb: "Dismissed", layout: console.layout) }
  }
}

struct AnchorClaim: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "anchor", abstract: "Record the day that a claim's period counts from.",
    usage: "stet claims anchor ID --date DATE --what TEXT --source TEXT [options]",
    discussion: """
      Examples:
        stet claims anchor C2 --date 2024-07-15 --what filed --source court
        stet claims anchor 31 --date 2024-07-12 --what "read in court" --source notes
      """)

  @Argument(help: ArgumentHelp("C2, SLUG/C2, or the number.", valueName: "id"))
  var reference: Reference
  @Option(help: "The day, such as 2024-07-15.", transform: Day.read)
  var date: Day
  @Option(help: "What happened on it.")
  var what: String
  @Option(help: "Where that is written.")
  var source: String
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    var request = AnchorRequest(date: date.iso, what: what, source: source)
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.anchorClaim(reference.spelling, request, key: key)
    }
    console.show(answer) { claimReceipt($0.claim, verb: "Anchored", layout: console.layout) }
  }
}
