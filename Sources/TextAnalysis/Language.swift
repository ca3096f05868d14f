/// What tells English from other languages in some words: its little words, those of others, and letters of
/// other scripts.
///
/// Every third word of English prose is one of about sixty little ones. Lists of names or results have few, so
/// words count as another language's only where that shows its own little words or letters, or where a long
/// stretch has no English ones at all.
struct LanguageSigns {
  private(set) var words = 0
  private(set) var english = 0
  private(set) var foreign = 0
  private(set) var otherScript = 0

  mutating func read(_ tokens: some Sequence<Token>, in source: Source) {
    for token in tokens where token.isWord && !token.shape.contains(.hasDigit) {
      if !token.isCapital { words += 1 }
      if englishWords.contains(token.key) {
        english += 1
      } else if !token.isCapital, foreignWords.contains(token.key) {
        foreign += 1
      } else if source.byte(token.start) >= firstByteOfGreek, source.byte(token.start) < firstByteOfSigns {
        otherScript += 1
      } else if source.byte(token.start) >= firstByteOfEastAsia {
        otherScript += 1
      }
    }
  }

  /// Names and headlines say nothing: words with a capital are counted only where they are English ones.
  var isEnglish: Bool {
    if otherScript > 0, otherScript * 2 > words { return false }
    if foreign >= 3, foreign > english { return false }
    return words < longStretch || english * 20 >= words
  }
}

/// Whether a paragraph is English, as far as that can be told: nothing else is read.
func isEnglish(_ paragraph: Span, in source: Source) -> Bool {
  if source.hasCommonEnglish(paragraph) { return true }
  var signs = LanguageSigns()
  let start = Span(paragraph.start, min(paragraph.end, paragraph.start + longestSample))
  signs.read(tokens(start, in: source), in: source)
  return signs.isEnglish
}

/// Bytes that show which language a paragraph is in.
private let longestSample = 4_000

extension Source {
  /// Whether " the " or " and " stands three times, some words apart, in a paragraph's first bytes: fewer can be
  /// the titles of films.
  fileprivate func hasCommonEnglish(_ paragraph: Span) -> Bool {
    let bytes = bytes.span
    let end = min(paragraph.end, paragraph.start + 1_000) - 5
    var i = paragraph.start
    var seen = 0
    while i < end {
      let five = load(bytes, i) & 0xFF_FFFF_FFFF
      if five == spacedThe || five == spacedAnd {
        seen += 1
        if seen == 3 { return true }
        i &+= 12
      }
      i &+= 1
    }
    return false
  }
}

/// " the " and " and ", first byte lowest.
private let spacedThe: UInt64 = 0x20_6568_7420
private let spacedAnd: UInt64 = 0x20_646E_6120

/// Words after which it is odd to have met no little word of English.
private let longStretch = 25

/// The first bytes of UTF-8 from U+0370 on: Greek, Cyrillic, Hebrew, Arabic, scripts of India …; then U+2000, where
/// signs begin, and U+3000.
private let firstByteOfGreek: UInt8 = 0xCD
private let firstByteOfSigns: UInt8 = 0xE2
private let firstByteOfEastAsia: UInt8 = 0xE3

private let englishWords = WordSet(
  """
  the of to and was were is are be been has have had that this these those with from by for not it he she they
  his their who which will would said says at or but after when more than about there into could should did
  does its we you your our my what where how because between against during before since until also
  """)

/// Little words of French, Spanish, Portuguese, Italian, German, Dutch, the Scandinavian languages, Polish, and
/// Indonesian that are no English words.
private let foreignWords = WordSet(
  """
  le les des du et est dans que qui pour une un sur avec pas par aux cette ont sont el los las del y por una
  como se su fue ha sus pero os da na em um uma ao mais il della che gli di non sono nel alla der das und ist
  nicht mit von ein eine dem den auf sich auch wurde het een van niet voor zijn werd en det och att som har
  inte av til ikke på är jest się nie przez yang dan di untuk dengan pada tidak dalam
  """)
