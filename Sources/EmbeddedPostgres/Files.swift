import FoundationEssentials
import Glibc

/// The few things done to files here, with errors that name the path.
enum Files {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 }

  static func text(_ path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  /// Names in a folder, sorted; none when it is not there.
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// Makes a folder, and those above it that are missing. A folder that is there keeps its mode.
  static func makeFolder(_ path: String, mode: mode_t) throws(ClusterError) {
    for parent in ancestors(of: path).reversed() where !exists(parent) {
      try make(parent, mode: 0o755)
    }
    if !exists(path) { try make(path, mode: mode) }
    guard let status = status(path), status.st_mode & S_IFMT == S_IFDIR else {
      throw .unusable(path: path, reason: "it is not a folder")
    }
  }

  /// Makes a folder that only `owner` may enter. One that is there has to be like that already: in a place that
  /// everybody can write to, somebody else may have made it to listen in.
  static func makePrivateFolder(_ path: String, owner: Account) throws(ClusterError) {
    for parent in ancestors(of: path).reversed() where !exists(parent) {
      try make(parent, mode: 0o755)
    }
    if mkdir(path, 0o700) == 0 {
      try give(path, to: owner)
    } else if errno != EEXIST {
      throw failure(path)
    }
    guard let status = status(path), status.st_mode & S_IFMT == S_IFDIR else {
      throw .unusable(path: path, reason: "it is not a folder")
    }
    guard status.st_uid == owner.uid else {
      throw .unusable(path: path, reason: "it belongs to user \(status.st_uid), not to \(owner.name)")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw .unusable(path: path, reason: "others than \(owner.name) may enter it")
    }
  }

  /// About the path itself, not what a symbolic link there leads to.
  static func status(_ path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }

  static func give(_ path: String, to account: Account) throws(ClusterError) {
    guard getuid() == 0 else { return }
    guard chown(path, account.uid, account.gid) == 0 else { throw failure(path) }
  }

  /// Replaces a file at once, so that a reader finds the old content or the new one.
  static func replace(_ path: String, with data: Data) throws(ClusterError) {
    do {
      try data.write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw .unusable(path: path, reason: "\(error)")
    }
  }

  /// Renames, and makes sure that the new name outlives a power failure.
  static func rename(_ old: String, to new: String, in folder: String) throws(ClusterError) {
    guard Glibc.rename(old, new) == 0 else { throw failure(new) }
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 {
      fsync(descriptor)
      close(descriptor)
    }
  }

  static func failure(_ path: String) -> ClusterError {
    .unusable(path: path, reason: String(cString: strerror(errno)))
  }

  private static func make(_ path: String, mode: mode_t) throws(ClusterError) {
    guard mkdir(path, mode) == 0 || errno == EEXIST else { throw failure(path) }
  }
}
