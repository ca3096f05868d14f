import Client
import FoundationEssentials
import Glibc
import Testing

@Suite("The file of logins")
struct LoginsTests {
  private func inFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/stet-logins-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try work(folder)
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  private let ana = Logins.Login(url: "http://127.0.0.1:8080", member: "ana", token: "stet_pat_a")

  @Test("It is readable by its owner only, also when it replaces one that was open to all")
  func modes() throws {
    try inFolder { folder in
      let path = folder + "/deep/stet/logins.json"
      try Logins(logins: [ana]).write(to: path)
      #expect(mode(path) == 0o600)
      #expect(mode(folder + "/deep/stet") == 0o700)
      #expect(!Logins.othersCanRead(path))
      chmod(path, 0o644)
      #expect(Logins.othersCanRead(path))
      try Logins(logins: []).write(to: path)
      #expect(mode(path) == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/deep/stet") == ["logins.json"])
    }
  }

  @Test("What was written is read again; a file that is not there is none; another file is refused")
  func reading() throws {
    try inFolder { folder in
      let path = folder + "/logins.json"
      #expect(try Logins.read(at: path) == nil)
      try Logins(logins: [ana]).write(to: path)
      #expect(try Logins.read(at: path) == Logins(logins: [ana]))
      try Data("[]".utf8).write(to: URL(filePath: path))
      #expect(throws: ClientFailure.self) { try Logins.read(at: path) }
    }
  }

  @Test("One entry per address, however it is spelt")
  func putting() {
    var logins = Logins(logins: [ana])
    logins.put(.init(url: "HTTP://127.0.0.1:8080/", member: "ben", token: "stet_pat_b"))
    #expect(logins.logins.map(\.member) == ["ben"])
    logins.put(.init(url: "https://stet.example/news", member: "dov", token: "stet_pat_d"))
    #expect(logins.logins.count == 2)
    #expect(logins.login(for: "https://STET.example/news/")?.member == "dov")
    #expect(logins.login(for: "https://stet.example") == nil)
  }

  @Test("Option, environment and file are asked in this order")
  func credentials() throws {
    try inFolder { folder in
      try Logins(logins: [.init(url: "http://here:1", member: "ana", token: "stet_pat_a")])
        .write(to: folder + "/stet/logins.json")
      let base = ["XDG_CONFIG_HOME": folder]
      func find(_ option: String? = nil, _ more: [String: String] = [:]) throws -> [String] {
        let found = try Credentials.find(option: option, environment: base.merging(more) { $1 })
        return [found.url, found.token]
      }
      #expect(try find() == ["http://here:1", "stet_pat_a"])
      #expect(try find(nil, ["STET_TOKEN": "t"]) == ["http://here:1", "t"])
      #expect(try find(nil, ["STET_URL": "http://there", "STET_TOKEN": "t"]) == ["http://there", "t"])
      #expect(try find("http://here:1/", ["STET_URL": "http://there"]) == ["http://here:1", "stet_pat_a"])
      #expect(throws: ClientFailure.noLogin(url: "http://there", file: folder + "/stet/logins.json")) {
        _ = try find("http://there")
      }
      #expect(throws: ClientFailure.badAddress(url: "ftp://x")) { _ = try find("ftp://x") }
      #expect(throws: ClientFailure.self) { _ = try find(nil, ["STET_TOKEN": "a\nb"]) }
    }
  }

  @Test("Without a file and a variable the standard address is meant, and there is no login")
  func nothing() {
    #expect(throws: ClientFailure.noLogin(url: "http://127.0.0.1:8080", file: nil)) {
      _ = try Credentials.find(option: nil, environment: [:])
    }
    #expect(Logins.path(environment: ["HOME": "/h"]) == "/h/.config/stet/logins.json")
    #expect(Logins.path(environment: ["HOME": "/h", "XDG_CONFIG_HOME": "/x"]) == "/x/stet/logins.json")
    #expect(Logins.path(environment: ["HOME": "relative"]) == nil)
  }
}
