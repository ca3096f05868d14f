import Editorial
import Postgres

/// For whom a transaction reads. Drafts that are limited are there for their readers and for the newsroom's own work.
public enum Reader: Hashable, Sendable {
  /// By id.
  case member(Int64)
  /// The night, the schedule and operators, who work on the database itself.
  case newsroom
  /// Nothing that is limited.
  case nobody
}

/// One newsroom in one database: every act and every view, each one transaction.
public struct Newsroom: Sendable {
  public let database: Database
  private let reader: Reader

  public init(database: Database, for reader: Reader = .newsroom) {
    self.database = database
    self.reader = reader
  }

  /// The same newsroom as somebody else may read it.
  public func read(by reader: Reader) -> Newsroom { Newsroom(database: database, for: reader) }

  /// Runs a transaction and translates what went wrong in it.
  func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    do {
      return try await database.write { [reader] tx in
        try tx.read(for: reader)
        return try body(tx)
      }
    } catch let error as DatabaseError {
      throw translated(error)
    }
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    do {
      return try await database.read { [reader] tx in
        try tx.read(for: reader)
        return try body(tx)
      }
    } catch let error as DatabaseError {
      throw translated(error)
    }
  }

  /// Runs one member's act and keeps its answer under the idempotency key, in the same transaction: a retry with
  /// the same key gets the first answer and does nothing again.
  ///
  /// A concurrent request with the same key waits for the first one. The same key with another request is refused.
  /// A refused act leaves no key behind, since nothing happened. Who has lost a role since, or may not read the draft
  /// any more, gets no answer again that they could read then.
  func perform<Outcome>(
    _ caller: Caller, answer: @escaping @Sendable (Outcome) throws -> [UInt8],
    _ act: @escaping @Sendable (Transaction) throws -> Outcome
  ) async throws -> StoredAnswer {
    try await read(by: .member(caller.memberID)).write { tx in
      guard let idempotency = caller.idempotency else {
        return StoredAnswer(body: try answer(try act(tx)), isReplay: false)
      }
      if let stored = try tx.claim(idempotency, of: caller.memberID) {
        return StoredAnswer(body: stored, isReplay: true)
      }
      let body = try answer(try act(tx))
      try tx.run(
        """
        update idempotency_keys set body = \(body)
        where member_id = \(caller.memberID) and key = \(idempotency.key)
        """)
      return StoredAnswer(body: body, isReplay: false)
    }
  }
}

/// The member on whose behalf a request runs, and the key that makes a retry safe.
public struct Caller: Sendable {
  public let memberID: Int64
  public let handle: String
  public let idempotency: Idempotency?

  public init(memberID: Int64, handle: String, idempotency: Idempotency?) {
    self.memberID = memberID
    self.handle = handle
    self.idempotency = idempotency
  }

  var actor: Actor { .member(handle: handle) }
}

public struct Idempotency: Sendable {
  /// What the client sent as `Idempotency-Key`: 1 to 200 characters.
  public let key: String
  /// SHA-256 of method, path, query and body.
  public let requestDigest: [UInt8]
  public init(key: String, requestDigest: [UInt8]) {
    self.key = key
    self.requestDigest = requestDigest
  }
}

/// What an act left, with the address of its journal entry, such as `draft/12#7:HASH`: a receipt to keep.
public struct Journaled<Value: Sendable>: Sendable {
  public let value: Value
  public let journal: String
  /// What else the act did, a line each.
  public var notices: [String] = []
}

/// An answer as it was given the first time.
public struct StoredAnswer: Sendable {
  public let body: [UInt8]
  public let isReplay: Bool
}

/// Why the store could not do what was asked, where the act itself was not refused.
public enum StoreError: Error, Sendable, Equatable {
  /// The database does not answer. Nothing was done.
  case unavailable(String)
  /// All connections are in use, or a lock was waited for too long. Nothing was done.
  case busy
  /// COMMIT was sent and its answer never came: done or not.
  case outcomeUnknown(String)
  /// The caller went away. Nothing was done.
  case cancelled
  /// The schema is not the one that this program knows.
  case schema(String)
  /// The program is wrong; the message is for the log, not for the caller.
  case defect(String)
}

