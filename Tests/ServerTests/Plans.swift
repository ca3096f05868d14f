import Client
import Editorial
import FoundationEssentials
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

/// An event that was written for others, with its facts.
struct Told: Sendable, Equatable {
  let event: String
  let facts: [String: String]
}

private struct Payload: Decodable {
  let facts: [String: String]
}

extension House {
  /// The newsroom's day, so many days from today.
  func dayAhead(_ days: Int) async throws -> String { try await today().adding(days: days).description }

  /// The instant of a local time of the newsroom.
  func instant(_ local: String) async throws -> String {
    try await newsroom.moment(try #require(WrittenInstant(local))).at
  }

  /// An instant some minutes after another.
  func later(_ minutes: Int, than instant: String) async throws -> String {
    let found = try await database.read { tx in
      try tx.first(
        "select rfc3339(\(instant)::timestamptz + make_interval(mins => \(minutes)::integer))",
        as: String.self)
    }
    return try #require(found)
  }

  @discardableResult
  func plan(
    _ slug: String = "harbour", at: String, by handle: String = "dov", revision: Int? = nil,
    reader: String? = nil
  ) async throws -> DraftAnswer {
    try await api(handle).plan(
      slug, PlanRequest(at: at, revision: revision, reader: reader), key: StetAPI.freshKey()
    ).value
  }

  @discardableResult
  func embargo(
    _ slug: String = "harbour", until: String?, reason: String? = nil, by handle: String = "dov"
  ) async throws -> DraftAnswer {
    try await api(handle).setEmbargo(
      slug, EmbargoRequest(until: until, lift: until == nil ? true : nil, reason: reason),
      key: StetAPI.freshKey()
    ).value
  }

  /// What waits at the top of somebody's queue.
  func firstWaiting(_ handle: String) async throws -> QueueAnswer.Item? {
    try await api(handle).queue().value.waiting.first
  }

  /// The events that were written, oldest first, of the kinds asked for.
  func told(_ events: String...) async throws -> [Told] {
    let rows = try await database.read { tx in
      try tx.all(
        """
        select o.event, p.payload from outbox o join journal_payloads p using (chain, seq)
        where o.event = any(\(events)) order by o.id
        """, as: (String, String).self)
    }
    return try rows.map {
      Told(event: $0.0, facts: try JSONDecoder().decode(Payload.self, from: Data($0.1.utf8)).facts)
    }
  }

  func outcomes() async throws -> [String] {
    try await database.read { tx in
      try tx.all("select outcome from plan_outcomes order by plan_id", as: String.self)
    }
  }
}
