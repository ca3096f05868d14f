import Yams

/// Why a text cannot be taken as YAML, and at which byte of it.
enum YAMLFault: Error {
  case anchor(offset: Int)
  case notYAML(reason: String, offset: Int)
}

/// Reads YAML of people's own making; nil when there is nothing in it.
func composeYAML(_ yaml: String) throws(YAMLFault) -> Node? {
  // Nobody needs anchors and aliases here, and an alias can unfold a small file without end.
  if yaml.utf8.contains(UInt8(ascii: "&")), let at = firstAnchor(yaml) { throw .anchor(offset: at) }
  do {
    return try Yams.compose(yaml: yaml)
  } catch {
    guard let error = error as? YamlError else { throw .notYAML(reason: "it cannot be read", offset: 0) }
    throw .notYAML(reason: shortReason(error), offset: offset(of: error, in: yaml))
  }
}

/// Offset of an `&` that begins a value and so names an anchor; one between words is only an ampersand.
private func firstAnchor(_ yaml: String) -> Int? {
  let bytes = Array(yaml.utf8)
  let space = UInt8(ascii: " ")
  for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "&") {
    guard offset + 1 < bytes.count, bytes[offset + 1] > space else { continue }
    let last = bytes[..<offset].lastIndex { $0 != space }
    guard let last else { return offset }
    if ":-[{,?\n\r\t".utf8.contains(bytes[last]) { return offset }
    // A tag may stand between: "key: !!seq &name".
    let word = bytes[..<last].lastIndex { $0 <= space }.map { $0 + 1 } ?? 0
    if bytes[word] == UInt8(ascii: "!") { return offset }
  }
  return nil
}

private func shortReason(_ error: YamlError) -> String {
  switch error {
  case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
  case .duplicatedKeysInMapping(let names, _) where names.count == 1: "“\(names[0])” stands in it twice"
  case .duplicatedKeysInMapping: "a field stands in it twice"
  default: "it cannot be read"
  }
}

private func offset(of error: YamlError, in yaml: String) -> Int {
  switch error {
  case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
    markOffset(mark, in: yaml)
  case .duplicatedKeysInMapping(_, let context): markOffset(context.mark, in: yaml)
  default: 0
  }
}

/// Offset in bytes. Yams counts lines and columns from 1, columns in code points.
func markOffset(_ mark: Mark, in yaml: String) -> Int {
  var line = 1
  var column = 1
  var offset = 0
  for scalar in yaml.unicodeScalars {
    if line == mark.line, column >= mark.column { return offset }
    if line > mark.line { return offset }
    if scalar == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
    offset += scalar.utf8.count
  }
  return offset
}
