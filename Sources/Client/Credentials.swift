/// Which service is meant, and as whom.
public struct Credentials: Equatable, Sendable {
  public var url: String
  public var token: String
  /// The file of logins, when its mode lets others read the token that was taken from it.
  public var exposedFile: String?

  /// The address: `option`, else `STET_URL`, else that of the only login on file, else the standard one on
  /// this machine. The token: `STET_TOKEN`, else that of the login with this address.
  ///
  /// - Throws: `ClientFailure.noLogin`, `.badAddress`, `.logins`.
  public static func find(
    option: String?, environment: [String: String]
  ) throws(ClientFailure) -> Credentials {
    let named = option ?? environment["STET_URL"].flatMap { $0.isEmpty ? nil : $0 }
    let ownToken = environment["STET_TOKEN"].flatMap { $0.isEmpty ? nil : $0 }
    if let ownToken, !ownToken.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
      throw .logins(path: "STET_TOKEN", why: "it holds characters that no token has")
    }
    let path = Logins.path(environment: environment)
    // Who brings address and token along is not stopped by a file that cannot be read.
    var onFile: Logins?
    if named == nil || ownToken == nil, let path { onFile = try Logins.read(at: path) }

    let sole = onFile.flatMap { $0.logins.count == 1 ? $0.logins.first?.url : nil }
    let written = named ?? sole ?? ServiceAddress.standard
    guard let url = ServiceAddress.normalised(written) else { throw .badAddress(url: written) }
    if let ownToken { return Credentials(url: url, token: ownToken, exposedFile: nil) }
    guard let login = onFile?.login(for: url) else { throw .noLogin(url: url, file: path) }
    let exposed = path.flatMap { Logins.othersCanRead($0) ? $0 : nil }
    return Credentials(url: url, token: login.token, exposedFile: exposed)
  }
}
