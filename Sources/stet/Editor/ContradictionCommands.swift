import ArgumentParser
import Client
import Editorial
import TextAnalysis
import Wire

struct Contradictions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List contradictions, flag them, and give them an outcome.",
    usage: "stet contradictions [DRAFT] [options] | compare | flag | settle | confirm",
    discussion: """
      Examples:
        stet contradictions --turn me --age 3
        stet contradictions settle harbour-fire/X1 --as both-reported --note p2
      """,
    subcommands: [
      ListContradictions.self, CompareStories.self, FlagContradiction.self, SettleContradiction.self,
      ConfirmContradiction.self,
    ],
    defaultSubcommand: ListContradictions.self)
}

enum ContradictionFilter: String, CaseIterable, ExpressibleByArgument, Sendable {
  case open, suggested, settled, all
}

struct CompareStories: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Hold a story against another one that you name; nothing is written.",
    usage: "stet contradictions compare DRAFT OTHER [--quote TEXT --against TEXT] [options]",
    discussion: """
      On filing, Stet finds such stories by itself and says only what is nearly sure. Asked about
      two stories, it says all that its rules find. What collides is then flagged by hand.

      Examples:
        stet contradictions compare harbour-fire quay-fire
        stet contradictions compare fire quay --quote "12 died" --against "14 died"
      """)

  @Argument(help: "Slug of the draft: its latest revision.", completion: slugCompletion)
  var draft: String
  @Argument(help: "Slug of the other story: what readers see of it.", completion: slugCompletion)
  var other: String
  @Option(help: ArgumentHelp("Words of the draft: only these are judged.", valueName: "text"))
  var quote: String?
  @Option(help: ArgumentHelp("Words of the other story that they are held against.", valueName: "text"))
  var against: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (quote == nil) == (against == nil) else {
      throw ValidationError("--quote and --against go together.")
    }
  }

  func run(_ console: Console) async throws {
    console.show(try await console.api.compare(draft, with: other, quote: quote, against: against)) {
      comparisonText($0, layout: console.layout)
    }
  }
}

struct ListContradictions: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List contradictions (the default).",
    usage: "stet contradictions [DRAFT] [options]",
    discussion: """
      Those of one draft with their whole passages, those of all drafts as a table, the
      oldest first. A spreadsheet runs nothing that --csv writes.

      Examples:
        stet contradictions harbour-fire --status all
        stet contradictions --matter appeal --csv
      """)

  @Argument(help: "Only those of this draft, in full.", completion: slugCompletion)
  var named: String?
  @Option(
    help: ArgumentHelp("Only those of this draft, as a table.", valueName: "slug"), completion: slugCompletion
  )
  var draft: String?
  @Option(help: "Only those of stories that name this matter.")
  var matter: String?
  @Option(help: "Only those of this kind.")
  var kind: ContradictionKind?
  @Option(help: ArgumentHelp("Only those that are older than so many days.", valueName: "days"))
  var age: Int?
  @Option(help: "Only those of this desk.")
  var desk: String?
  @Option(help: ArgumentHelp("Only those whose turn it is; me is you.", valueName: "member"))
  var turn: String?
  @Option(help: "Only those with this status; else what is open or suggested.")
  var status: ContradictionFilter?
  @Option(help: "Only those that this rule found.")
  var rule: String?
  @Flag(help: "Also suggestions of rules that are mostly dismissed, and those whose words are gone.")
  var all = false
  @Option(help: "At most so many.")
  var limit: Int?
  @Option(help: ArgumentHelp("Go on after an earlier list.", valueName: "cursor"))
  var after: String?
  @Flag(help: "Print all of them for a spreadsheet.")
  var csv = false
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is at least 1.") }
    if csv, common.json { throw ValidationError("Say --json or --csv, not both.") }
    if named != nil, draft != nil { throw ValidationError("Name the draft once.") }
  }

  private func page(_ console: Console, after cursor: String?) async throws -> Answer<ContradictionList> {
    try await console.api.contradictions(
      draft: named ?? draft, status: status?.rawValue, kind: kind?.rawValue, matter: matter, desk: desk,
      turn: turn, rule: rule, age: age, all: all, limit: limit ?? (csv || named != nil ? 200 : nil),
      after: cursor)
  }

  func run(_ console: Console) async throws {
    var answer = try await page(console, after: after)
    if csv {
      Terminal.out(stet.csv([contradictionColumns] + answer.value.contradictions.map(contradictionCells)))
      while limit == nil, let next = answer.value.next {
        answer = try await page(console, after: next)
        Terminal.out(stet.csv(answer.value.contradictions.map(contradictionCells)))
      }
      return
    }
    console.show(answer) { list in
      let more = list.next.map { nextPageCommand(words: CommandLine.arguments, after: $0) }
      return named == nil
        ? contradictionListText(list, more: more, layout: console.layout)
        : contradictionsText(
          list, draft: named, status: status?.rawValue ?? "unsettled", more: more, layout: console.layout)
    }
    if let item = answer.value.contradictions.first(where: { $0.status == .open }) {
      console.hint([
        "Settle: stet contradictions settle \(shown(item.draft))/\(shown(item.label)) --as OUTCOME --note TEXT"
      ])
    }
  }
}

