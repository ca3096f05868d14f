import AsyncHTTPClient
import Client
import Editorial
import FoundationEssentials
import NIOCore
import NIOHTTP1
import Postgres
import Store
import TestCluster
import Testing
import TextAnalysis
import Wire

/// An answer of the service as it came over the wire.
struct Reply: Sendable {
  let status: Int
  let headers: HTTPHeaders
  let body: [UInt8]

  func header(_ name: String) -> String? { headers.first(name: name) }

  var text: String { String(decoding: body, as: UTF8.self) }

  /// The problem document; nil unless media type, status and title are those of one.
  var problem: ProblemJSON? {
    guard header("Content-Type") == "application/problem+json",
      let problem = try? JSONDecoder().decode(ProblemJSON.self, from: Data(body)), problem.status == status,
      problem.type.hasPrefix("/problems/"), !problem.title.isEmpty, !problem.detail.isEmpty
    else { return nil }
    return problem
  }

  func value<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder().decode(type, from: Data(body))
  }
}

/// As many connections at once as a test has requests: the usual client keeps to eight.
private let crowdClient: HTTPClient = {
  var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
  configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
  return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
}()

extension House {
  /// One raw request. `path` is sent as it stands; `handle` nil sends no token.
  func send(
    _ method: HTTPMethod, _ path: String, body: [UInt8]? = nil, type: String? = nil, key: String? = nil,
    as handle: String? = "ana", authorization: String? = nil
  ) async throws -> Reply {
    var request = HTTPClientRequest(url: url + path)
    request.method = method
    if let header = authorization ?? handle.flatMap({ tokens[$0] }).map({ "Bearer \($0)" }) {
      request.headers.add(name: "Authorization", value: header)
    }
    if let type { request.headers.add(name: "Content-Type", value: type) }
    if let key { request.headers.add(name: "Idempotency-Key", value: key) }
    if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
    let response = try await crowdClient.execute(request, timeout: .seconds(60))
    let collected = try await response.body.collect(upTo: 64 * 1_048_576)
    return Reply(
      status: Int(response.status.code), headers: response.headers, body: Array(collected.readableBytesView))
  }

  func get(_ path: String, as handle: String = "ana") async throws -> Reply {
    try await send(.GET, path, as: handle)
  }

  func post(
    _ path: String, body: [UInt8], type: String, key: String? = nil, as handle: String = "ana"
  ) async throws -> Reply {
    try await send(.POST, path, body: body, type: type, key: key, as: handle)
  }

  func post(
    _ path: String, json: String, key: String? = nil, as handle: String = "ana"
  ) async throws -> Reply {
    try await send(.POST, path, body: Array(json.utf8), type: "application/json", key: key, as: handle)
  }

  /// Files a draft, or the next revision of `draft`.
  @discardableResult
  func file(
    _ bytes: [UInt8], as handle: String = "ana", draft: String? = nil, type: String = "text/plain",
    _ filing: Client.Filing = .init()
  ) async throws -> DraftAnswer {
    try await api(handle).submit(
      file: bytes, mediaType: type, draft: draft, filing: filing, key: StetAPI.freshKey()
    ).value
  }

  @discardableResult
  func file(
    _ story: Story, as handle: String = "ana", draft: String? = nil, _ filing: Client.Filing? = nil
  ) async throws -> DraftAnswer {
    try await file(
      story.bytes, as: handle, draft: draft,
      filing ?? .init(slug: draft == nil ? "harbour" : nil, published: "2024-07-13"))
  }

  @discardableResult
  func sign(
    _ labels: [String] = [], of slug: String = "harbour", by handle: String = "ben",
    _ verdict: Verdict = .approve,
    read: Read = .fact, revision: Int = 1, reason: String? = nil, key: String = StetAPI.freshKey()
  ) async throws -> DraftAnswer {
    try await api(handle).signOff(
      slug,
      SignOffRequest(
        keyPoints: labels, all: labels.isEmpty ? true : nil, read: read, verdict: verdict, basis: nil,
        comment: nil,
        reason: reason ?? (verdict == .approve ? nil : "how so?"), evidence: nil, revision: revision),
      key: key
    ).value
  }

