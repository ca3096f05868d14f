extension Policy {
  /// The courts and jurisdictions that have a shelf life of their own, as in `us-nm`.
  var courts: Set<String> {
    Set(
      shelfLives.keys.compactMap { name in
        let parts = name.split(separator: ".")
        // Of "appeal.planned.us-nm" the third part is the court; names of rules have two parts at most.
        return parts.count > 2 ? parts.last.map(String.init) : nil
      })
  }

  /// What to say of a court that no shelf life is of, nor of the wider one that it belongs to; nil of others.
  public func noticeOfUnknown(court: String) -> String? {
    let known = courts
    let wider = [court] + widerNames(of: court)
    guard !known.contains(where: { one in wider.contains { one == $0 || one.hasPrefix($0 + "-") } }) else {
      return nil
    }
    let meant = nearestWord(to: court, among: known.sorted()).map { " Did you mean “\($0)”?" } ?? ""
    return
      "No shelf life is of the court “\(court)”: periods that only a court has are not counted.\(meant) There "
      + "are \(list(known.sorted(), "and"))."
  }
}
