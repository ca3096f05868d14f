import Editorial
import Glibc
import TextAnalysis
import Wire

/// The bytes of a file that somebody names on the command line; `-` is standard input.
enum SourceFile {
  /// - Parameter told: what became of the work when the file cannot be read, as a sentence.
  /// - Throws: `ProblemJSON`: 66 when there is no such file, 65 when it is none or longer than a draft may be.
  static func bytes(of path: String, told: String) throws(ProblemJSON) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason =
        errno == ENOENT || errno == ENOTDIR ? "there is no such file" : String(cString: strerror(errno))
      throw problem(file: path, missing: true, why: reason, told: told)
    }
    defer { if path != "-" { close(descriptor) } }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw problem(file: path, missing: false, why: "it is a directory, not a file", told: told)
    }
    let name = path == "-" ? "standard input" : path
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw problem(file: name, missing: false, why: String(cString: strerror(errno)), told: told)
      }
      bytes += chunk[..<count]
      guard bytes.count <= Manuscript.sizeLimit else {
        throw problem(
          file: name, missing: false, why: "it is longer than 1 MiB (\(Manuscript.sizeLimit) bytes)",
          told: told)
      }
    }
  }

  /// What the file's ending says that it is; `text/plain` for every one that says nothing, and for JSON.
  static func mediaType(of path: String) -> String {
    let type = MediaType.of(fileNamed: path) ?? MediaType.text
    return type == MediaType.json ? MediaType.text : type
  }

  /// The last component of the path; nil for standard input.
  static func name(of path: String) -> String? {
    path == "-" ? nil : path.split(separator: "/").last.map(String.init)
  }
}
