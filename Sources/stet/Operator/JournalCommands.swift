import ArgumentParser
import Editorial
import EmbeddedPostgres
import FoundationEssentials
import Glibc
import Store
import Wire

struct JournalCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Check the journal, and vouch for it.",
    subcommands: [Verify.self, Checkpoint.self])

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check every link of every chain.",
      discussion: """
        Exit 1 when something does not fit. A chain that somebody rewrote whole, or cut at its end together with its \
        head, can only be found with what was kept elsewhere: the receipt of an act, or a checkpoint.

        Examples:
          stet journal verify
          stet journal verify --receipt answer.json
          stet journal verify --checkpoint /media/vault/2026-11-22.txt
        """)
    @Option(
      help: ArgumentHelp(
        "A receipt, or a file with some in it, such as an answer that was kept; may be repeated.",
        valueName: "file|text"))
    var receipt: [String] = []
    @Option(help: ArgumentHelp("What stet journal checkpoint wrote.", valueName: "file"))
    var checkpoint: String?
    @Option(
      help: ArgumentHelp(
        "The public key that signed it; else that of the key in STET_DATA.", valueName: "key"))
    var signedBy: String?
    @OptionGroup var common: OperatorOptions

    func run() async throws {
      let receipts = try receipt.flatMap(kept)
      let heads = try checkpoint.map { try trusted($0).heads } ?? []
      let report = try await Workplace.with {
        try await $0.newsroom.verifyJournal(against: receipts + heads)
      }
      Terminal.out(
        try common.json
          ? prettyJSON(VerifyJSON(report)) : verifyText(report) + compared(receipts.count, heads.count))
      if !report.faults.isEmpty { throw ExitCode(ExitStatus.found) }
    }

    private func kept(_ value: String) throws -> [JournalReceipt] {
      if let receipt = JournalReceipt(value) { return [receipt] }
      let found = JournalReceipt.all(in: try text(ofFile: value))
      guard !found.isEmpty else {
        throw unreadable("\(value) has no receipt in it; one looks like draft/12#7: and 64 digits.")
      }
      return found
    }

    private func trusted(_ file: String) throws -> JournalCheckpoint {
      let checkpoint = try JournalCheckpoint(try text(ofFile: file))
      let key = hexadecimal(checkpoint.publicKey)
      guard let known = try signedBy ?? storedKey(defaultKeyFile).map({ hexadecimal($0.publicKey) }) else {
        throw unreadable(
          "\(file) is signed with \(key), and there is no key here to compare that with. Nothing was compared; if it is "
            + "the right one, give it with --signed-by.")
      }
      guard known == key else {
        throw unreadable("\(file) is signed with \(key), not with \(known). Nothing was compared.")
      }
      return checkpoint
    }

    private func compared(_ receipts: Int, _ heads: Int) -> String {
      let with = [
        receipts > 0 ? counted(receipts, "receipt") : nil,
        heads > 0 ? "a checkpoint of \(counted(heads, "chain"))" : nil,
      ].compactMap(\.self)
      return with.isEmpty ? "" : "Compared with \(enumerated(with)).\n"
    }
  }

  struct Checkpoint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down the end of every chain, signed, to be kept elsewhere.",
      discussion: """
        Keep it, and the public key that is shown, where nobody who runs the database can write. The key that signs is \
        made on first use, in STET_DATA. Exit 1, and nothing is signed, when the journal does not verify.

        Examples:
          stet journal checkpoint --to /media/vault/$(date +%F).txt
          stet journal checkpoint --key /etc/stet/checkpoint.key
        """)
    @Option(help: ArgumentHelp("File to write; it must not exist yet.", valueName: "file")) var to: String?
    @Option(help: ArgumentHelp("File of the key that signs; made when it is not there.", valueName: "file"))
    var key: String?

    func run() async throws {
      let (key, to) = (key, to)
      let (report, checkpoint) = try await Workplace.with { place in
        let report = try await place.newsroom.verifyJournal()
        let checkpoint =
          report.faults.isEmpty
          ? try await place.newsroom.checkpoint(signedWith: try signingKey(key ?? defaultKeyFile)) : nil
        return (report, checkpoint)
      }
      guard let checkpoint else {
        Terminal.err(verifyText(report) + "Nothing was signed.\n")
        throw ExitCode(ExitStatus.found)
      }
      let chains = counted(checkpoint.heads.count, "chain")
      if let to {
        try writeNew(to, checkpoint.text, mode: 0o644)
        Terminal.out(
          "The ends of \(chains) are in \(shown(to)).\nPublic key: \(hexadecimal(checkpoint.publicKey))\n")
      } else {
        Terminal.out(checkpoint.text)
        Terminal.err("The ends of \(chains). Public key: \(hexadecimal(checkpoint.publicKey))\n")
      }
    }
  }
}

func verifyText(_ report: JournalReport) -> String {
  let erased = report.erased == 0 ? "" : ", \(report.erased) of them erased under order"
  if report.faults.isEmpty {
    return "Every link holds: \(report.entries) entries in \(report.chains) chains\(erased).\n"
  }
  return
    "\(counted(report.faults.count, "fault")) in \(report.entries) entries of \(report.chains) chains:\n"
    + report.faults.map { "  \($0)\n" }.joined()
}

struct VerifyJSON: Encodable {
  struct Fault: Encodable {
    let chain: String
    let seq: Int64
    let says: String
  }
  let chains: Int
  let entries: Int
  let erased: Int
  let faults: [Fault]

  init(_ report: JournalReport) {
    chains = report.chains
    entries = report.entries
    erased = report.erased
    faults = report.faults.map { Fault(chain: $0.chain, seq: $0.seq, says: $0.says) }
  }
}

private var defaultKeyFile: String {
  ClusterLocation.standard(environment: Terminal.environment, isRoot: geteuid() == 0).directory
    + "/checkpoint.key"
}

/// The key in a file; nil when there is none.
private func storedKey(_ file: String) throws -> CheckpointKey? {
  guard access(file, F_OK) == 0 else { return nil }
  guard let key = CheckpointKey(try text(ofFile: file)) else {
    throw unreadable("\(file) is no key of checkpoints.")
  }
  return key
}

private func signingKey(_ file: String) throws -> CheckpointKey {
  if let key = try storedKey(file) { return key }
  let key = CheckpointKey()
  try writeNew(file, key.text, mode: 0o600)
  return key
}

private func text(ofFile path: String) throws -> String {
  guard let data = FileManager.default.contents(atPath: path) else {
    throw problem(
      file: path, missing: true, why: String(cString: strerror(errno)), told: "Nothing was compared.")
  }
  return String(decoding: data, as: UTF8.self)
}

/// Writes a file that must not be there yet, and that no power failure takes away again.
private func writeNew(_ path: String, _ text: String, mode: mode_t) throws {
  func failure() -> ProblemJSON {
    ProblemJSON(
      type: "/problems/file", title: "The file was not written", status: 0,
      detail: "\(path): \(String(cString: strerror(errno))). Nothing was signed.",
      exitCode: errno == EEXIST ? ExitStatus.conflict : ExitStatus.unavailable)
  }
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
  guard descriptor >= 0 else { throw failure() }
  defer { close(descriptor) }
  let bytes = Array(text.utf8)
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes {
      Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
    }
    guard count > 0 else { throw failure() }
    written += count
  }
  guard fsync(descriptor) == 0 else { throw failure() }
}

private func unreadable(_ detail: String) -> ProblemJSON {
  ProblemJSON(
    type: "/problems/unreadable", title: "It cannot be relied on", status: 0, detail: detail,
    exitCode: ExitStatus.unreadable)
}
