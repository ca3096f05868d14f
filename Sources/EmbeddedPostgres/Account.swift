import Glibc

/// A user of the system that PostgreSQL's programs run as. They refuse to run as root.
struct Account: Sendable, Equatable {
  let name: String
  let uid: uid_t
  let gid: gid_t

  /// Whose processes the programs become: an existing cluster's owner, else the user that was named, else
  /// `postgres` or `nobody` for root and oneself for everybody else.
  static func ofServer(at location: ClusterLocation) throws(ClusterError) -> Account {
    let uid = getuid()
    let owner = Files.status(location.data).map(\.st_uid)
    guard uid == 0 else {
      let own = Account.with(uid: uid) ?? Account(name: "\(uid)", uid: uid, gid: getgid())
      if let user = location.user, user != own.name {
        throw .cannotRunAs(user: user, reason: "only root can start it as somebody else than \(own.name)")
      }
      if let owner, owner != uid {
        throw .cannotRunAs(user: own.name, reason: "\(location.data) belongs to user \(owner)")
      }
      return own
    }
    if let user = location.user {
      guard let account = Account.named(user) else {
        throw .cannotRunAs(user: user, reason: "there is no such user")
      }
      guard account.uid != 0 else { throw .cannotRunAs(user: user, reason: "it refuses to run as root") }
      if let owner, owner != account.uid {
        throw .cannotRunAs(user: user, reason: "\(location.data) belongs to user \(owner)")
      }
      return account
    }
    if let owner {
      guard owner != 0, let account = Account.with(uid: owner) else {
        throw .cannotRunAs(user: "\(owner)", reason: "that is whom \(location.data) belongs to")
      }
      return account
    }
    guard let account = Account.named("postgres") ?? Account.named("nobody") else {
      throw .cannotRunAs(user: "postgres", reason: "there is no such user")
    }
    return account
  }

  /// What stands in front of a command so that it runs as this user.
  var prefix: [String] {
    guard getuid() == 0 else { return [] }
    return ["setpriv", "--reuid=\(uid)", "--regid=\(gid)", "--init-groups", "--"]
  }

  static func named(_ name: String) -> Account? {
    entry { entry, buffer, size, result in getpwnam_r(name, entry, buffer, size, result) }
  }

  static func with(uid: uid_t) -> Account? {
    entry { entry, buffer, size, result in getpwuid_r(uid, entry, buffer, size, result) }
  }

  private static func entry(
    _ lookUp: (
      UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
      UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
    ) -> Int32
  ) -> Account? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { buffer in
      var entry = passwd()
      var result: UnsafeMutablePointer<passwd>?
      guard let start = buffer.baseAddress, lookUp(&entry, start, buffer.count, &result) == 0, result != nil,
        let name = entry.pw_name
      else { return nil }
      return Account(name: String(cString: name), uid: entry.pw_uid, gid: entry.pw_gid)
    }
  }
}
