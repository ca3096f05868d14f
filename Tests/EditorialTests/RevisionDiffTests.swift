import Testing
import TextAnalysis

@testable import Editorial

@Suite("What differs between two revisions")
struct RevisionDiffTests {
  private static let body = """
    The old dam failed at 40 bar. Nobody was hurt.

    Rain fell all night, the weather office said. Farmers lost cattle.

    The minister promised an inquiry.
    """

  private func revision(
    _ body: String = body, headline: String? = nil, _ points: [String] = ["The dam failed at 40 bar"],
    labels: [String]? = nil, on date: String = "2024-07-13"
  ) throws -> ComparedRevision {
    let list = points.isEmpty ? "" : "\n\nKey points:\n\n" + points.map { "- \($0)\n" }.joined()
    let around = headline.map { [(form: Form.headline, words: [$0])] } ?? []
    let manuscript = try Manuscript(bytes: Array(TextAnalysis.text(body + list, with: around).utf8))
    let words = manuscript.signables.map(\.words)
    #expect(words == points + [headline].compactMap { $0 })
    let known = (labels ?? points.indices.map { "K\($0 + 1)" }) + ["headline"]
    return ComparedRevision(
      text: DatedText(manuscript, dateline: day(date)),
      keyPoints: zip(known, words).map { (label: $0, words: $1) })
  }

  /// `p1 s1 number`, `K1 moved`, `p2 s1 cut`.
  private func told(_ old: ComparedRevision, _ new: ComparedRevision) -> [String] {
    differences(from: old, to: new).map { one in
      let place =
        switch one.what {
        case .keyPoint(let label): label
        case .sentence(let paragraph, let sentence): "p\(paragraph) s\(sentence)"
        }
      let kinds = one.kinds.sorted().map(\.rawValue).joined(separator: " ")
      return place + " " + (one.was == nil ? "added" : one.now == nil ? "cut" : kinds)
        + (one.bearsOut.isEmpty ? "" : " (\(one.bearsOut.joined(separator: " ")))")
    }
  }

  @Test("The same revision differs in nothing")
  func same() throws {
    #expect(told(try revision(), try revision()).isEmpty)
  }

  @Test(
    "Each edit is one difference, at its place, with its kind and the key points that rest on it",
    arguments: [
      ("failed at 40 bar. Nobody", "failed at 49 bar. Nobody", ["p1 s1 number (K1)"]),
      ("Nobody was hurt.", "Nobody was hurt", ["p1 s2 typographic"]),
      ("Farmers lost cattle.", "Farmers lost their cattle.", ["p2 s2 wording"]),
      (" Farmers lost cattle.", "", ["p2 s2 cut"]),
      ("Farmers lost cattle.", "Farmers lost cattle. Shops stayed shut.", ["p2 s3 added"]),
      ("The minister promised", "The minister has not promised", ["p3 s1 negation"]),
    ])
  func edits(was: String, now: String, expected: [String]) throws {
    #expect(told(try revision(), try revision(Self.body.replacing(was, with: now))) == expected)
  }

  @Test("A paragraph that moved is said to have moved, and where from, never to be cut and added")
  func moved() throws {
    let paragraphs = Self.body.split(separator: "\n\n").map(String.init)
    let other = [paragraphs[2], paragraphs[0], paragraphs[1]].joined(separator: "\n\n")
    let found = differences(from: try revision(), to: try revision(other))
    #expect(found.map(\.kinds) == [[.moved]])
    #expect(found[0].what == .sentence(paragraph: 1, sentence: 1))
    #expect(found[0].movedFrom == .sentence(paragraph: 3, sentence: 1))
  }

  @Test("A sentence told twice, of which one is cut, is one cut")
  func twins() throws {
    let twice = Self.body + " Nobody was hurt."
    #expect(told(try revision(twice), try revision()) == ["p3 s2 cut"])
    #expect(told(try revision(), try revision(twice)) == ["p3 s2 added"])
  }

  @Test("Key points are compared by their labels")
  func keyPoints() throws {
    let old = try revision(Self.body, ["The dam failed", "Rain fell", "A vote is due"])
    let new = try revision(
      Self.body, ["A vote is due", "The dam burst", "Nobody was hurt"], labels: ["K3", "K1", "K4"])
    let found = told(old, new).filter { $0.hasPrefix("K") }
    #expect(
      Set(found) == ["K3 moved", "K1 wording", "K4 added", "K2 cut"]
        || Set(found) == ["K1 moved wording", "K4 added", "K2 cut"])
  }

  @Test("A headline that comes, goes or changes is a difference")
  func headline() throws {
    let one = try revision(headline: "Dam fails")
    #expect(told(one, try revision(headline: "Dam holds")) == ["headline wording"])
    #expect(told(one, try revision()) == ["headline cut"])
    #expect(told(try revision(), one) == ["headline added"])
  }

  @Test("Words beside each other tell what stayed, and marks are told as they are written")
  func pieces() throws {
    let found = differences(
      from: try revision(), to: try revision(Self.body.replacing("40 bar", with: "49 bar")))
    #expect(
      found[0].pieces == [
        WordPiece(kind: .same, words: "The old dam failed at"), WordPiece(kind: .cut, words: "40"),
        WordPiece(kind: .added, words: "49"), WordPiece(kind: .same, words: "bar"),
      ])
    let marks = differences(
      from: try revision(), to: try revision(Self.body.replacing("night, the", with: "night; the")))
    #expect(marks[0].pieces.filter { $0.kind != .same }.map(\.words) == ["night,", "night;"])
  }

  @Test(
    "Longest runs that ascend",
    arguments: [
      ([], []), ([5], [0]), ([1, 2, 3], [0, 1, 2]), ([3, 2, 1], [2]), ([2, 3, 1], [0, 1]),
      ([4, 1, 2, 9, 3], [1, 2, 4]),
    ] as [([Int], [Int])])
  func ascent(numbers: [Int], places: [Int]) {
    #expect(longestAscent(numbers) == places)
  }
}
