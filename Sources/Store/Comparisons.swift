import Editorial
import Postgres
import TextAnalysis

/// Two stories that somebody had held against each other.
public struct Comparison: Sendable {
  /// Number and dateline of the revision that was looked at.
  public let revision: Int
  public let dateline: CivilDate
  public let other: ArchivedStory
  /// Those with the most in common first.
  public let findings: [ArchiveFinding]
}

extension Newsroom {
  /// Holds the latest revision of a draft against another story: against what readers see of that one, else its latest
  /// revision. Writes nothing.
  ///
  /// - Parameter quotes: a passage of each, of which alone it is asked; nil for the whole stories.
  public func comparison(
    of slug: String, with other: String, quotes: (mine: String, theirs: String)? = nil
  ) async throws -> Comparison {
    let (mine, theirs) = try await read { tx in
      (try tx.words(of: slug, live: false), try tx.words(of: other, live: true))
    }
    guard mine.draft != theirs.draft else {
      throw Refusal(
        .usage, "same-draft",
        "\(slug) is one story. To see what two of its revisions change: stet diff \(slug).")
    }
    let archived = ArchivedStory(
      slug: other, revision: theirs.revision, number: theirs.number, dateline: theirs.dateline,
      story: ComparedStory(try Filing.read(Array(theirs.text.utf8)), dateline: theirs.dateline))
    let story = ComparedStory(try Filing.read(Array(mine.text.utf8)), dateline: mine.dateline)
    let findings: [ArchiveFinding]
    if let quotes {
      let here = try locate(quotes.mine, in: mine.text, named: "\(slug) r\(mine.number)")
      let there = try locate(quotes.theirs, in: theirs.text, named: "\(other) r\(theirs.number)")
      findings = [
        askedFinding(in: story, at: here, dateline: mine.dateline, against: archived, at: there)
      ].compactMap(\.self)
    } else {
      findings = askedFindings(in: story, dateline: mine.dateline, against: archived)
    }
    return Comparison(
      revision: mine.number, dateline: mine.dateline, other: archived, findings: findings)
  }
}

private struct RevisionWords {
  let draft: Int64
  let revision: Int64
  let number: Int
  let dateline: CivilDate
  let text: String
}

extension Transaction {
  fileprivate func words(of slug: String, live: Bool) throws -> RevisionWords {
    let id = try draftID(slug)
    let found = try first(
      """
      select r.id, r.number, r.dateline, r.text from drafts d
      join revisions r on r.id = case when \(live) then coalesce(d.live_revision_id, d.latest_revision_id)
        else d.latest_revision_id end
      where d.id = \(id)
      """, as: (Int64, Int, CivilDate, String).self)
    guard let found else { throw missingDraft(slug) }
    return RevisionWords(
      draft: id, revision: found.0, number: found.1, dateline: found.2, text: found.3)
  }
}
