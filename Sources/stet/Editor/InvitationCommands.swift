import ArgumentParser
import Client
import Editorial
import Wire

struct Invite: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ask an expert of another house to read key points, by a link that works once.",
    usage: "stet invite DRAFT K2 [K3 ...] --read READ --name NAME --until T [options]",
    discussion: """
      The link is shown once. Send it yourself: Stet mails nothing.

      Examples:
        stet invite harbour-fire K2 --name "Ada Lund" --until 2026-11-25T18:00
        stet invitations harbour-fire
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Argument(help: "Key points, such as K2.")
  var keyPoints: [String]
  @Option(help: "What they are read for; any but legal.")
  var read: Read = .fact
  @Option(help: "The expert's name.")
  var name: String
  @Option(
    help: ArgumentHelp(
      "The deadline, in the newsroom's time zone, such as 2026-11-25T18:00.", valueName: "instant"))
  var until: String
  @Option(help: "What you want to know.")
  var note: String?
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    var request = InvitationRequest(keyPoints: keyPoints, read: read, name: name, until: until, note: note)
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.invite(to: draft, request, key: key)
    }
    console.show(answer) { invitedText($0, layout: console.layout) }
  }
}

struct Invitations: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the experts who were asked to read a draft, and take invitations back.",
    usage: "stet invitations DRAFT [options] | withdraw",
    discussion: """
      Examples:
        stet invitations harbour-fire
        stet invitations withdraw harbour-fire I1
      """,
    subcommands: [ListInvitations.self, WithdrawInvitation.self], defaultSubcommand: ListInvitations.self)
}

struct ListInvitations: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List invitations (the default).",
    usage: "stet invitations DRAFT [options]",
    discussion: """
      Examples:
        stet invitations harbour-fire
        stet invitations harbour-fire --json
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let answer = try await console.api.invitations(to: draft)
    console.show(answer) { invitationsText($0, layout: console.layout) }
  }
}

struct WithdrawInvitation: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take an invitation back: its link says so from then on.",
    usage: "stet invitations withdraw DRAFT I1 [options]",
    discussion: """
      Examples:
        stet invitations withdraw harbour-fire I1
        stet invitations withdraw harbour-fire I2 --json
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Argument(help: "The invitation, such as I1.")
  var invitation: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let answer = try await console.send(writing) { key in
      try await console.api.withdrawInvitation(invitation, to: draft, key: key)
    }
    console.show(answer) { answer in
      "Taken back: \(shown(answer.invitation.label)) of \(shown(answer.draft)), to \(shown(answer.invitation.name)).\n"
    }
  }
}
