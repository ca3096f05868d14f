import FoundationEssentials
import Glibc
import Wire

/// The files that the words of a command line stand for, each once, and what stands for none.
///
/// A folder is its texts, in all folders below; a pattern (`*`, `?`, `[a-z]`, and `**` for any number of folders) is
/// the files that it matches. Hidden folders and files stay out unless they are named. What a folder or a
/// pattern yields is sorted; the words keep their order.
struct FilesToCheck: Sendable {
  private(set) var files: [String] = []
  private(set) var unread: [CheckReport.Unread] = []

  init(_ words: [String]) {
    let here = FileManager.default.currentDirectoryPath
    var seen: Set<String> = []
    for word in words {
      let found = expand(word)
      files += found.filter { seen.insert(pathFromHere($0, here: here)).inserted }
    }
  }

  private mutating func expand(_ word: String) -> [String] {
    if word == "-" { return [word] }
    switch kind(of: word) {
    case .folder:
      let found = texts(below: withoutSlash(word)).sorted()
      if found.isEmpty {
        refuse(
          word, "there is no text in this folder: no \(textEndings.map { "*" + $0 }.joined(separator: ", "))")
      }
      return found
    case .nothing where word.contains(where: { "*?[".contains($0) }):
      let found = Set(matches(word)).sorted()
      if found.isEmpty { refuse(word, "no file matches this pattern") }
      return found
    // What is not there is told by whoever reads it.
    case .file, .nothing: return [word]
    }
  }

  private mutating func refuse(_ word: String, _ why: String) {
    unread.append(
      .init(
        file: word, problem: problem(file: word, missing: true, why: why, told: "Nothing was looked at.")))
  }

  // MARK: Folders

  private mutating func texts(below folder: String) -> [String] {
    var found: [String] = []
    for name in names(in: folder) where !name.hasPrefix(".") {
      let path = joined(folder, name)
      switch kind(of: path, following: false) {
      case .folder: found += texts(below: path)
      case .file where isText(name) && kind(of: path) == .file: found.append(path)
      case .file, .nothing: break
      }
    }
    return found
  }

  private mutating func names(in folder: String) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      unread.append(
        .init(
          file: folder,
          problem: problem(
            file: folder, missing: false, why: "this folder cannot be opened", told: "It was not looked at."))
      )
      return []
    }
  }

  // MARK: Patterns

  private mutating func matches(_ pattern: String) -> [String] {
    var parts: [String] = []
    for part in pattern.split(separator: "/") where part != "**" || parts.last != "**" {
      parts.append(String(part))
    }
    return matches(parts[...], in: pattern.hasPrefix("/") ? "/" : ".")
  }

  private mutating func matches(_ parts: ArraySlice<String>, in folder: String) -> [String] {
    guard let part = parts.first else { return [] }
    let rest = parts.dropFirst()
    if part == "**" {
      if rest.isEmpty { return texts(below: folder) }
      var found = matches(rest, in: folder)
      for name in names(in: folder) where !name.hasPrefix(".") {
        let path = joined(folder, name)
        if kind(of: path, following: false) == .folder { found += matches(parts, in: path) }
      }
      return found
    }
    let candidates =
      part.contains(where: { "*?[".contains($0) })
      ? names(in: folder).filter { fnmatch(part, $0, FNM_PERIOD) == 0 } : [part]
    var found: [String] = []
    for name in candidates {
      let path = joined(folder, name)
      switch kind(of: path) {
      case .file where rest.isEmpty: found.append(path)
      case .folder where !rest.isEmpty: found += matches(rest, in: path)
      case .file, .folder, .nothing: break
      }
    }
    return found
  }
}

/// Endings of the files that a folder stands for.
private let textEndings = [".txt", ".md", ".markdown"]

private func isText(_ name: String) -> Bool {
  let name = name.lowercased()
  return textEndings.contains { name.hasSuffix($0) }
}

private enum Kind {
  case file, folder, nothing
}

/// - Parameter following: whether a link is what it leads to; a link to a folder could lead round in a circle.
private func kind(of path: String, following: Bool = true) -> Kind {
  var status = stat()
  guard (following ? stat(path, &status) : lstat(path, &status)) == 0 else { return .nothing }
  return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
}

private func joined(_ folder: String, _ name: String) -> String {
  folder == "." ? name : folder + (folder.hasSuffix("/") ? "" : "/") + name
}

private func withoutSlash(_ path: String) -> String {
  var path = path
  while path.count > 1, path.hasSuffix("/") { path.removeLast() }
  return path
}
