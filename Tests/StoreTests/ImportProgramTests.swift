import FoundationEssentials
import TestCluster
import Testing

@testable import Store

@Suite("stet import as an operator runs it")
struct ImportProgramTests {
  private static func row(_ id: Int, _ words: String) -> String {
    #"{"id":"\#(id)","published":"2016-07-1\#(id)","headline":"Fire \#(id)","body":"\#(words) The owner plans to appeal."}"#
  }

  @Test("What can be imported is, the rest is listed by line, and a second run files only what was mended")
  func runs() async throws {
    let folder = try TemporaryFolder()
    let stet = StetProgram(in: folder)
    func archive(_ lines: [String]) throws -> String {
      let path = folder.path + "/archive.jsonl"
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
      return path
    }
    let report = folder.path + "/failed.jsonl"
    let broken = try archive([Self.row(1, "One."), "nonsense", Self.row(3, "Three."), ""])
    let nobody = try await stet.run("import", broken)
    #expect(nobody.code == 64 && nobody.err.contains("Nothing was imported."))
    try #require(try await stet.run("member", "add", "ana", "--desk", "main", "--role", "editor").code == 0)

    let first = try await stet.run("import", broken, "--report", report)
    #expect(first.code == 1)
    #expect(first.out.hasPrefix("2 stories of archive.jsonl imported in "))
    #expect(first.err.contains("archive.jsonl:2: It is no JSON.\n"))
    let listed = try String(decoding: Data(contentsOf: URL(filePath: report)), as: UTF8.self)
    #expect(listed == #"{"file":"archive.jsonl","line":2,"why":"It is no JSON."}"# + "\n")

    let mended = try archive([Self.row(1, "One."), Self.row(2, "Two."), Self.row(3, "Three.")])
    let second = try await stet.run("import", mended, "--json")
    #expect(second.code == 0)
    #expect(second.out.contains(#""filed" : 1"#) && second.out.contains(#""known" : 2"#))
    #expect(try await stet.run("import", folder.path + "/none").code == 66)
    #expect(try await stet.run("journal", "verify").code == 0)
  }

  @Test("A story that goes out of one newsroom as ninjs is the same in another")
  func roundTrip() async throws {
    let folder = try TemporaryFolder()
    let (one, other) = (StetProgram(in: folder, data: "one"), StetProgram(in: folder, data: "other"))
    for stet in [one, other] {
      try #require(try await stet.run("member", "add", "ana", "--desk", "main", "--role", "editor").code == 0)
    }
    let text = "---\npublished: 2016-07-13\nbyline: [Ana Ruiz]\nstandfirst: A leak\n---\n" + Room.story
    try Data(text.utf8).write(to: URL(filePath: folder.path + "/fire.md"))
    try #require(try await one.run("import", folder.path + "/fire.md").code == 0)
    let out = try await one.run("export", "harbour-fire", "--as", "ninjs")
    try #require(out.code == 0 && out.out.contains(#""pubStatus" : "usable""#))
    #expect(out.out.contains(#""versionCreated" : "2016-07-13T00:00:00"#))
    try Data(out.out.utf8).write(to: URL(filePath: folder.path + "/fire.json"))
    try #require(try await other.run("import", folder.path + "/fire.json").code == 0)
    let back = try await other.run("export", "harbour-fire", "--as", "ninjs")
    #expect(back.out == out.out)
    let article = try await other.run("export", "harbour-fire", "--as", "schema.org")
    #expect(article.code == 0 && article.out.contains(#""datePublished" : "2016-07-13""#))
  }
}
