import Editorial
import Synchronization
import Testing
import Watching

/// Addresses that no look may reach, in the spellings that get past filters of text; asked directly, after a redirect,
/// and through a resolver that says another thing each time. Canaries on this machine count who comes.
@Suite("No look reaches what is forbidden", .serialized)
struct ForbiddenTests {
  /// Places of this machine and of networks around it.
  private static let places = """
    127.0.0.1 127.0.0.2 127.1.2.3 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.254 100.64.0.1 100.100.100.200
    169.254.169.254 169.254.170.2 172.16.0.1 172.17.0.1 172.31.255.254 192.0.0.192 192.168.0.1 192.168.1.1 198.18.0.1
    224.0.0.1 255.255.255.255 168.63.129.16
    """.split(whereSeparator: \.isWhitespace).compactMap { NetworkAddress(String($0)) }

  /// One IPv4 address as a host, in every spelling that somebody has tried.
  private static func spellings(_ place: NetworkAddress) -> [String] {
    let bytes = place.bytes.map { Int($0) }
    guard bytes.count == 4 else { return [] }
    let number = bytes.reduce(0) { $0 << 8 | $1 }
    func radix(_ value: Int, _ radix: Int) -> String { String(value, radix: radix) }
    let hex = bytes.map { (radix($0, 16).count < 2 ? "0" : "") + radix($0, 16) }
    let (high, low) = (hex[0] + hex[1], hex[2] + hex[3])
    return [
      place.description, place.description + ".", String(number), "0x" + radix(number, 16),
      "0" + radix(number, 8),
      bytes.map { "0" + radix($0, 8) }.joined(separator: "."),
      bytes.map { "0x" + radix($0, 16) }.joined(separator: "."),
      "\(bytes[0]).\(number & 0xFF_FFFF)", "\(bytes[0]).\(bytes[1]).\(number & 0xFFFF)",
      "0x" + radix(bytes[0], 16) + ".0" + radix(bytes[1], 8) + ".\(number & 0xFFFF)",
      "[::ffff:\(place)]", "[::ffff:\(high):\(low)]", "[0:0:0:0:0:ffff:\(high):\(low)]", "[::\(place)]",
      "[64:ff9b::\(high):\(low)]", "[64:ff9b:1::\(high):\(low)]", "[2002:\(high):\(low)::1]",
      "[2001:0:\(high):\(low)::]", "[::ffff:0:\(high):\(low)]",
    ]
  }

