import Testing
import TextAnalysis

@testable import Editorial

@Suite("The page that readers get beside what was signed")
struct LivePageTests {
  private static let story = """
    The old dam failed at 40 bar. Nobody was hurt.

    Rain fell all night, the weather office said. Farmers lost cattle.

    Key points
    - The dam failed at 40 bar.
    """

  /// What a site makes of it, with the story between furniture.
  private static let page = """
    Home | News | Weather

    Dam fails

    By Ana Gray, 13 July 2024 09:12

    Key points

    -   The dam failed at 40 bar.

    The old dam failed at 40 bar. Nobody was hurt.

    ADVERTISEMENT

    Rain fell all night, the weather office said. Farmers lost cattle.

    Read more: The minister promised an inquiry. Share this story.
    """

  private func told(_ page: String) throws -> [String] {
    let manuscript = try Manuscript(bytes: Array(Self.story.utf8))
    let signed = ComparedRevision(
      text: DatedText(manuscript, dateline: day("2024-07-13")),
      keyPoints: manuscript.keyPoints.map { (label: "K1", words: $0.words) })
    return differences(from: signed, on: LivePage(page)).map { one in
      guard case .sentence(let paragraph, let sentence) = one.what else { return "elsewhere" }
      let kinds = one.kinds.sorted().map(\.rawValue).joined(separator: " ")
      return "p\(paragraph) s\(sentence) " + (one.was == nil ? "added" : one.now == nil ? "cut" : kinds)
        + (one.bearsOut.isEmpty ? "" : " (\(one.bearsOut.joined(separator: " ")))")
    }
  }

  @Test("What a site puts around a story is no difference")
  func furniture() throws {
    #expect(try told(Self.page) == [])
  }

  @Test(
    "What differs from what was signed is found, with the key points that rest on it",
    arguments: [
      ("dam failed at 40 bar. Nobody", "dam failed at 49 bar. Nobody", ["p1 s1 number (K1)"]),
      ("Nobody was hurt.", "", ["p1 s2 cut"]),
      ("Farmers lost cattle.", "Farmers lost no cattle.", ["p2 s2 negation"]),
      ("the weather office said", "the police said", ["p2 s1 attribution"]),
      ("Farmers lost cattle.", "Farmers lost cattle. The mayor stole it.", ["p2 s2 added"]),
      ("The old dam failed at 40 bar. Nobody was hurt.\n\n", "", ["p1 s1 cut (K1)", "p1 s2 cut"]),
    ])
  func edits(was: String, now: String, expected: [String]) throws {
    let changed = Self.page.replacing(was, with: now)
    #expect(changed != Self.page)
    #expect(try told(changed) == expected)
  }

  @Test(
    "Looks, line ends and order are no difference",
    arguments: [
      (
        "Rain fell all night, the weather office said. Farmers",
        "Rain fell all night, the weather office said.\nFarmers"
      ),
      ("Nobody was hurt.", "Nobody  was\u{A0}hurt."),
      ("\n\nADVERTISEMENT\n\n", "\r\n\r\nADVERTISEMENT\r\n\r\n"),
    ])
  func looks(was: String, now: String) throws {
    let changed = Self.page.replacing(was, with: now)
    #expect(changed != Self.page)
    #expect(try told(changed) == [])
  }

  @Test("A page without the story has none of it")
  func another() throws {
    #expect(try told("Home\n\nPage not found.") == ["p1 s1 cut (K1)", "p1 s2 cut", "p2 s1 cut", "p2 s2 cut"])
  }
}
