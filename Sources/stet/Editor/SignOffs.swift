import ArgumentParser
import Client
import Editorial
import Wire

struct Approve: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Sign key points: their exact words, at one revision.",
    usage: "stet approve DRAFT K1 [K2 ...] | --all [options]",
    discussion: """
      Examples:
        stet approve harbour-fire K1 K3 --evidence https://court.example/docket
        stet approve harbour-fire --all --basis on-author --comment "read back"
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Argument(help: "Key points, such as K1 K3.")
  var keyPoints: [String] = []
  @Flag(help: "Every key point of the latest revision.")
  var all = false
  @Option(help: "What they are read for.")
  var read: Read = .fact
  @Option(help: "What the signature rests on.")
  var basis: Basis?
  @Option(help: "A remark beside the signature.")
  var comment: String?
  @Option(help: ArgumentHelp("Address of what it rests on; may be repeated.", valueName: "url"))
  var evidence: [String] = []
  @Option(
    help: ArgumentHelp("Sign only if this is still the latest revision, such as r1.", valueName: "revision"))
  var revision: RevisionNumber?
  @Option(help: ArgumentHelp("The last day on which it stands.", valueName: "date"), transform: Day.read)
  var until: Day?
  @Option(help: ArgumentHelp("The matter whose next move ends it.", valueName: "matter"))
  var untilMoves: String?
  @Option(
    help: ArgumentHelp(
      "Words that must stay in the text for it to stand; may be repeated.", valueName: "words"))
  var ifStays: [String] = []
  @OptionGroup(title: "Evidence") var proof: ProofOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if all, !keyPoints.isEmpty { throw ValidationError("Name key points, or give --all, not both.") }
    if !all, keyPoints.isEmpty {
      throw ValidationError("Name the key points to sign, such as K1 K3, or give --all.")
    }
  }

  func run(_ console: Console) async throws {
    let chosen = try await Chosen(
      draft: draft, labels: all ? nil : keyPoints, revision: revision, read: read, at: console)
    var request = SignOffRequest(
      keyPoints: chosen.labels, all: nil, read: read, verdict: .approve, basis: basis, comment: comment,
      reason: nil, evidence: evidence.isEmpty ? nil : evidence, revision: chosen.revision)
    request.until = until?.iso
    request.untilMoves = untilMoves
    request.stays = ifStays.isEmpty ? nil : ifStays
    try await proof.fill(&request, draft: draft, at: console)
    try await chosen.send(request, writing, at: console)
  }
}

/// What a signature rests on besides addresses.
struct ProofOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A note of what it rests on; may be repeated.", valueName: "text"))
  var note: [String] = []
  @Option(
    help: ArgumentHelp("A file to keep with the draft; may be repeated.", valueName: "path"),
    completion: .file())
  var file: [String] = []
  @Option(
    help: ArgumentHelp(
      "A confidential source: the members who saw it. Never who it is.", valueName: "members"))
  var sourceSeenBy: String?
  @Option(help: ArgumentHelp("The day on which it was seen.", valueName: "date"), transform: Day.read)
  var sourceOn: Day?
  @Option(help: ArgumentHelp("What kind of source, such as \"two nurses\".", valueName: "text"))
  var sourceKind: String?
  @Option(help: ArgumentHelp("How many say so independently.", valueName: "number"))
  var sourceIndependent: Int = 1
  @Option(help: ArgumentHelp("Where the proof is kept, outside Stet.", valueName: "text"))
  var sourceKept: String?
  @OptionGroup var contact: ContactOptions

  func validate() throws {
    let given = [sourceSeenBy, sourceOn?.iso, sourceKind, sourceKept]
    guard given.allSatisfy({ $0 == nil }) || given.allSatisfy({ $0 != nil }) else {
      throw ValidationError(
        "A confidential source takes --source-seen-by, --source-on, --source-kind and --source-kept together."
      )
    }
  }

  func fill(_ request: inout SignOffRequest, draft: String, at console: Console) async throws {
    request.notes = note.isEmpty ? nil : note
    request.contactDetails = contact.meant
    if let sourceSeenBy, let sourceOn, let sourceKind, let sourceKept {
      request.source = SourceJSON(
        seenBy: sourceSeenBy.split(separator: ",").map { $0.trimmingPrefix(" ") }.map(String.init),
        on: sourceOn.iso,
        kind: sourceKind, independent: sourceIndependent, keptWhere: sourceKept)
    }
    var files: [SignOffRequest.EvidenceFile] = []
    for path in file {
      let content = try SourceFile.bytes(of: path, told: "Nothing was signed.")
      let name = String(path.split(separator: "/").last ?? "evidence")
      // Named by its content, so that a repeated command brings it once.
      let digest = hexadecimal(sha256(content))
      _ = try await console.api.bringEvidence(draft, name: name, content: content, key: "evidence-\(digest)")
      files.append(SignOffRequest.EvidenceFile(digest: digest, name: name))
    }
    request.files = files.isEmpty ? nil : files
  }
}

/// Asking, and holding up: the same act with another verdict.
struct Objection: ParsableArguments {
  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String?
  @Argument(help: "Key points, such as K2.")
  var keyPoints: [String] = []
  @Option(help: "What is asked, or why it is held.")
  var reason: String?
  @Option(help: "What they are read for.")
  var read: Read = .fact
  @Option(help: ArgumentHelp("Address of what it rests on; may be repeated.", valueName: "url"))
  var evidence: [String] = []
  @Option(help: ArgumentHelp("Only if this is still the latest revision, such as r1.", valueName: "revision"))
  var revision: RevisionNumber?

  /// - Parameter instead: what somebody may have meant who named neither a key point nor a reason.
  func check(command: String, instead: String?) throws {
    if draft != nil, !keyPoints.isEmpty, reason != nil { return }
    if keyPoints.isEmpty, reason == nil, let instead {
      throw ValidationError(
        "stet \(command) asks about a key point and wants --reason TEXT. Did you mean \(instead)?")
    }
    if keyPoints.isEmpty { throw ValidationError("Name a draft and its key points, such as K2.") }
    throw ValidationError("Say why: --reason TEXT.")
  }

  func send(_ verdict: Verdict, _ writing: WritingOptions, at console: Console) async throws {
    let chosen = try await Chosen(draft: draft ?? "", labels: keyPoints, revision: revision, at: console)
    let request = SignOffRequest(
      keyPoints: chosen.labels, all: nil, read: read, verdict: verdict, basis: nil, comment: nil,
      reason: reason,
      evidence: evidence.isEmpty ? nil : evidence, revision: chosen.revision)
    try await chosen.send(request, writing, at: console)
  }
}

struct Query: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ask about key points; unanswered, the question holds up publication.",
    usage: "stet query DRAFT K2 [K3 ...] --reason TEXT [options]",
    discussion: """
      Examples:
        stet query harbour-fire K2 --reason "kept back, or filed elsewhere?"
        stet query harbour-fire K2 --read legal --reason "who says so?"
      """)

  @OptionGroup var objection: Objection
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws { try objection.check(command: "query", instead: "stet list") }
  func run(_ console: Console) async throws { try await objection.send(.query, writing, at: console) }
}

struct Hold: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold key points up: the draft cannot be ready while the hold stands.",
    usage: "stet hold DRAFT K2 [K3 ...] --reason TEXT [options]",
    discussion: """
      Examples:
        stet hold harbour-fire K2 --reason "the figure is contested"
        stet hold harbour-fire K2 --read standards --reason "names a minor"
      """)

  @OptionGroup var objection: Objection
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws { try objection.check(command: "hold", instead: nil) }
  func run(_ console: Console) async throws { try await objection.send(.hold, writing, at: console) }
}

struct CommentCommand: EditorCommand {
  static let configuration = CommandConfiguration(
    commandName: "comment", abstract: "Write under a key point: an answer, a remark, a privileged note.",
    usage: "stet comment DRAFT K2 TEXT [options]",
    discussion: """
      Examples:
        stet comment harbour-fire K2 "filed elsewhere; see the docket"
        stet comment harbour-fire K4 "advice of counsel" --privileged
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Argument(help: "Key point, such as K2.")
  var keyPoint: String
  @Argument(help: "What to write.")
  var text: String
  @Flag(help: "For the legal read and yourself alone.")
  var privileged = false
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let request = CommentRequest(
      keyPoint: keyPoint, words: text, privileged: privileged ? true : nil,
      contactDetails: contact.meant)
    let answer = try await console.send(writing) { key in
      try await console.api.comment(draft, request, key: key)
    }
    console.show(answer) { commentText($0, label: keyPoint, layout: console.layout) }
  }
}

