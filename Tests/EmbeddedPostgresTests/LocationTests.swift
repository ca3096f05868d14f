import EmbeddedPostgres
import Testing

@Suite("Where a cluster lives")
struct LocationTests {
  @Test(
    "The data folder follows the environment",
    arguments: [
      ([:], true, "/var/lib/stet"),
      (["HOME": "/home/ana", "XDG_DATA_HOME": "/elsewhere"], true, "/var/lib/stet"),
      (["HOME": "/home/ana"], false, "/home/ana/.local/share/stet"),
      (["HOME": "/home/ana", "XDG_DATA_HOME": "/elsewhere"], false, "/elsewhere/stet"),
      (["HOME": "/home/ana", "XDG_DATA_HOME": "relative"], false, "/home/ana/.local/share/stet"),
      (["HOME": "/home/ana", "STET_DATA": "/data/"], false, "/data"),
      (["STET_DATA": "/data"], true, "/data"),
      (["STET_DATA": ""], true, "/var/lib/stet"),
    ])
  func data(environment: [String: String], isRoot: Bool, directory: String) {
    #expect(ClusterLocation.standard(environment: environment, isRoot: isRoot).directory == directory)
  }

  @Test("A relative data folder counts from the current one")
  func relative() {
    let location = ClusterLocation.standard(environment: ["STET_DATA": "here"], isRoot: true)
    #expect(location.directory.hasPrefix("/"))
    #expect(location.directory.hasSuffix("/here"))
  }

  @Test("The socket folder is in the runtime folder, else in the temporary one, and short enough")
  func socket() {
    let long = "/tmp/" + String(repeating: "x", count: 100)
    func socket(_ environment: [String: String], isRoot: Bool = false) -> String {
      ClusterLocation.standard(
        environment: environment.merging(["STET_DATA": "/data"]) { $1 }, isRoot: isRoot
      ).socketDirectory
    }
    #expect(socket(["XDG_RUNTIME_DIR": "/tmp"]).hasPrefix("/tmp/stet/"))
    #expect(socket(["TMPDIR": "/var/tmp"]).hasPrefix("/var/tmp/stet-"))
    #expect(socket(["XDG_RUNTIME_DIR": long, "TMPDIR": "/var/tmp"]).hasPrefix("/var/tmp/stet-"))
    #expect(socket(["XDG_RUNTIME_DIR": long, "TMPDIR": long]).hasPrefix("/tmp/stet-"))
    #expect(socket([:]).hasPrefix("/tmp/stet-"))
    #expect(socket(["XDG_RUNTIME_DIR": "/proc/1"]).hasPrefix("/tmp/stet-"))
  }

  @Test("Two data folders have two socket folders, and one always the same")
  func unique() {
    func socket(_ data: String) -> String {
      ClusterLocation.standard(environment: ["STET_DATA": data], isRoot: true).socketDirectory
    }
    #expect(socket("/one") != socket("/two"))
    #expect(socket("/one") == socket("/one"))
  }
}
