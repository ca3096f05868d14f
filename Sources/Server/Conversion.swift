import Editorial
import Subprocess

/// The words of a .docx, .odt or HTML file as Markdown, through pandoc. Refuses what pandoc cannot read, and everything
/// where it is not installed.
public func plainText(of bytes: [UInt8], _ mediaType: String) async throws -> String {
  let from =
    switch mediaType {
    case MediaType.docx: "docx"
    case MediaType.odt: "odt"
    default: "html"
    }
  // What comes from outside may name other files, and a small one can unfold to more than a machine has.
  let words = ["--from", from, "--to", "commonmark", "--wrap", "none", "--sandbox", "+RTS", "-M512M", "-RTS"]
  let markdown = try await withThrowingTaskGroup(of: String.self) { group in
    group.addTask { try await pandoc(words, bytes) }
    group.addTask {
      try await Task.sleep(for: .seconds(30))
      throw Refusal(.unreadable, "pandoc", "pandoc did not read it within 30 seconds. Nothing was filed.")
    }
    defer { group.cancelAll() }
    return try await group.next() ?? ""
  }
  return withoutEscapes(markdown)
}

private func pandoc(_ words: [String], _ input: [UInt8]) async throws -> String {
  do {
    let ended = try await Subprocess.run(
      .name("pandoc"), arguments: Arguments(words), input: .array(input), output: .string(limit: 4 << 20),
      error: .string(limit: 1 << 16))
    if ended.terminationStatus.isSuccess { return ended.standardOutput }
    throw Refusal(
      .unreadable, "pandoc",
      "pandoc cannot read it: \(ended.standardError.split(separator: "\n").first ?? "it says not why"). "
        + "Nothing was filed.")
  } catch is SubprocessError {
    throw Refusal(
      .unreadable, "pandoc",
      "Files of this kind are read through pandoc, which is not installed where Stet runs, or broke off. "
        + "Nothing was filed.")
  }
}

/// Words as they were written: pandoc marks signs that would mean something in Markdown.
func withoutEscapes(_ markdown: String) -> String {
  var out: [UInt8] = []
  var isEscaped = false
  for byte in markdown.utf8 {
    if isEscaped, !isSign(byte) { out.append(UInt8(ascii: "\\")) }
    if !isEscaped, byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else {
      isEscaped = false
      out.append(byte)
    }
  }
  if isEscaped { out.append(UInt8(ascii: "\\")) }
  return String(decoding: out, as: UTF8.self)
}

/// Whether a byte is a visible sign of ASCII, neither letter nor digit.
private func isSign(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    false
  default: (0x21...0x7E).contains(byte)
  }
}
