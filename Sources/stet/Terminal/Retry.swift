/// The command line that sends the same request once more, for a shell to take as it stands.
///
/// - Parameters:
///   - words: the command line as it was typed, the program's name first.
///   - dropping: options that `adding` replaces, such as `--all`.
///   - adding: words that pin down what the first attempt looked up.
func retryCommand(
  words: [String], key: String, dropping: Set<String> = [], adding: [String] = []
) -> String {
  var kept: [String] = []
  var skipNext = false
  let ownOptions = words.firstIndex(of: "--") ?? words.count
  for (place, word) in words.enumerated() {
    if skipNext {
      skipNext = false
      continue
    }
    if place < ownOptions {
      if word == "--idempotency-key" {
        skipNext = true
        continue
      }
      if word.hasPrefix("--idempotency-key=") || dropping.contains(word) { continue }
    }
    kept.append(word)
  }
  let end = kept.firstIndex(of: "--") ?? kept.count
  kept.insert(contentsOf: adding + ["--idempotency-key", key], at: end)
  return kept.map(shellQuoted).joined(separator: " ")
}

/// A word as a POSIX shell has to read it; with control characters as bash, zsh and ksh read it.
func shellQuoted(_ word: String) -> String {
  func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-_./:,=@%+".utf8.contains(byte)
    }
  }
  if !word.isEmpty, word.utf8.allSatisfy(isPlain) { return word }
  if shown(word) == word {
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
      + "'"
  }
  var result = "$'"
  for byte in word.utf8 {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\\"): result += "\\" + String(UnicodeScalar(byte))
    case 0x20..<0x7F: result += String(UnicodeScalar(byte))
    default: result += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }
  return result + "'"
}