  @discardableResult
  func withdraw(
    _ labels: [String], of slug: String = "harbour", by handle: String = "ben", read: Read? = nil
  ) async throws -> DraftAnswer {
    try await api(handle).withdraw(
      slug, WithdrawalRequest(keyPoints: labels, read: read, reason: "seen again"), key: StetAPI.freshKey()
    ).value
  }

  @discardableResult
  func publish(
    _ slug: String = "harbour", by handle: String = "dov", on day: String? = nil, override: Bool? = nil,
    reason: String? = nil, revision: Int? = nil
  ) async throws -> DraftAnswer {
    try await api(handle).publish(
      slug, PublicationRequest(on: day, override: override, reason: reason, revision: revision),
      key: StetAPI.freshKey()
    ).value
  }

  func show(_ slug: String = "harbour", as handle: String = "ana") async throws -> DraftJSON {
    try await api(handle).draft(slug).value.draft
  }

  /// How many rows each table has.
  func rows() async throws -> [String: Int] {
    try await database.read { tx in
      let tables = try tx.all(
        "select table_name::text from information_schema.tables where table_schema = 'public' "
          + "and table_type = 'BASE TABLE' order by 1", as: String.self)
      var counts: [String: Int] = [:]
      for table in tables {
        counts[table] = try tx.first("select count(*) from \(unescaped: table)", as: Int.self)
      }
      return counts
    }
  }

  /// Changes the database behind the service's back, past every trigger.
  func tamper(_ statement: SQL) async throws {
    try await database.write { tx in
      try tx.run("set local session_replication_role = replica")
      try tx.run(statement)
    }
  }

  func today() async throws -> CivilDate { try await newsroom.today() }
}

/// The problem document with which the service refuses; nil, recorded as an issue, when it does not.
func refusal(
  _ location: SourceLocation = #_sourceLocation, _ request: () async throws -> some Any
) async -> ProblemJSON? {
  do {
    let answer = try await request()
    Issue.record("this was not refused: \(answer)", sourceLocation: location)
    return nil
  } catch let problem as ProblemJSON {
    return problem
  } catch {
    Issue.record("no problem document but \(error)", sourceLocation: location)
    return nil
  }
}

/// A draft in the usual layout.
struct Story: Sendable {
  var front: String?
  var body =
    "A fire destroyed two warehouses in the harbour on Friday night. Nobody was hurt. "
    + "The owner, Quay Storage, plans to appeal the fine that it was given in May.\n\n"
    + "The harbour police said that the pump had been serviced in June. Divers said that nobody had touched it."
  var keyPoints = [
    "Two warehouses burned down.", "The damage came to 40 million euros.",
    "The pump had been serviced in June.",
  ]
  var contradictions: [String] = []

  var text: String {
    (front.map { "---\n\($0)\n---\n" } ?? "") + body
      + (keyPoints.isEmpty ? "" : "\n\nKey points\n" + keyPoints.map { "- \($0)\n" }.joined())
      + (contradictions.isEmpty ? "" : "\nContradictions\n" + contradictions.map { "- \($0)\n" }.joined())
  }
  var bytes: [UInt8] { Array(text.utf8) }
}

/// The same with something changed.
func story(_ change: (inout Story) -> Void = { _ in }) -> Story {
  var story = Story()
  change(&story)
  return story
}

/// A file of the checkout, found from this file's own place.
func projectFile(_ path: String) throws -> [UInt8] {
  let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
    separator: "/")
  return Array(try Data(contentsOf: URL(filePath: "\(root)/\(path)")))
}

/// A file of the corpora that the project does not own; nil, with a line that says so, where there are none.
func corpusFile(_ path: String, whatIsNotChecked: String) throws -> [UInt8]? {
  guard let folder = ProcessInfo.processInfo.environment["STET_CORPORA"], !folder.isEmpty else {
    print("STET_CORPORA is not set: \(whatIsNotChecked) was not checked.")
    return nil
  }
  let base = folder.hasPrefix("/") ? folder : "\(FileManager.default.currentDirectoryPath)/\(folder)"
  return Array(try Data(contentsOf: URL(filePath: "\(base)/\(path)")))
}

extension [UInt8] {
  subscript(start: Int, end: Int) -> String {
    start >= 0 && start <= end && end <= count
      ? String(decoding: self[start..<end], as: UTF8.self) : "out of range"
  }
}
