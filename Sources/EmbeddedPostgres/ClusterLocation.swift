import Glibc

/// Where a private cluster lives: its data, its socket, and whom its server runs as.
public struct ClusterLocation: Sendable, Equatable {
  /// Longest path of a socket that the system takes, in bytes, and what PostgreSQL adds to the folder's.
  private static let longestSocketPath = 107
  private static let socketName = "/.s.PGSQL.5432"

  /// Folder of everything that belongs to this installation; the data is in `postgres` below it. Absolute.
  public let directory: String
  /// Folder of the socket, for this `directory` alone. Absolute.
  public let socketDirectory: String
  /// The system's user that the server must run as, when somebody named one.
  public let user: String?

  public init(directory: String, socketDirectory: String, user: String? = nil) {
    self.directory = absolute(directory)
    self.socketDirectory = absolute(socketDirectory)
    self.user = user
  }

  /// The place that the environment names: `STET_DATA`, else `/var/lib/stet` for root and the XDG data folder for
  /// everybody else. The socket is in `/run/stet` for root, else in the XDG runtime folder or the temporary
  /// folder, and in `/tmp` when none of these can be written to and named in a connection string.
  public static func standard(environment: [String: String], isRoot: Bool) -> ClusterLocation {
    func folder(_ name: String) -> String? {
      guard let path = environment[name], path.hasPrefix("/") else { return nil }
      return path
    }
    let directory: String
    if let data = environment["STET_DATA"], !data.isEmpty {
      directory = absolute(data)
    } else if isRoot {
      directory = "/var/lib/stet"
    } else {
      directory = (folder("XDG_DATA_HOME") ?? (folder("HOME") ?? "") + "/.local/share") + "/stet"
    }
    let mark = fingerprint(of: "\(isRoot ? 0 : getuid()):\(directory)")
    let runtime = isRoot ? "/run" : folder("XDG_RUNTIME_DIR")
    let candidates = [runtime.map { "\($0)/stet/\(mark)" }, folder("TMPDIR").map { "\($0)/stet-\(mark)" }]
    let usable = candidates.compactMap(\.self).first { path in
      fits(path) && !path.contains(",") && isWritable(nearestFolder(to: path))
    }
    let user = environment["STET_PG_USER"].flatMap { $0.isEmpty ? nil : $0 }
    return ClusterLocation(
      directory: directory, socketDirectory: usable ?? "/tmp/stet-\(mark)", user: user)
  }

  /// The cluster's data directory.
  var data: String { directory + "/postgres" }

  /// Throws when libpq or the system could not name a socket in its folder.
  func checkSocket() throws(ClusterError) {
    guard ClusterLocation.fits(socketDirectory) else { throw .socketPathTooLong(socketDirectory) }
    guard !socketDirectory.contains(",") else {
      throw .unusable(path: socketDirectory, reason: "libpq takes a comma for the end of a path")
    }
  }

  private static func fits(_ path: String) -> Bool {
    path.utf8.count + socketName.utf8.count <= longestSocketPath
  }

  private static func isWritable(_ path: String) -> Bool { access(path, W_OK | X_OK) == 0 }

  private static func nearestFolder(to path: String) -> String {
    ancestors(of: path).first { access($0, F_OK) == 0 } ?? "/"
  }
}

/// Whoever asks for the current folder of a process whose folder was deleted gets none; `/` then fails later,
/// with a path in the message.
func absolute(_ path: String) -> String {
  if path.hasPrefix("/") { return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path }
  guard let current = getcwd(nil, 0) else { return "/" + path }
  defer { free(current) }
  return absolute(String(cString: current) + "/" + path)
}

/// The folders above a path, the nearest first.
func ancestors(of path: String) -> [String] {
  var result: [String] = []
  var rest = path[...]
  while let slash = rest.lastIndex(of: "/") {
    rest = rest[..<slash]
    result.append(rest.isEmpty ? "/" : String(rest))
  }
  return result
}

/// Sixteen hexadecimal digits (FNV-1a) that stay the same for the same text, on every machine and run.
private func fingerprint(of text: String) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in text.utf8 {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
