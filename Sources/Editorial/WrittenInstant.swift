import TextAnalysis

/// An instant as people write it.
public enum WrittenInstant: Hashable, Sendable {
  /// With an offset or `Z`.
  case absolute(String)
  /// As the newsroom's clocks show it. Only the database knows which instant that is.
  case local(String)

  /// Reads `2026-11-24T06:00`, with or without seconds, and after it nothing, `Z` or an offset such as `+01:00`.
  /// A space may stand for the T. Nil for anything else.
  public init?(_ written: String) {
    let shape =
      /([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?/
    guard let match = written.wholeMatch(of: shape), CivilDate(String(match.1)) != nil,
      let hour = Int(match.2), hour < 24
    else { return nil }
    self = match.5 == nil ? .local(written) : .absolute(written)
  }

  /// The day that it names, on whatever clock.
  public var day: CivilDate? {
    switch self {
    case .absolute(let written), .local(let written): CivilDate(String(written.prefix(10)))
    }
  }
}

extension Refusal {
  /// - Parameter nothing: what was not done, as in "Nothing was planned."
  public static func noInstant(_ written: String, for name: String, _ nothing: String) -> Refusal {
    Refusal(
      .unreadable, "instant",
      "“\(written.prefix(40))” is no instant for “\(name)”; write it as 2026-11-24T06:00, or with an offset or Z after it. "
        + nothing)
  }
}
