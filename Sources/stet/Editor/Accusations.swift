import ArgumentParser
import Client
import Wire

struct Waive: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Decide that a sentence which accuses somebody needs no key point.",
    usage: "stet waive DRAFT SENTENCE --reason TEXT [options]",
    discussion: """
      Examples:
        stet waive harbour-fire "He had lied." --reason "told of a ghost"
        stet waive harbour-fire "He had lied." --reason "said in court" --json
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Argument(help: "The whole sentence, as it stands in the text.")
  var sentence: String
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    var request = WaiverRequest(sentence: sentence, reason: reason)
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.waive(draft, request, key: key)
    }
    console.show(answer) { actText("Waived", $0, layout: console.layout) }
  }
}

struct AgainstLegal: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "against-legal",
    abstract: "Agree to publish although the legal read holds; it takes several.",
    usage: "stet against-legal DRAFT [options]",
    discussion: """
      No reason is asked for, and none is kept. Publishing is a step of its own.

      Examples:
        stet against-legal harbour-fire
        stet against-legal harbour-fire --json
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let answer = try await console.send(writing) { key in
      try await console.api.agreeAgainstLegal(draft, key: key)
    }
    console.show(answer) { actText("Agreed", $0, layout: console.layout) }
  }
}

struct ReplyCommand: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply", abstract: "Record how somebody who is accused was asked, or why nobody asked.",
    usage: "stet reply DRAFT PERSON --asked T --how TEXT --until T | --why-not TEXT",
    discussion: """
      Examples:
        stet reply harbour-fire "Jane Roe" --why-not "she died in May"
        stet reply harbour-fire "Jane Roe" --why-not "in custody" --json
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Argument(help: "The name in full, as the copy has it.")
  var person: String
  @Option(
    help: ArgumentHelp(
      "When: 14:02 today, or 2024-07-13T14:02, by the newsroom's clock.", valueName: "time"))
  var asked: String?
  @Option(help: "By which way.")
  var how: String?
  @Option(help: ArgumentHelp("Until when they had time.", valueName: "time"))
  var until: String?
  @Option(help: "The words of the copy that tell the answer.")
  var answer: String?
  @Flag(help: "No answer came.")
  var noAnswer = false
  @Option(help: "Why nobody asked, or waited.")
  var whyNot: String?
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    var request = ReplyRequest(
      person: person, asked: asked, how: how, until: until, answer: answer, noAnswer: noAnswer ? true : nil,
      whyNot: whyNot)
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.recordReply(draft, request, key: key)
    }
    console.show(answer) { actText("Recorded", $0, layout: console.layout) }
  }
}
