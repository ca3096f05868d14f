import FoundationEssentials
import Glibc
import TextAnalysis
import Wire

/// Findings that are known: rule and words of each, so that nothing comes back when lines or files move.
///
/// One entry is one line of the file, rule and words with a tab between them, sorted, so that two people's baselines
/// merge like any text.
struct Baseline: Sendable, Equatable {
  struct Entry: Hashable, Sendable {
    let rule: String
    let words: String
  }

  private(set) var entries: Set<Entry>

  init(_ findings: [CheckReport.Finding]) { entries = Set(findings.map(Entry.init)) }

  /// Takes out what is known.
  func holdBack(from report: inout CheckReport) {
    let found = Set(report.findings.map(Entry.init))
    let before = report.findings.count
    report.findings.removeAll { entries.contains(Entry($0)) }
    report.baseline = .init(
      known: before - report.findings.count, unmatched: entries.subtracting(found).count)
  }
}

extension Baseline.Entry {
  init(_ finding: CheckReport.Finding) { self.init(rule: finding.rule, words: finding.words) }
}

// MARK: The file

private let firstLine = "# stet baseline 1: rule, tab, words"

extension Baseline {
  var text: String {
    let lines = entries.map { "\($0.rule)\t\($0.words)" }.sorted()
    return ([firstLine] + lines).joined(separator: "\n") + "\n"
  }

  /// - Throws: `ProblemJSON`: 66 when there is no such file, 65 with the place when it is no baseline.
  init(readFrom path: String) throws(ProblemJSON) {
    guard access(path, F_OK) == 0 else {
      throw ProblemJSON(
        type: "/problems/missing-file", title: "There is no baseline", status: 0,
        detail: "\(path): there is no such baseline. Nothing was looked at.\n"
          + "Make one: stet check FILE --write-baseline \(shellQuoted(path))",
        exitCode: ExitStatus.missing)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw problem(
        file: path, missing: false, why: "this baseline cannot be read", told: "Nothing was looked at.")
    }
    try self.init(bytes: Array(data), path: path)
  }

  /// - Parameter path: of the file, for what is wrong in it.
  init(bytes: [UInt8], path: String) throws(ProblemJSON) {
    // A checkout may have given the lines another end.
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      $0.last == 0x0D ? $0.dropLast() : $0
    }
    guard lines.first?.elementsEqual(firstLine.utf8) == true else {
      throw malformed(path, line: 1, column: 1, "this is no baseline of stet check")
    }
    entries = []
    for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      guard let words = String(validating: line, as: UTF8.self) else {
        let sound = String(decoding: line, as: UTF8.self).unicodeScalars.prefix { $0 != "\u{FFFD}" }
        throw malformed(path, line: number + 1, column: sound.count + 1, "this is not UTF-8")
      }
      let parts = words.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        let column = words.unicodeScalars.prefix { $0 != "\t" }.count + 1
        throw malformed(
          path, line: number + 1, column: parts.count == 1 ? 1 : column,
          "a rule, a tab, and words are expected")
      }
      entries.insert(Entry(rule: String(parts[0]), words: String(parts[1])))
    }
  }

  /// Writes it in the place of an older one, at once or not at all. Another file is never overwritten.
  func write(to path: String) throws(ProblemJSON) {
    // What takes the place of a file must not take the place of a link to it.
    let target = resolved(path) ?? path
    if resolved(path) == nil, isLink(path) {
      throw ProblemJSON(
        type: "/problems/file", title: "The baseline cannot be written", status: 0,
        detail: "\(path) is a link that leads nowhere. No baseline was made.", exitCode: ExitStatus.conflict)
    }
    if access(path, F_OK) == 0 {
      do {
        _ = try Baseline(readFrom: path)
      } catch {
        throw ProblemJSON(
          type: "/problems/file-exists", title: "The file exists", status: 0,
          detail:
            "\(path) is there and is no baseline of stet check. Nothing was written; name another file.",
          exitCode: ExitStatus.conflict)
      }
    }
    do {
      try Data(text.utf8).write(to: URL(filePath: target), options: .atomic)
    } catch {
      throw ProblemJSON(
        type: "/problems/file", title: "The baseline cannot be written", status: 0,
        detail: "\(path) cannot be written. No baseline was made.", exitCode: ExitStatus.conflict)
    }
  }
}

private func malformed(_ path: String, line: Int, column: Int, _ why: String) -> ProblemJSON {
  ProblemJSON(
    type: "/problems/baseline", title: "The baseline cannot be read", status: 0,
    detail: "\(path):\(line):\(column): \(why). Nothing was looked at.\n"
      + "Make it anew: move it away, then stet check FILE --write-baseline \(shellQuoted(path))",
    exitCode: ExitStatus.unreadable, line: line, column: column)
}