struct Resolve: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say that your question about key points is answered.",
    usage: "stet resolve DRAFT K2 [K3 ...] [options]",
    discussion: """
      Examples:
        stet resolve harbour-fire K2
        stet resolve harbour-fire K2 --reason "the docket bears it out"
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Argument(help: "Key points, such as K2.")
  var keyPoints: [String]
  @Option(help: "How it was answered.")
  var reason: String = "answered"
  @Option(help: "Only questions of this read.")
  var read: Read?
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let latest = try await console.api.draft(draft).value.draft
    let me = try await console.api.me().value.member
    let wanted = Set(keyPoints.map { $0.uppercased() })
    for point in latest.keyPoints where wanted.contains(point.label.uppercased()) {
      let asked = point.signOffs.contains {
        $0.member == me && $0.verdict == .query && $0.standing.stands && (read == nil || $0.read == read)
      }
      guard asked else {
        throw ProblemJSON(
          type: "/problems/no-question", title: "Nothing to resolve", status: 0,
          detail: "\(me) has no open question about \(point.label) of \(draft). Nothing was changed.",
          exitCode: ExitStatus.missing)
      }
    }
    var request = WithdrawalRequest(keyPoints: keyPoints, read: read, reason: "resolved: \(reason)")
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.withdraw(draft, request, key: key)
    }
    console.show(answer) { withdrawalText($0, layout: console.layout) }
  }
}

struct Withdraw: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take back your own standing sign-offs of key points.",
    usage: "stet withdraw DRAFT K1 [K2 ...] --reason TEXT [options]",
    discussion: """
      Examples:
        stet withdraw harbour-fire K1 --reason "the source corrected itself"
        stet withdraw harbour-fire K1 K2 --read desk --reason "read too early"
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Argument(help: "Key points, such as K1.")
  var keyPoints: [String]
  @Option(help: "Why.")
  var reason: String
  @Option(help: "Only sign-offs of this read.")
  var read: Read?
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    var request = WithdrawalRequest(keyPoints: keyPoints, read: read, reason: reason)
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.withdraw(draft, request, key: key)
    }
    console.show(answer) { withdrawalText($0, layout: console.layout) }
  }
}

