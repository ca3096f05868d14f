import FoundationEssentials
import Glibc
import TextAnalysis
import Wire
import Yams

/// What `.stet.yaml` says about checking: the nearest one counts, looked for from a text's own folder upwards, up to
/// the folder that holds `.git`.
struct Settings: Sendable, Equatable {
  /// Rules that are switched off.
  var off: [RuleName] = []

  static let fileName = ".stet.yaml"
  /// Bytes. A list of rules needs no more, and YAML is slow to read.
  static let longest = 65_536

  func covers(_ rule: String) -> Bool { off.contains { $0.covers(rule) } }
}

/// The settings of many files; each settings file is read once.
struct SettingsLookup {
  private var byFolder: [String: Settings] = [:]

  /// - Parameter path: a file as it was named; `-` has the settings of the working folder.
  /// - Throws: `ProblemJSON` (78) with the place when a settings file cannot be understood.
  mutating func settings(for path: String) throws(ProblemJSON) -> Settings {
    let folder = path == "-" ? "." : folderAndName(of: path).folder
    return try settings(in: resolved(folder) ?? "/")
  }

  private mutating func settings(in folder: String) throws(ProblemJSON) -> Settings {
    if let known = byFolder[folder] { return known }
    let path = folder + (folder.hasSuffix("/") ? "" : "/") + Settings.fileName
    let found: Settings
    if access(path, F_OK) == 0 {
      found = try Settings(readFrom: path)
    } else if folder == "/" || folder.isEmpty || access(folder + "/.git", F_OK) == 0 {
      found = Settings()
    } else {
      found = try settings(in: folderAndName(of: folder).folder)
    }
    byFolder[folder] = found
    return found
  }
}

extension Settings {
  init(readFrom path: String) throws(ProblemJSON) {
    var status = stat()
    // To open a pipe would wait for somebody to write into it.
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw refusal("It is not a file.", path)
    }
    guard status.st_size <= Settings.longest else {
      throw refusal("It is longer than \(Settings.longest) bytes.", path)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw refusal("It cannot be read.", path)
    }
    guard let yaml = String(validating: data, as: UTF8.self) else {
      throw refusal("It is not UTF-8.", path)
    }
    try self.init(yaml: yaml, path: path)
  }

  /// - Parameter path: of the file, for what is wrong in it.
  init(yaml: String, path: String) throws(ProblemJSON) {
    guard let top = try composed(yaml, path) else { return }
    for (key, value) in try fields(of: top, path, shape: "check: {off: [\(exampleName)]}") {
      guard key.string == "check" else {
        throw refusal("\"\(shown(key.string))\" is no setting; there is check.", path, at: key.mark)
      }
      for (key, value) in try fields(of: value, path, shape: "off: [\(exampleName)]") {
        guard key.string == "off" else {
          throw refusal(
            "\"\(shown(key.string))\" is no setting under check; there is off.", path, at: key.mark)
        }
        off = try names(in: value, path)
      }
    }
  }
}

private let exampleName = "appeal.planned"

private func composed(_ yaml: String, _ path: String) throws(ProblemJSON) -> Node? {
  do {
    return try Yams.compose(yaml: yaml)
  } catch let error as YamlError {
    switch error {
    case .scanner(_, let why, let mark, _), .parser(_, let why, let mark, _),
      .composer(_, let why, let mark, _):
      throw refusal("This is not YAML: \(why).", path, at: mark)
    case .duplicatedKeysInMapping(_, let context):
      throw refusal("A setting stands here twice.", path, at: context.mark)
    case .reader(let why, _, _, _): throw refusal("This is not YAML: \(why).", path)
    default: throw refusal("This is not YAML.", path)
    }
  } catch {
    throw refusal("This is not YAML.", path)
  }
}

/// The fields of a mapping; none of an empty value.
private func fields(of node: Node, _ path: String, shape: String) throws(ProblemJSON)
  -> [(key: Node.Scalar, value: Node)]
{
  if node.null != nil { return [] }
  guard let mapping = node.mapping else {
    throw refusal("Settings are expected here, such as \(shape).", path, at: node.mark)
  }
  var fields: [(key: Node.Scalar, value: Node)] = []
  for (key, value) in mapping {
    guard let scalar = key.scalar else {
      throw refusal("The name of a setting is expected here, such as \(shape).", path, at: key.mark)
    }
    fields.append((scalar, value))
  }
  return fields
}

private func names(in node: Node, _ path: String) throws(ProblemJSON) -> [RuleName] {
  if node.null != nil { return [] }
  guard let sequence = node.sequence else {
    throw refusal("A list of rules is expected here, such as [\(exampleName)].", path, at: node.mark)
  }
  var names: [RuleName] = []
  for item in sequence {
    guard let scalar = item.scalar else {
      throw refusal("The name of a rule is expected here.", path, at: item.mark)
    }
    let name = RuleName(spelling: scalar.string)
    guard name.isKnown else {
      throw refusal(name.unknown + ".", path, at: item.mark, then: "\n" + whereRulesAre)
    }
    names.append(name)
  }
  return names
}

private func refusal(_ says: String, _ path: String, at mark: Mark? = nil, then: String = "") -> ProblemJSON {
  let line = mark?.line ?? 1
  let column = mark?.column ?? 1
  return ProblemJSON(
    type: "/problems/configuration", title: "The settings cannot be used", status: 0,
    detail: "\(shown(path)):\(line):\(column): \(says) Nothing was looked at.\(then)",
    exitCode: ExitStatus.configuration, line: line, column: column)
}
