extension Contradiction {
  /// Whose turn it is: with a suggestion that of whoever filed the latest words, while they are on the desk; else that of
  /// whoever may settle it.
  public func turn(filedBy filer: Int64, members: [Member], policy: Policy) -> [Member] {
    let settlers = members.filter { !$0.roles.isDisjoint(with: policy.settle) }
    return switch status {
    case .settled: []
    case .open: settlers
    case .suggested: members.first { $0.id == filer }.map { [$0] } ?? settlers
    }
  }
}
