import Editorial
import Testing
import Wire

@testable import stet

@Suite("What a revision cost")
struct CostTests {
  private func change(_ label: String, _ signOff: SignOffJSON) -> SignOffChange {
    SignOffChange(label: label, words: "The pump failed.", signOff: signOff)
  }

  @Test("Only approvals are signatures; questions and holds are told apart from them")
  func doubts() {
    var answer = DraftAnswer(draft: aDraft())
    answer.receipt = Receipt(signOffs: [
      change("K1", aSignOff(standing: .outdated, because: "the words changed")),
      change("K2", aSignOff(verdict: .query, standing: .outdated, because: "the words changed")),
      change("K3", aSignOff(standing: .carried)),
      change("K4", aSignOff(verdict: .hold, standing: .carried, because: "a hold stands", member: "dov")),
    ])
    let text = submitText(answer, url: "http://127.0.0.1:8080", layout: plain)
    #expect(text.contains("It cost 1 signature:\n  K1  ben's fact read no longer stands"))
    #expect(text.contains("1 signature carried: K3."))
    #expect(text.contains("  K2  ben's query is answered: the words changed"))
    #expect(text.contains("  K4  dov's hold still stands: a hold stands"))
  }
}
