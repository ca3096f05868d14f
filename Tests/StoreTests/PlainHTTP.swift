import Dispatch
import Glibc

/// One HTTP request on one connection, so plainly that it is clear what was sent and what came back.
struct PlainHTTP: Sendable {
  var port: UInt16
  var method = "GET"
  var path: String
  var token: String?
  var key: String?
  var body: [UInt8]?
  var mediaType = "application/json"

  struct Reply: Sendable {
    let status: Int
    let body: [UInt8]
    var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// The whole answer; nil when none came, and then nobody knows whether the request was carried out.
  func send() async -> Reply? {
    await withCheckedContinuation { continuation in
      // A thread that may block: the tests' own may not.
      DispatchQueue.global().async { continuation.resume(returning: exchange()) }
    }
  }

  private var request: [UInt8] {
    var lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"]
    if let token { lines.append("Authorization: Bearer \(token)") }
    if let key { lines.append("Idempotency-Key: \(key)") }
    if let body { lines += ["Content-Type: \(mediaType)", "Content-Length: \(body.count)"] }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (body ?? [])
  }

  private func exchange() -> Reply? {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard connection >= 0 else { return nil }
    defer { close(connection) }
    var patience = timeval(tv_sec: 30, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { return nil }
    var rest = request[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return nil }
      rest = rest.dropFirst(sent)
    }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return count == 0 ? PlainHTTP.reply(in: answer) : nil }
      answer += buffer[..<count]
      if let reply = PlainHTTP.reply(in: answer) { return reply }
    }
  }

  /// The answer, once all of it is there.
  private static func reply(in bytes: [UInt8]) -> Reply? {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    let words = head.first?.split(separator: " ") ?? []
    guard words.count > 1, let status = Int(words[1]) else { return nil }
    let lengths = head.compactMap { line -> Int? in
      guard line.lowercased().hasPrefix("content-length:") else { return nil }
      return Int(line.drop { $0 != ":" }.dropFirst().drop { $0 == " " })
    }
    guard let length = lengths.first, bytes.count - end.upperBound >= length else { return nil }
    return Reply(status: status, body: Array(bytes[end.upperBound..<(end.upperBound + length)]))
  }
}
