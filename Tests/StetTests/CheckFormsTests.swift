import Editorial
import FoundationEssentials
import Testing
import TextAnalysis
import Wire

@testable import stet

@Suite("Findings for other programs")
struct CheckFormsTests {
  @Test(
    "Whatever would end a field or a command of GitHub's is escaped",
    arguments: [
      ("a", "a", "a"), ("100% a:b, c", "100%25 a%3Ab%2C c", "100%25 a:b, c"), ("%0A", "%250A", "%250A"),
      ("a\nb\r\nc\rd", "a%0Ab%0D%0Ac%0Dd", "a%0Ab%0D%0Ac%0Dd"),
      ("::error::x", "%3A%3Aerror%3A%3Ax", "::error::x"),
      ("", "", ""),
      (",\u{301}:\u{301}%\u{301}", "%2C\u{301}%3A\u{301}%25\u{301}", ",\u{301}:\u{301}%25\u{301}"),
    ])
  func escaping(text: String, property: String, message: String) {
    #expect(workflowCommand("notice", [("title", text)], text) == "::notice title=\(property)::\(message)")
  }

  @Test(
    "Claims and disputes are notices, slips and dead comments warnings, and nothing is an error",
    arguments: zip(Level.allCases, ["warning", "notice", "notice", "warning"]))
  func kinds(level: Level, kind: String) {
    let report = CheckReport(failOn: .slip, files: 1, findings: [finding(level, file: "a,b.md")])
    let line = gitHubText(report, here: "/x").split(separator: "\n")[0]
    #expect(
      line.hasPrefix("::\(kind) file=a%2Cb.md,line=1,col=2,endColumn=3,title=\(level.rawValue) r::"),
      "\(line)")
  }

  @Test("A finding over several lines has lines and no columns")
  func manyLines() {
    var long = finding(.claim)
    long.mark.endLine = 3
    let text = gitHubText(CheckReport(failOn: .slip, files: 1, findings: [long]), here: "/x")
    #expect(text.hasPrefix("::notice file=f,line=1,endLine=3,title=claim r::"))
  }

  @Test(
    "A path is told from the working folder, and as a URI",
    arguments: [
      ("a.md", "a.md", "a.md"), ("./b/../a b.md", "a b.md", "a%20b.md"), ("/here/now/c.md", "c.md", "c.md"),
      ("../d.md", "/here/d.md", "file:///here/d.md"), ("/e:f.md", "/e:f.md", "file:///e%3Af.md"),
      ("x:y/é.md", "x:y/é.md", "x%3Ay/%C3%A9.md"), ("./-", "./-", "./-"),
      ("/here/nowhere.md", "/here/nowhere.md", "file:///here/nowhere.md"),
    ])
  func paths(file: String, path: String, uri: String) {
    #expect(pathFromHere(file, here: "/here/now") == path)
    #expect(stet.uri(ofPath: path) == uri)
  }

  @Test("The SARIF log has what the standard requires, with places that lead to the words")
  func sarif() async throws {
    let folder = try CheckFolder()
    let words = Array(
      "日本 said so.\r\nHer brother plans to appeal the ruling. It rained on Tuesday, July 12, 2024.\r\n".utf8)
    let bytes = [0xEF, 0xBB, 0xBF] + words
    try folder.write("my story.md", bytes)
    try folder.write("nul.txt", "a\0b")
    let ended = try await folder.check(["my story.md", "nul.txt", "--sarif"])
    #expect(ended.code == 65)
    let log = try JSONDecoder().decode(JSONValue.self, from: Data(ended.out.utf8))
    #expect(faults(log) == [])
    let run = try #require(log["runs"]?[0])
    #expect(run["columnKind"] == .text("unicodeCodePoints"))
    let results = try #require(run["results"]?.items)
    #expect(results.map { $0["ruleId"] } == [.text("appeal.planned"), .text("weekday.date")])
    #expect(results.allSatisfy { $0["level"] == .text("note") })
    let region = try #require(results[0]["locations"]?[0]?["physicalLocation"]?["region"])
    #expect(region["startLine"] == .integer(2))
    #expect(region["startColumn"] == .integer(13))
    #expect(region["endColumn"] == .integer(28))
    guard case .integer(let offset)? = region["byteOffset"], case .integer(let length)? = region["byteLength"]
    else {
      Issue.record("no bytes in \(region)")
      return
    }
    let marked = bytes[Int(offset)..<Int(offset + length)]
    #expect(String(decoding: marked, as: UTF8.self) == "plans to appeal")
    let place = results[0]["locations"]?[0]?["physicalLocation"]?["artifactLocation"]?["uri"]
    #expect(place == .text("my%20story.md"))
    #expect(run["invocations"]?[0]?["executionSuccessful"] == .bool(false))
    #expect(run["invocations"]?[0]?["toolExecutionNotifications"]?.items.count == 1)
  }

  @Test("A SARIF log without what the standard requires is found: negative control")
  func sarifControl() throws {
    let log =
      #"{"version":"2.0","runs":[{"results":[{"ruleIndex":1,"level":"error"}],"tool":{"driver":{}}}]}"#
    let found = faults(try JSONDecoder().decode(JSONValue.self, from: Data(log.utf8)))
    #expect(found.count >= 6, "\(found)")
  }

  @Test("A fingerprint follows rule and words, not the place")
  func fingerprints() throws {
    func prints(_ text: String) throws -> [String] {
      let manuscript = try Manuscript(bytes: Array(text.utf8))
      return findings(in: manuscript, file: "a", dateline: try #require(CivilDate("2024-07-13"))).map(
        \.fingerprint)
    }
    let first = try prints("Her brother plans to appeal the “ruling”.")
    #expect(first.count == 1)
    #expect(try prints("It rained.\n\nHer brother  plans to\nappeal the \"ruling\".") == first)
    #expect(try prints("His brother plans to appeal the “ruling”.") != first)
  }

  /// What SARIF 2.1.0 requires of a log and its parts (sections 3.13 to 3.30) and this one lacks.
  private func faults(_ log: JSONValue) -> [String] {
    var faults: [String] = []
    func require(_ holds: Bool, _ what: String) { if !holds { faults.append(what) } }
    require(log["version"] == .text("2.1.0"), "version")
    require(log["runs"]?.items.isEmpty == false, "runs")
    for run in log["runs"]?.items ?? [] {
      let rules = run["tool"]?["driver"]?["rules"]?.items ?? []
      require(run["tool"]?["driver"]?["name"]?.words?.isEmpty == false, "tool.driver.name")
      for rule in rules {
        require(rule["id"]?.words?.isEmpty == false, "rule.id")
        for text in ["shortDescription", "fullDescription", "help"] {
          require(rule[text]?["text"]?.words?.isEmpty == false, "rule.\(text).text")
        }
      }
      for result in run["results"]?.items ?? [] {
        require(result["message"]?["text"]?.words?.isEmpty == false, "result.message.text")
        require(["none", "note", "warning"].contains(result["level"]?.words), "result.level")
        require(result["partialFingerprints"] != nil, "result.partialFingerprints")
        if case .integer(let number)? = result["ruleIndex"] {
          require(
            rules.indices.contains(Int(number)) && rules[Int(number)]["id"] == result["ruleId"],
            "result.ruleIndex")
        }
        require(result["locations"]?.items.isEmpty == false, "result.locations")
        for location in (result["locations"]?.items ?? []) + (result["relatedLocations"]?.items ?? []) {
          let uri = location["physicalLocation"]?["artifactLocation"]?["uri"]?.words ?? ""
          require(!uri.isEmpty && !uri.contains(" ") && !uri.hasPrefix("/"), "artifactLocation.uri")
        }
      }
      for invocation in run["invocations"]?.items ?? [] {
        require(invocation["executionSuccessful"] != nil, "invocation.executionSuccessful")
      }
    }
    return faults
  }
}

extension JSONValue {
  subscript(_ key: String) -> JSONValue? {
    if case .object(let fields) = self { fields[key] } else { nil }
  }

  subscript(_ number: Int) -> JSONValue? {
    items.indices.contains(number) ? items[number] : nil
  }

  var items: [JSONValue] { if case .list(let items) = self { items } else { [] } }
  var words: String? { if case .text(let text) = self { text } else { nil } }
}
