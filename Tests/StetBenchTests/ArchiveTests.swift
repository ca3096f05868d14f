import Testing
import TextAnalysis

@testable import stet_bench

@Suite("The made-up archive")
struct ArchiveTests {
  private func archive(_ stories: Int, seed: UInt64 = 7) throws -> [MadeUpStory] {
    var archive = MadeUpArchive(stories: stories, seed: seed, first: try #require(CivilDate("2016-01-01")))
    return (0..<stories).map { _ in archive.next() }
  }

  @Test("The same seed writes the same bytes, another one others")
  func deterministic() throws {
    let (one, same, other) = (try archive(300), try archive(300), try archive(300, seed: 8))
    #expect(try one.map { try jsonLine($0) } == same.map { try jsonLine($0) })
    #expect(try one.map { try jsonLine($0) } != other.map { try jsonLine($0) })
    // For good: who measured with a seed can measure with it again.
    #expect(one.first?.published == "2016-01-01")
    #expect(Set(one.map(\.id)).count == 300)
  }

  @Test("Stories come in order over ten years, and nothing is left to be filled in")
  func whole() throws {
    let stories = try archive(2_000)
    let days = stories.map(\.published)
    #expect(days == days.sorted() && days.last.map { $0 > "2025-12-01" } == true)
    #expect(!stories.contains { ($0.body + $0.headline).contains("{") })
  }

  @Test("Names and sentences are whole, wherever the lines of their list end")
  func words() {
    #expect(
      ArchiveWords.firms.contains("Everfield Pharmaceuticals") && ArchiveWords.cities.contains("Port Severn"))
    #expect(ArchiveWords.filler.count > 30 && ArchiveWords.filler.allSatisfy { $0.count > 20 })
    let all = ArchiveWords.firms + ArchiveWords.cities + ArchiveWords.works + ArchiveWords.filler
    #expect(!all.contains { $0.contains("\n") || $0.contains(",") || $0.contains("  ") })
  }

  @Test("Matters are told by several stories, and the engine finds claims in most")
  func telling() throws {
    let stories = try archive(400)
    let bodies = Dictionary(grouping: stories, by: \.headline)
    #expect(bodies.count > 100)
    let found = try stories.prefix(100).map { story in
      findClaims(
        in: try Manuscript(bytes: Array(story.body.utf8)), dateline: try #require(CivilDate(story.published))
      ).count
    }
    #expect(found.count { $0 > 0 } > 60)
  }
}

@Suite("What an archive adds to the filing of a draft")
struct ProbeSummaryTests {
  @Test("Medians and the slow end are told beside those without an archive")
  func summary() {
    let summary = ProbeSummary((1...100).map(Double.init), floor: (1...100).map { Double($0) / 2 })
    #expect(summary.probes == 100 && summary.medianMs == 50 && summary.p95Ms == 95)
    #expect(summary.floorMedianMs == 25 && summary.addedMs == 25 && summary.ratio == 2)
    #expect(quantile(0.5, of: []).isNaN && quantile(0.95, of: [7]) == 7)
  }
}
