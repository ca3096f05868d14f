/// Statements and parameters in the form that libpq takes them.
enum Outbound {
  /// Longest parameter in bytes: what PostgreSQL takes as one value.
  private static let longest = 0x3fff_ffff

  /// A NUL-terminated statement.
  static func statement(_ text: [UInt8]) throws -> [CChar] {
    guard !text.contains(0) else { throw holdsNUL("The statement") }
    return text.map { CChar(bitPattern: $0) } + [0]
  }

  // libpq would cut the text at the NUL and report success. PostgreSQL's own code for characters that it
  // cannot store tells the same to whoever translates errors.
  private static func holdsNUL(_ what: String) -> DatabaseError {
    .server(
      ServerError(sqlstate: "22021", message: "\(what) holds a NUL character, which PostgreSQL cannot store"))
  }

  /// Bound values: all bytes in one buffer, each value followed by a NUL, and where each begins.
  struct Values {
    private var bytes: [CChar] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ parameters: [Parameter]) throws {
      for (index, parameter) in parameters.enumerated() {
        switch parameter.content {
        case .null:
          offsets.append(nil)
          lengths.append(0)
          formats.append(0)
        case .text(let text):
          guard !text.utf8.contains(0) else { throw holdsNUL("Parameter \(index + 1)") }
          try append(text.utf8, format: 0)
        case .binary(let content):
          try append(content, format: 1)
        }
      }
    }

    private mutating func append(_ content: some Collection<UInt8>, format: Int32) throws {
      guard content.count <= longest else {
        throw DatabaseError.server(
          ServerError(sqlstate: "54000", message: "A parameter exceeds one gigabyte"))
      }
      offsets.append(bytes.count)
      lengths.append(Int32(content.count))
      formats.append(format)
      bytes.reserveCapacity(bytes.count + content.count + 1)
      for byte in content { bytes.append(CChar(bitPattern: byte)) }
      bytes.append(0)
    }

    /// Calls `body` with count, values, lengths and formats.
    func withPointers<Result>(
      _ body: (
        Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
      ) -> Result
    ) -> Result {
      bytes.withUnsafeBufferPointer { bytes in
        let pointers = offsets.map { offset -> UnsafePointer<CChar>? in
          guard let offset, let base = bytes.baseAddress else { return nil }
          return base + offset
        }
        return body(Int32(clamping: pointers.count), pointers, lengths, formats)
      }
    }
  }
}

/// Names of the statements prepared on one connection, the least recently used leaving first.
struct StatementCache {
  private static let capacity = 256
  // Keyed by bytes: two strings that Swift calls equal can be different statements.
  private var names: [[CChar]: (name: String, lastUse: Int)] = [:]
  private var uses = 0
  private var made = 0

  init() {}

  /// An empty cache that gives no name again.
  init(after cache: StatementCache?) {
    made = cache?.made ?? 0
  }

  mutating func name(of statement: [CChar]) -> String? {
    guard let index = names.index(forKey: statement) else { return nil }
    uses += 1
    names.values[index].lastUse = uses
    return names.values[index].name
  }

  /// The name of a statement that must be deallocated before another can be kept.
  mutating func evicted() -> String? {
    guard names.count >= StatementCache.capacity,
      let oldest = names.min(by: { $0.value.lastUse < $1.value.lastUse })
    else { return nil }
    names[oldest.key] = nil
    return oldest.value.name
  }

  mutating func nextName() -> String {
    made += 1
    return "stet_\(made)"
  }

  mutating func keep(_ statement: [CChar], as name: String) {
    uses += 1
    names[statement] = (name, uses)
  }
}
