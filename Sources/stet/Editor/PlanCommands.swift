import ArgumentParser
import Client
import Editorial
import TextAnalysis
import Wire

/// When something goes out, as it is typed: a day that it did, or an instant that it will.
enum WhenOut: ExpressibleByArgument {
  case day(CivilDate)
  /// As it was typed: the service knows the newsroom's zone.
  case instant(String)

  init?(argument: String) {
    if let day = CivilDate(argument) {
      self = .day(day)
    } else if WrittenInstant(argument) != nil {
      self = .instant(argument)
    } else {
      return nil
    }
  }
}

struct Unplan: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take back a planned publication, or let one be that came to nothing.",
    usage: "stet unplan DRAFT [options]",
    discussion: """
      Examples:
        stet unplan harbour-fire
        stet unplan harbour-fire --json
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let answer = try await console.send(writing) { key in
      try await console.api.unplan(draft, key: key)
    }
    console.show(answer) { actText("Nothing is planned any more", $0, layout: console.layout) }
  }
}

struct EmbargoCommand: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "embargo", abstract: "Let nothing of a draft go out before an instant.",
    usage: "stet embargo DRAFT --until INSTANT | --lift --reason TEXT [options]",
    discussion: """
      Front matter says it as well: embargo: 2026-11-24T00:01. Without an offset it is the newsroom's time.

      Examples:
        stet embargo harbour-fire --until 2026-11-24T00:01
        stet embargo harbour-fire --lift --reason "the ministry moved it"
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Option(help: ArgumentHelp("When it ends, such as 2026-11-24T00:01.", valueName: "instant"))
  var until: String?
  @Flag(help: "End it now.")
  var lift = false
  @Option(help: "Why it ends early.")
  var reason: String?
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (until != nil) != lift else { throw ValidationError("Say until when, --until INSTANT, or --lift.") }
    if lift, reason == nil {
      throw ValidationError("Whoever ends an embargo early says why: --reason TEXT.")
    }
  }

  func run(_ console: Console) async throws {
    var request = EmbargoRequest(until: until, lift: lift ? true : nil, reason: reason)
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.setEmbargo(draft, request, key: key)
    }
    console.show(answer) { embargoText($0, layout: console.layout) }
  }
}
