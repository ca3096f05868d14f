import Client
import Editorial
import FoundationEssentials
import NIOHTTP1
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

/// A deadline that lies ahead whenever the tests run.
let inAWeek = Date.now.addingTimeInterval(7 * 86_400).ISO8601Format()

extension House {
  /// Invites an expert to key points, for a week. Gives the token of the link.
  @discardableResult
  func invite(
    _ name: String = "Prof. Ada Lund", to labels: [String] = ["K2"], of slug: String = "harbour",
    until: String = inAWeek, by inviter: StetAPI? = nil
  ) async throws -> String {
    let answer = try await (inviter ?? api("dov")).invite(
      to: slug,
      InvitationRequest(keyPoints: labels, read: .fact, name: name, until: until, note: "Is 40 plausible?"),
      key: StetAPI.freshKey())
    return String(try #require(answer.value.path).dropFirst("/invitations/".count))
  }

  func expert(_ token: String, _ json: String = #"{"verdict":"approve"}"#) async throws -> Reply {
    try await send(.POST, "/v1/invitations/\(token)", body: Array(json.utf8), as: nil)
  }

  func page(_ token: String) async throws -> Reply {
    try await send(.GET, "/v1/invitations/\(token)", as: nil)
  }

  /// Tables in a row of which a text stands.
  func tables(with needle: String) async throws -> [String] {
    let names = try await rows().keys.sorted()
    return try await database.read { tx in
      try names.filter { name in
        try tx.first(
          "select exists (select from \(unescaped: name) t where strpos(t::text, \(needle)) > 0)",
          as: Bool.self)
          == true
      }
    }
  }
}
