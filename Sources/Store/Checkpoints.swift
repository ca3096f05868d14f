import Editorial
import Postgres

extension Newsroom {
  /// The last entry of every chain at this moment, signed.
  public func checkpoint(signedWith key: CheckpointKey) async throws -> JournalCheckpoint {
    let (at, heads) = try await read { tx in
      (
        try tx.first("select rfc3339(now())", as: String.self) ?? "",
        try tx.all("select chain, seq, hash from journal_heads", as: (String, Int64, [UInt8]).self)
      )
    }
    return try JournalCheckpoint(
      at: at, heads: heads.map { JournalReceipt(chain: $0.0, seq: $0.1, hash: $0.2) }, signedWith: key)
  }

  /// Gives the role `stet_service` what the service needs, and makes it where this connection may. Gives whether there is
  /// such a role.
  public func grantToService() async throws -> Bool {
    try await write { tx in
      try tx.run("call grant_to_service()")
      return try tx.first("select to_regrole('stet_service') is not null", as: Bool.self) ?? false
    }
  }
}
