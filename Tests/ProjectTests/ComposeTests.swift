import Testing
import Yams

/// What is wrong with a Compose file, one sentence each, as far as one can tell without an engine.
struct ComposeFile {
  private static let image = "stet"
  let top: [String: Any]

  init(_ yaml: String) throws {
    top = try #require(try Yams.load(yaml: yaml) as? [String: Any])
  }

  var services: [String: [String: Any]] {
    (top["services"] as? [String: Any] ?? [:]).compactMapValues { $0 as? [String: Any] }
  }

  func faults(_ reference: Reference) -> [String] {
    services.sorted { $0.key < $1.key }.flatMap { name, service in
      references(of: name, service)
        + (service["image"] as? String == Self.image ? own(name, service, reference) : [])
    } + unusedVolumes
  }

  /// Volumes and services that one names and that are not there.
  private func references(of name: String, _ service: [String: Any]) -> [String] {
    var faults: [String] = []
    for volume in volumes(of: service) where !declared.contains(volume) {
      faults.append("\(name) uses the volume \(volume), which is not declared")
    }
    for (other, value) in service["depends_on"] as? [String: Any] ?? [:] {
      guard let on = services[other] else {
        faults.append("\(name) waits for \(other), which is no service")
        continue
      }
      switch (value as? [String: Any])?["condition"] as? String {
      case "service_healthy" where on["healthcheck"] == nil: faults.append("\(other) has no health check")
      case "service_healthy": break
      case "service_completed_successfully" where on["restart"] as? String != "no":
        faults.append("\(other) is started again, and would never be complete")
      case "service_completed_successfully": break
      case let other: faults.append("\(name) waits for “\(other ?? "nothing")”")
      }
    }
    if service["image"] == nil { faults.append("\(name) has no image") }
    return faults
  }

  /// What only concerns services of Stet's own image.
  private func own(_ name: String, _ service: [String: Any], _ reference: Reference) -> [String] {
    var faults: [String] = []
    let words = service["command"] as? [String] ?? []
    let command = words.first ?? ""
    if !reference.commands.contains(command) {
      faults.append("\(name) runs “\(command)”, which is no command")
    }
    for option in words where option.hasPrefix("--") {
      if !reference.has(option, in: command) { faults.append("\(command) has no \(option)") }
    }
    let build = service["build"] as? [String: String] ?? [:]
    if build["context"] != ".." || !Checkout.exists(build["dockerfile"] ?? "/") {
      faults.append("\(name) is built from something that is not there")
    }
    let environment = (service["environment"] as? [String: Any] ?? [:]).keys.sorted()
    faults += environment.filter { !reference.page.contains("`\($0)`") }
      .map { "\(name) sets \($0), which the program does not read" }
    if service["init"] as? Bool != true { faults.append("\(name) has nobody to reap its children") }
    return faults
  }

  private var declared: Set<String> { Set((top["volumes"] as? [String: Any] ?? [:]).keys) }

  private var unusedVolumes: [String] {
    declared.subtracting(services.values.flatMap(volumes)).sorted().map { "nobody uses the volume \($0)" }
  }

  private func volumes(of service: [String: Any]) -> [String] {
    (service["volumes"] as? [String] ?? []).compactMap { $0.split(separator: ":").first.map(String.init) }
      .filter { !$0.hasPrefix("/") && !$0.hasPrefix(".") }
  }
}

@Suite("Compose")
struct ComposeTests {
  private static func yaml() throws -> String { try Checkout.text("Compose/compose.yaml") }

  @Test("The Compose file names only what exists")
  func file() async throws {
    let compose = try ComposeFile(try Self.yaml())
    #expect(Set(compose.services.keys) == ["postgres", "migrate", "stet", "nightly"])
    #expect(compose.faults(try await Reference.made) == [])
    #expect(compose.services["nightly"]?["profiles"] as? [String] == ["nightly"])
    #expect(compose.services["stet"]?["stop_grace_period"] != nil)
  }

  @Test(
    "What does not exist is found in the Compose file: negative control",
    arguments: [
      ("  database:\n", "", "postgres uses the volume database, which is not declared"),
      ("  backups:\n", "  backups:\n  attic:\n", "nobody uses the volume attic"),
      ("command: [migrate]", "command: [migrat]", "migrate runs “migrat”, which is no command"),
      ("--insecure-http]", "--insecure]", "serve has no --insecure"),
      ("dockerfile: Compose/Dockerfile", "dockerfile: Dockerfile", "is built from something"),
      ("    TZ:", "    STET_ZONE:", "sets STET_ZONE, which the program does not read"),
      ("  init: true\n", "", "has nobody to reap its children"),
      ("    restart: \"no\"", "    restart: always", "migrate is started again"),
      (
        "  postgres:\n    # The major", "  database:\n    # The major",
        "waits for postgres, which is no service"
      ),
    ])
  func control(old: String, new: String, fault: String) async throws {
    let yaml = try Self.yaml()
    #expect(yaml.contains(old))
    let found = try ComposeFile(yaml.replacing(old, with: new)).faults(try await Reference.made)
    #expect(found.contains { $0.contains(fault) }, "\(found)")
  }

  @Test("The health check asks a route that the service has, on the port that it listens on")
  func healthCheck() throws {
    let service = try #require(try ComposeFile(try Self.yaml()).services["stet"])
    let test = try #require((service["healthcheck"] as? [String: Any])?["test"] as? [String])
    #expect(test.prefix(3) == ["CMD", "bash", "-c"])
    let script = try #require(test.last)
    let asked = try #require(script.firstMatch(of: /\/dev\/tcp\/127\.0\.0\.1\/(\d+) .*'GET (\/\w+) HTTP/))
    #expect(try Checkout.text("Sources/Server/Service.swift").contains("router.get(\"\(asked.2)\")"))
    let command = try #require(service["command"] as? [String])
    let port = try #require(command.firstIndex(of: "--port").map { command[$0 + 1] })
    #expect(asked.1 == port)
    #expect((service["ports"] as? [String])?.allSatisfy { $0.hasSuffix(":\(port)") } == true)
    #expect(try Checkout.text("Compose/Dockerfile").contains("\nEXPOSE \(port)\n"))
    // To Compose a dollar sign begins a variable of its own, unless there are two.
    #expect(script.replacing("$$", with: "").contains("$") == false)
  }

  @Test("Every variable of the Compose file stands in the example of its environment, and no other")
  func variables() throws {
    let used = Set(try Self.yaml().matches(of: /[^$]\$\{([A-Z_]+)/).map { String($0.1) })
    let example = try Checkout.text("Compose/stet.env.example")
    let told = Set(example.matches(of: /(?:^|\n)([A-Z_]+)=/).map { String($0.1) })
    #expect(!used.isEmpty)
    #expect(told == used)
  }
}
