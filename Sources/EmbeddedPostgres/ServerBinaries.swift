/// An installed PostgreSQL server: the folder of its programs and its major version.
struct ServerBinaries: Sendable {
  let folder: String
  let major: Int

  /// The installation for a cluster of this major version, or the one to make a new cluster with.
  static func find(for location: ClusterLocation) async throws(ClusterError) -> ServerBinaries {
    let needed = try major(of: location.data)
    var searched: [String] = []
    var found: [ServerBinaries] = []
    for folder in await candidates() where !searched.contains(folder) {
      searched.append(folder)
      guard let major = await installedMajor(in: folder) else { continue }
      if needed == nil || needed == major { return ServerBinaries(folder: folder, major: major) }
      found.append(ServerBinaries(folder: folder, major: major))
    }
    if let needed, let have = found.first {
      throw .otherMajor(found: needed, have: have.major, directory: location.data)
    }
    throw .binariesMissing(searched: searched)
  }

  /// The major version that wrote a data directory, `nil` when there is no cluster yet.
  private static func major(of data: String) throws(ClusterError) -> Int? {
    guard let text = Files.text(data + "/PG_VERSION") else {
      guard Files.names(in: data).isEmpty else { throw .notACluster(data) }
      return nil
    }
    guard let major = Int(text.prefix { $0.isNumber }) else { throw .notACluster(data) }
    return major
  }

  private static func candidates() async -> [String] {
    var folders: [String] = []
    let (succeeded, output) = await Program.run(["pg_config", "--bindir"])
    if succeeded, output.hasPrefix("/") { folders.append(output) }
    for (parent, prefix) in [("/usr/lib/postgresql", ""), ("/usr", "pgsql-")] {
      let versions = Files.names(in: parent).filter { $0.hasPrefix(prefix) }
        .compactMap { name in Int(name.dropFirst(prefix.count)).map { (name, $0) } }
      folders += versions.sorted { $0.1 > $1.1 }.map { "\(parent)/\($0.0)/bin" }
    }
    return folders + Program.path.split(separator: ":").map(String.init)
  }

  private static func installedMajor(in folder: String) async -> Int? {
    guard Files.isExecutable(folder + "/postgres"), Files.isExecutable(folder + "/initdb") else { return nil }
    let (succeeded, output) = await Program.run([folder + "/postgres", "--version"])
    // "postgres (PostgreSQL) 15.18 (Debian 15.18-1)"
    let words = output.split(separator: " ")
    guard succeeded, let index = words.firstIndex(of: "(PostgreSQL)"), index + 1 < words.count else {
      return nil
    }
    return Int(words[index + 1].prefix { $0.isNumber })
  }
}
