import Editorial
import FoundationEssentials
import Glibc
import TextAnalysis

/// One story as it lies in an archive.
struct ArchiveItem: Sendable {
  /// Path below the archive, or its own name.
  let file: String
  /// The line of a file that holds many; nil when the file is the story.
  let line: Int?
  let mediaType: String
  let bytes: [UInt8]
}

/// Why an item of an archive was not filed.
struct ArchiveFault: Error, Sendable, Encodable, Hashable {
  let file: String
  let line: Int?
  let why: String
}

/// The files of an archive: a folder with all below it, or one file.
struct ArchiveFiles: Sendable {
  /// In the order of their names.
  private(set) var files: [(path: String, shown: String)] = []
  /// Bytes of all together.
  private(set) var total = 0
  /// Files whose ending no story has.
  private(set) var leftOut = 0

  init(_ path: String) throws(ArchiveFault) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw ArchiveFault(file: path, line: nil, why: String(cString: strerror(errno)))
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      try add(below: path.hasSuffix("/") ? path : path + "/", shown: "")
    } else {
      files = [(path, path.split(separator: "/").last.map(String.init) ?? path)]
      total = Int(status.st_size)
    }
  }

  private mutating func add(below folder: String, shown: String) throws(ArchiveFault) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw ArchiveFault(file: folder, line: nil, why: "this folder cannot be opened")
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      var status = stat()
      // A link to a folder could lead round in a circle.
      guard lstat(folder + name, &status) == 0 else { continue }
      let kind = status.st_mode & S_IFMT
      if kind == S_IFDIR {
        try add(below: folder + name + "/", shown: shown + name + "/")
      } else if kind == S_IFREG, MediaType.of(fileNamed: name) != nil || holdsMany(name) {
        files.append((folder + name, shown + name))
        total += Int(status.st_size)
      } else {
        leftOut += 1
      }
    }
  }
}

/// Reads an archive story by story. Holds one piece of one file at a time.
struct ArchiveReader {
  enum Entry {
    case item(ArchiveItem)
    case fault(ArchiveFault)
  }

  /// Bytes of a story. What is longer is no story.
  static let longestItem = 4 << 20

  private var files: ArraySlice<(path: String, shown: String)>
  private var lines: LineReader?
  /// Bytes that were read.
  private(set) var done = 0

  init(_ files: ArchiveFiles) { self.files = files.files[...] }

  /// The next story, or why there is none at its place; nil at the end.
  mutating func next() -> Entry? {
    while true {
      if let entry = nextLine() { return entry }
      guard let (path, shown) = files.popFirst() else { return nil }
      do {
        if holdsMany(path) {
          lines = try LineReader(path, shown: shown)
        } else {
          let bytes = try wholeFile(path, shown: shown)
          done += bytes.count
          return .item(
            ArchiveItem(
              file: shown, line: nil, mediaType: MediaType.of(fileNamed: path) ?? MediaType.text, bytes: bytes
            ))
        }
      } catch {
        return .fault(error)
      }
    }
  }

  private mutating func nextLine() -> Entry? {
    while let line = lines?.next() {
      done += line.length
      let file = lines?.shown ?? ""
      switch line.bytes {
      case nil:
        return .fault(
          ArchiveFault(file: file, line: line.number, why: "The line is longer than 4 MiB: no story is."))
      case let bytes? where bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }): continue
      case let bytes?:
        return .item(ArchiveItem(file: file, line: line.number, mediaType: MediaType.json, bytes: bytes))
      }
    }
    if let failure = lines?.failure {
      let fault = ArchiveFault(file: lines?.shown ?? "", line: lines?.number, why: failure)
      lines = nil
      return .fault(fault)
    }
    lines = nil
    return nil
  }
}

/// Whether each line of such a file is a story.
private func holdsMany(_ name: String) -> Bool { name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") }

private func wholeFile(_ path: String, shown: String) throws(ArchiveFault) -> [UInt8] {
  guard let data = FileManager.default.contents(atPath: path) else {
    throw ArchiveFault(file: shown, line: nil, why: "The file cannot be read.")
  }
  guard data.count <= ArchiveReader.longestItem else {
    throw ArchiveFault(file: shown, line: nil, why: "The file is longer than 4 MiB: no story is.")
  }
  return Array(data)
}

/// The lines of a file, read in pieces.
private final class LineReader {
  let shown: String
  private let descriptor: Int32
  private var piece = [UInt8](repeating: 0, count: 1 << 16)
  private var end = 0
  private var position = 0
  private(set) var number = 0
  /// Why reading broke off.
  private(set) var failure: String?

  init(_ path: String, shown: String) throws(ArchiveFault) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    self.shown = shown
    guard descriptor >= 0 else {
      throw ArchiveFault(file: shown, line: nil, why: String(cString: strerror(errno)))
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The next line without its end; `bytes` is nil for one that is too long, and `length` counts what was read.
  func next() -> (number: Int, bytes: [UInt8]?, length: Int)? {
    var line: [UInt8] = []
    var length = 0
    var began = false
    while true {
      if position == end {
        let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if count < 0 {
          if errno == EINTR { continue }
          failure = String(cString: strerror(errno))
          return nil
        }
        if count == 0 {
          guard began else { return nil }
          break
        }
        position = 0
        end = count
      }
      began = true
      let stop = piece[position..<end].firstIndex(of: 0x0A)
      let upTo = stop ?? end
      if length <= ArchiveReader.longestItem { line += piece[position..<upTo] }
      length += upTo - position
      position = stop.map { $0 + 1 } ?? end
      if stop != nil { break }
    }
    number += 1
    return (number, length <= ArchiveReader.longestItem ? line : nil, length + 1)
  }
}
