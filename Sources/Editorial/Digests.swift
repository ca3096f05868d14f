import Crypto
import TextAnalysis

/// SHA-256 of words as they are compared: white space and the style of quotation marks and dashes do not count.
public func wordsDigest(_ words: String) -> [UInt8] {
  Array(SHA256.hash(data: Array(comparableWords(words).utf8)))
}

/// SHA-256 of words without their looks: who changes only marks, spaces and capitals writes no statement.
public func statementDigest(_ words: String) -> [UInt8] {
  Array(SHA256.hash(data: Array(wordsWithoutLooks(words).utf8)))
}

/// SHA-256 of the list of evidence, in its order.
public func evidenceDigest(_ evidence: [String]) -> [UInt8] {
  var hash = SHA256()
  for item in evidence {
    let bytes = Array(item.utf8)
    withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
    hash.update(data: bytes)
  }
  return Array(hash.finalize())
}

public func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

public func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count * 2)
  for byte in bytes {
    out.append(digits[Int(byte >> 4)])
    out.append(digits[Int(byte & 15)])
  }
  return String(decoding: out, as: UTF8.self)
}
