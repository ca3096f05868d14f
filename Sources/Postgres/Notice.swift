import CLibpq

/// A remark of the server that is no error.
public struct Notice: Sendable {
  public let sqlstate: String?
  public let severity: String?
  public let message: String?
  /// The function of the server's source code that made the remark: unlike the message, in no human language.
  let function: String?
}

/// Collects what a connection's server remarks, instead of libpq's printing it to standard error.
final class Notices {
  private static let most = 100
  private(set) var all: [Notice] = []

  /// The caller keeps this object for as long as the connection lives.
  func collect(from connection: OpaquePointer) {
    PQsetNoticeReceiver(
      connection,
      { context, result in
        guard let context, let result else { return }
        Unmanaged<Notices>.fromOpaque(context).takeUnretainedValue().add(result)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  func clear() {
    all = []
  }

  private func add(_ result: OpaquePointer) {
    guard all.count < Notices.most else { return }
    func field(_ letter: Unicode.Scalar) -> String? {
      guard let text = PQresultErrorField(result, Int32(letter.value)) else { return nil }
      return String(cString: text)
    }
    all.append(
      Notice(sqlstate: field("C"), severity: field("V"), message: field("M"), function: field("R")))
  }
}
