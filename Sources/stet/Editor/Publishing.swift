import ArgumentParser
import Client
import Glibc
import TextAnalysis
import Wire

struct Publish: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Publish now, plan it for later, or record a past day.", usage: "stet publish DRAFT [options]",
    discussion: """
      With a time to come it is planned: it goes out then if it is still ready, and not otherwise. A time
      without an offset is the newsroom's.

      Examples:
        stet publish harbour-fire --at 2026-11-24T06:00
        stet publish harbour-fire --at 2024-07-13 --override --reason "in print"
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Option(
    help: ArgumentHelp(
      "The day it was published, or the time at which it goes out; now when absent.",
      valueName: "date or instant"))
  var at: WhenOut?
  @Flag(help: "Publish although something is missing; somebody else reviews that later.")
  var override = false
  @Option(help: "Why, with --override.")
  var reason: String?
  @Option(help: ArgumentHelp("Only if this is still the latest revision, such as r1.", valueName: "revision"))
  var revision: RevisionNumber?
  @Option(help: ArgumentHelp("Who gives the read that follows, for breaking news.", valueName: "member"))
  var reader: String?
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if override, reason == nil { throw ValidationError("An override has a reason: --reason TEXT.") }
    if case .instant? = at, override {
      throw ValidationError("A plan passes over nothing: --override is for publishing now.")
    }
  }

  func run(_ console: Console) async throws {
    var day: CivilDate?
    switch at {
    case .instant(let instant):
      let request = PlanRequest(at: instant, revision: revision?.number, reader: reader)
      let answer = try await console.send(writing) { key in
        try await console.api.plan(draft, request, key: key)
      }
      return console.show(answer) { planText($0, layout: console.layout) }
    case .day(let past): day = past
    case nil: break
    }
    var request = PublicationRequest(
      on: day?.description, override: override ? true : nil, reason: reason, revision: revision?.number,
      reader: reader
    )
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.publish(draft, request, key: key)
    }
    console.show(answer) { publicationText($0, layout: console.layout) }
  }
}

struct Spike: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Drop a draft before it is published.", usage: "stet spike DRAFT --reason TEXT [options]",
    discussion: """
      Examples:
        stet spike harbour-fire --reason "the source withdrew"
        stet spike harbour-fire --reason "told in another story" --json
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let answer = try await console.send(writing) { key in
      try await console.api.spike(draft, reason: reason, contactDetails: contact.meant, key: key)
    }
    console.show(answer) { endingText($0, layout: console.layout) }
  }
}

struct Kill: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a published story back. Wants its slug a second time.",
    usage: "stet kill DRAFT --reason TEXT [--confirm DRAFT] [options]",
    discussion: """
      Examples:
        stet kill harbour-fire --reason "names the wrong person"
        stet kill harbour-fire --reason "court order 12/24" --confirm harbour-fire
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Option(help: "Why.")
  var reason: String
  @Option(help: ArgumentHelp("The slug once more, where nobody can type it.", valueName: "slug"))
  var confirm: String?
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let typed = confirm ?? typedSlug()
    guard let typed, Array(typed.utf8) == Array(draft.utf8) else {
      throw ProblemJSON(
        type: "/problems/usage", title: "Not confirmed", status: 0,
        detail: typed == nil
          ? "Nothing was killed: where no terminal is, a kill wants --confirm \(draft)."
          : "Nothing was killed: \"\(typed ?? "")\" is not \(draft).",
        exitCode: ExitStatus.usage)
    }
    let answer = try await console.send(writing, adding: confirm == nil ? ["--confirm", draft] : []) { key in
      try await console.api.kill(draft, reason: reason, contactDetails: contact.meant, key: key)
    }
    console.show(answer) { endingText($0, layout: console.layout) }
  }

  private func typedSlug() -> String? {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
    Terminal.err("Kill \(shown(draft)) wherever it is published? Type \(shown(draft)): ")
    return readLine() ?? ""
  }
}
