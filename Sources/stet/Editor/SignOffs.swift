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
    let request = SignOffRequest(
      keyPoints: chosen.labels, all: nil, read: read, verdict: .approve, basis: basis, comment: comment,
      reason: nil, evidence: evidence.isEmpty ? nil : evidence, revision: chosen.revision)
    try await chosen.send(request, writing, at: console)
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
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let answer = try await console.send(writing) { key in
      try await console.api.withdraw(
        draft, WithdrawalRequest(keyPoints: keyPoints, read: read, reason: reason), key: key)
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
    words = here.filter { point in wanted.contains { $0.uppercased() == point.label } }
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