  private static let others = """
    [::1] [::] [0:0:0:0:0:0:0:1] [fe80::1] [fc00::1] [fd00:ec2::254] [ff02::1] [2001:db8::1] localhost localhost. LOCALHOST
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  static let hosts = places.flatMap(spellings) + others

  /// Numbers as the system reads them, and of names only the one that means this machine.
  private static let resolve: Resolve = { host in
    host == "localhost"
      ? [NetworkAddress("127.0.0.1"), NetworkAddress("::1")].compactMap { $0 }
      : try await numericAddresses(of: host)
  }

  private func asking(_ allowance: String, _ resolve: @escaping Resolve = resolve) throws -> Asking {
    Asking(allowance: try WatchAllowance(allowance), userAgent: "Stet/test", resolve: resolve, seconds: 5)
  }

  /// Asks, and follows as many redirects as a look does, each with everything checked anew.
  private func follow(_ text: String, _ asking: Asking) async throws {
    guard var address = try? WebAddress(text) else { return }
    for hops in 0...mostHops {
      let asked = try await asking.ask(address, entityTag: nil, lastModified: nil)
      guard
        case .led(let next) = lookOutcome(
          of: asked, at: address, hops: hops, now: "2026-05-03T10:00:00.000000Z")
      else { return }
      address = next
    }
  }

  private func withCanary(_ body: (Site) async throws -> Void) async throws {
    let canary = Site()
    try await canary.open(host: "::")
    do {
      try await body(canary)
    } catch {
      try? await canary.close()
      throw error
    }
    try await canary.close()
  }

  @Test("More than 400 addresses, asked directly: no connection")
  func direct() async throws {
    #expect(Self.hosts.count >= 400)
    try await withCanary { canary in
      for host in Self.hosts {
        try await follow("http://\(host):\(canary.port)/", try asking(":\(canary.port)"))
      }
      #expect(canary.connections == 0)
    }
  }

  @Test("The same as the end of a redirect: no connection")
  func redirected() async throws {
    try await withCanary { canary in
      let port = canary.port
      let start = Site { question in
        let index = Int(question.target.dropFirst()) ?? 0
        return Site.Answer(status: 302, headers: [("Location", "http://\(Self.hosts[index]):\(port)/")])
      }
      try await withSites([start]) {
        let asking = try asking("start.example :\(port) :\(start.port)") { host in
          host == "start.example"
            ? [NetworkAddress("127.0.0.1")].compactMap { $0 } : try await Self.resolve(host)
        }
        for index in Self.hosts.indices {
          try await follow("http://start.example:\(start.port)/\(index)", asking)
        }
        #expect(start.connections == Self.hosts.count)
      }
      #expect(canary.connections == 0)
    }
  }

  @Test("A name that leads to a good address first and to a bad one then: the first is connected to, or none")
  func rebinding() async throws {
    // The good server stands where only the answer that was checked leads; the canary where the system itself, or a
    // second question, would lead.
    let canary = Site()
    let good = Site()
    try await canary.open(host: "127.0.0.1")
    try await good.open(host: "127.7.7.7", port: canary.port)
    let turns = Mutex(0)
    let answers = [
      ["127.7.7.7"], ["127.0.0.1"], ["127.7.7.7", "127.0.0.1"], ["127.0.0.1", "127.7.7.7"], ["::1"],
    ]
    let asking = try asking("127.7.7.7 :\(canary.port)") { _ in
      let turn = turns.withLock { turns in
        turns += 1
        return turns - 1
      }
      return answers[turn % answers.count].compactMap { NetworkAddress($0) }
    }
    let names = ["localhost", "rebind.example", "127.0.0.1", "[::1]", "2130706433", "0x7f.1"]
    for name in names {
      for _ in answers.indices { try await follow("http://\(name):\(canary.port)/", asking) }
    }
    #expect(
      turns.withLock { $0 } == names.count * answers.count, "each request asks once where its name leads")
    #expect(good.connections == names.count)
    #expect(good.questions.first?.header("Host") == "localhost:\(canary.port)")
    #expect(canary.connections == 0)
    try await good.close()
    try await canary.close()
  }

  @Test("With the check switched off the canaries are reached, each way: negative control")
  func control() async throws {
    let everywhere = "0.0.0.0/0 ::/0"
    try await withCanary { canary in
      let port = canary.port
      // Only what lies on this machine can be reached in a test.
      let near = Self.hosts.filter { host in
        ["127.", "0x7f", "0177", "2130706433", "017", "[::ffff:127", "[::1]", "localhost"].contains {
          host.hasPrefix($0)
        }
      }
      let asking = try asking("\(everywhere) :\(port)")
      for host in near { try await follow("http://\(host):\(port)/", asking) }
      #expect(canary.connections >= 30)
      let before = canary.connections
      let start = Site { _ in
        Site.Answer(status: 302, headers: [("Location", "http://127.0.0.1:\(port)/")])
      }
      try await withSites([start]) {
        try await follow(
          "http://127.0.0.1:\(start.port)/", try self.asking("\(everywhere) :\(port) :\(start.port)"))
      }
      #expect(canary.connections == before + 1)
      try await follow(
        "http://rebind.example:\(port)/",
        try self.asking("\(everywhere) :\(port)") { _ in
          [NetworkAddress("127.0.0.1")].compactMap { $0 }
        })
      #expect(canary.connections == before + 2)
    }
  }

  @Test("A port that nobody allowed is not asked")
  func ports() async throws {
    let site = Site()
    try await withSites([site]) {
      try await follow("http://127.0.0.1:\(site.port)/", try asking("127.0.0.1"))
      #expect(site.connections == 0)
      try await follow("http://127.0.0.1:\(site.port)/", try asking("127.0.0.1 :\(site.port)"))
      #expect(site.connections == 1)
    }
  }
}
