import Client
import Editorial
import TextAnalysis
import Wire

// What goes wrong on this side of the connection, in the form in which the service reports its own refusals.

/// - Parameter retry: the command that sends the same request again, safe to paste.
func problem(of failure: ClientFailure, retry: String) -> ProblemJSON {
  switch failure {
  case .badAddress(let url):
    ProblemJSON(
      type: "/problems/usage", title: "No address", status: 0,
      detail:
        "\"\(url)\" is no address of a service. Nothing was sent.\nIt looks like http://127.0.0.1:8080.",
      exitCode: ExitStatus.usage)
  case .unreachable(let url, let why):
    ProblemJSON(
      type: "/problems/unreachable", title: "No service answers", status: 0,
      detail: "No service answers at \(url): \(why). Nothing was sent.\nStart one: stet serve",
      exitCode: ExitStatus.unavailable)
  case .brokenOff(let url):
    ProblemJSON(
      type: "/problems/unreachable", title: "The connection broke", status: 0,
      detail: "\(url) hung up before it answered. Nothing was changed.\nAsk it again.",
      exitCode: ExitStatus.unavailable)
  case .timedOut(let url, let seconds):
    ProblemJSON(
      type: "/problems/unreachable", title: "No answer in time", status: 0,
      detail: "\(url) gave no answer within \(counted(seconds, "second")). Nothing was changed.",
      exitCode: ExitStatus.unavailable)
  case .outcomeUnknown(_, let why):
    ProblemJSON(
      type: "/problems/outcome-unknown", title: "The outcome is unknown", status: 0,
      detail: "We do not know whether this was done: \(why).\n"
        + "Send it again with the same key, with the same input; it cannot count twice.",
      exitCode: ExitStatus.tryAgain, next: [retry])
  case .unexpected(let url, let status, let excerpt):
    ProblemJSON(
      type: "/problems/unexpected-answer", title: "Not the answer of a Stet service", status: status,
      detail: "\(url) answered with status \(status), but not as a Stet service does"
        + (excerpt.isEmpty ? "." : ": \(excerpt)") + "\nSee that the address is right: --url or STET_URL.",
      exitCode: ExitStatus.unavailable)
  case .noLogin(let url, let file):
    ProblemJSON(
      type: "/problems/no-login", title: "No login", status: 0,
      detail: "No token for \(url) is on file" + (file.map { " in \($0)" } ?? "") + ". Nothing was sent.\n"
        + "The first stet serve makes a login here; for others: stet token create NAME.\n"
        + "Hand the token over in STET_TOKEN.",
      exitCode: ExitStatus.notAllowed)
  case .logins(let path, let why):
    ProblemJSON(
      type: "/problems/configuration", title: "The logins cannot be used", status: 0,
      detail: "\(path): \(why). Nothing was sent.", exitCode: ExitStatus.configuration)
  }
}

/// Why a file that is only looked at here yields nothing: the service's own words, but nothing was to be filed.
func problem(of refusal: Refusal) -> ProblemJSON {
  var problem = ProblemJSON(refusal)
  problem.detail = problem.detail.replacing(nothingFiled, with: "It was not looked at.")
  return problem
}

private let nothingFiled = "Nothing was filed."

/// A file that is not there, or whose bytes do not come.
func problem(file: String, missing: Bool, why: String, told: String) -> ProblemJSON {
  ProblemJSON(
    type: missing ? "/problems/missing-file" : "/problems/unreadable", title: "The file cannot be read",
    status: 0, detail: "\(file): \(why). \(told)",
    exitCode: missing ? ExitStatus.missing : ExitStatus.unreadable)
}
