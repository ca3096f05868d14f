import Testing

@Suite("The command line's page")
struct CommandReferenceTests {
  @Test("Docs/CLI.md is what the commands say with --help")
  func page() async throws {
    let made = try await Reference.made
    #expect(made.commands.count >= 30)
    // Line by line, so that a failure shows the line and not two whole pages.
    let stored = try Checkout.text("Docs/CLI.md").split(separator: "\n", omittingEmptySubsequences: false)
    let fresh = made.page.split(separator: "\n", omittingEmptySubsequences: false)
    let differing = zip(stored, fresh).first { $0 != $1 }
    #expect(differing == nil, "“\(differing?.0 ?? "")” is “\(differing?.1 ?? "")” now: make docs")
    #expect(stored.count == fresh.count, "make docs")
  }

  @Test("Every command that does something has an example that names it")
  func examples() async throws {
    let made = try await Reference.made
    #expect(made.commands.filter { !hasExample($0, made.help[$0] ?? "", of: made.commands) } == [])
  }

  @Test("A command without an example, or with another one's, is found: negative control")
  func missingExample() {
    #expect(!hasExample("list", "\nOVERVIEW: List drafts.\n\nUSAGE: stet list\n", of: ["list"]))
    #expect(!hasExample("list", "\nExamples:\n  stet show a\n\nUSAGE: stet list\n", of: ["list"]))
    #expect(hasExample("list", "\nExamples:\n  stet list\n\nUSAGE: stet list\n", of: ["list"]))
    #expect(hasExample("desk", "\nUSAGE: stet desk <subcommand>\n", of: ["desk", "desk add"]))
  }

  /// A command that only has commands below it leaves the examples to them.
  private func hasExample(_ command: String, _ help: String, of all: Set<String>) -> Bool {
    if all.contains(where: { $0.hasPrefix(command + " ") }) { return true }
    guard let start = help.firstRange(of: "\nExamples:\n") else { return false }
    // The default of several commands may be called without its own name.
    let name = command.hasSuffix(" list") ? String(command.dropLast(5)) : command
    let examples = help[start.upperBound...].prefix { _ in true }.split(separator: "\n\n").first ?? ""
    return examples.contains("stet " + name)
  }

  @Test("The table of exit codes has every code of the program, and no other")
  func exitCodes() throws {
    let source = try Checkout.text("Sources/stet/Terminal/ExitStatus.swift")
    let known = Set(source.matches(of: /: Int32 = (\d+)/).map { String($0.1) })
    let page = try Checkout.text("Docs/CLI.md")
    let told = Set(page.matches(of: /\n\| (\d+) \|/).map { String($0.1) })
    #expect(known.count >= 10)
    #expect(told == known.union(["0"]))
  }

  @Test("The table of the environment has every variable that the program reads, and no other")
  func environment() throws {
    var read: Set<String> = []
    var quoted: Set<String> = []
    for path in try Checkout.files(below: "Sources") where path.hasSuffix(".swift") {
      let source = try Checkout.text(path)
      read.formUnion(source.matches(of: /environment\["([A-Z_]+)"\]/).map { String($0.1) })
      read.formUnion(source.matches(of: /"((STET|XDG)_[A-Z_]+)"/).map { String($0.1) })
      quoted.formUnion(source.matches(of: /"([A-Z][A-Z_]+)"/).map { String($0.1) })
    }
    let told = try environmentTold()
    #expect(read.count >= 12)
    #expect(read.subtracting(told) == [])
    #expect(told.subtracting(quoted) == [])
  }
}

/// Names of the variables that the page's table explains.
func environmentTold() throws -> Set<String> {
  Set(try Checkout.text("Docs/CLI.md").matches(of: /\n\| `([A-Z_]+)` \|/).map { String($0.1) })
}
