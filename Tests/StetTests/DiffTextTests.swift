import Editorial
import Testing
import TextAnalysis
import Wire

@testable import stet

@Suite("The text of stet diff")
struct DiffTextTests {
  private func revision(_ number: Int) -> Revision {
    Revision(
      id: Int64(number), number: number, headline: nil, byline: [], dateline: .earliest, filedBy: 1,
      filedByHandle: "ana", filedAt: "2024-07-14T09:12:00.000000Z")
  }

  private func compared(_ body: String, _ points: [String]) throws -> ComparedRevision {
    let list = "\n\nKey points:\n\n" + points.map { "- \($0)\n" }.joined()
    return ComparedRevision(
      text: DatedText(try Manuscript(bytes: Array((body + list).utf8)), dateline: .earliest),
      keyPoints: points.enumerated().map { (label: "K\($0 + 1)", words: $1) })
  }

  private func answer() throws -> DiffAnswer {
    let old = try compared(
      "The film set was closed in May. The case against the actor was thrown out on July 12, 2024, by Judge Sommer in Santa Fe.",
      ["The case was thrown out", "The family's lawsuit goes on"])
    let new = try compared(
      "The case against the actor was thrown out on July 11, 2024, by Judge Sommer in Santa Fe. The film set was closed in May.",
      ["The case was thrown out", "The family’s lawsuit goes on."])
    return DiffAnswer(
      slug: "rust", from: revision(1), to: revision(2), differences: differences(from: old, to: new),
      signOffs: [
        DiffAnswer.Effect(
          keyPoint: "K1", member: "ben", read: .fact, verdict: .approve, standing: .outdated,
          because: "a date changed"),
        DiffAnswer.Effect(
          keyPoint: "K2", member: "ben", read: .fact, verdict: .approve, standing: .carried,
          because: "only marks, spaces or capitals changed"),
      ])
  }

  @Test("Kinds are words, changes stand in brackets, and signatures are told")
  func whole() throws {
    #expect(
      diffText(try answer(), layout: Layout()) == """
        rust r1 to r2, filed by ana, 14 Jul 2024 09:12 UTC. 2 changes.
        Signatures: 1 outdated (K1), 1 carried (K2).

        TYPOGRAPHIC  K2
          The [-family's-] {+family’s+} lawsuit goes [-on-] {+on.+}

        DATE         p1 s1, was p1 s2, bears out K1
          ... actor was thrown out on July [-12-] {+11+} 2024, by Judge Sommer in Santa
          Fe

        SIGN-OFFS
          K1  ben's fact read no longer stands: a date changed. Turn: ben
          K2  ben's fact read stands: only marks, spaces or capitals changed

        """)
  }

  @Test("On a terminal colour is added to the brackets, never put in their place")
  func colour() throws {
    let text = diffText(try answer(), layout: Layout(colour: true))
    #expect(text.contains("\u{1B}[31m[-12-]\u{1B}[0m \u{1B}[32m{+11+}\u{1B}[0m"))
  }

  @Test("No line is longer than the terminal is wide", arguments: [40, 60, 80, 120])
  func width(width: Int) throws {
    let lines = diffText(try answer(), layout: Layout(width: width)).split(separator: "\n")
    #expect(lines.allSatisfy { cells(String($0)) <= width })
  }

  @Test("Nothing changed is said in so many words")
  func nothing() {
    let diff = DiffAnswer(slug: "rust", from: revision(1), to: revision(2), differences: [], signOffs: [])
    #expect(
      diffText(diff, layout: Layout())
        == "rust r1 to r2, filed by ana, 14 Jul 2024 09:12 UTC. Nothing changed.\n"
    )
  }

  @Test(
    "Revisions are written as a range or as the first one",
    arguments: [("r1..r3", 1, 3), ("1..3", 1, 3), ("r2", 2, nil)] as [(String, Int, Int?)])
  func range(written: String, from: Int, to: Int?) throws {
    let range = try #require(RevisionRange(argument: written))
    #expect(range.from == from && range.to == to)
  }

  @Test(
    "What is no range is none", arguments: ["", "..", "r1..", "..r3", "r1..r2..r3", "r0..r1", "x", "r1-r3"])
  func noRange(written: String) {
    #expect(RevisionRange(argument: written) == nil)
  }
}
