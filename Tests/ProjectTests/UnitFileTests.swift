import Testing

/// A unit file of systemd: its settings by section, in order.
struct UnitFile {
  private(set) var sections: [String: [(name: String, value: String)]] = [:]
  private(set) var faults: [String] = []

  init(_ text: String) {
    var section: String?
    for line in text.split(separator: "\n").map(trimmed) where !line.hasPrefix("#") && !line.isEmpty {
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = String(line.dropFirst().dropLast())
        sections[section ?? ""] = []
      } else if let equals = line.firstIndex(of: "="), let section {
        sections[section, default: []].append(
          (name: String(line[..<equals]), value: String(line[line.index(after: equals)...])))
      } else {
        faults.append("“\(line)” is no setting")
      }
    }
  }

  func values(_ name: String) -> [String] {
    sections.values.flatMap { $0 }.filter { $0.name == name }.map(\.value)
  }

  /// What is wrong with it, one sentence each.
  func faults(sections wanted: Set<String>, _ reference: Reference) -> [String] {
    var faults = faults
    if Set(sections.keys) != wanted { faults.append("its sections are \(sections.keys.sorted())") }
    for line in values("ExecStart") {
      let words = line.split(separator: " ").map(String.init)
      if words.first != "/usr/local/bin/stet" { faults.append("\(line) is not what make install installs") }
      let command = words.dropFirst().first ?? ""
      if !reference.commands.contains(command) { faults.append("“\(command)” is no command") }
      for option in words where option.hasPrefix("--") {
        if !reference.has(option, in: command) { faults.append("\(command) has no \(option)") }
      }
    }
    for setting in values("Environment") {
      let name = setting.prefix { $0 != "=" }
      if !reference.page.contains("`\(name)`") { faults.append("the program does not read \(name)") }
    }
    for unit in values("Unit") where !Checkout.exists("Compose/systemd/" + unit) {
      faults.append("there is no \(unit)")
    }
    if wanted.contains("Service"), values("User") != ["stet"] {
      faults.append("it runs as \(values("User"))")
    }
    return faults
  }
}

@Suite("Units of systemd")
struct UnitFileTests {
  private static let units: [(String, Set<String>)] = [
    ("stet.service", ["Unit", "Service", "Install"]), ("stet-nightly.service", ["Unit", "Service"]),
    ("stet-nightly.timer", ["Unit", "Timer", "Install"]),
  ]

  @Test("Every unit runs a command that exists, as its own user", arguments: units)
  func file(name: String, sections: Set<String>) async throws {
    let unit = UnitFile(try Checkout.text("Compose/systemd/" + name))
    #expect(unit.faults(sections: sections, try await Reference.made) == [])
  }

  @Test("There is no unit that nothing is known about")
  func all() throws {
    let names = try Checkout.files(below: "Compose/systemd").map {
      $0.split(separator: "/").last.map(String.init)
    }
    #expect(Set(names) == Set(Self.units.map { $0.0 }))
  }

  @Test(
    "What does not exist is found in a unit: negative control",
    arguments: [
      ("stet serve", "stet server", "“server” is no command"),
      ("stet serve", "stet serve --fast", "serve has no --fast"),
      ("/usr/local/bin/stet", "/usr/bin/stet", "is not what make install installs"),
      ("User=stet", "User=root", "it runs as [\"root\"]"),
      ("=STET_DATA=", "=STET_PLACE=", "does not read STET_PLACE"),
      ("[Service]", "[Services]", "its sections are"),
      ("Type=exec", "Type exec", "“Type exec” is no setting"),
    ])
  func control(old: String, new: String, fault: String) async throws {
    let text = try Checkout.text("Compose/systemd/stet.service")
    #expect(text.contains(old))
    let found = UnitFile(text.replacing(old, with: new))
      .faults(sections: ["Unit", "Service", "Install"], try await Reference.made)
    #expect(found.contains { $0.contains(fault) }, "\(found)")
  }

  @Test("Make installs where the units look")
  func place() throws {
    #expect(try Checkout.text("Makefile").contains(" /usr/local/bin/stet\n"))
  }

  @Test("Service and nightly run share the data, and neither removes the other's socket")
  func together() throws {
    let service = UnitFile(try Checkout.text("Compose/systemd/stet.service"))
    let nightly = UnitFile(try Checkout.text("Compose/systemd/stet-nightly.service"))
    #expect(service.values("StateDirectory") == nightly.values("StateDirectory"))
    #expect(service.values("RuntimeDirectory") != nightly.values("RuntimeDirectory"))
    for unit in [service, nightly] {
      #expect(unit.values("Environment").contains("STET_DATA=/var/lib/\(unit.values("StateDirectory")[0])"))
      #expect(
        unit.values("Environment").contains("XDG_RUNTIME_DIR=/run/\(unit.values("RuntimeDirectory")[0])"))
      #expect(unit.values("KillMode") == ["mixed"])
    }
  }
}
