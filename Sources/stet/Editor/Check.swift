import ArgumentParser
import Editorial
import Glibc
import TextAnalysis
import Wire

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look at files with the text engine alone: no service, no login.",
    usage: "stet check FILE ... [options]",
    discussion: """
      Examples:
        stet check harbour-fire.txt
        stet check stories/*.txt --fail-on disputed --json
      """)

  @Argument(
    help: ArgumentHelp("Plain text or Markdown in UTF-8; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String]
  @Option(
    help: ArgumentHelp(
      "The day the words speak from; else what the front matter says, else today.", valueName: "date"))
  var dateline: Day?
  @Option(help: "End with 1 when something of this level, or above, is found: claim, disputed or slip.")
  var failOn: Level = .slip
  @Flag(help: "Print the findings as JSON.")
  var json = false
  @Option(help: "Colour: auto, always or never.")
  var color: ColourChoice = .auto

  func run() throws {
    guard let today = Terminal.today() else { return }
    let layout = Terminal.layout(colour: color)
    var report = CheckReport(failOn: failOn, files: files.count, findings: [])
    var texts: [String: String] = [:]
    var unread: [ProblemJSON] = []
    for file in files {
      do {
        let bytes = try SourceFile.bytes(of: file, told: "It was not looked at.")
        let filing = try readable(bytes)
        texts[file] = filing.manuscript.text
        report.findings += findings(
          in: filing.manuscript, file: file, dateline: dateline?.date ?? filing.metadata.published ?? today)
      } catch {
        unread.append(error)
        Terminal.err(try json ? prettyJSON(error) : problemText(error, file: file, layout: layout))
      }
    }
    report.files -= unread.count
    if json {
      Terminal.out(try prettyJSON(report))
    } else if report.files > 0 {
      Terminal.out(checkText(report, texts: texts, layout: layout))
    }
    // A file that was not looked at is never reported as one in which nothing was found.
    if let first = unread.first { throw ExitCode(first.exitCode) }
    if report.fails { throw ExitCode(ExitStatus.found) }
  }

  /// Reads a file as `stet submit` does, front matter included.
  private func readable(_ bytes: [UInt8]) throws(ProblemJSON) -> Filing {
    do {
      return try Filing(bytes: bytes, mediaType: "text/plain", fileName: nil, options: Metadata())
    } catch let refusal as Refusal {
      throw problem(of: refusal)
    } catch {
      throw ProblemJSON(
        type: "/problems/internal", title: "Something unforeseen", status: 0, detail: "\(error)",
        exitCode: ExitStatus.internal)
    }
  }
}
