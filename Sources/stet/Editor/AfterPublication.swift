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
  @OptionGroup var contact: ContactOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard upheld != notUpheld else { throw ValidationError("Say --upheld or --not-upheld.") }
  }

  func run(_ console: Console) async throws {
    var request = ReviewRequest(upheld: upheld, note: note)
    request.contactDetails = contact.meant
    let answer = try await console.send(writing) { [request] key in
      try await console.api.reviewOverride(draft, request, key: key)
    }
    console.show(answer) { actText("Reviewed", $0, layout: console.layout) }
  }
}

struct Verify: EditorCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare what is out with the revision that was signed and published.",
    usage: "stet verify DRAFT --live FILE | URL [options]",
    discussion: """
      A file is the story's text, and its body is compared. Of a page each sentence
      of the story has to stand on it; what a site puts around the story does not
      count, nor does the headline. HTML is read by pandoc. Ends with 1 when they
      differ in more than looks.

      Examples:
        stet verify harbour-fire --live page.txt
        stet verify harbour-fire --live https://news.example/harbour-fire
      """)

  @Argument(help: "Slug of the draft.", completion: slugCompletion)
  var draft: String
  @Option(
    help: ArgumentHelp("What is out: a file, - for standard input, or a page.", valueName: "file|url"),
    completion: .file())
  var live: String
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) async throws {
    let isPage = PublicPage.isAddress(live)
    let out = try await isPage ? pageText(at: live) : nil
    let bytes = try isPage ? [] : SourceFile.bytes(of: live, told: "Nothing was compared.")
    let published = try await console.api.draft(draft).value.draft
    guard let revision = published.live?.revision else {
      throw Refusal(.missing, "not-published", "\(draft) is not live: there is nothing to compare with.")
    }
    let text = DatedText(
      try Editorial.Filing.read(try await console.api.text(of: draft, revision: revision)),
      dateline: CivilDate(published.dateline) ?? .earliest)
    let labels = Dictionary(
      published.keyPoints.map { (comparableWords($0.text), $0.label) },
      uniquingKeysWith: { first, _ in first })
    let signed = ComparedRevision(
      text: text,
      keyPoints: text.manuscript.keyPoints.map { point in
        // The latest revision may word it otherwise than the one that is out.
        (label: labels[comparableWords(point.words)] ?? "“\(point.words)”", words: point.words)
      })
    let found =
      if let out {
        differences(from: signed, on: LivePage(out))
      } else {
        differences(
          from: ComparedRevision(text: text, keyPoints: []),
          to: ComparedRevision(
            text: DatedText(try Editorial.Filing.read(bytes), dateline: text.dateline),
            keyPoints: []))
      }
    let verification = VerificationJSON(draft: draft, revision: revision, live: live, differences: found)
    Terminal.out(
      try console.json ? prettyJSON(verification) : verifyText(verification, layout: console.layout))
    if verification.differs { throw ExitCode(ExitStatus.found) }
  }
}
