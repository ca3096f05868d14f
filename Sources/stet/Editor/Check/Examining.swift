import Editorial
import TextAnalysis
import Wire

/// One text that was looked at.
struct Examined: Sendable {
  /// As it came in, without a byte order mark.
  let text: String
  /// Bytes of the byte order mark before the text.
  let textStart: Int
  /// Whether nobody named its dateline, so that today counted.
  let isUndated: Bool
  let findings: [CheckReport.Finding]
}

/// Looks at a text as `stet submit` reads it, front matter included.
///
/// - Parameters:
///   - name: the file's name, for the findings; `-` is standard input.
///   - dateline: wins over what the front matter says.
///   - today: the dateline of a text that names none.
/// - Throws: `ProblemJSON` with the place when the bytes are no text that Stet reads.
func examine(_ bytes: [UInt8], name: String, dateline: CivilDate?, today: CivilDate) throws(ProblemJSON)
  -> Examined
{
  var filing = try readable(bytes)
  let textStart = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
  let text = filing.manuscript.text
  let mayHoldComments = name == "-" || SourceFile.mediaType(of: name) == "text/markdown"
  let comments = mayHoldComments ? Comments(in: Array(bytes[textStart...])) : Comments(in: [])
  if !comments.spans.isEmpty {
    filing = try readable(comments.blanked(Array(bytes[textStart...])))
  }
  let named = dateline ?? filing.metadata.published
  let found = findings(in: filing.manuscript, file: name, dateline: named ?? today)
  let heeded = heeding(comments, found, passages: passages(of: filing.manuscript), file: name, text: text)
  return Examined(text: text, textStart: textStart, isUndated: named == nil, findings: heeded)
}

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// What Stet cannot read is refused here: every reason not to look at a text has its sentence in this place.
private func readable(_ bytes: [UInt8]) throws(ProblemJSON) -> Filing {
  do {
    return try Filing(bytes: bytes, mediaType: "text/plain", fileName: nil, options: Metadata())
  } catch let refusal as Refusal {
    throw withRemedy(problem(of: refusal))
  } catch {
    throw ProblemJSON(
      type: "/problems/internal", title: "Something unforeseen", status: 0, detail: "\(error)",
      exitCode: ExitStatus.internal)
  }
}

/// The problem with what to do about it, for those who check and do not submit.
private func withRemedy(_ problem: ProblemJSON) -> ProblemJSON {
  var problem = problem
  problem.detail = problem.detail.replacing("submit again", with: "check it again")
  let remedy: String? =
    switch problem.type {
    case "/problems/not-utf8": "Save it as UTF-8."
    case "/problems/nul": "Save it as plain text or Markdown, in UTF-8."
    case "/problems/too-long": "Cut it into several files."
    case "/problems/two-sections": "Make a file of each."
    default: nil
    }
  if let remedy, !problem.detail.contains("Save ") { problem.detail += " " + remedy }
  return problem
}
