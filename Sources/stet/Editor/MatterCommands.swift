import ArgumentParser
import Client
import Wire

struct Matters: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Proceedings and events that move: list them, move them, link stories.",
    usage: "stet matters [options] | show | new | move | link | relate | proposals | ...",
    discussion: """
      Examples:
        stet matters
        stet matters move appeal-x --to withdrawn --since 2024-12-23 --source URL
      """,
    subcommands: [
      ListMatters.self, ShowMatter.self, NewMatterCommand.self, MoveMatter.self, LinkMatter.self,
      UnlinkMatter.self, RelateMatter.self, MergeMatter.self, Proposals.self, ConfirmProposal.self,
      RefuseProposal.self,
    ], defaultSubcommand: ListMatters.self)
}

struct ListMatters: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List matters (the default).", usage: "stet matters [options]",
    discussion: """
      Examples:
        stet matters
        stet matters --kind appeal
      """)

  @Option(help: "Only those of this kind.")
  var kind: String?
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    console.show(try await console.api.matters(kind: kind)) { mattersText($0, layout: console.layout) }
  }
}

struct ShowMatter: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show where a matter stands and which stories speak of it.",
    usage: "stet matters show MATTER [options]",
    discussion: """
      Examples:
        stet matters show harbour-appeal
        stet matters show harbour-appeal --json
      """)

  @Argument(help: "Its name.")
  var matter: String
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    console.show(try await console.api.matter(matter)) { matterText($0, layout: console.layout) }
  }
}

struct NewMatterCommand: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Add a matter, or say what one is that a story named.",
    usage: "stet matters new MATTER --title TEXT --kind KIND [options]",
    discussion: """
      Examples:
        stet matters new harbour-appeal --title "Harbour appeal" --kind appeal
        stet matters new r-v-roe --kind prosecution --title Roe --party "Ann Roe"
      """)

  @Argument(help: "Its name in commands and files.")
  var matter: String
  @Option(help: "Its name for people.")
  var title: String
  @Option(help: "Such as appeal, lawsuit or release.")
  var kind: String
  @Option(help: ArgumentHelp("Who is in it; may be repeated.", valueName: "name"))
  var party: [String] = []
  @Option(help: "Whose periods of law count, such as us-nm or ew-crown.")
  var court: String?
  @Option(help: "Where it stands already.")
  var status: String?
  @Option(help: ArgumentHelp("Since when, such as 2024-12 (else today).", valueName: "date"))
  var since: String?
  @Option(help: "Where that is written.")
  var source: String?
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    var request = MatterRequest(
      slug: matter, title: title, kind: kind, status: status, since: since, source: source, court: court,
      parties: party.isEmpty ? nil : party)
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.addMatter(request, key: key)
    }
    console.show(answer) { answer in
      matterReceipt(answer.matter, "Added", layout: console.layout)
        + text(of: noticeLines(answer.receipt, layout: console.layout))
    }
  }
}

struct MoveMatter: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Record what became of a matter; what says otherwise is due at once.",
    usage: "stet matters move MATTER --to STATUS --since DATE --source URL [options]",
    discussion: """
      Of something planned, --since is the day that it is planned for.

      Examples:
        stet matters move appeal-x --to withdrawn --since 2024-12-23 --source URL
        stet matters move bridge --to postponed --since 2026-23 --source URL --dry-run
      """)

  @Argument(help: "Its name.")
  var matter: String
  @Option(help: ArgumentHelp("Where it stands now.", valueName: "status"))
  var to: String
  @Option(help: ArgumentHelp("Since when: 2024-12-23, 2024-12, 2026-23 (autumn).", valueName: "date"))
  var since: String
  @Option(help: "Where that is written.")
  var source: String
  @Option(help: ArgumentHelp("Whose status it is.", valueName: "name"))
  var party: String?
  @Option(help: "Which count of theirs.")
  var count: String?
  @Option(help: ArgumentHelp("Why it is so although it does not follow.", valueName: "reason"))
  var force: String?
  @Flag(help: "Only show what it would do.")
  var dryRun = false
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    var request = MoveRequest(
      to: to, since: since, source: source, party: party, count: count, force: force,
      tries: dryRun ? true : nil)
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.moveMatter(matter, request, key: key)
    }
    console.show(answer) { moveText($0, layout: console.layout) }
  }
}

