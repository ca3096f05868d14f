import FoundationEssentials
import Glibc
import TestCluster
import Testing

@Suite("Checkpoints from the command line", .serialized, .timeLimit(.minutes(5)))
struct CheckpointProgramTests {
  @Test(
    "A checkpoint that is kept elsewhere finds what was cut since, and one of another newsroom is refused")
  func keptElsewhere() async throws {
    let folder = try TemporaryFolder()
    let (own, other) = (StetProgram(in: folder, data: "own"), StetProgram(in: folder, data: "other"))
    let (file, dump) = (folder.path + "/kept.txt", folder.path + "/before.dump")
    try await own.run("desk", "add", "courts")
    #expect(try await own.run("backup", dump).code == 0)
    try await own.run("member", "add", "ana", "--desk", "courts", "--role", "reporter")

    let made = try await own.run("journal", "checkpoint", "--to", file)
    #expect(made.code == 0, "\(made.err)")
    let key = try #require(made.out.split(separator: " ").last.map { String($0.dropLast()) })
    var status = stat()
    #expect(lstat(own.data + "/checkpoint.key", &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(try await own.run("journal", "checkpoint", "--to", file).code == 73)
    let kept = try await own.run("journal", "verify", "--checkpoint", file)
    #expect(kept.code == 0, "\(kept.err)")
    #expect(kept.out.contains("Compared with a checkpoint of 3 chains."))
    #expect(try await own.run("journal", "verify", "--receipt", file).code == 0)

    // An old backup in its place: every link holds, and the checkpoint says what is missing.
    #expect(try await other.run("restore", dump).code == 0)
    #expect(try await other.run("journal", "verify").code == 0)
    let cut = try await other.run("journal", "verify", "--checkpoint", file, "--signed-by", key)
    #expect(cut.code == 1)
    #expect(cut.out.contains("the chain was cut after entry 1"), "\(cut.out)")

    // Nobody vouches for a key that is not known here.
    #expect(try await other.run("journal", "verify", "--checkpoint", file).code == 65)
    #expect(try await other.run("journal", "checkpoint").code == 0)
    let foreign = try await other.run("journal", "verify", "--checkpoint", file)
    #expect(foreign.code == 65)
    #expect(foreign.err.contains(key))

    let text = String(decoding: try #require(FileManager.default.contents(atPath: file)), as: UTF8.self)
    try Data(text.replacing("#2:", with: "#1:").utf8).write(to: URL(filePath: file))
    #expect(try await own.run("journal", "verify", "--checkpoint", file).code == 65)
    #expect(try await own.run("journal", "verify", "--checkpoint", folder.path + "/none").code == 66)
    #expect(try await own.run("journal", "verify", "--receipt", dump).code == 65)
  }

  @Test("Nothing is preserved, taken out or erased that is not there, and no erasure goes unconfirmed")
  func orders() async throws {
    let folder = try TemporaryFolder()
    let program = StetProgram(in: folder)
    #expect(try await program.run("preserve", "none", "--order", "1").code == 66)
    #expect(try await program.run("preserve", "none", "--order", "1", "--lift").code == 66)
    #expect(try await program.run("export", "none", "--for", "counsel").code == 66)
    let unconfirmed = try await program.run("erase", "none", "--order", "1", "--approved-by", "dov")
    #expect(unconfirmed.code == 64)
    let missing = try await program.run(
      "erase", "none", "--order", "1", "--approved-by", "dov", "--confirm", "none")
    #expect(missing.code == 66)
  }
}
