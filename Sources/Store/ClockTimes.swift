import Editorial
import Postgres

extension Transaction {
  /// The instant that was typed, RFC 3339 in UTC, and whether it is over.
  func instant(_ typed: ClockTime) throws -> (at: String, isPast: Bool) {
    let read: SQL =
      if let zone = typed.zone, let day = typed.day {
        "select \("\(day)T\(typed.clock)\(zone)")::timestamptz as at"
      } else {
        """
        select (coalesce(\(typed.day)::date, newsroom_today()) + \(typed.clock)::time) at time zone n.time_zone
          as at
        from newsroom n
        """
      }
    guard
      let row = try first("select rfc3339(at), at <= now() from (\(sql: read)) t", as: (String, Bool).self)
    else {
      throw DatabaseError.decoding("there is no newsroom")
    }
    return (row.0, row.1)
  }

  /// The instant that was typed; one that is still to come is refused.
  func pastInstant(_ typed: ClockTime, _ not: String, _ nothing: String) throws -> String {
    let (at, isPast) = try instant(typed)
    guard isPast else {
      throw Refusal(
        .usage, "future",
        "\(not) \(typed.clock) is still to come. For another day name it: 2024-07-13T\(typed.clock). "
          + nothing
      )
    }
    return at
  }
}
