import TextAnalysis

/// Somebody who may act. `roles` are those on the desk in question.
public struct Member: Hashable, Sendable {
  public let id: Int64
  public let handle: String
  public let name: String
  /// Display names of before: a byline of the past still means who stood in it.
  public let formerNames: [String]
  public let active: Bool
  public let roles: Set<Role>

  public init(
    id: Int64, handle: String, name: String, formerNames: [String] = [], active: Bool, roles: Set<Role>
  ) {
    self.id = id
    self.handle = handle
    self.name = name
    self.formerNames = formerNames
    self.active = active
    self.roles = roles
  }

  /// Whether this member stands in a byline: handle or display name, whole, without regard to case. A byline that
  /// names several people in one line, "By Ana Lind and Ben Katz", names each of them.
  public func stands(in byline: [String]) -> Bool {
    guard !byline.isEmpty else { return false }
    let mine = ([handle, name] + formerNames).map(foldedName)
    return byline.contains { line in
      mine.contains(foldedName(line)) || namesInByline(line).contains { mine.contains(foldedName($0)) }
    }
  }
}

func namesInByline(_ line: String) -> [String] {
  var words = comparableWords(line).split { $0 == " " }
  if let first = words.first, foldedName(String(first)) == Array("by".utf8) { words.removeFirst() }
  return words.split { ["and", "&", "with"].contains($0.lowercased()) }
    .flatMap { $0.joined(separator: " ").split { ",;/&|".contains($0) } }
    .map { comparableWords(String($0)) }
}

/// A name as names are compared: without regard to case, and without characters that nobody sees.
public func foldedName(_ name: String) -> [UInt8] {
  let seen = name.unicodeScalars.filter { $0.properties.generalCategory != .format }
  return Array(comparableWords(String(String.UnicodeScalarView(seen))).lowercased().utf8)
}
