import Testing
import TextAnalysis

@testable import Editorial

@Suite("Kinds of matters")
struct MatterKindsTests {
  @Test("Every status leads to statuses of its own kind, and every rule it names has a shelf life")
  func whole() {
    #expect(MatterKind.all.count > 25)
    for kind in MatterKind.all {
      #expect(!kind.statuses.isEmpty, "\(kind.name)")
      for status in kind.statuses {
        for next in status.then { #expect(kind.status(next) != nil, "\(kind.name) \(status.name) \(next)") }
        for rule in status.rules {
          #expect(
            Policy.default.shelfLives[rule] != nil || claimRules.contains { $0.name == rule },
            "\(kind.name) \(status.name) \(rule)")
        }
        #expect(status.ends || !status.then.isEmpty, "\(kind.name) \(status.name) neither ends nor leads on")
        #expect(status.phrases.allSatisfy { !$0.isEmpty }, "\(kind.name) \(status.name)")
      }
    }
  }

  @Test("Every status that lasts can be reached, and from it one that ends")
  func reachable() {
    for kind in MatterKind.all {
      for status in kind.statuses {
        var reached: Set<String> = [status.name]
        var ends = [status.name]
        while let name = ends.popLast() {
          for next in kind.status(name)?.then ?? [] where reached.insert(next).inserted { ends.append(next) }
        }
        #expect(reached.contains { kind.status($0)?.ends == true }, "\(kind.name) \(status.name) never ends")
      }
    }
  }

  @Test(
    "Reality goes back, too: a conviction can be quashed, a withdrawn appeal revived with leave",
    arguments: [
      ("prosecution", "convicted", "quashed"), ("prosecution", "quashed", "retrial-ordered"),
      ("prosecution", "acquitted", "retrial-ordered"), ("appeal", "withdrawn", "revived"),
      ("lawsuit", "dismissed", "revived"), ("inquest", "concluded", "quashed"), ("toll", "final", "revised"),
      ("release", "announced", "announced"), ("search", "called-off", "found"),
      ("strike", "averted", "called"),
    ])
  func back(kind: String, from: String, to: String) throws {
    #expect(try MatterKind.named(kind).status(from)?.then.contains(to) == true)
  }

  @Test(
    "Whether proceedings are active",
    arguments: [
      ("prosecution", "charged", true), ("prosecution", "acquitted", false),
      ("prosecution", "quashed", false),
      ("prosecution", "retrial-ordered", true), ("prosecution", "sentenced", true), ("appeal", "filed", true),
      ("appeal", "withdrawn", false), ("lawsuit", "threatened", false), ("lawsuit", "filed", true),
      ("release", "announced", false), ("toll", "open", false), ("condition", "critical", false),
    ])
  func active(kind: String, status: String, isActive: Bool) throws {
    #expect(try MatterKind.named(kind).status(status)?.isActive == isActive)
  }

  @Test(
    "A status lasts by a row of the shelf lives, in its court where that has one",
    arguments: [
      ("appeal", "announced", nil, 30, Policy.ShelfLife.Class.a),
      ("appeal", "announced", "ew-crown", 28, .a), ("appeal", "announced", "us-nm-suppression", 10, .a),
      ("lawsuit", "filed", nil, 90, .a), ("prosecution", "on-trial", "us-nm", 7, .b),
      ("condition", "critical", nil, 3, .b), ("strike", "on", nil, 3, .b),
    ] as [(String, String, String?, Int, Policy.ShelfLife.Class)])
  func shelfLife(kind: String, status: String, court: String?, days: Int, of: Policy.ShelfLife.Class) throws {
    let status = try #require(try MatterKind.named(kind).status(status))
    let row = try #require(Policy.default.shelfLife(of: status, court: court))
    #expect(row.days == days)
    #expect(row.class == of)
  }

  @Test("What ends a matter lasts, unless something may still follow by law")
  func ended() throws {
    #expect(
      Policy.default.shelfLife(
        of: try #require(try MatterKind.named("prosecution").status("acquitted")), court: nil) == nil)
  }

  @Test("A kind that there is not is refused with those that there are, and the one that was meant")
  func unknown() {
    let refused = refusal { _ = try MatterKind.named("lawsiut") }
    #expect(refused?.says.contains("did you mean “lawsuit”?") == true)
    #expect(refused?.says.contains("prosecution") == true)
  }
}
