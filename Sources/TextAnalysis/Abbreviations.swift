extension Source {
  /// Whether a dot behind `word` belongs to the word, given what comes after the white space behind it.
  func isAbbreviated(_ word: Span, beforeWord next: Span, _ beginning: Unicode.Scalar) -> Bool {
    guard !word.isEmpty else { return false }
    let written = key(word)
    let isCapital = letter(at: word.start)?.scalar.isUpper == true
    if isCapital ? titles.contains(written) : neverLast.contains(written) { return true }
    if numberSigns.contains(written) { return beginning.isDigit }
    if hasDotInside(word) { return forExample.contains(written) || !begins(next) }
    if isInitial(word) { return bytes[word.start] != 0x49 && !begins(next) }
    let mayEnd = isCapital ? endings.contains(written) : smallEndings.contains(written)
    return mayEnd && (!begins(next) || beginning.isDigit)
  }

  private func begins(_ next: Span) -> Bool { sentenceStarters.contains(key(next)) }

  private func isInitial(_ word: Span) -> Bool {
    guard let only = letter(at: word.start), only.span.end == word.end else { return false }
    return only.scalar.isUpper
  }
}

private let neverLast = WordSet("v vs cf approx")
private let numberSigns = WordSet("No no Nos pp")
private let forExample = WordSet("e.g i.e")

/// Abbreviations that stand before a name or a number and never end a sentence.
let titleAbbreviations = """
  Mr Mrs Ms Mx Dr Prof Gov Sen Rep Gen Col Lt Sgt Capt Rev Hon Pres Det Supt Insp Const Adm Cmdr Maj
  Cpl Pvt Msgr Messrs Mme Mlle Atty Asst Assoc Fr Sr Ft Mt FT MT ST Sens Reps Drs Sra Dra cf approx
  Brig Pte Cllr Amb Sec Treas
  """
let titles = WordSet(titleAbbreviations)

/// Abbreviations that may end a sentence: only when one of the words below begins the next.
private let endings = WordSet(
  """
  Inc Corp Co Ltd Jr Bros St Ave Blvd Rd Dept Univ etc al est Est Jan Feb Mar Apr Jun Jul Aug Sept
  Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Calif Conn Fla Ala Ariz Ark Colo Del Ga
  Ill Ind Kan Ky Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo
  Ont Que Alta Sask Man Fig fig Vol vol ed Ed Art art dept Ph Op min max hrs mph ft
  """)

private let smallEndings = WordSet("etc al est fig vol ed art dept min max hrs mph ft")

/// Words that begin a sentence far more often than a name.
let sentenceStarters = WordSet(
  """
  The A An He She It They We I You His Her Its Their Our My This That These Those There Here In On
  At By For From With After Before During Since Until When While Where Who What Why How If As But
  And Or So Yet Then Now Also However Meanwhile Although Though Despite Because According Asked
  Police Officials Prosecutors Some Many Most Several One Two No Not Nobody Neither Both Each All
  Earlier Later Last Next To Under Over About More Other Another Only Even Still Once Such
  """)

let speechVerbs = WordSet("said says asked asks told added wrote shouted cried replied demanded wondered")

/// What follows a dot in the names of files and sites, in small letters. Endings that are also words are left out.
let fileEndings = WordSet(
  """
  com org net gov edu html htm php pdf doc docx csv json txt js exe jpg jpeg png gif mp xml uk eu
  info biz py md zip
  """)
