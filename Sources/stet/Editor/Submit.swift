import ArgumentParser
import Client
import Wire

struct Submit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "File a draft, or a revision of one.", usage: "stet submit FILE|- [options]",
    discussion: """
      Examples:
        stet submit harbour-fire.txt --published 2024-07-13
        stet submit harbour-fire.txt --draft harbour-fire
      """)

  @Argument(
    help: ArgumentHelp(
      "Plain text or Markdown in UTF-8, or .docx, .odt or HTML; - is standard input.", valueName: "file"),
    completion: .file())
  var file: String
  @Option(help: ArgumentHelp("File a revision of this draft.", valueName: "slug"), completion: slugCompletion)
  var draft: String?
  @Option(help: "Name of the draft; else made from the headline or the file's name.")
  var slug: String?
  @Option(help: "Headline; wins over a heading of the file.")
  var headline: String?
  @Option(help: "Standfirst, below the headline.")
  var standfirst: String?
  @Option(help: ArgumentHelp("Caption of a picture; may be repeated.", valueName: "text"))
  var caption: [String] = []
  @Option(help: ArgumentHelp("Push alert; may be repeated.", valueName: "text"))
  var push: [String] = []
  @Option(help: ArgumentHelp("Social post; may be repeated.", valueName: "text"))
  var social: [String] = []
  @Option(help: ArgumentHelp("Who wrote it, once for each name; empty for nobody.", valueName: "name"))
  var byline: [String] = []
  @Option(help: "Desk that handles it.")
  var desk: String?
  @Option(
    help: ArgumentHelp("Dateline: the day the words speak from, such as 2024-07-13.", valueName: "date"),
    transform: Day.read)
  var published: Day?
  @Option(help: ArgumentHelp("Matter it is about; may be repeated.", valueName: "slug"))
  var matter: [String] = []
  @Option(
    help: ArgumentHelp(
      "Who may read it besides its writers: members and @desks, with commas.", valueName: "readers"))
  var limitedTo: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let draft, limitedTo != nil {
      throw ValidationError(
        "Who reads a draft that is filed already: stet limit \(draft) --to READERS --reason TEXT.")
    }
    if let limitedTo, readers(limitedTo).isEmpty {
      throw ValidationError("Name who may read it, such as --limited-to ana,@business.")
    }
    if draft != nil, slug != nil {
      throw ValidationError("A revision keeps its draft's slug: give --draft or --slug, not both.")
    }
  }

  func run() async throws {
    // A file that is not there is said before a login that is not there.
    let bytes = try SourceFile.bytes(of: file, told: "Nothing was filed.")
    try await run(Console(common), filing: bytes)
  }

  private func run(_ console: Console, filing bytes: [UInt8]) async throws {
    var filing = Filing(
      slug: slug, headline: headline, byline: byline, desk: desk, published: published?.iso, matters: matter,
      around: [standfirst].compactMap { $0 }.map { ("standfirst", $0) } + caption.map { ("caption", $0) }
        + push.map { ("push", $0) } + social.map { ("social", $0) },
      filename: SourceFile.name(of: file))
    filing.limitedTo = limitedTo.map(readers) ?? []
    let answer = try await console.send(writing) { [filing] key in
      try await console.api.submit(
        file: bytes, mediaType: SourceFile.mediaType(of: file), draft: draft, filing: filing, key: key)
    }
    console.show(answer) { submitText($0, url: console.api.url, layout: console.layout) }
    console.hint(submitHints(answer.value.draft))
  }
}
