import Testing

@testable import TextAnalysis

@Suite("The pattern language")
struct PatternTests {
  private func sentence(_ text: String) throws -> ReadSentence {
    let source = Source(bytes: Array(text.utf8))
    return ReadSentence(source.whole, in: source, dateline: try #require(CivilDate("2024-07-13")))
  }

  @Test(
    "A pattern matches these words",
    arguments: [
      ("plans|plan to ~2 appeal", "He plans to now quickly appeal it.", "plans to now quickly appeal"),
      ("{be} ~1 missing", "Two are still missing.", "are still missing"),
      ("filed an? suit", "She filed suit.", "filed suit"),
      ("# people", "Twelve people came.", "Twelve people"),
      ("# people", "Dozens people came.", "Dozens people"),
      ("trial @", "The trial July 20, 2024 is on.", "trial July 20, 2024"),
      ("@ hearing", "The July 20, 2024 hearing is on.", "July 20, 2024 hearing"),
      ("^ police *ed", "\u{201C}Police searched it.", "Police searched"),
      ("open $", "It is open.\u{201D}", "open"),
      ("to !be appeal", "to appeal", "to appeal"), ("<!not guilty", "He is guilty", "guilty"),
      ("A A said", "Then Ana Roth said so.", "Ana Roth said"),
      ("*ing for", "They are waiting for it.", "waiting for"),
    ])
  func matches(_ pattern: String, _ text: String, _ words: String) throws {
    let sentence = try sentence(text)
    let match = try #require(Patterns([pattern]).first(in: sentence))
    #expect(sentence.source.string(sentence.span(match)) == words)
  }

  @Test(
    "A pattern leaves these words",
    arguments: [
      ("plans|plan to ~2 appeal", "He plans to, in time, appeal."),
      ("plans|plan to ~2 appeal", "He plans to one two three appeal."), ("^ police", "The police came."),
      ("open $", "It is open now."), ("<!not guilty", "He is not guilty"), ("will !be A", "They will be Ana"),
      ("# people", "Few people came."), ("trial @", "The trial goes on."), ("A A said", "ana Roth said so."),
    ])
  func leaves(_ pattern: String, _ text: String) throws {
    #expect(try !Patterns([pattern]).match(sentence(text)))
  }

  @Test("Every match of many patterns is found, whichever word it is looked for by")
  func many() throws {
    let lines = ["is to appeal", "to appeal", "appeal the ruling", "~2 ruling", "the? verdict"]
    let sentence = try sentence("She is to appeal the ruling.")
    var found: Set<Int> = []
    Patterns(lines).matches(in: sentence) { index, _ in found.insert(index) }
    #expect(found == [0, 1, 2, 3])
  }

  @Test("A number is one, too, where another pattern has it as a word")
  func numberAndWord() throws {
    let patterns = Patterns(["in 1990|ninety", "# people"])
    for text in ["Some 1990 people came.", "Some ninety people came."] {
      #expect(try patterns.match(sentence(text)), "\(text)")
    }
  }

  @Test("What a pattern needs may be any of its words, an ending, a number or a date, on either side")
  func needs() throws {
    let patterns = Patterns([
      "{be} ~2 *ing|held ~3 rescued", "# ~2 rescued", "rescued ~2 @", "left|abandoned ~1 *ly rescued",
    ])
    var found: [Int] = []
    patterns.matches(
      in: try sentence("Two were quickly abandoned, badly rescued Friday, and are now being slowly rescued.")
    ) { pattern, _ in found.append(pattern) }
    #expect(found == [2, 0])
    #expect(try !patterns.match(sentence("The crew was rescued.")))
  }

  @Test("Each set that a rule names exists, and each pattern has something to be looked for by")
  func wellFormed() {
    for rule in allClaimRules {
      for pattern in rule.patterns + rule.unless {
        #expect(pattern.hasAnchor, "\(rule.rule.name): \(pattern.line)")
        for part in pattern.line.split(whereSeparator: { " |".contains($0) }) where part.hasPrefix("{") {
          let name = part.hasSuffix("?") ? part.dropLast() : part
          #expect(wordSets[String(name)] != nil, "\(rule.rule.name) names \(part)")
        }
      }
    }
  }
}
