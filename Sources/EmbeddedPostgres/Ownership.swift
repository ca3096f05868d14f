import FoundationEssentials
import Glibc

/// Holding the lock in a data folder. The system gives it back when the process ends, however it ends; the file
/// beside it says who the owner is, and is only true while the lock is held.
final class Ownership: Sendable {
  /// What the owner tells the others.
  struct Record: Codable, Equatable {
    var pid: Int32
    var purpose: Cluster.Purpose
    /// How to connect, once the server runs.
    var conninfo: String?
    /// Folder of the socket, once the server runs.
    var socket: String?
    /// Where the owner's service listens, once it does.
    var url: String?
  }

  private let lock: FileLock
  private let path: String

  private init(lock: FileLock, path: String) {
    self.lock = lock
    self.path = path
  }

  /// Takes the lock, unless somebody else has it.
  static func take(in directory: String) throws(ClusterError) -> Ownership? {
    guard let lock = try FileLock.take(directory + "/lock", shared: false) else { return nil }
    return Ownership(lock: lock, path: recordPath(in: directory))
  }

  static func record(in directory: String) -> Record? {
    guard let data = FileManager.default.contents(atPath: recordPath(in: directory)) else { return nil }
    return try? JSONDecoder().decode(Record.self, from: data)
  }

  func publish(_ record: Record) throws(ClusterError) {
    guard let data = try? JSONEncoder().encode(record) else { return }
    try Files.replace(path, with: data)
  }

  /// Gives the lock back and removes the record.
  func release() {
    unlink(path)
    lock.release()
  }

  /// Gives the lock back as the end of the process would: the record stays.
  func abandon() {
    lock.release()
  }

  private static func recordPath(in directory: String) -> String { directory + "/owner.json" }
}

/// An advisory lock on a file, for as long as this object lives. Two in one process exclude each other too.
final class FileLock: Sendable {
  private let descriptor: Int32

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Takes the lock without waiting, `nil` when somebody else has it.
  static func take(_ path: String, shared: Bool) throws(ClusterError) -> FileLock? {
    // A program started meanwhile must not inherit it, or the lock would outlive its owner.
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Files.failure(path) }
    if flock(descriptor, (shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 {
      return FileLock(descriptor: descriptor)
    }
    let reason = errno
    close(descriptor)
    guard reason == EWOULDBLOCK else {
      throw .unusable(path: path, reason: String(cString: strerror(reason)))
    }
    return nil
  }

  func release() {
    flock(descriptor, LOCK_UN)
  }
}
