import Editorial
import Postgres

extension Transaction {
  /// Finds the draft and number that a reference means: an id, `slug:X1`, or `X1` where only one draft has one.
  ///
  /// `table` and `letter` are the program's own words, never input.
  func draftOf(
    _ reference: String, table: String, letter: String, what: String
  ) throws -> (slug: String, number: Int) {
    let parts = reference.split(whereSeparator: { $0 == ":" || $0 == "/" }).map(String.init)
    if parts.count == 1, let id = Int64(reference) {
      let row = try first(
        "select d.slug, c.number from \(unescaped: table) c join readable_drafts d on d.id = c.draft_id where c.id = \(id)",
        as: (String, Int).self)
      guard let row else { throw Refusal(.missing, what, "There is no \(what) \(reference).") }
      return (slug: row.0, number: row.1)
    }
    guard let label = parts.last, parts.count <= 2, let first = label.first, first.uppercased() == letter,
      label.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(label.dropFirst()),
      number > 0, number <= Int(Int32.max)
    else {
      throw Refusal(
        .usage, "reference",
        "“\(reference)” names no \(what): write \(letter)1, DRAFT/\(letter)1 or its number.")
    }
    if parts.count == 2 { return (slug: parts[0], number: number) }
    let slugs = try all(
      """
      select d.slug from \(unescaped: table) c join readable_drafts d on d.id = c.draft_id
      where c.number = \(number) and \(sql: table == "contradictions" ? contradictionIsReadable : "true") order by d.slug limit 4
      """, as: (String).self)
    guard let only = slugs.first else { throw Refusal(.missing, what, "There is no \(what) \(label).") }
    guard slugs.count == 1 else {
      throw Refusal(
        .usage, "reference",
        "Several drafts have a \(label): \(list(slugs.map { "\($0)/\(label)" }, "or")). Nothing was changed.")
    }
    return (slug: only, number: number)
  }

  /// Locks several drafts, always in the order of their ids, and loads them.
  func lockDrafts(_ slugs: [String]) throws -> [String: Draft] {
    let ids = try all(
      "select id, slug from readable_drafts where slug = any(\(slugs)) order by id", as: (Int64, String).self)
    for slug in slugs where !ids.contains(where: { $0.1 == slug }) { throw missingDraft(slug) }
    var drafts: [String: Draft] = [:]
    for (_, slug) in ids { drafts[slug] = try lockDraft(slug) }
    return drafts
  }

  func latestText(of draft: Int64) throws -> String {
    guard
      let text = try first(
        "select r.text from drafts d join revisions r on r.id = d.latest_revision_id where d.id = \(draft)",
        as: (String).self)
    else { throw DatabaseError.decoding("draft \(draft) has no revision") }
    return text
  }
}
