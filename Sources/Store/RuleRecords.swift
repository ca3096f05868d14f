import Editorial
import Postgres

/// How a rule of the engine fares.
public struct RuleStanding: Sendable {
  public let rule: String
  /// The word for what it finds: a kind of contradiction, or of claim.
  public let kind: String
  /// Findings that were shown, and those that show on request only.
  public let shown: Int
  public let held: Int
  public let record: RuleRecord
  /// Desks on which its next findings will show on request only.
  public let quietOn: [String]
}

extension Transaction {
  /// How the findings of these rules were judged on a desk.
  func records(of rules: Set<String>, onDesk desk: Int64) throws -> [String: RuleRecord] {
    guard !rules.isEmpty else { return [:] }
    let counts = try all(
      """
      select rule, says, count(*) from judged_findings
      where desk_id = \(desk) and rule = any(\(rules.sorted())) group by rule, says
      """, as: (String, String, Int).self)
    return Dictionary(grouping: counts, by: \.0).mapValues { ruleRecord($0.map { ($0.1, $0.2) }) }
  }

  /// Suggestions with the record of their rule, everything else as it is.
  func withRecords(_ found: [Contradiction], onDesk desk: Int64) throws -> [Contradiction] {
    let suggested = found.filter { $0.origin == .engine && $0.status == .suggested }
    let records = try records(of: Set(suggested.map(\.rule)), onDesk: desk)
    return found.map { one in
      var one = one
      if one.origin == .engine, one.status == .suggested { one.record = records[one.rule] }
      return one
    }
  }

  /// The rules among these that the draft's desk does not want to hear of unasked, by the policy of this revision. Whoever
  /// files writes it down with what was found: no list changes while somebody reads it.
  func quietRules(among rules: [String], draft: Int64, revision: Int64) throws -> Set<String> {
    guard !rules.isEmpty,
      let desk = try first("select desk_id from drafts where id = \(draft)", as: Int64.self)
    else { return [] }
    let bound = try draftPolicy(of: revision).quietBelow
    return Set(
      try records(of: Set(rules), onDesk: desk).filter { $0.value.isQuiet(under: bound) }.map(\.key))
  }
}

private func ruleRecord(_ counts: [(says: String, count: Int)]) -> RuleRecord {
  RuleRecord(
    Dictionary(
      counts.compactMap { one in Judgement(one.says).map { ($0, one.count) } }, uniquingKeysWith: +))
}

extension Newsroom {
  /// Every rule that has found something, on one desk or on all, by name.
  public func rules(desk: String?) async throws -> [RuleStanding] {
    try await read { tx in
      let wanted = try desk.map { try tx.desk($0, locks: false).id }
      let policies = try tx.all(
        """
        select distinct on (k.id) k.id, k.slug, p.yaml from desks k join policies p on p.desk_id = k.id
        where \(wanted)::bigint is null or k.id = \(wanted)::bigint order by k.id, p.version desc
        """, as: (Int64, String, String).self)
      let found = try tx.all(
        """
        select rule, kind, count(*) filter (where not is_quiet), count(*) filter (where is_quiet)
        from engine_findings where \(wanted)::bigint is null or desk_id = \(wanted)::bigint
        group by rule, kind order by rule, kind
        """, as: (String, String, Int, Int).self)
      let judged = try tx.all(
        """
        select rule, desk_id, says, count(*) from judged_findings
        where \(wanted)::bigint is null or desk_id = \(wanted)::bigint group by rule, desk_id, says
        """, as: (String, Int64, String, Int).self)
      let byRule = Dictionary(grouping: judged, by: \.0)
      // An erased story's findings have no rule any more.
      return try found.filter { findingRules[$0.0] != nil }.map { rule, kind, shown, held in
        let counts = byRule[rule] ?? []
        let quietOn = try policies.filter { id, _, yaml in
          ruleRecord(counts.filter { $0.1 == id }.map { ($0.2, $0.3) })
            .isQuiet(under: try tx.policy(yaml).quietBelow)
        }
        return RuleStanding(
          rule: rule, kind: kind, shown: shown, held: held, record: ruleRecord(counts.map { ($0.2, $0.3) }),
          quietOn: quietOn.map(\.1).sorted())
      }
    }
  }
}
