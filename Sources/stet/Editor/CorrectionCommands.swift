import ArgumentParser
import Client
import Editorial
import Wire

struct Correct: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open a correction of what is live; every placement is owed it from then on.",
    usage: """
      stet correct DRAFT --as KIND [--key-point K1] --note TEXT
      stet correct DRAFT --drop E1 --reason TEXT
      """,
    discussion: """
      The note goes on after "to correct", or is whole sentences.

      Examples:
        stet correct fire --as correction --key-point K1 --note "the sum of the fine"
        stet correct fire --drop E1 --reason "the first figure was right"
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Option(
    name: .customLong("as"), help: "What it is: correction (a fact was wrong), clarification or update.")
  var kind: CorrectionKind?
  @Option(help: ArgumentHelp("A key point that it is about; may be given again.", valueName: "label"))
  var keyPoint: [String] = []
  @Option(help: "What readers are told.")
  var note: String?
  @Option(help: ArgumentHelp("Take one back about which nothing was done; for a chief.", valueName: "label"))
  var drop: String?
  @Option(help: "Why, with --drop.")
  var reason: String?
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if drop != nil {
      guard reason != nil, kind == nil, note == nil, keyPoint.isEmpty else {
        throw ValidationError("To drop one give its label and a reason: --drop E1 --reason TEXT.")
      }
    } else if kind == nil || note == nil || reason != nil {
      throw ValidationError("Say what it is and what readers are told: --as correction --note TEXT.")
    }
  }

  func run(_ console: Console) async throws {
    if let drop {
      let answer = try await console.send(writing) { key in
        try await console.api.dropCorrection(drop, of: draft, reason: reason ?? "", key: key)
      }
      console.show(answer) { droppedText($0, label: drop, layout: console.layout) }
      return
    }
    var request = CorrectionRequest(kind: kind ?? .correction, keyPoints: keyPoint, note: note ?? "")
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.openCorrection(of: draft, request, key: key)
    }
    console.show(answer) { openedText($0, layout: console.layout) }
    console.hint(["Next: stet submit FILE --draft \(shown(draft))"])
  }
}

/// A correction as it is typed: `harbour-fire/E1`.
struct CorrectionReference: ExpressibleByArgument {
  var draft: String
  var label: String

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    (draft, label) = (parts[0], parts[1])
  }
}

struct Placed: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say that a placement has what a correction or kill owes it.",
    usage: """
      stet placed DRAFT/E1 P3 [--note TEXT] [options]
      stet placed DRAFT/E1 P3 --undo --reason TEXT
      """,
    discussion: """
      Examples:
        stet placed harbour-fire/E1 P3
        stet placed harbour-fire/E1 P3 --note "AFP confirmed by telephone"
      """)

  @Argument(help: ArgumentHelp("The correction, such as harbour-fire/E1.", valueName: "correction"))
  var correction: CorrectionReference
  @Argument(help: ArgumentHelp("The placement, such as P3.", valueName: "placement"))
  var placement: String
  @Option(help: "What was done, in words.")
  var note: String?
  @Flag(help: "Take it back: it was a slip, and the placement is owed it still.")
  var undo = false
  @Option(help: ArgumentHelp("Why it is taken back.", valueName: "text"))
  var reason: String?
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard undo == (reason != nil), !undo || note == nil else {
      throw ValidationError("--undo and --reason TEXT go together, without --note.")
    }
  }

  func run(_ console: Console) async throws {
    if undo {
      let answer = try await console.send(writing) { key in
        try await console.api.takeBackPlaced(
          placement, correction: correction.label, of: correction.draft, reason: reason ?? "", key: key)
      }
      return console.show(answer) {
        placedText($0, correction: correction.label, placement: placement, layout: console.layout)
      }
    }
    var request = PlacedRequest(placement: placement, note: note)
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.placed(request, correction: correction.label, of: correction.draft, key: key)
    }
    console.show(answer) {
      placedText($0, correction: correction.label, placement: placement, layout: console.layout)
    }
  }
}

struct Corrections: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "List corrections, of one draft or of all, open ones first.",
    usage: "stet corrections [DRAFT] [options]",
    discussion: """
      Examples:
        stet corrections
        stet corrections harbour-fire --json
      """)

  @Argument(help: "Slug of the draft; all when absent.", completion: slugCompletion)
  var draft: String?
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    console.show(try await console.api.corrections(draft: draft)) {
      correctionsText($0, layout: console.layout)
    }
  }
}
