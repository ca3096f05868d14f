import TextAnalysis

/// When something was sent or asked, as somebody types it: `14:02` is today, `2024-07-13T14:02` another day, both by the
/// newsroom's clock; with `Z` or an offset such as `+02:00` by that one.
public struct ClockTime: Hashable, Sendable {
  public let day: CivilDate?
  /// `14:02`, with seconds where they were given.
  public let clock: String
  /// `Z` or an offset; nil for the newsroom's own.
  public let zone: String?

  /// Nil when the text is no such time.
  public init?(_ text: String) {
    let shape =
      /(?:([0-9]{4}-[0-9]{2}-[0-9]{2})[T ])?([0-9]{1,2}:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?)(Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?/
    guard let found = text.wholeMatch(of: shape), let hour = Int(found.2.prefix { $0 != ":" }), hour < 24
    else {
      return nil
    }
    if let written = found.1 {
      guard let day = CivilDate(String(written)) else { return nil }
      self.day = day
    } else {
      guard found.3 == nil else { return nil }
      day = nil
    }
    clock = String(found.2)
    zone = found.3.map(String.init)
  }
}
