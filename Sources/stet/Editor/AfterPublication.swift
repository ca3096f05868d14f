import ArgumentParser
import Client
import Editorial
import TextAnalysis
import Wire

struct Review: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say whether somebody else's override was right.",
    usage: "stet review DRAFT --upheld | --not-upheld --note TEXT [options]",
    discussion: """
      Examples:
        stet review harbour-fire --upheld --note "the coastguard had it on record"
        stet review harbour-fire --not-upheld --note "a call would have done"
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Flag(help: "It was right to publish as it was.")
  var upheld = false
  @Flag(help: "It was not.")
  var notUpheld = false
  @Option(help: "What you found.")
  var note: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard upheld != notUpheld else { throw ValidationError("Say --upheld or --not-upheld.") }
  }

  func run(_ console: Console) async throws {
    let answer = try await console.send(writing) { key in
      try await console.api.reviewOverride(draft, ReviewRequest(upheld: upheld, note: note), key: key)
    }
    console.show(answer) { actText("Reviewed", $0, layout: console.layout) }
  }
}

struct Verify: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare what is out with the revision that was signed and published.",
    usage: "stet verify DRAFT --live FILE [options]",
    discussion: """
      Ends with 1 when they differ in more than looks.

      Examples:
        stet verify harbour-fire --live page.txt
        stet verify harbour-fire --live -
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Option(
    help: ArgumentHelp("The text that is out; - for standard input.", valueName: "file"), completion: .file())
  var live: String
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let bytes = try SourceFile.bytes(of: live, told: "Nothing was compared.")
    let published = try await console.api.draft(draft).value.draft
    guard let out = published.live else {
      throw Refusal(.missing, "not-published", "\(draft) is not live: there is nothing to compare with.")
    }
    let signed = try await console.api.text(of: draft, revision: out.revision)
    let dateline = CivilDate(published.dateline) ?? .earliest
    func compared(_ bytes: [UInt8]) throws -> ComparedRevision {
      ComparedRevision(
        text: DatedText(try Editorial.Filing.read(bytes), dateline: dateline), keyPoints: [])
    }
    let found = differences(from: try compared(signed), to: try compared(bytes))
    let grave = found.contains {
      !$0.kinds.isSubset(of: [.moved, .typographic]) || $0.was == nil || $0.now == nil
    }
    Terminal.out(verifyText(found, draft: draft, revision: out.revision, layout: console.layout))
    if grave { throw ExitCode(ExitStatus.found) }
  }
}
