import Editorial
import Testing

@Suite("Tokens")
struct TokenTests {
  @Test("A token comes back from its text, and no two are the same")
  func roundTrip() throws {
    var seen: Set<String> = []
    for _ in 0..<200 {
      let token = Token.random()
      let read = try #require(Token(token.text))
      #expect(read.text == token.text)
      #expect(read.digest == token.digest)
      #expect(read.digest.count == 32)
      #expect(token.text.hasPrefix("stet_pat_"))
      #expect(token.text.utf8.count == 58)
      #expect(token.lastFour == String(token.text.suffix(4)))
      #expect(seen.insert(token.text).inserted)
    }
  }

  @Test("Every change of a single character is refused")
  func oneCharacter() {
    let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_- \u{0}é".utf8)
    let good = Array(Token.random().text.utf8)
    var accepted = 0
    for position in good.indices {
      for digit in digits where digit != good[position] {
        var changed = good
        changed[position] = digit
        if Token(String(decoding: changed, as: UTF8.self)) != nil { accepted += 1 }
      }
    }
    #expect(accepted == 0)
  }

  @Test("Two neighbours swapped, one left out or put in are refused")
  func slips() {
    let good = Array(Token.random().text.utf8)
    for position in good.indices {
      var shorter = good
      shorter.remove(at: position)
      #expect(Token(String(decoding: shorter, as: UTF8.self)) == nil)
      var longer = good
      longer.insert(good[position], at: position)
      #expect(Token(String(decoding: longer, as: UTF8.self)) == nil)
      guard position > 0, good[position] != good[position - 1] else { continue }
      var swapped = good
      swapped.swapAt(position, position - 1)
      #expect(Token(String(decoding: swapped, as: UTF8.self)) == nil)
    }
  }

  @Test(
    "What is no token is none",
    arguments: [
      "", "stet_pat_", "Bearer x", String(repeating: "0", count: 58),
      "stet_pat_" + String(repeating: "0", count: 49),
    ])
  func none(text: String) {
    #expect(Token(text) == nil)
  }
}
