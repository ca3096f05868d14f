import Editorial
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Store
import TextAnalysis
import Wire

extension Request {
  /// The whole body, at most one byte more than a draft may have.
  func bytes(_ context: Context) async throws -> [UInt8] {
    do {
      return Array(buffer: try await body.collect(upTo: context.maxUploadSize))
    } catch is NIOTooManyBytesError {
      throw HTTPError(.contentTooLarge)
    }
  }

  /// One query parameter. A NUL in it is refused, since no database column can hold one.
  func query(_ name: String) throws -> String? {
    guard let value = uri.queryParameters.get(name) else { return nil }
    return try checked(value, name)
  }

  func queries(_ name: String) throws -> [String] {
    try uri.queryParameters.getAll(name).map { try checked($0, name) }
  }

  private func checked(_ value: String, _ name: String) throws -> String {
    guard !value.utf8.contains(0) else {
      throw Refusal(.unreadable, "nul", "The parameter “\(name)” has a NUL in it. Nothing was done.")
    }
    return value
  }

  /// One query parameter that is one of a set of words.
  func query<Word: RawRepresentable & CaseIterable>(_ name: String, as: Word.Type) throws -> Word?
  where Word.RawValue == String {
    guard let written = try query(name) else { return nil }
    guard let word = Word(rawValue: written) else {
      let known = Word.allCases.map(\.rawValue)
      throw Refusal(.usage, "parameter", "“\(name)” is one of \(list(known, "and")), not “\(written)”.")
    }
    return word
  }

  /// One query parameter that is `true` or `false`; false when it is not there.
  func queryFlag(_ name: String) throws -> Bool {
    switch try query(name) {
    case nil, "false": false
    case "true": true
    case let other?: throw Refusal(.usage, "parameter", "“\(name)” is true or false, not “\(other)”.")
    }
  }

  func queryDay(_ name: String) throws -> CivilDate? {
    try query(name).map { try day($0, name) }
  }
}

extension Context {
  /// One part of the path, percent-decoded. What no decoder would have written is refused.
  func path(_ name: String) throws -> String {
    let raw = try parameters.require(name)
    guard let decoded = raw.removingPercentEncoding, !decoded.utf8.contains(0) else {
      throw Refusal(.missing, "route", "“\(raw.prefix(80))” in the address is not percent-encoded UTF-8.")
    }
    return decoded
  }
}

/// A whole number as the API writes it.
func number(_ text: String, _ name: String, in range: ClosedRange<Int>) throws -> Int {
  guard let number = Int(text), range.contains(number) else {
    throw Refusal(
      .usage, name,
      "“\(name)” is a number from \(range.lowerBound) to \(range.upperBound), not “\(text.prefix(40))”.")
  }
  return number
}

/// A civil day as the API writes it.
func day(_ text: String, _ name: String) throws -> CivilDate {
  guard let day = CivilDate(text) else {
    throw Refusal(
      .unreadable, "date", "“\(text)” is no day for “\(name)”; write it as 2024-07-13. Nothing was changed.")
  }
  return day
}

/// Reads a JSON body strictly: fields that nobody reads and NUL are refused with the field's name, and contact details
/// where people write what they want.
func decode<Body: ActRequest>(_ type: Body.Type, from bytes: [UInt8]) throws -> Body {
  let data = Data(bytes)
  // PostgreSQL's text has no NUL, and JSON can only bring one as this escape.
  if bytes.contains(0) || containsNULEscape(bytes) {
    throw Refusal(.unreadable, "nul", "The body has a NUL in it. Nothing was changed.")
  }
  let decoder = JSONDecoder()
  do {
    let written = try decoder.decode(Written.self, from: data)
    for name in written.names.sorted() where !Body.fields.contains(name) {
      throw Refusal(
        .unreadable, "field",
        "There is no field “\(name)” here; there are \(list(Body.fields.sorted(), "and")). Nothing was changed."
      )
    }
    let body = try decoder.decode(type, from: data)
    try refuseContactDetails(
      Body.freeText.sorted().flatMap { written.texts[$0] ?? [] }, unless: written.contactDetails)
    return body
  } catch let error as DecodingError {
    throw Refusal(.unreadable, "json", "The body cannot be read: \(inWords(error)). Nothing was changed.")
  }
}

private func containsNULEscape(_ bytes: [UInt8]) -> Bool {
  var backslashes = 0
  for (index, byte) in bytes.enumerated() {
    if byte == UInt8(ascii: "\\") {
      backslashes += 1
      continue
    }
    if backslashes % 2 == 1, byte == UInt8(ascii: "u"), bytes[index...].prefix(5).elementsEqual("u0000".utf8)
    {
      return true
    }
    backslashes = 0
  }
  return false
}

/// What a body's fields are called, and the texts in them.
private struct Written: Decodable {
  struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
  let names: [String]
  let texts: [String: [String]]
  let contactDetails: Bool

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Name.self)
    names = fields.allKeys.map(\.stringValue)
    var texts: [String: [String]] = [:]
    var contactDetails = false
    for key in fields.allKeys {
      if let text = try? fields.decode(String.self, forKey: key) { texts[key.stringValue] = [text] }
      if let list = try? fields.decode([String].self, forKey: key) { texts[key.stringValue] = list }
      if key.stringValue == "contactDetails" {
        contactDetails = (try? fields.decode(Bool.self, forKey: key)) ?? false
      }
    }
    self.texts = texts
    self.contactDetails = contactDetails
  }
}

/// A source may be ruined by a telephone number in a remark. Whoever means it says so.
func refuseContactDetails(_ words: [String], unless meant: Bool) throws {
  guard !meant, let found = words.compactMap(contactDetail).first else { return }
  throw Refusal(
    .usage, "contact-details",
    "“\(found)” looks like a way to reach somebody. Nothing was stored. For a source who must not be found there is a form "
      + "without such a field; if this is no such source, say that they are meant: --contact-details.")
}

private func inWords(_ error: DecodingError) -> String {
  func at(_ context: DecodingError.Context) -> String {
    context.codingPath.map(\.stringValue).joined(separator: ".")
  }
  return switch error {
  case .keyNotFound(let key, _): "the field “\(key.stringValue)” is missing"
  case .valueNotFound(_, let context): "the field “\(at(context))” is null"
  case .typeMismatch(let type, let context):
    at(context).isEmpty ? "it is no JSON object" : "the field “\(at(context))” is no \(kindOfValue(type))"
  case .dataCorrupted(let context):
    at(context).isEmpty ? "it is not JSON" : "the field “\(at(context))” has a value that is not known"
  @unknown default: "it is not as expected"
  }
}

/// What a JSON value of this type is called.
private func kindOfValue(_ type: any Any.Type) -> String {
  switch type {
  case is Int.Type, is Int64.Type, is Double.Type: "number"
  case is Bool.Type: "true or false"
  case is String.Type: "text"
  case is [Any].Type: "list"
  default: "text"
  }
}

/// An answer as JSON, the same bytes for the same value.
func encoded(_ answer: some Encodable) throws -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return Array(try encoder.encode(answer))
}

func json(_ answer: some Encodable) throws -> Response {
  response(try encoded(answer), .ok)
}

func response(_ body: [UInt8], _ status: HTTPResponse.Status) -> Response {
  Response(
    status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
    body: .init(byteBuffer: ByteBuffer(bytes: body)))
}

func response(_ stored: StoredAnswer, _ status: HTTPResponse.Status) -> Response {
  var answer = response(stored.body, status)
  if stored.isReplay { answer.headers[.idempotencyReplayed] = "true" }
  return answer
}
