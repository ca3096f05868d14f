import Testing

/// The instructions of a Dockerfile, continued lines joined.
func instructions(_ text: String) -> [[String]] {
  text.split(separator: "\n").filter { !trimmed($0).hasPrefix("#") }.joined(separator: "\n")
    .replacing("\\\n", with: " ").split(separator: "\n")
    .map { $0.split(separator: " ").map(String.init) }
}

/// What is wrong with a Dockerfile, one sentence each.
func dockerfileFaults(_ text: String, ignored: String, _ reference: Reference) -> [String] {
  let sent = Set(ignored.split(separator: "\n").filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) })
  var faults: [String] = []
  var stages: Set<String> = []
  var user = "root"
  for words in instructions(text) {
    let rest = words.dropFirst()
    switch words.first {
    case "FROM":
      user = "root"
      if rest.first?.contains(":") != true { faults.append("\(rest.first ?? "") has no version") }
      if rest.count == 3 { stages.insert(rest[3]) }
    case "COPY":
      if let from = rest.first, from.hasPrefix("--from=") {
        if !stages.contains(String(from.dropFirst(7))) { faults.append("\(from) is no stage") }
      } else {
        for source in rest.dropLast() {
          if !Checkout.exists(source) { faults.append("\(source) is not there to be copied") }
          if !sent.contains(source) { faults.append("\(source) is kept from the builder by .dockerignore") }
        }
      }
    case "USER": user = rest.first ?? "root"
    case "CMD":
      let command = rest.joined(separator: " ").matches(of: /"([^"]+)"/).map { String($0.1) }
      if !reference.commands.contains(command.first ?? "") { faults.append("\(command) is no command") }
      for option in command where option.hasPrefix("--") {
        if !reference.has(option, in: command[0]) { faults.append("\(option) is no option") }
      }
    case "RUN", "WORKDIR", "EXPOSE", "STOPSIGNAL", "ENTRYPOINT": break
    case let other: faults.append("\(other ?? "") is no instruction of this file")
    }
  }
  if user.hasPrefix("root") || user.hasPrefix("0") { faults.append("the service runs as root") }
  return faults
}

@Suite("Dockerfile")
struct DockerfileTests {
  private static func text() throws -> String { try Checkout.text("Compose/Dockerfile") }

  @Test("The Dockerfile copies what is there, and runs a command that exists as an ordinary user")
  func file() async throws {
    let ignored = try Checkout.text(".dockerignore")
    #expect(dockerfileFaults(try Self.text(), ignored: ignored, try await Reference.made) == [])
    let words = instructions(try Self.text())
    #expect(
      words.filter { $0.first == "FROM" }.map { $0[1] } == ["swift:6.3-bookworm", "debian:bookworm-slim"])
    #expect(words.contains(["ENTRYPOINT", "[\"/usr/local/bin/stet\"]"]))
    #expect(words.contains(["COPY", "--from=builder", "/out/stet", "/usr/local/bin/stet"]))
  }

  @Test(
    "What is not there is found in the Dockerfile: negative control",
    arguments: [
      ("COPY SQL SQL", "COPY Queries Queries", "Queries is not there to be copied"),
      ("COPY SQL SQL", "COPY Docs Docs", "Docs is kept from the builder by .dockerignore"),
      ("--from=builder /out", "--from=maker /out", "--from=maker is no stage"),
      ("\"serve\"", "\"server\"", "is no command"),
      ("\"--insecure-http\"", "\"--open\"", "--open is no option"),
      ("USER 10001:10001\n", "", "the service runs as root"),
      ("debian:bookworm-slim", "debian", "debian has no version"),
    ])
  func control(old: String, new: String, fault: String) async throws {
    let text = try Self.text()
    #expect(text.contains(old))
    let found = dockerfileFaults(
      text.replacing(old, with: new), ignored: try Checkout.text(".dockerignore"), try await Reference.made)
    #expect(found.contains { $0.contains(fault) }, "\(found)")
  }

  @Test("The image's pg_dump is of the major version that Compose runs")
  func major() throws {
    let text = try Self.text()
    let client = try #require(text.firstMatch(of: /postgresql-client-(\d+)/)).1
    let copied = try #require(text.firstMatch(of: /\/usr\/lib\/postgresql\/(\d+)\/bin\/pg_dump/)).1
    let server = try #require(
      try Checkout.text("Compose/compose.yaml").firstMatch(of: /image: postgres:(\d+)/)
    ).1
    #expect(client == server)
    #expect(copied == server)
  }

  @Test("The builder sees no secret and no history")
  func context() throws {
    let lines = try Checkout.text(".dockerignore").split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.first == "*")
    #expect(Set(lines.dropFirst()) == ["!Package.swift", "!Sources", "!SQL", "!Tests"])
  }
}
