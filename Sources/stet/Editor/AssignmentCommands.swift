import ArgumentParser
import Client
import Editorial
import Wire

struct Assign: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say whose queue shows a read. Who may sign stays as it is.",
    usage: "stet assign DRAFT --to MEMBER|nobody [--read READ] [options]",
    discussion: """
      Examples:
        stet assign harbour-fire --read fact --to ben
        stet assign harbour-fire --read fact --to nobody
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Option(help: "The read.")
  var read: Read = .fact
  @Option(help: ArgumentHelp("Who is to give it; nobody takes it back.", valueName: "member"))
  var to: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let request = AssignmentRequest(read: read, to: member(to))
    let answer = try await console.send(writing) { key in
      try await console.api.assign(draft, request, key: key)
    }
    console.show(answer) { answer in
      let whose =
        answer.draft.assignments.first { $0.read == read }.map { "assigned to \(shown($0.to))" }
        ?? "assigned to nobody"
      return "The \(read.rawValue) read of \(shown(answer.draft.slug)) is \(whose).\n"
    }
  }
}

struct AssignFollowUp: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Say who is to answer a question.",
    usage: "stet follow-ups assign F1 --to MEMBER|nobody [options]",
    discussion: """
      Examples:
        stet follow-ups assign F1 --to ben
        stet follow-ups assign F1 --to nobody
      """)

  @Argument(help: ArgumentHelp("The question, such as F1.", valueName: "follow-up"))
  var label: String
  @Option(
    help: ArgumentHelp("Who is to answer; nobody gives it back to whom the night asked.", valueName: "member")
  )
  var to: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let request = FollowUpAssignmentRequest(to: member(to))
    let answer = try await console.send(writing) { key in
      try await console.api.assignFollowUp(label, request, key: key)
    }
    console.show(answer) {
      text(
        of: ["Assigned \(shown($0.followUp.label)).", ""] + followUpLines($0.followUp, layout: console.layout)
      )
    }
  }
}

private func member(_ typed: String) -> String? { typed == "nobody" ? nil : typed }
