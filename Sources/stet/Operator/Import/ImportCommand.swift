import ArgumentParser
import Store
import Wire

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring an archive of published stories in.",
    usage: "stet import FOLDER|FILE [options]",
    discussion: """
      A folder with all below it, or one file: text and Markdown with front matter, ninjs, .docx, .odt and HTML through \
      pandoc, and .jsonl with a story on each line (id, published, headline, body, byline, or ninjs). A story is filed as published on its day, imported and not signed. Its \
      claims count from that day; those that are due already wait, ranked, and the nightly run asks about a few each night.

      May be stopped and run again: what was brought in is left as it is. What cannot be imported is listed by file and \
      line, and the exit code is 1.

      Examples:
        stet import archive.jsonl --by ana
        stet import /srv/stories --desk court --by ana --report failed.jsonl
      """)

  @Argument(help: ArgumentHelp("The folder or file.", valueName: "archive"), completion: .file())
  var archive: String
  @Option(help: ArgumentHelp("Member who answers for the stories (else the only one).", valueName: "handle"))
  var by: String?
  @Option(help: "Desk of stories that name none (else main).")
  var desk: String?
  @Option(
    help: ArgumentHelp("Day of stories that name none, such as 2024-07-13.", valueName: "date"),
    transform: Day.read)
  var published: Day?
  @Option(help: "Name of the archive (else that of the folder or file).")
  var name: String?
  @Option(
    help: ArgumentHelp("Where to list what cannot be imported (else NAME.failed.jsonl).", valueName: "file"))
  var report: String?
  @OptionGroup var common: OperatorOptions

  func run() async throws {
    let files: ArchiveFiles
    do {
      files = try ArchiveFiles(archive)
    } catch {
      throw problem(file: error.file, missing: true, why: error.why, told: "Nothing was imported.")
    }
    let name = name ?? archive.split(separator: "/").last.map(String.init) ?? archive
    let (by, desk, day, listed) = (by, desk, published?.date, report ?? "\(name).failed.jsonl")
    let (summary, first) = try await Workplace.with { place in
      let begun = try await place.newsroom.beginImport(named: name, by: by, desk: desk)
      var run = ImportRun(newsroom: place.newsroom, begun: begun, reports: ImportReport(listed), day: day)
      let summary = try await run.run(files)
      return (summary, run.reports.first)
    }
    if !common.json { Terminal.err(importFaults(first, of: summary)) }
    Terminal.out(
      try common.json ? prettyJSON(summary) : importText(summary, layout: Terminal.layout(colour: .auto)))
    if summary.failed > 0 { throw ExitCode(ExitStatus.found) }
  }
}
