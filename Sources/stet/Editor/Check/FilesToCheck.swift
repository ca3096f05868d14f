import FoundationEssentials
import Glibc
import Wire

/// The files that the words of a command line stand for, each once, and what stands for none.
///
/// A folder is its texts, in all folders below; a pattern (`*`, `?`, `[a-z]`, and `**` for any number of folders) is
/// the files that it matches. Hidden folders and files stay out unless they are named. What a folder or a
/// pattern yields is sorted; the words keep their order. A pipe or a device is looked at only where it is named
/// itself: into one that lies in a folder nobody may ever write.
struct FilesToCheck: Sendable {
  private(set) var files: [String] = []
  private(set) var unread: [CheckReport.Unread] = []

  init(_ words: [String]) {
    var seen: Set<String> = []
    for word in words {
      let found = expand(word)
      files += found.filter { seen.insert(identity(of: $0)).inserted }
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
    case .file, .other, .nothing: return [word]
    }
  }

  private mutating func refuse(_ word: String, _ why: String) {
    unread.append(
      .init(
        file: word, problem: problem(file: word, missing: true, why: why, told: "Nothing was looked at.")))
  }

  /// - Parameter missing: whether nothing is there, as opposed to something that is no text.
  private mutating func leaveOut(_ path: String, missing: Bool) {
    let why =
      missing ? "it leads nowhere, or cannot be opened" : "it is a pipe, a socket or a device, not a file"
    unread.append(
      .init(
        file: path, problem: problem(file: path, missing: missing, why: why, told: "It was not looked at.")))
  }

  // MARK: Folders

  private mutating func texts(below folder: String) -> [String] {
    var found: [String] = []
    for name in names(in: folder) where !name.hasPrefix(".") {
      let path = joined(folder, name)
      switch kind(of: path) {
      // A link to a folder could lead round in a circle.
      case .folder where !isLink(path): found += texts(below: path)
      case .file where isText(name): found.append(path)
      case .other where isText(name): leaveOut(path, missing: false)
      case .nothing where isText(name): leaveOut(path, missing: true)
      case .folder, .file, .other, .nothing: break
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
        if kind(of: path) == .folder, !isLink(path) { found += matches(parts, in: path) }
      }
      return found
    }
    let isPattern = part.contains(where: { "*?[".contains($0) })
    let candidates =
      isPattern ? names(in: folder).filter { fnmatch(part, $0, FNM_PERIOD) == 0 } : [part]
    var found: [String] = []
    for name in candidates {
      let path = joined(folder, name)
      switch kind(of: path) {
      case .file where rest.isEmpty: found.append(path)
      case .folder where !rest.isEmpty: found += matches(rest, in: path)
      case .other where rest.isEmpty: leaveOut(path, missing: false)
      case .nothing where rest.isEmpty && (isPattern || isLink(path)): leaveOut(path, missing: true)
      case .file, .folder, .other, .nothing: break
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
  case file, folder, other, nothing
}

/// What a path is, or leads to.
private func kind(of path: String) -> Kind {
  var status = stat()
  guard stat(path, &status) == 0 else { return .nothing }
  return switch status.st_mode & S_IFMT {
  case S_IFREG: .file
  case S_IFDIR: .folder
  default: .other
  }
}

func isLink(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

private func joined(_ folder: String, _ name: String) -> String {
  // A dash alone would be standard input.
  if folder == "." { return name == "-" ? "./-" : name }
  return folder + (folder.hasSuffix("/") ? "" : "/") + name
}

/// The same for every way to name a file: its folder without links and dots, and its name there. Two links to one
/// file are two files, as their folders can have settings of their own.
private func identity(of file: String) -> String {
  if file == "-" { return file }
  let (folder, name) = folderAndName(of: file)
  return (resolved(folder) ?? folder) + "/" + name
}

private func withoutSlash(_ path: String) -> String {
  var path = path
  while path.count > 1, path.hasSuffix("/") { path.removeLast() }
  return path
}