/// The key points and the revision that a sign-off is about, looked up where the command does not name them.
struct Chosen: Sendable {
  var draft: String
  var labels: [String]
  var revision: Int
  /// The words as they were read before signing; empty when the command named everything itself.
  private var words: [(label: String, text: String)] = []
  // A retry names what this attempt looked up, or it would be about other words once a revision came in.
  private var dropping: Set<String> = []
  private var adding: [String] = []

  /// - Parameters:
  ///   - labels: nil for all key points of the latest revision.
  ///   - read: of all key points, only those that the caller has not approved for this read yet. Signing again would
  ///     put a signature without evidence in the place of one that has some.
  init(
    draft: String, labels: [String]?, revision: RevisionNumber?, read: Read? = nil, at console: Console
  ) async throws {
    self.draft = draft
    if let labels, let revision {
      self.labels = labels
      self.revision = revision.number
      return
    }
    let latest = try await console.api.draft(draft).value.draft
    let here = latest.keyPoints.filter { !$0.gone }
    var open = here
    if labels == nil, let read {
      let me = try await console.api.me().value.member
      open = here.filter { point in
        !point.signOffs.contains {
          $0.member == me && $0.read == read && $0.verdict == .approve && $0.standing.stands
        }
      }
      if open.isEmpty, !here.isEmpty {
        throw ProblemJSON(
          type: "/problems/signed", title: "Signed already", status: 0,
          detail:
            "\(me) has approved every key point of \(draft) r\(latest.revision) for the \(read.rawValue) read "
            + "already. Nothing was changed.", exitCode: ExitStatus.conflict)
      }
    }
    let wanted = labels ?? open.map(\.label)
    self.labels = wanted
    self.revision = revision?.number ?? latest.revision
    words = here.filter { point in wanted.contains { $0.uppercased() == point.label.uppercased() } }
      .map { ($0.label, $0.text) }
    if labels == nil {
      guard !wanted.isEmpty else {
        throw ProblemJSON(
          type: "/problems/no-key-points", title: "Nothing to sign", status: 0,
          detail: "\(draft) r\(latest.revision) has no key points: there is nothing to sign.",
          exitCode: ExitStatus.missing)
      }
      dropping = ["--all"]
      adding = wanted
    }
    if revision == nil { adding += ["--revision", "r\(latest.revision)"] }
  }

  func send(_ request: SignOffRequest, _ writing: WritingOptions, at console: Console) async throws {
    do {
      let answer = try await console.send(writing, dropping: dropping, adding: adding) { key in
        try await console.api.signOff(draft, request, key: key)
      }
      console.show(answer) { signOffText($0, asked: labels.count, layout: console.layout) }
    } catch let problem as ProblemJSON where problem.type == "/problems/outcome-unknown" {
      if !console.json, !words.isEmpty {
        let title = "The words in question, of \(shown(draft)) r\(revision):"
        Terminal.err(text(of: [title] + wordLines(console.layout)))
      }
      throw problem
    }
  }

  private func wordLines(_ layout: Layout) -> [String] {
    words.flatMap { point in
      layout.wrapped("\"\(shown(point.text))\"", first: "  \(shown(point.label))  ", rest: "      ")
    }
  }
}