struct LinkMatter: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Link claims and key points to a matter.",
    usage: "stet matters link MATTER PLACE ... [options]",
    discussion: """
      Examples:
        stet matters link harbour-appeal harbour-fire/C1 harbour-fire/K2
        stet matters link r-v-roe harbour-fire/C3 --says charged --party "Ann Roe"
      """)

  @Argument(help: "Its name.")
  var matter: String
  @Argument(help: "Claims and key points, such as harbour-fire/C1.")
  var places: [Reference]
  @Option(help: "The status that they assert, where their words do not say it plainly.")
  var says: String?
  @Option(help: ArgumentHelp("Of whom they speak.", valueName: "name"))
  var party: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let request = MatterLinkRequest(places: places.map(\.spelling), says: says, party: party)
    let answer = try await console.send(writing) { key in
      try await console.api.linkMatter(matter, request, key: key)
    }
    console.show(answer) { linkedText($0, layout: console.layout) }
  }
}

struct UnlinkMatter: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlink", abstract: "Take links to a matter back.",
    usage: "stet matters unlink MATTER PLACE ... [options]",
    discussion: """
      Examples:
        stet matters unlink harbour-appeal harbour-fire/C1
        stet matters unlink harbour-appeal harbour-fire/K2 --json
      """)

  @Argument(help: "Its name.")
  var matter: String
  @Argument(help: "Claims and key points, such as harbour-fire/C1.")
  var places: [Reference]
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let request = MatterLinkRequest(places: places.map(\.spelling))
    let answer = try await console.send(writing) { key in
      try await console.api.unlinkMatter(matter, request, key: key)
    }
    console.show(answer) { matterReceipt($0.matter, "Unlinked from", layout: console.layout) }
  }
}

struct RelateMatter: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "relate", abstract: "Record that a matter comes from another one.",
    usage: "stet matters relate MATTER RELATION OTHER [options]",
    discussion: """
      A relation is appeal-of, retrial-of, part-of, comes-from or related-to.

      Examples:
        stet matters relate harbour-appeal appeal-of harbour-trial
        stet matters relate harbour-suit related-to harbour-trial
      """)

  @Argument(help: "Its name.")
  var matter: String
  @Argument(help: "How it hangs together with the other one.")
  var relation: String
  @Argument(help: "The other one's name.")
  var other: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let answer = try await console.send(writing) { key in
      try await console.api.relateMatter(
        matter, RelationRequest(relation: relation, matter: other), key: key)
    }
    console.show(answer) { matterReceipt($0.matter, "Related", layout: console.layout) }
  }
}

struct MergeMatter: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Say that two matters are one; both names lead to it.",
    usage: "stet matters merge MATTER --into OTHER [options]",
    discussion: """
      Examples:
        stet matters merge quay-appeal --into harbour-appeal
        stet matters merge quay-appeal --into harbour-appeal --json
      """)

  @Argument(help: "The name of the one that goes.")
  var matter: String
  @Option(help: ArgumentHelp("The name of the one that stays.", valueName: "matter"))
  var into: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let answer = try await console.send(writing) { key in
      try await console.api.mergeMatter(matter, into: into, key: key)
    }
    console.show(answer) {
      matterReceipt($0.matter, "Merged into", layout: console.layout)
        + text(of: noticeLines($0.receipt, layout: console.layout))
    }
  }
}

struct Proposals: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "proposals", abstract: "List matters that stories may be about, to confirm or refuse.",
    usage: "stet matters proposals [DRAFT] [options]",
    discussion: """
      Examples:
        stet matters proposals
        stet matters proposals harbour-fire
      """)

  @Argument(help: "Only those of this draft.", completion: slugCompletion)
  var draft: String?
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    console.show(try await console.api.proposals(draft: draft)) { proposalsText($0, layout: console.layout) }
  }
}

struct ConfirmProposal: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Say that a story is about a matter, and link what it says of it.",
    usage: "stet matters confirm MATTER DRAFT [options]",
    discussion: """
      Examples:
        stet matters confirm harbour-appeal harbour-fire
        stet matters confirm harbour-appeal harbour-fire --json
      """)

  @Argument(help: "The matter's name.")
  var matter: String
  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let answer = try await console.send(writing) { key in
      try await console.api.answerProposal(of: draft, matter: matter, isAbout: true, key: key)
    }
    console.show(answer) { linkedText($0, layout: console.layout) }
  }
}

struct RefuseProposal: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse", abstract: "Say that a story is not about a matter; that is remembered.",
    usage: "stet matters refuse MATTER DRAFT [options]",
    discussion: """
      Examples:
        stet matters refuse harbour-appeal harbour-fire
        stet matters refuse harbour-appeal harbour-fire --json
      """)

  @Argument(help: "The matter's name.")
  var matter: String
  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let answer = try await console.send(writing) { key in
      try await console.api.answerProposal(of: draft, matter: matter, isAbout: false, key: key)
    }
    console.show(answer) { matterReceipt($0.matter, "Remembered: not about", layout: console.layout) }
  }
}
