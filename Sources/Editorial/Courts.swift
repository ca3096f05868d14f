/// The courts and jurisdictions that have a shelf life of their own, as in `us-nm`.
func courts(in rows: [String: Policy.ShelfLife]) -> Set<String> {
  Set(
    rows.keys.compactMap { name in
      let parts = name.split(separator: ".")
      // Of "appeal.planned.us-nm" the third part is the court; names of rules have two parts at most.
      return parts.count > 2 ? parts.last.map(String.init) : nil
    })
}

extension Policy {
  /// What to say of a court that has no shelf life of its own; nil of others.
  public func noticeOfUnknown(court: String) -> String? {
    let known = courts(in: shelfLives)
    func isKnown(_ name: String) -> Bool { known.contains { $0 == name || $0.hasPrefix(name + "-") } }
    guard !isKnown(court) else { return nil }
    let meant = nearestWord(to: court, among: known.sorted()).map { " Did you mean “\($0)”?" } ?? ""
    if let wider = widerNames(of: court).first(where: isKnown) {
      return "No shelf life is of the court “\(court)” itself: periods are counted as in \(wider).\(meant)"
    }
    return
      "No shelf life is of the court “\(court)”: periods that only a court has are not counted.\(meant) There "
      + "are \(list(known.sorted(), "and"))."
  }
}
