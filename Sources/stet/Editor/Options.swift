import ArgumentParser
import Client
import Editorial
import TextAnalysis
import Wire

/// What every command that speaks with the service understands.
struct CommonOptions: ParsableArguments {
  @Flag(help: "Print the service's answer as JSON.")
  var json = false

  @Option(help: ArgumentHelp("Address of the service (else STET_URL).", valueName: "url"))
  var url: String?

  @Option(help: "Colour: auto, always or never.")
  var color: ColourChoice = .auto
}

/// What every command that changes something understands besides.
struct WritingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Repeat a command whose outcome is unknown; it acts once per key.", valueName: "key"))
  var idempotencyKey: String?

  func validate() throws {
    guard let key = idempotencyKey else { return }
    guard (1...128).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw ValidationError("An idempotency key has 1 to 128 visible ASCII characters.")
    }
  }
}

/// What every command understands with which people write what they want.
struct ContactOptions: ParsableArguments {
  @Flag(help: "Store words with a mail address or a telephone number in them all the same.")
  var contactDetails = false

  /// As a request has it.
  var meant: Bool? { contactDetails ? true : nil }
}

// The words of the trade are the words of the command line.
extension Read: ExpressibleByArgument {}
extension Basis: ExpressibleByArgument {}
extension DraftState: ExpressibleByArgument {}
extension ContradictionKind: ExpressibleByArgument {}
extension ContradictionOutcome: ExpressibleByArgument {}
extension ClaimKind: ExpressibleByArgument {}
extension FollowUpOutcome: ExpressibleByArgument {}
extension CorrectionKind: ExpressibleByArgument {}

/// A civil day as it is typed: `2024-07-13`.
struct Day {
  var date: CivilDate
  var iso: String { date.description }

  static func read(_ typed: String) throws -> Day {
    guard let date = CivilDate(typed) else {
      throw ValidationError("\"\(shown(typed))\" is no day that Stet reads; write it as 2024-07-13.")
    }
    return Day(date: date)
  }
}

/// A revision as it is typed: `r2`, or `2`.
struct RevisionNumber: ExpressibleByArgument {
  var number: Int

  init?(argument: String) {
    guard let number = revisionNumber(argument) else { return nil }
    self.number = number
  }
}

/// A contradiction or claim as it is typed: its number, `X1`, or `SLUG/X1`.
struct Reference: ExpressibleByArgument {
  /// As the API spells it, with a colon after the slug.
  var spelling: String

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    guard let slash = argument.lastIndex(of: "/") else {
      spelling = argument
      return
    }
    let label = argument[argument.index(after: slash)...]
    guard slash != argument.startIndex, !label.isEmpty else { return nil }
    spelling = argument[..<slash] + ":" + label
  }
}

/// `stet show rus<Tab>`: the slugs that the service knows; none when it does not answer at once.
let slugCompletion = CompletionKind.custom { _, _, prefix in
  guard let found = try? Credentials.find(option: nil, environment: Terminal.environment) else { return [] }
  let slugs = Task {
    try await StetAPI(url: found.url, token: found.token, seconds: 1).drafts(limit: 100).value.drafts.map(
      \.slug)
  }
  let clock = Task {
    try await Task.sleep(for: .milliseconds(300))
    slugs.cancel()
  }
  defer { clock.cancel() }
  return ((try? await slugs.value) ?? []).filter { $0.hasPrefix(prefix) }
}
