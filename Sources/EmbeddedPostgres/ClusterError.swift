/// Why a private cluster does not run. In every case the data is as it was.
public enum ClusterError: Error, Sendable, Equatable {
  /// No PostgreSQL server is installed where one was looked for.
  case binariesMissing(searched: [String])
  /// The data belongs to another major version of PostgreSQL than those installed.
  case otherMajor(found: Int, have: Int, directory: String)
  /// Another process owns the cluster; `url` is its service's, as far as it has told.
  case inUse(pid: Int32, url: String?)
  /// A socket in this folder would have a longer path than the system takes.
  case socketPathTooLong(String)
  /// The server cannot run as this user.
  case cannotRunAs(user: String, reason: String)
  /// The server's user may not enter a folder above the data.
  case closedDirectory(String, user: String)
  /// There is something else where the data should be.
  case notACluster(String)
  /// A file or folder cannot be made or used.
  case unusable(path: String, reason: String)
  /// A program that was started did not do its work.
  case failed(step: String, output: String)
  /// The cluster was stopped before.
  case stopped
}

extension ClusterError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .binariesMissing(let searched):
      "No PostgreSQL server was found (searched \(searched.joined(separator: ", "))). "
        + "Install one, for instance the package postgresql, or set DATABASE_URL."
    case .otherMajor(let found, let have, let directory):
      "The data in \(directory) is PostgreSQL \(found)'s, installed is PostgreSQL \(have). Nothing was touched. "
        + "Install PostgreSQL \(found), or upgrade the data with pg_upgrade."
    case .inUse(let pid, let url):
      "Process \(pid) already serves this data\(url.map { " at \($0)" } ?? ""). Nothing was started. "
        + "Stop it first, or set STET_DATA to another folder."
    case .socketPathTooLong(let path):
      "A socket in \(path) would have a path of more than 107 bytes. Nothing was started. "
        + "Choose a shorter folder for it."
    case .cannotRunAs(let user, let reason):
      "PostgreSQL cannot run as \(user): \(reason). Nothing was started. Name another user in STET_PG_USER."
    case .closedDirectory(let path, let user):
      "PostgreSQL runs as \(user), who may not enter \(path). Nothing was started. "
        + "Open it (chmod a+x \(path)), or set STET_DATA to another folder."
    case .notACluster(let path):
      "\(path) holds files, but no PostgreSQL data. Nothing was touched. "
        + "Move them away, or set STET_DATA to another folder."
    case .unusable(let path, let reason):
      "\(path) cannot be used: \(reason). Nothing was started."
    case .failed(let step, let output):
      "PostgreSQL did not run (\(step)). The data is as it was. "
        + (output.isEmpty ? "It gave no reason." : "It said: \(output)")
    case .stopped:
      "The private PostgreSQL was stopped before."
    }
  }
}
