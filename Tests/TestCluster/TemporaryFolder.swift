import EmbeddedPostgres
import Glibc

/// A folder below `/tmp` that PostgreSQL's user may pass through. It is removed when this process has ended,
/// however that came about, and after the server in it has.
public struct TemporaryFolder: Sendable {
  public let path: String

  struct Failure: Error {
    let reason: String
  }

  public init() throws {
    var template = Array("/tmp/stet-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil, chmod(template, 0o711) == 0 else {
      throw Failure(reason: "no temporary folder can be made: \(String(cString: strerror(errno)))")
    }
    path = template.withUnsafeBufferPointer { bytes in
      String(decoding: bytes.lazy.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    try removeLater()
  }

  /// Data and socket of a cluster in this folder.
  public func location(_ name: String = "data") -> ClusterLocation {
    ClusterLocation(directory: "\(path)/\(name)", socketDirectory: "\(path)/\(name)-socket")
  }

  /// Leaves a shell behind that waits for the end of this process on a socket: nothing else survives a kill.
  private func removeLater() throws {
    let script = """
      trap '' INT TERM HUP
      read -r nothing
      while ls "$1"/*/postgres/postmaster.pid && [ "${tries:=0}" -lt 100 ]; do
        tries=$((tries + 1)); sleep 0.1
      done
      rm -rf "$1"
      """
    var ends: [Int32] = [-1, -1]
    // As good as a pipe, and no program started meanwhile can inherit it.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Failure(reason: "no pipe can be made") }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    let words = ["sh", "-c", script, "sh", path].map { (word: String) in strdup(word) }
    defer { for word in words { free(word) } }
    var pid = pid_t()
    guard posix_spawn(&pid, "/bin/sh", &actions, nil, words + [nil], environ) == 0 else {
      throw Failure(reason: "no shell can be started")
    }
  }
}