struct FlagContradiction: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "flag", abstract: "Flag two passages that cannot both stand.",
    usage: "stet contradictions flag DRAFT --quote TEXT --against TEXT [options]",
    discussion: """
      Examples:
        stet contradictions flag harbour-fire --quote "July 12" --against "July 11"
        stet contradictions flag pier --quote A --against B --against-draft dock
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Option(help: "Words of the latest revision; they occur there once.")
  var quote: String
  @Option(help: "The words they collide with.")
  var against: String
  @Option(
    help: ArgumentHelp("The other draft in which those stand.", valueName: "slug"), completion: slugCompletion
  )
  var againstDraft: String?
  @Option(help: "What kind it is.")
  var kind: ContradictionKind?
  @Option(help: "A remark.")
  var note: String?
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    var request = FlagRequest(
      quote: quote, against: against, againstDraft: againstDraft, kind: kind, note: note)
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.flag(draft, request, key: key)
    }
    console.show(answer) { contradictionReceipt($0.contradiction, verb: "Flagged", layout: console.layout) }
  }
}

struct SettleContradiction: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle", abstract: "Give a contradiction its outcome.",
    usage: "stet contradictions settle ID --as OUTCOME [options]",
    discussion: """
      Examples:
        stet contradictions settle harbour-fire/X1 --as both-reported --note p2
        stet contradictions settle 17 --as superseded --by harbour-fire-2
      """)

  @Argument(help: ArgumentHelp("X1, SLUG/X1, or the number.", valueName: "id"))
  var reference: Reference
  @Option(name: .customLong("as"), help: "How it ended.")
  var outcome: ContradictionOutcome
  @Option(help: "How one knows, in words.")
  var note: String?
  @Option(
    name: .customLong("by"),
    help: ArgumentHelp("The draft that supersedes, for superseded.", valueName: "slug"))
  var by: String?
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("The draft to correct, for correct-published.", valueName: "slug"))
  var inDraft: String?
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if outcome == .superseded, by == nil {
      throw ValidationError("Name the draft that supersedes: --by SLUG.")
    }
    if outcome == .correctPublished, inDraft == nil {
      throw ValidationError("Name the draft to correct: --in SLUG.")
    }
  }

  func run(_ console: Console) async throws {
    var request = SettlementRequest(outcome: outcome, note: note, by: by, inDraft: inDraft)
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.settle(reference.spelling, request, key: key)
    }
    console.show(answer) {
      contradictionReceipt($0.contradiction, verb: "Settled", layout: console.layout)
        + text(of: noticeLines($0.receipt, layout: console.layout))
    }
  }
}

struct ConfirmContradiction: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Make a suggestion of the engine an open contradiction.",
    usage: "stet contradictions confirm ID [options]",
    discussion: """
      Examples:
        stet contradictions confirm harbour-fire/X3
        stet contradictions confirm 21 --json
      """)

  @Argument(help: ArgumentHelp("X3, SLUG/X3, or the number.", valueName: "id"))
  var reference: Reference
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let answer = try await console.send(writing) { key in
      try await console.api.confirm(reference.spelling, key: key)
    }
    console.show(answer) { contradictionReceipt($0.contradiction, verb: "Confirmed", layout: console.layout) }
  }
}
