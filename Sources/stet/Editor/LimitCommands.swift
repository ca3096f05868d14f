import ArgumentParser
import Client
import Editorial
import Wire

struct LimitCommand: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "limit", abstract: "Say who may read a draft: to all others it is not there.",
    usage: "stet limit DRAFT --to MEMBER,@DESK | --open --reason TEXT [options]",
    discussion: """
      Whoever wrote it always may. A new list takes the place of the one before. Publication opens it.

      Examples:
        stet limit harbour-fire --to ana,@business --reason "embargoed figures"
        stet limit harbour-fire --open --reason "the ministry has told all"
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Option(help: ArgumentHelp("Members and desks, with commas between them.", valueName: "readers"))
  var to: String?
  @Flag(help: "Give it to every member again.")
  var open = false
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (to != nil) != open else {
      throw ValidationError("Say who may read it, --to MEMBER,@DESK, or give it to everybody, --open.")
    }
  }

  func run(_ console: Console) async throws {
    var request = LimitRequest(to: to.map(readers), open: open ? true : nil, reason: reason)
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.limit(draft, request, key: key)
    }
    console.show(answer) { limitText($0, layout: console.layout) }
  }
}

struct CollisionCommand: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "collision", abstract: "Decide about a draft that says otherwise than a limited one.",
    usage: "stet collision DRAFT/Y1 --as OUTCOME --reason TEXT [options]",
    discussion: """
      Its writer knows nothing of yours until you tell them: told lets them read yours, kept leaves it as it is.

      Examples:
        stet collision q3-figures-k7mz/Y1 --as told --reason "same desk now"
        stet collision q3-figures-k7mz/Y1 --as kept --reason "until the embargo ends"
      """)

  @Argument(help: ArgumentHelp("Draft and label, such as harbour-fire/Y1.", valueName: "collision"))
  var collision: String
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "told, kept, fixed-here, different-scope, rounding or not-a-contradiction.", valueName: "outcome"))
  var outcome: CollisionOutcome
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if place == nil { throw ValidationError("Name a draft and a collision, such as harbour-fire/Y1.") }
  }

  private var place: (draft: String, label: String)? {
    let parts = collision.split(whereSeparator: { $0 == "/" || $0 == ":" }).map(String.init)
    guard parts.count == 2, let draft = parts.first, let label = parts.last else { return nil }
    return (draft, label)
  }

  func run(_ console: Console) async throws {
    guard let place else { return }
    var request = CollisionRequest(outcome: outcome, reason: reason)
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.settleCollision(place.label, of: place.draft, request, key: key)
    }
    console.show(answer) { collisionText($0, label: place.label, layout: console.layout) }
  }
}

extension CollisionOutcome: ExpressibleByArgument {}

/// Readers as they are typed, with commas between them.
func readers(_ typed: String) -> [String] {
  typed.split { $0 == "," || $0.isWhitespace }.map(String.init)
}
