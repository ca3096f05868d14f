import Dispatch
import Glibc
import Synchronization

/// A web site on a port of its own: an answer for each path, one request per connection.
final class PageServer: Sendable {
  struct Page: Sendable {
    var status = "200 OK"
    var headers: [String] = ["Content-Type: text/html; charset=utf-8"]
    var body: [UInt8] = []
  }

  struct Failure: Error {}

  let port: UInt16
  private let listener: Int32
  private let pages = Mutex<[String: Page]>([:])

  init() throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let listens = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard listens else { throw Failure() }
    port = UInt16(bigEndian: address.sin_port)
    let thread = DispatchQueue(label: "pages")
    thread.async { [self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        answer(connection)
        close(connection)
      }
    }
  }

  func set(_ path: String, _ page: Page) { pages.withLock { $0[path] = page } }

  func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private func answer(_ connection: Int32) {
    var request: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while request.firstRange(of: Array("\r\n\r\n".utf8)) == nil {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return }
      request += buffer[..<count]
    }
    let words = String(decoding: request, as: UTF8.self).split(separator: " ")
    let page = words.dropFirst().first.flatMap { path in pages.withLock { $0[String(path)] } }
    let found = page ?? Page(status: "404 Not Found", body: Array("no such page".utf8))
    let head =
      ["HTTP/1.1 \(found.status)", "Connection: close", "Content-Length: \(found.body.count)"] + found.headers
    var rest = (Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + found.body)[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
  }
}
