import Testing

/// What one module may import, as a row of the table says.
struct Layer: Equatable {
  let number: Int
  let own: Set<String>
  let others: Set<String>
}

/// The rows of the table under "Layers", by module.
func layers(in page: String) -> [String: Layer] {
  let section = page.split(separator: "\n## ").first { $0.hasPrefix("Layers\n") } ?? ""
  var layers: [String: Layer] = [:]
  for line in section.split(separator: "\n") where line.hasPrefix("|") {
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
    guard cells.count >= 6, let number = Int(cells[1]) else { continue }
    func names(_ cell: String) -> Set<String> { Set(cell.split(separator: ",").map(trimmed)) }
    layers[cells[2].filter { $0 != "`" }] = Layer(
      number: number, own: names(cells[3]), others: names(cells[4]))
  }
  return layers
}

/// The modules that a source file imports.
func imports(in source: String) -> Set<String> {
  let before: Set = ["public", "package", "internal", "fileprivate", "private"]
  let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor"]
  var modules: Set<String> = []
  for line in source.split(separator: "\n") where line.contains("import ") {
    var words = line.split(separator: " ")[...]
    while let word = words.first, word.hasPrefix("@") || before.contains(String(word)) { words.removeFirst() }
    guard words.popFirst() == "import" else { continue }
    if let word = words.first, kinds.contains(String(word)) { words.removeFirst() }
    if let module = words.first?.split(separator: ".").first { modules.insert(String(module)) }
  }
  return modules
}

/// What is wrong between table and imports, one sentence each.
func faults(_ table: [String: Layer], _ imports: [String: Set<String>]) -> [String] {
  var faults: [String] = []
  for (module, layer) in table.sorted(by: { $0.key < $1.key }) {
    guard let used = imports[module] else {
      faults.append("\(module) is in the table and has no folder")
      continue
    }
    let allowed = layer.own.union(layer.others)
    faults += used.subtracting(allowed).sorted().map {
      "\(module) imports \($0), which its row does not allow"
    }
    faults += allowed.subtracting(used).sorted().map {
      "\(module) does not import \($0), which its row names"
    }
    for other in layer.own.sorted() {
      guard let below = table[other] else {
        faults.append("\(module) names \(other), which has no row")
        continue
      }
      if below.number >= layer.number { faults.append("\(module) names \(other), which is not below it") }
    }
    faults += layer.others.filter { table[$0] != nil }.map { "\(module) names \($0) among the packages" }
  }
  faults += imports.keys.filter { table[$0] == nil }.sorted().map { "\($0) has no row in the table" }
  return faults
}

func trimmed(_ text: some StringProtocol) -> String {
  var rest = Substring(text)
  while rest.first?.isWhitespace == true { rest.removeFirst() }
  while rest.last?.isWhitespace == true { rest.removeLast() }
  return String(rest)
}

@Suite("Layers")
struct LayerTests {
  private static func importsOfSources() throws -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for path in try Checkout.files(below: "Sources") where path.hasSuffix(".swift") {
      let module = String(path.split(separator: "/")[1])
      // A plugin runs in the build, and is imported by nobody.
      if module == "EmbedText" { continue }
      result[module, default: []].formUnion(imports(in: try Checkout.text(path)))
    }
    return result
  }

  @Test("Every import is one that the table of layers names, and the table names no other")
  func table() throws {
    let table = layers(in: try Checkout.text("Docs/Architecture.md"))
    #expect(table.count >= 10)
    #expect(faults(table, try Self.importsOfSources()) == [])
  }

  @Test(
    "An import that leads up, sideways or past the table is found: negative control",
    arguments: [
      ("Server", "Postgres", "Server imports Postgres, which its row does not allow"),
      (
        "Editorial", "FoundationEssentials",
        "Editorial imports FoundationEssentials, which its row does not allow"
      ),
      ("TextAnalysis", "stet", "TextAnalysis imports stet, which its row does not allow"),
      ("Pages", "Editorial", "Pages has no row in the table"),
    ])
  func madeUpImport(module: String, other: String, fault: String) throws {
    let table = layers(in: try Checkout.text("Docs/Architecture.md"))
    var imports = table.mapValues { $0.own.union($0.others) }
    #expect(faults(table, imports) == [])
    imports[module, default: []].insert(other)
    #expect(faults(table, imports) == [fault])
  }

  @Test("A table that allows what leads up, or what nobody imports, is found: negative control")
  func madeUpTable() {
    let table = [
      "Low": Layer(number: 0, own: ["High"], others: []),
      "High": Layer(number: 1, own: [], others: ["Glibc"]),
    ]
    #expect(
      faults(table, ["Low": ["High"], "High": []]) == [
        "High does not import Glibc, which its row names", "Low names High, which is not below it",
      ])
  }

  @Test("An import is found with attributes, access and kind in front of it")
  func spellings() {
    let source = """
      import A
      @testable import B
      @_spi(Some) public import C
      internal import struct D.Thing
      // import Not
      let text = "import Neither"
      """
    #expect(imports(in: source) == ["A", "B", "C", "D"])
  }

  @Test("Every product of Package.swift has its reason, and nothing else has one")
  func dependencies() throws {
    let package = try Checkout.text("Package.swift")
    let products = Set(package.matches(of: /\.product\(name: "(\w+)"/).map { String($0.1) })
    let page = try Checkout.text("Docs/Architecture.md")
    let section = page.split(separator: "\n## ").first { $0.hasPrefix("Dependencies\n") } ?? ""
    let explained = Set(
      section.matches(of: /\n\| (\w+)( \(system\))? \|/).map { String($0.1) }
    ).subtracting(["product"])
    #expect(products.count >= 10)
    #expect(explained == products.union(["libpq"]))
  }

  @Test("Every dependency of the package is of one exact version")
  func pins() throws {
    let package = try Checkout.text("Package.swift")
    #expect(package.matches(of: /\.package\(/).count >= 10)
    #expect(loose(package) == [])
  }

  @Test(
    "A dependency with a range, a branch or a path is found: negative control",
    arguments: [
      #".package(url: "https://x.example/a", from: "1.0.0")"#,
      #".package(url: "https://x.example/a", branch: "main")"#,
      #".package(path: "../a")"#, #".package(url: "https://x.example/a", exact: "1.0")"#,
    ])
  func loosePin(line: String) {
    #expect(loose("dependencies: [\n\(line),\n]").count == 1)
  }

  /// Lines that name a dependency and not its exact version.
  private func loose(_ package: String) -> [String] {
    package.split(separator: "\n").filter { $0.contains(".package(") }.map(String.init)
      .filter { $0.firstMatch(of: /\.package\(url: "https:\/\/[^"]+", exact: "\d+\.\d+\.\d+"\)/) == nil }
  }
}
