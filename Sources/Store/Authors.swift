import Editorial
import Postgres
import TextAnalysis

/// Whose words the statements of a draft are, by the revisions that brought them.
struct Authors {
  struct Origin {
    let wordsFrom: Int64
    let writtenIn: Int64
  }

  fileprivate var origins: [[UInt8]: Origin] = [:]
  /// The revision that is being filed: what is known of no earlier one is its own.
  fileprivate let revision: Int64

  func of(_ words: String) -> Origin {
    origins[statementDigest(words)] ?? Origin(wordsFrom: revision, writtenIn: revision)
  }
}

extension Transaction {
  /// Writes down the statements that a revision is the first to make, and gives the origins of all.
  ///
  /// Words that come back are still whose they were: nobody signs their own because somebody else restored them.
  func insertStatements(
    of text: DatedText, _ matches: [KeyPointMatch], _ followed: FollowedText?, draft: Int64, revision: Int64
  ) throws -> Authors {
    var authors = try authors(of: draft, before: revision)
    var added: [[UInt8]: Int64] = [:]
    func add(_ words: String, after earlier: String?) {
      let digest = statementDigest(words)
      guard authors.origins[digest] == nil else { return }
      let origin = Authors.Origin(
        wordsFrom: revision, writtenIn: earlier.map { authors.of($0).writtenIn } ?? revision)
      authors.origins[digest] = origin
      added[digest] = origin.writtenIn
    }
    for (passage, match) in zip(text.manuscript.signables, matches) {
      add(passage.words, after: match.earlier?.words)
    }
    for sentence in text.manuscript.sentences {
      add(slice(text.manuscript.text, sentence), after: followed?.earlierWords(of: sentence))
    }
    try insertStatements(added, draft: draft, revision: revision)
    return authors
  }

  private func insertStatements(_ written: [[UInt8]: Int64], draft: Int64, revision: Int64) throws {
    try run(
      """
      insert into statements (draft_id, digest, words_from, written_in)
      select \(draft)::bigint, decode(digest, 'hex'), \(revision)::bigint, written_in
      from unnest(\(written.keys.map(hexadecimal))::text[], \(Array(written.values))::bigint[])
        as new (digest, written_in)
      """)
  }

  private func authors(of draft: Int64, before revision: Int64) throws -> Authors {
    var known = try knownAuthors(of: draft, before: revision)
    if known.origins.isEmpty {
      // Revisions from before authors were written down: each brought what no earlier one has.
      for (id, text) in try all(
        "select id, text from revisions where draft_id = \(draft) and id < \(revision) order by number",
        as: (Int64, String).self)
      {
        let manuscript = try Filing.read(Array(text.utf8))
        let statements =
          manuscript.signables.map(\.words) + manuscript.sentences.map { slice(manuscript.text, $0) }
        let digests = Set(statements.map(statementDigest)).filter { known.origins[$0] == nil }
        for digest in digests { known.origins[digest] = Authors.Origin(wordsFrom: id, writtenIn: id) }
        try insertStatements(
          Dictionary(uniqueKeysWithValues: digests.map { ($0, id) }), draft: draft, revision: id)
      }
    }
    return known
  }

  func knownAuthors(of draft: Int64, before revision: Int64) throws -> Authors {
    let rows = try all(
      "select digest, words_from, written_in from statements where draft_id = \(draft)",
      as: ([UInt8], Int64, Int64).self)
    return Authors(
      origins: Dictionary(
        rows.map { ($0.0, Authors.Origin(wordsFrom: $0.1, writtenIn: $0.2)) },
        uniquingKeysWith: { first, _ in first }), revision: revision)
  }

  /// The latest revision's text, read, with the day that it speaks from.
  func latestText(of draft: Draft) throws -> DatedText {
    // The revision that is being filed is the latest one already, as far as the row of the draft goes.
    guard let text = try first("select text from revisions where id = \(draft.latest.id)", as: (String).self)
    else {
      throw DatabaseError.decoding("revision \(draft.latest.id) is gone")
    }
    return DatedText(try Filing.read(Array(text.utf8)), dateline: draft.latest.dateline)
  }
}
