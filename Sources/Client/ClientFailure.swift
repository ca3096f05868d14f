/// Why there is no answer of the service to hand on. What the service itself refuses is thrown as `ProblemJSON`.
public enum ClientFailure: Error, Equatable, Sendable {
  /// The address is none that can be called: no scheme `http` or `https`, or no host.
  case badAddress(url: String)
  /// No connection came about: nothing was sent.
  case unreachable(url: String, why: String)
  /// The connection broke before a reading request was answered.
  case brokenOff(url: String)
  /// A reading request got no answer in time.
  case timedOut(url: String, seconds: Int)
  /// A writing request may have arrived, but its answer did not. Sending the same request with the same
  /// idempotency key is safe.
  case outcomeUnknown(key: String, why: String)
  /// Something answered that does not speak like this program's service; `excerpt` is the beginning of what it said.
  case unexpected(url: String, status: Int, excerpt: String)
  /// Neither the environment nor the file of logins has a token for the address.
  case noLogin(url: String, file: String?)
  /// The file of logins cannot be read or written, or is not what it should be.
  case logins(path: String, why: String)
}
