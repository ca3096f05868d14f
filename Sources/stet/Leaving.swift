import ArgumentParser
import Client
import Editorial
import Glibc
import Wire

/// Ends the process after an error: the message on standard error, or with `--json` the problem document, and
/// the exit code that belongs to it.
func leave(_ error: any Error, words: [String]) -> Never {
  if let code = error as? ExitCode { exit(code.rawValue) }
  let layout = Terminal.layout(
    descriptor: STDERR_FILENO, colour: .auto, environment: Terminal.environment)
  guard let problem = problem(of: error) else {
    // Help, completion scripts and the like are no errors to the parser.
    if Stet.exitCode(for: error) == .success { Stet.exit(withError: error) }
    let refusal = usageProblem(Stet.fullMessage(for: error))
    Terminal.err(words.contains("--json") ? asJSON(refusal) : refusal.detail + "\n")
    exit(refusal.exitCode)
  }
  Terminal.err(
    words.contains("--json")
      ? asJSON(problem) : problemText(problem, file: fileNamed(in: words), layout: layout))
  exit(problem.exitCode)
}

/// The problem that an error of a command is; nil when the parser of the command line threw it.
private func problem(of error: any Error) -> ProblemJSON? {
  if let problem = error as? ProblemJSON { return problem }
  if let refusal = error as? Refusal { return ProblemJSON(refusal) }
  if let failure = error as? ClientFailure {
    return problem(of: failure, retry: CommandLine.arguments.map(shellQuoted).joined(separator: " "))
  }
  // The parser's own errors carry the code for wrong usage; every other one is ours.
  if [ExitCode.success, .validationFailure].contains(Stet.exitCode(for: error)) { return nil }
  return ProblemJSON(
    type: "/problems/internal", title: "Something unforeseen", status: 0,
    detail: "This was not foreseen: \(String(describing: error))", exitCode: ExitStatus.internal)
}

/// The parser's message in at most four lines: what is wrong, how it is used, where more stands.
func usageProblem(_ message: String) -> ProblemJSON {
  let lines = message.split(separator: "\n").map(String.init)
  let said = lines.first.map { $0.hasPrefix("Error: ") ? String($0.dropFirst(7)) : $0 } ?? ""
  let choices = lines.filter { $0.hasPrefix("  - ") }.map { String($0.dropFirst(4)) }
  let usage = lines.first { $0.hasPrefix("Usage: ") }
  let pointer = lines.last { $0.hasPrefix("  See ") }
  let kept = [rejectedValue(said, choices: choices) ?? said, usage, pointer?.trimmed].compactMap { $0 }
  return ProblemJSON(
    type: "/problems/usage", title: "The command line is not understood", status: 0,
    detail: kept.joined(separator: "\n"), exitCode: ExitStatus.usage)
}

/// `--state "foo" is not understood. It is one of in-review, ready.` of the parser's sentence about a value; nil
/// of every other one.
private func rejectedValue(_ sentence: String, choices: [String]) -> String? {
  let opening = "The value '"
  let hinge = "' is invalid for '"
  guard sentence.hasPrefix(opening), let middle = sentence.firstRange(of: hinge) else { return nil }
  let value = sentence[sentence.index(sentence.startIndex, offsetBy: opening.count)..<middle.lowerBound]
  let name = sentence[middle.upperBound...].prefix { $0 != " " && $0 != "'" }
  let end =
    choices.isEmpty
    ? (name == "--at" || name == "--next" || name == "--as-of" || name == "--date" || name == "--published"
      ? " A day looks like 2024-07-13.\(name == "--at" ? " A time looks like 2026-11-24T06:00." : "")" : "")
    : " It is one of \(choices.joined(separator: ", "))."
  return "\(name) \"\(shown(String(value)))\" is not understood.\(end)"
}

/// A refusal of a first word that is no command, with the nearest one that is; nil when it is one.
func unknownCommand(_ words: [String]) -> ProblemJSON? {
  guard let word = words.first, !word.hasPrefix("-"), word != "help" else { return nil }
  let names = (editorCommands + operatorCommands).map { $0._commandName }
  if names.contains(word) { return nil }
  let near = names.map { (name: $0, distance: editDistance(word, $0)) }.min { $0.distance < $1.distance }
  let guess =
    near.flatMap { $0.distance <= max(2, word.count / 3) ? " Did you mean stet \($0.name)?" : nil } ?? ""
  return ProblemJSON(
    type: "/problems/usage", title: "No such command", status: 0,
    detail: "stet has no command \"\(shown(word))\".\(guess)\nAll commands: stet --help",
    exitCode: ExitStatus.usage)
}

/// How many letters have to be put in, left out, changed or swapped with their neighbour to get from one word
/// to the other.
func editDistance(_ one: String, _ other: String) -> Int {
  let a = Array(one.utf8.prefix(64))
  let b = Array(other.utf8.prefix(64))
  var rows = [Array(0...b.count)]
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var best = min(rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, rows[i - 1][j - 1] + 1) }
      row.append(best)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}

/// The file that `submit` was given, for the place in it that a refusal names.
private func fileNamed(in words: [String]) -> String? {
  guard let command = try? Stet.parseAsRoot(words) as? Submit else { return nil }
  return command.file
}

private func asJSON(_ problem: ProblemJSON) -> String {
  (try? prettyJSON(problem)) ?? problem.detail + "\n"
}
