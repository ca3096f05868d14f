import ArgumentParser
import Client
import Editorial
import Glibc
import Store
import Wire

struct ApproveErasure: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve-erasure", abstract: "Approve that the words of a draft be erased.",
    usage: "stet approve-erasure DRAFT --order REFERENCE [options]",
    discussion: """
      For an admin or chief of its desk. An operator who is somebody else then
      erases them.

      Examples:
        stet approve-erasure harbour-fire --order "HC 12/24"
        stet approve-erasure harbour-fire --order 2026-118 --json
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Option(help: ArgumentHelp("Reference of the order; kept, so no names.", valueName: "reference"))
  var order: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let answer = try await console.send(writing) { key in
      try await console.api.approveErasure(of: draft, order: order, key: key)
    }
    console.show(answer) {
      "Approved: the words of \(shown($0.draft)) may be erased under \(shown($0.order)).\nReceipt: \(shown($0.receipt))\n"
    }
  }
}

struct Erase: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Erase the words of a draft under order, everywhere. Takes two people.",
    usage: "stet erase DRAFT --order REFERENCE --approved-by MEMBER [--confirm DRAFT]",
    discussion: """
      Wants a draft that is spiked or killed, and the approval of an admin or chief: stet approve-erasure. The journal \
      keeps its links and verifies. Words in matters, in backups, and in the server's own log of writes (WAL) are not \
      reached: the latter two go when they expire. For some seconds nobody else can write.

      Examples:
        stet erase harbour-fire --order "HC 12/24" --approved-by dov
        stet erase harbour-fire --order 1 --approved-by dov --confirm harbour-fire
      """)

  @Argument(help: "Slug of the draft.") var draft: String
  @Option(help: ArgumentHelp("Reference of the order; kept, so no names.", valueName: "reference"))
  var order: String
  @Option(help: ArgumentHelp("Who approved it.", valueName: "member")) var approvedBy: String
  @Option(help: ArgumentHelp("The slug once more, where nobody can type it.", valueName: "slug"))
  var confirm: String?
  @OptionGroup var common: OperatorOptions

  func run() async throws {
    let (draft, order, approvedBy) = (draft, order, approvedBy)
    guard let typed = confirm ?? typedSlug(), Array(typed.utf8) == Array(draft.utf8) else {
      throw ProblemJSON(
        type: "/problems/usage", title: "Not confirmed", status: 0,
        detail: "Nothing was erased: type the slug, or give --confirm \(draft).", exitCode: ExitStatus.usage)
    }
    let tombstone = try await Workplace.with { place in
      let tombstone = try await place.newsroom.erase(
        draft, order: order, approvedBy: approvedBy, by: operatorActor)
      try await place.newsroom.dropFormerVersions()
      return tombstone
    }
    try common.say(
      """
      The words of \(shown(draft)) are erased under \(shown(order)), as \(shown(approvedBy)) approved. It is \
      \(tombstone.slug) now.
      \(counted(tombstone.entries, "entry", plural: "entries")) of the journal blanked; stet journal verify still passes.
      Backups that were made before keep the words: delete them, or let them expire.
      Receipt: \(tombstone.receipt)

      """, ErasedJSON(tombstone))
  }

  private func typedSlug() -> String? {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
    Terminal.err("Erase every word of \(shown(draft)) for ever? Type \(shown(draft)): ")
    return readLine()
  }
}

private struct ErasedJSON: Encodable {
  let draft: String
  let order: String
  let approvedBy: String
  let entries: Int
  let receipt: String

  init(_ tombstone: Tombstone) {
    draft = tombstone.slug
    order = tombstone.order
    approvedBy = tombstone.approvedBy
    entries = tombstone.entries
    receipt = tombstone.receipt
  }
}

struct Preserve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Stop every deletion for a draft, until the order is lifted.",
    usage: "stet preserve DRAFT --order REFERENCE [--lift]",
    discussion: """
      Examples:
        stet preserve harbour-fire --order "letter of claim 4/26"
        stet preserve harbour-fire --order "letter of claim 4/26" --lift
      """)

  @Argument(help: "Slug of the draft.") var draft: String
  @Option(help: ArgumentHelp("Reference of the order.", valueName: "reference")) var order: String
  @Flag(help: "Lift this order; others stand.") var lift = false
  @OptionGroup var common: OperatorOptions

  func run() async throws {
    let (draft, order, lift) = (draft, order, lift)
    let receipt = try await Workplace.with { place in
      lift
        ? try await place.newsroom.liftPreservation(of: draft, order: order, by: operatorActor)
        : try await place.newsroom.preserve(draft, order: order, by: operatorActor)
    }
    let done =
      lift
      ? "The order \(shown(order)) to preserve \(shown(draft)) is lifted."
      : "Nothing of \(shown(draft)) is deleted until this is lifted: stet preserve \(shown(draft)) --order "
        + "\(shellQuoted(order)) --lift"
    try common.say("\(done)\nReceipt: \(receipt)\n", ["draft": draft, "order": order, "receipt": receipt])
  }
}
