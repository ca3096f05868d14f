import FoundationEssentials
import Glibc

/// The file of personal tokens, one entry per service: `$XDG_CONFIG_HOME/stet/logins.json`, mode 0600.
public struct Logins: Codable, Equatable, Sendable {
  public struct Login: Codable, Equatable, Sendable {
    public var url: String
    /// The member's handle.
    public var member: String
    public var token: String
    public init(url: String, member: String, token: String) {
      self.url = url
      self.member = member
      self.token = token
    }
  }

  public var logins: [Login]
  public init(logins: [Login] = []) { self.logins = logins }

  /// Where the file belongs: below `XDG_CONFIG_HOME`, else `HOME/.config`; nil when neither is set.
  public static func path(environment: [String: String]) -> String? {
    if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") { return base + "/stet/logins.json" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.config/stet/logins.json"
  }

  /// - Returns: nil when there is no such file.
  /// - Throws: `ClientFailure.logins` when it cannot be read or is no such list.
  public static func read(at path: String) throws(ClientFailure) -> Logins? {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(filePath: path))
    } catch {
      if access(path, F_OK) != 0, errno == ENOENT || errno == ENOTDIR { return nil }
      throw .logins(path: path, why: "it cannot be read")
    }
    do {
      return try JSONDecoder().decode(Logins.self, from: bytes)
    } catch {
      throw .logins(path: path, why: "it is not a list of logins in JSON")
    }
  }

  /// Whether the group or others may read the file: then its tokens are no secret on this machine.
  public static func othersCanRead(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & 0o077 != 0
  }

  /// The entry for an address, whatever its spelling.
  public func login(for url: String) -> Login? {
    let wanted = ServiceAddress.normalised(url) ?? url
    return logins.first { (ServiceAddress.normalised($0.url) ?? $0.url) == wanted }
  }

  /// Puts an entry in the place of the one that has the same address, or at the end.
  public mutating func put(_ login: Login) {
    let wanted = ServiceAddress.normalised(login.url) ?? login.url
    if let place = logins.firstIndex(where: { (ServiceAddress.normalised($0.url) ?? $0.url) == wanted }) {
      logins[place] = login
    } else {
      logins.append(login)
    }
  }

  /// Replaces the file in one step, readable by its owner only; makes its directory when it is not there.
  ///
  /// - Throws: `ClientFailure.logins`; the file that was there is then untouched.
  public func write(to path: String) throws(ClientFailure) {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard var bytes = try? Array(encoder.encode(self)) else {
      throw .logins(path: path, why: "it cannot be written as JSON")
    }
    bytes.append(0x0A)
    Self.makeFolder(folder)

    let draft = path + ".\(getpid()).new"
    unlink(draft)
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .logins(path: path, why: Self.reason("it cannot be written")) }
    var failed: String?
    var written = 0
    while failed == nil, written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        written += count
      } else if errno != EINTR {
        failed = Self.reason("it cannot be written")
      }
    }
    if failed == nil, fsync(file) != 0 { failed = Self.reason("it cannot be written") }
    close(file)
    if failed == nil, rename(draft, path) != 0 { failed = Self.reason("it cannot be put in place") }
    if let failed {
      unlink(draft)
      throw .logins(path: path, why: failed)
    }
    // Without this the new name may be gone after a power cut.
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  private static func makeFolder(_ path: String) {
    guard path.utf8.count > 1, access(path, F_OK) != 0 else { return }
    makeFolder(path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"))
    mkdir(path, 0o700)
  }

  private static func reason(_ what: String) -> String {
    "\(what): \(String(cString: strerror(errno)))"
  }
}
