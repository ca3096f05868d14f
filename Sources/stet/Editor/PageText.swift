import Client
import Subprocess
import Wire

/// What a reader of a public page sees, as plain text with blank lines between paragraphs.
///
/// - Throws: `ProblemJSON` when there is no such page, or nothing here that can read it.
func pageText(at address: String) async throws -> String {
  do {
    let page = try await PublicPage.fetch(address)
    return page.mediaType == "text/plain" ? page.text : try await plainText(ofHTML: page.text)
  } catch let failure as PublicPage.Failure {
    throw problem(of: failure, address: address)
  }
}

private let secondsForPandoc = 60
private let longestPlainText = 10 * 1_048_576

private func plainText(ofHTML html: String) async throws -> String {
  do {
    return try await withThrowingTaskGroup(of: String.self) { group in
      group.addTask {
        // Without the sandbox pandoc fetches what the page embeds.
        let ended = try await Subprocess.run(
          .name("pandoc"), arguments: ["--sandbox", "-f", "html", "-t", "plain", "--wrap=none"],
          input: .string(html), output: .string(limit: longestPlainText), error: .discarded)
        guard ended.terminationStatus.isSuccess else { throw unread("pandoc cannot read the page.") }
        return ended.standardOutput
      }
      group.addTask {
        try await Task.sleep(for: .seconds(secondsForPandoc))
        throw unread("pandoc did not read the page within \(secondsForPandoc) seconds.")
      }
      defer { group.cancelAll() }
      return try await group.next() ?? ""
    }
  } catch let error as SubprocessError where error.code == .executableNotFound {
    throw unread("The page is HTML, and pandoc, which reads it for Stet, is not on PATH. Install it.")
  } catch let error as SubprocessError {
    throw unread("pandoc cannot read the page: \(error).")
  }
}

private func unread(_ says: String) -> ProblemJSON {
  ProblemJSON(
    type: "/problems/page", title: "The page cannot be read", status: 0,
    detail: says + " Nothing was compared.\n" + saveIt, exitCode: ExitStatus.unavailable)
}

private let saveIt = "Or save the story's text in a file and compare that: --live FILE."

private func problem(of failure: PublicPage.Failure, address: String) -> ProblemJSON {
  let (says, code): (String, Int32) =
    switch failure {
    case .badAddress: ("is no address of a page; one looks like https://news.example/fire.", ExitStatus.usage)
    case .unreachable: ("does not answer.", ExitStatus.unavailable)
    case .tooManyRedirects(let limit):
      ("leads on and on: more than \(limit) redirects, or round in a circle.", ExitStatus.unavailable)
    case .tooSlow(let seconds): ("did not send the page within \(seconds) seconds.", ExitStatus.unavailable)
    case .tooLong(let limit):
      ("is longer than \(limit / 1_048_576) MiB, which is the most that is read.", ExitStatus.unreadable)
    case .status(404), .status(410):
      ("is not there: the site says that it has no such page.", ExitStatus.missing)
    case .status(let status): ("answered with status \(status) instead of a page.", ExitStatus.unavailable)
    case .notText(let mediaType):
      ("is \(mediaType); HTML and plain text can be read.", ExitStatus.unreadable)
    case .notUTF8(let charset):
      (
        "is not in UTF-8\(charset.map { ", but says \($0)" } ?? ""), and no other character set is read.",
        ExitStatus.unreadable
      )
    }
  let fits = code != ExitStatus.usage && code != ExitStatus.missing
  return ProblemJSON(
    type: "/problems/page", title: "The page cannot be read", status: 0,
    detail: "\(shown(address)) \(says) Nothing was compared." + (fits ? "\n" + saveIt : ""), exitCode: code)
}