extension Transaction {
  /// The one place that says for whom this transaction reads: `may_read` of the schema asks for it.
  fileprivate func read(for reader: Reader) throws {
    let name: String
    switch reader {
    case .member(let id): name = String(id)
    case .newsroom: name = "newsroom"
    case .nobody: return
    }
    try run("select set_config('stet.reader', \(name), true)")
  }

  /// Claims an idempotency key; the stored answer when the same request ran before.
  fileprivate func claim(_ idempotency: Idempotency, of member: Int64) throws -> [UInt8]? {
    let claimed = try run(
      """
      insert into idempotency_keys (member_id, key, request_digest, roles)
      values (\(member), \(idempotency.key), \(idempotency.requestDigest), roles_held(\(member)))
      on conflict do nothing
      """)
    if claimed.affected == 1 { return nil }
    let stored = try first(
      """
      select k.request_digest, k.body, m.active and coalesce(k.roles <@ roles_held(m.id), false)
      from idempotency_keys k join members m on m.id = k.member_id
      where k.member_id = \(member) and k.key = \(idempotency.key)
      """, as: ([UInt8], [UInt8]?, Bool).self)
    guard let (digest, body, mayRead) = stored, digest == idempotency.requestDigest, let body else {
      throw Refusal(
        .usage, "idempotency-key",
        "This idempotency key was used for another request. Nothing was done; send a new key with a new request."
      )
    }
    guard mayRead else {
      throw Refusal(
        .conflict, "done-before",
        "This was done when it was sent first. What you may read has changed since, and its answer may hold words that are "
          + "no longer yours: look up what became of it. Nothing was done again.")
    }
    return body
  }
}

/// The one translation of database errors. Constraints are named in the migrations and told apart by name.
func translated(_ error: DatabaseError) -> any Error {
  switch error {
  case .server(let server):
    switch server.constraint {
    case "draft_slug_taken":
      return Refusal(.conflict, "slug-taken", "A draft with this slug exists already. Nothing was filed.")
    case "member_handle_taken":
      return Refusal(
        .conflict, "handle-taken", "A member with this handle exists already. Nothing was changed.")
    case "desk_slug_taken":
      return Refusal(.conflict, "desk-taken", "A desk with this name exists already. Nothing was changed.")
    case "matter_slug_taken":
      return Refusal(
        .conflict, "matter-taken", "A matter with this slug exists already. Nothing was changed.")
    case "published_once":
      return Refusal(.conflict, "published", "This revision was published already. Nothing was changed.")
    case "idempotency_key_length":
      return Refusal(
        .usage, "idempotency-key", "An idempotency key has 1 to 200 characters. Nothing was done.")
    case "member_handle_plain":
      return Refusal(
        .unreadable, "handle",
        "A handle has lower-case letters, digits, dots, hyphens and underscores, at most 40, and begins with a letter "
          + "or digit. Nothing was changed.")
    case "desk_slug_plain", "matter_slug_plain", "draft_slug_plain":
      return Refusal(
        .unreadable, "slug",
        "A slug has lower-case letters, digits and hyphens between them. Nothing was changed.")
    default: break
    }
    switch server.sqlstate {
    // A character that the database cannot hold, or a number beyond its column: the edge should have said so first.
    case "22021", "22P05", "22003", "22007", "22008", "22009":
      return Refusal(
        .unreadable, "value", "A value in it is one that the database cannot hold. Nothing was changed.")
    // lock_not_available, query_canceled by a timeout, deadlock and serialization failures after all retries
    case "55P03", "57014", "40P01", "40001": return StoreError.busy
    // too many connections, shutting down, starting up, read-only standby
    case "53300", "57P01", "57P02", "57P03", "25006":
      return StoreError.unavailable(server.message ?? "refused")
    // disk full, out of memory
    case "53100", "53200": return StoreError.unavailable(server.message ?? "out of resources")
    default: return StoreError.defect(error.description)
    }
  case .unreachable(let why): return StoreError.unavailable(why)
  case .outcomeUnknown(let why): return StoreError.outcomeUnknown(why)
  case .busy: return StoreError.busy
  case .cancelled: return StoreError.cancelled
  case .closed: return StoreError.unavailable("the service is shutting down")
  case .decoding(let why): return StoreError.defect("a column could not be read: \(why)")
  }
}
