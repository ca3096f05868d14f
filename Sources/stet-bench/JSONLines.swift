import FoundationEssentials
import Glibc

/// Why a row of data cannot be used, as the end of a sentence that names the row: "has no text".
struct UnusableRow: Error {
  let why: String
}

/// A line of input that cannot be used, as one sentence.
struct UnusableLine: Error, CustomStringConvertible {
  let description: String
}

/// Does something with each line that is not empty, and says on which one it failed.
///
/// - Parameter name: what the lines are of, such as "standard input".
func forEachLine(
  of bytes: [UInt8], named name: String, _ body: (_ line: [UInt8]) throws -> Void
) throws {
  for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
    do {
      try body(Array(line))
    } catch let row as UnusableRow {
      throw UnusableLine(description: "Line \(index + 1) of \(name) \(row.why).")
    }
  }
}

/// Reads one row, or says why it is none. A field `index_observed` of the data is `indexObserved` here.
func row<Row: Decodable>(_ type: Row.Type, from line: [UInt8]) throws(UnusableRow) -> Row {
  let decoder = JSONDecoder()
  decoder.keyDecodingStrategy = .convertFromSnakeCase
  do {
    return try decoder.decode(type, from: Data(line))
  } catch DecodingError.keyNotFound(let key, _) {
    throw UnusableRow(why: "has no \"\(key.stringValue)\"")
  } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
    guard let field = context.codingPath.last else { throw UnusableRow(why: "is no JSON object") }
    throw UnusableRow(why: "has a \"\(field.stringValue)\" of the wrong kind")
  } catch {
    throw UnusableRow(why: "is no JSON")
  }
}

/// All rows of a file.
func rows<Row: Decodable>(_ type: Row.Type, ofFile path: String) throws -> [Row] {
  var rows: [Row] = []
  try forEachLine(of: try contents(ofFile: path), named: path) { rows.append(try row(type, from: $0)) }
  return rows
}

/// A file's bytes.
func contents(ofFile path: String) throws -> [UInt8] {
  guard let data = FileManager.default.contents(atPath: path) else {
    throw MissingFile(path: path)
  }
  return Array(data)
}

/// A file that is not there or may not be read.
struct MissingFile: Error, CustomStringConvertible {
  let path: String

  var description: String { "\(path) cannot be read." }
}

/// An object as one line, its fields in alphabetical order.
func jsonLine(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
}

/// Writes all of a text to standard output (1) or standard error (2).
func write(_ text: String, to descriptor: Int32 = 1) {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if written < 0, errno == EINTR { continue }
    guard written > 0 else { return }
    rest = rest.dropFirst(written)
  }
}
