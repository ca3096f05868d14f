import FoundationEssentials
import Glibc
import TestCluster
import Testing

@Suite("Backup and restore", .serialized, .timeLimit(.minutes(5)))
struct BackupTests {
  @Test("What was backed up comes back whole, into an empty database only, and over no file")
  func roundTrip() async throws {
    let folder = try TemporaryFolder()
    let (old, new) = (StetProgram(in: folder, data: "old"), StetProgram(in: folder, data: "new"))
    let file = folder.path + "/newsroom.dump"
    try await old.run("desk", "add", "courts")
    try await old.run("member", "add", "ana", "--desk", "courts", "--role", "reporter", "--name", "Ana Ruíz")
    let members = try await old.run("member", "list", "--json")
    #expect(members.code == 0, "\(members.err)")
    #expect(members.out.contains("Ana Ruíz"))

    let written = try await old.run("backup", file)
    #expect(written.code == 0, "\(written.err)")
    let bytes = try #require(FileManager.default.contents(atPath: file))
    #expect(!FileManager.default.fileExists(atPath: file + ".partial"))
    var status = stat()
    #expect(lstat(file, &status) == 0)
    #expect(status.st_mode & 0o077 == 0, "the whole newsroom, and others may read it")

    let again = try await old.run("backup", file)
    #expect(again.code == 73)
    #expect(again.err.contains("exists already"))
    #expect(FileManager.default.contents(atPath: file) == bytes)

    let restored = try await new.run("restore", file)
    #expect(restored.code == 0, "\(restored.err)")
    #expect(restored.out.hasPrefix("The newsroom is back. Every link holds: "))
    #expect(try await new.run("member", "list", "--json").out == members.out)
    #expect(try await new.run("journal", "verify").code == 0)

    let twice = try await new.run("restore", file)
    #expect(twice.code == 73)
    #expect(twice.err.split(separator: "\n").joined(separator: " ").contains("Nothing was restored"))
    // The original is as it was, and goes on.
    #expect(try await old.run("desk", "add", "sport").code == 0)
    #expect(try await old.run("journal", "verify").code == 0)
  }

  @Test("A file that is none, or no backup, restores nothing, and the database stays empty")
  func noBackup() async throws {
    let folder = try TemporaryFolder()
    let program = StetProgram(in: folder)
    let missing = try await program.run("restore", folder.path + "/none.dump")
    #expect(missing.code == 66)
    #expect(missing.err.contains("Nothing was restored"))
    for (name, content) in [("empty", ""), ("words", "no backup"), ("torn", "PGDMP\u{1}\u{E}\0")] {
      let file = "\(folder.path)/\(name).dump"
      try Data(content.utf8).write(to: URL(filePath: file))
      let refused = try await program.run("restore", file)
      #expect(refused.code == 69, "\(name): \(refused.err)")
      // Still empty: the next attempt is not refused for what the last one left.
      #expect(!refused.err.contains("not empty"), "\(name)")
    }
  }

  @Test("A backup that cannot be written leaves no part of one")
  func notWritten() async throws {
    let folder = try TemporaryFolder()
    let program = StetProgram(in: folder)
    let refused = try await program.run("backup", folder.path + "/no/such/folder/newsroom.dump")
    #expect(refused.code != 0)
    #expect(!refused.err.isEmpty)
    #expect(refused.out.isEmpty)
  }
}
