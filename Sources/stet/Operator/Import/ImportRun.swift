import Editorial
import FoundationEssentials
import Glibc
import Store
import TextAnalysis
import Wire

/// What an import did.
struct ImportSummary: Encodable, Sendable {
  let name: String
  var filed = 0
  /// Items that were brought in before.
  var known = 0
  var failed = 0
  /// Files whose ending no story has.
  var leftOut = 0
  var claims = 0
  /// Claims that were due already and wait for their turn in the nightly run.
  var waiting = 0
  var bytes = 0
  var seconds = 0.0
  /// The file that lists what could not be imported.
  var report: String?
  var journal: String?

  init(name: String) { self.name = name }

  /// Stories a second; nil when nothing was filed.
  var rate: Double? { filed > 0 && seconds > 0 ? Double(filed) / seconds : nil }
}

/// Brings an archive in, batch by batch: while one is written, the next is read on all cores. Each batch is one
/// transaction, so that an import that dies has lost none of them and the next run goes on.
struct ImportRun {
  let newsroom: Newsroom
  let begun: ImportBegun
  let reports: ImportReport
  /// The day of stories that name none.
  let day: CivilDate?
  private var summary: ImportSummary

  /// Stories, and bytes, of one transaction: what a second's work is at most.
  private static let mostStories = 256
  private static let mostBytes = 2 << 20

  init(newsroom: Newsroom, begun: ImportBegun, reports: ImportReport, day: CivilDate?) {
    self.day = day
    self.newsroom = newsroom
    self.begun = begun
    self.reports = reports
    summary = ImportSummary(name: begun.name)
  }

  mutating func run(_ files: ArchiveFiles) async throws -> ImportSummary {
    var reader = ArchiveReader(files)
    let began = ContinuousClock.now
    var progress = Progress(of: files.total)
    summary.leftOut = files.leftOut
    try await withThrowingTaskGroup(of: [Result<ImportOutcome, ArchiveFault>].self) { group in
      while let items = try nextBatch(&reader) {
        let stories = try await read(items)
        if let written = try await group.next() { try count(written) }
        progress.show(
          reader.done, saying: "\(grouped(summary.filed + summary.known)) stories")
        group.addTask { [newsroom, begun] in try await write(stories, in: begun, of: newsroom) }
      }
      if let written = try await group.next() { try count(written) }
    }
    progress.end()
    summary.bytes = reader.done
    let elapsed = (ContinuousClock.now - began).components
    summary.seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    summary.report = reports.path
    summary.journal = try await newsroom.finishImport(
      begun, filed: summary.filed, failed: summary.failed, by: operatorActor)
    return summary
  }

  /// Items until the batch is full; nil at the end of the archive.
  private mutating func nextBatch(_ reader: inout ArchiveReader) throws -> [ArchiveItem]? {
    var items: [ArchiveItem] = []
    var bytes = 0
    while items.count < Self.mostStories, bytes < Self.mostBytes {
      switch reader.next() {
      case .item(let item):
        items.append(item)
        bytes += item.bytes.count
      case .fault(let fault): try fail(fault)
      case nil: return items.isEmpty ? nil : items
      }
    }
    return items
  }

  /// Reads what was not brought in before, on all cores.
  private mutating func read(_ items: [ArchiveItem]) async throws -> [(ArchiveItem, ImportedStory)] {
    let digests = items.map { sha256($0.bytes) }
    let before = try await newsroom.digestsBrought(digests)
    let new = zip(items, digests).filter { !before.contains($0.1) }.map { $0.0 }
    summary.known += items.count - new.count
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let (day, today) = (day, begun.today)
    let read = await withTaskGroup(of: [(Int, Result<ImportedStory, ArchiveFault>)].self) { group in
      for core in 0..<cores {
        group.addTask {
          var read: [(Int, Result<ImportedStory, ArchiveFault>)] = []
          for index in stride(from: core, to: new.count, by: cores) {
            do throws(ArchiveFault) {
              read.append((index, .success(try await importedStory(new[index], on: day, today: today))))
            } catch {
              read.append((index, .failure(error)))
            }
          }
          return read
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    var stories: [(ArchiveItem, ImportedStory)] = []
    for (index, result) in read.sorted(by: { $0.0 < $1.0 }) {
      switch result {
      case .success(let story): stories.append((new[index], story))
      case .failure(let fault): try fail(fault)
      }
    }
    return stories
  }

  private mutating func count(_ written: [Result<ImportOutcome, ArchiveFault>]) throws {
    for one in written {
      switch one {
      case .success(.filed(_, let claims, let waiting)):
        summary.filed += 1
        summary.claims += claims
        summary.waiting += waiting
      case .success(.known), .success(.changed): summary.known += 1
      case .failure(let fault): try fail(fault)
      }
    }
  }

  private mutating func fail(_ fault: ArchiveFault) throws {
    summary.failed += 1
    try reports.add(fault)
  }
}

/// Writes a batch; where it is refused, story by story, so that one that cannot be filed keeps no other back.
private func write(
  _ stories: [(item: ArchiveItem, story: ImportedStory)], in begun: ImportBegun, of newsroom: Newsroom
) async throws -> [Result<ImportOutcome, ArchiveFault>] {
  do {
    let outcomes = try await newsroom.bring(stories.map(\.story), in: begun, by: operatorActor)
    return zip(stories, outcomes).map { one, outcome in
      guard case .changed(let slug) = outcome else { return .success(outcome) }
      return .failure(
        ArchiveFault(
          file: one.item.file, line: one.item.line,
          why:
            "“\(one.story.item)” was imported with other words, as \(slug): file the change as its revision.")
      )
    }
  } catch let refusal as Refusal {
    guard let one = stories.first else { return [] }
    guard stories.count > 1 else {
      return [.failure(ArchiveFault(file: one.item.file, line: one.item.line, why: refusal.says))]
    }
    var outcomes: [Result<ImportOutcome, ArchiveFault>] = []
    for story in stories { outcomes += try await write([story], in: begun, of: newsroom) }
    return outcomes
  }
}

/// The list of what could not be imported: made when the first is found, one JSON object a line.
final class ImportReport {
  let wanted: String
  /// Where it is; nil while nothing failed.
  private(set) var path: String?
  /// The first few, for whoever watches.
  private(set) var first: [ArchiveFault] = []
  private var descriptor: Int32 = -1

  init(_ path: String) { wanted = path }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func add(_ fault: ArchiveFault) throws {
    if first.count < 10 { first.append(fault) }
    if descriptor < 0 {
      descriptor = open(wanted, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw unwritable }
      path = wanted
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = Array(try encoder.encode(fault)) + [0x0A]
    guard line.withUnsafeBytes({ write(descriptor, $0.baseAddress, $0.count) }) == line.count else {
      throw unwritable
    }
  }

  private var unwritable: ProblemJSON {
    ProblemJSON(
      type: "/problems/file", title: "The list of failures cannot be written", status: 0,
      detail:
        "\(wanted): \(String(cString: strerror(errno))). What was imported stays; name another file with "
        + "--report, and run it again: it goes on where it stopped.", exitCode: ExitStatus.unavailable)
  }
}
