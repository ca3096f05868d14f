import Glibc
import Testing

@Suite("Documents")
struct DocumentTests {
  private static func documents() throws -> [String] {
    try Checkout.files().filter { $0.hasSuffix(".md") }
  }

  @Test("Every link leads to a file that exists")
  func links() throws {
    let documents = try Self.documents()
    #expect(documents.count >= 4)
    for path in documents {
      #expect(deadLinks(in: try Checkout.text(path), at: path) == [], "\(path)")
    }
  }

  @Test("A link that leads nowhere is found: negative control")
  func deadLink() {
    #expect(
      deadLinks(in: "[a](Nowhere.md) [b](https://x.example) [c](#here)", at: "README.md") == ["Nowhere.md"])
    #expect(deadLinks(in: "[a](CLI.md) [b](../README.md#what)", at: "Docs/Page.md") == [])
  }

  private func deadLinks(in text: String, at path: String) -> [String] {
    text.matches(of: /\]\(([^)]+)\)/).map { String($0.1) }.filter { link in
      if link.hasPrefix("https://") || link.hasPrefix("#") { return false }
      var folders = path.split(separator: "/").dropLast().map(String.init)
      for part in link.prefix(while: { $0 != "#" }).split(separator: "/") {
        if part == ".." { _ = folders.popLast() } else { folders.append(String(part)) }
      }
      return !Checkout.exists(folders.joined(separator: "/"))
    }
  }

  @Test("Every make target that a document names exists, and make alone lists it")
  func targets() throws {
    let makefile = try Checkout.text("Makefile")
    let known = Set(makefile.matches(of: /\n([a-z][a-z-]*):/).map { String($0.1) })
    let listed = Set(makefile.matches(of: /\n([a-z][a-z-]*):[^\n]*## ./).map { String($0.1) })
    for path in try Self.documents() {
      let named = Set(code(in: try Checkout.text(path)).flatMap(makeTargets))
      #expect(named.subtracting(known) == [], "\(path)")
    }
    #expect(
      Set(code(in: try Checkout.text("README.md")).flatMap(makeTargets)).isSuperset(of: ["demo", "test"]))
    #expect(listed.isSuperset(of: ["demo", "test", "build", "install", "docs"]))
  }

  @Test("Every command of stet that a document names exists")
  func commands() async throws {
    let known = try await Reference.made.commands
    for path in try Self.documents() where path != "Docs/CLI.md" {
      let named = Set(code(in: try Checkout.text(path)).flatMap(stetCommands))
      #expect(named.subtracting(known) == [], "\(path)")
    }
    let readme = Set(code(in: try Checkout.text("README.md")).flatMap(stetCommands))
    #expect(readme.isSuperset(of: ["submit", "serve", "nightly", "backup", "restore", "member", "token"]))
  }

  @Test("Commands and targets are found in code, and not in prose: negative control")
  func namesInCode() {
    let text = """
      Then make haste; stet means that it stands. `make tea` and `stet brew --hot`.

      ```sh
      sudo -u stet env STET_DATA=/var/lib/stet stet pour ana   # and stet nothing more
      ana$ stet drink
      make coffee
      ```
      """
    #expect(code(in: text).flatMap(makeTargets) == ["tea", "coffee"])
    #expect(code(in: text).flatMap(stetCommands) == ["brew", "pour", "drink"])
  }

  /// Lines of fenced blocks, without comments, and code within lines.
  private func code(in text: String) -> [String] {
    var code: [String] = []
    var isFenced = false
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") {
        isFenced.toggle()
      } else if isFenced {
        code.append(String(line.prefix { $0 != "#" }))
      } else {
        code += line.matches(of: /`([^`]+)`/).map { String($0.1) }
      }
    }
    return code
  }

  private func makeTargets(_ code: String) -> [String] {
    code.firstMatch(of: /^make ([a-z][a-z-]*)/).map { [String($0.1)] } ?? []
  }

  private func stetCommands(_ code: String) -> [String] {
    code.matches(of: /(?:^|[ $])stet ([a-z][a-z-]*)(?: |$)/).map { String($0.1) }
      // A user's name in front of another program.
      .filter { !["env"].contains($0) }
  }

  @Test("Every file that the page on the architecture names exists")
  func files() throws {
    let page = try Checkout.text("Docs/Architecture.md")
    let all = try Checkout.files()
    let names = Set(all.compactMap { $0.split(separator: "/").last.map(String.init) })
    let named = page.matches(of: /`([A-Za-z\/.-]+)`/).map { String($0.1) }
    let paths = named.filter { name in
      ["Sources/", "Tests/", "SQL/", "Docs/"].contains { name.hasPrefix($0) }
    }
    #expect(paths.count >= 30)
    #expect(paths.filter { !Checkout.exists($0) } == [])
    let bare = named.filter { $0.hasSuffix(".swift") && !$0.contains("/") }
    #expect(bare.filter { !names.contains($0) } == [])
  }

  // In two parts each, so that this file does not hold them.
  private static let foreign = [
    ("/wo", "rk/"), ("/tmp/br", "ief"), ("/tmp/w", "s-"), ("/tmp/t", "ry"), ("/opt/sw", "ift"),
    ("/ro", "ot/"),
    ("swift-build", ".lock"), ("sha", "red/"), ("design", ".md"), ("sub", "agent"), ("sub-", "agent"),
    ("helper ", "agent"), ("coding ", "agent"), ("ai ", "agent"), ("this ", "session"), ("a session ", "of"),
    ("language ", "model"), ("clau", "de"), ("anth", "ropic"),
  ].map { $0 + $1 }

  @Test("No file names a path of the machine that it was written on, or speaks of who wrote it")
  func strangers() throws {
    // The one gate of the project's own machine names where the further stories lie.
    for path in try Checkout.files() where path != ".ci/run" {
      #expect(foreignWords(in: try Checkout.text(path)) == [], "\(path)")
    }
  }

  @Test("A path of another machine is found: negative control", arguments: foreign)
  func stranger(words: String) {
    #expect(foreignWords(in: "See " + words.uppercased() + ".").contains(words))
  }

  private func foreignWords(in text: String) -> [String] {
    text.lowercased().withCString { text in
      Self.foreign.filter { strstr(text, $0) != nil }
    }
  }
}
