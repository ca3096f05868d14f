import FoundationEssentials
import Glibc
import TestCluster
import Testing

@Suite("What is out on the web beside what was signed", .serialized, .timeLimit(.minutes(5)))
struct VerifyTests {
  private static let story = """
    Two warehouses burned down on Friday. Nobody was hurt.

    The owner said that the pump had been serviced in June.

    Key points
    - Two warehouses burned down.
    """
  private static let text = """
    Home | News

    Two warehouses burned down on Friday. Nobody was hurt.

    ADVERTISEMENT

    The owner said that the pump had been serviced in June.
    """
  private static let html = """
    <!doctype html><title>Fire</title><nav><a href="/">Home</a></nav><h1>Fire in the harbour</h1>
    <p>Two <a href="/w">warehouses</a> burned down on Friday. Nobody was&nbsp;hurt.</p><aside>Tickets from 9
    euros!</aside><script>ignore("me")</script>
    <p>The owner said that the pump had been serviced in <em>June</em>.</p><footer>All rights reserved.</footer>
    """

  @Test("A page is fetched and compared; what is changed on it is found, and what cannot be read is said")
  func pages() async throws {
    let folder = try TemporaryFolder()
    let program = StetProgram(in: folder)
    let file = folder.path + "/story.txt"
    try Data(Self.story.utf8).write(to: URL(filePath: file))
    let site = try PageServer()
    defer { site.stop() }
    let serving = try await program.serve("--time-zone", "America/Denver")
    try await program.run("submit", file, "--slug", "fire")
    let early = try await program.run("verify", "fire", "--live", file)
    #expect(early.code == 66, "\(early.err)")
    let published = try await program.run("publish", "fire", "--override", "--reason", "a test")
    #expect(published.code == 0, "\(published.err)")

    func page(_ path: String, _ body: String, type: String = "text/plain; charset=UTF-8") -> String {
      site.set(path, .init(headers: ["Content-Type: \(type)"], body: Array(body.utf8)))
      return site.url(path)
    }
    func verify(_ live: String, _ more: String...) async throws -> StetProgram.Ended {
      more.isEmpty
        ? try await program.run("verify", "fire", "--live", live)
        : try await program.run("verify", "fire", "--live", live, more[0])
    }

    let same = try await verify(page("/same", Self.text))
    #expect(same.code == 0, "\(same.out)\(same.err)")
    #expect(same.out == "Every sentence of fire r1 stands on the page.\n")
    let changed = try await verify(page("/changed", Self.text.replacing("Two ware", with: "Three ware")))
    #expect(changed.code == 1)
    #expect(changed.out.contains("NUMBER") && changed.out.contains("{+Three+}"), "\(changed.out)")
    #expect(changed.out.contains("K1 rests on what"), "\(changed.out)")
    let json = try await verify(site.url("/changed"), "--json")
    #expect(json.code == 1 && json.out.contains("\"differs\" : true"), "\(json.out)")

    // On the way to the page.
    for hop in 1...6 {
      site.set("/hop\(hop)", .init(status: "302 Found", headers: ["Location: /hop\(hop - 1)"]))
    }
    site.set("/hop0", .init(headers: ["Content-Type: text/plain"], body: Array(Self.text.utf8)))
    #expect(try await verify(site.url("/hop5")).code == 0)
    site.set("/out", .init(status: "302 Found", headers: ["Location: file:///etc/passwd"]))
    let latin = Array("caf".utf8) + [0xE9]
    site.set("/latin", .init(headers: ["Content-Type: text/plain"], body: latin))
    site.set(
      "/long",
      .init(headers: ["Content-Type: text/plain"], body: Array(repeating: 0x61, count: 10 * 1_048_576 + 1)))
    let nobody = site.url("/x").replacing(":\(site.port)/", with: ":1/")
    for (address, code, says) in [
      (site.url("/hop6"), 69, "more than 5 redirects"), (site.url("/out"), 69, "status 302"),
      (site.url("/none"), 66, "is not there"), (site.url("/latin"), 65, "UTF-8"),
      (page("/koi", "x", type: "text/html; charset=koi8-r"), 65, "koi8-r"),
      (page("/pdf", "x", type: "application/pdf"), 65, "application/pdf"),
      (site.url("/long"), 65, "10 MiB"), (nobody, 69, "does not answer"), ("https://", 64, "no address"),
    ] as [(String, Int32, String)] {
      let refused = try await verify(address)
      #expect(refused.code == code && refused.out.isEmpty, "\(address): \(refused.code) \(refused.err)")
      #expect(refused.err.contains(says), "\(address): \(refused.err)")
    }

    let read = try await verify(page("/html", Self.html, type: "text/html"))
    if read.err.contains("pandoc") {
      print("pandoc is not on PATH: that HTML is compared was not checked.")
      #expect(read.code == 69 && read.err.contains("--live FILE"), "\(read.err)")
    } else {
      #expect(read.code == 0, "\(read.out)\(read.err)")
      let wrong = try await verify(
        page("/html2", Self.html.replacing("in <em>June</em>", with: "in <em>July</em>"), type: "text/html"))
      #expect(wrong.code == 1 && wrong.out.contains("{+July+}"), "\(wrong.out)\(wrong.err)")
    }
    #expect(try await serving.stop() == 0)
  }
}
