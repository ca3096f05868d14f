// The words by which changes are told apart.

private func set(_ words: String) -> Set<String> {
  Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
}

private func table(_ lines: [String]) -> [String: String] {
  var table: [String: String] = [:]
  for line in lines {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    for word in words { table[word] = words.first }
  }
  return table
}

enum ChangeWords {
  /// Words of speech and of hearsay; the first of a line stands for all of it.
  static let sayingForms = table([
    "said say says saying", "told tell tells telling", "according", "claimed claim claims claiming",
    "alleged alleges alleging", "allegedly", "allegation allegations", "stated states stating",
    "argued argues argue arguing", "testified testifies testify testifying", "wrote writes",
    "announced announces announcing", "admitted admits admit admitting", "insisted insists insist insisting",
    "suggested suggests suggest suggesting", "reported reports reporting", "reportedly",
    "purported purportedly",
    "accused accuses accusing", "suspected suspects", "believed believes", "apparently", "apparent",
    "confirmed confirms confirm confirming", "acknowledged acknowledges", "conceded concedes",
    "warned warns warning",
    "estimated estimates estimate", "ostensibly", "supposedly supposed", "so-called", "rumoured rumored",
    "sources",
    "conclude concluded concludes",
  ])

  /// Verbs in front of which the speaker stands.
  static let speech = set(
    """
    said says say told tells stated claimed claims alleged alleges argued argues testified wrote announced admitted
    insisted suggested reported confirmed acknowledged conceded warned estimated added denied denies
    """)

  /// Words that turn a statement into one that is not so.
  static let negations = set(
    """
    not no never none nobody nothing neither nor without nowhere hardly barely scarcely denied denies deny denying
    lacked lacks lack
    """)

  /// The same in front of "to": "failed to appear".
  static let refusals = set(
    "failed fails fail failing refused refuses refuse refusing declined declines decline unable")

  /// How sure something is; the first of a line stands for all of it.
  static let modals = table([
    "may", "might", "could", "would", "should", "must", "will", "shall", "can", "likely", "unlikely",
    "possible possibly", "probable probably", "perhaps maybe", "potential potentially",
    "appears appear appeared",
    "seems seem seemed", "expected expects expect", "plans plan planned planning", "intends intend intended",
    "aims aim aimed", "hopes hope hoped", "considering considers considered", "threatened threatens threaten",
    "vowed vows", "if", "unless", "whether", "proposed proposes propose", "due", "scheduled",
    "wants want wanted",
    "seeks seek sought", "attempted attempts attempt tried tries trying", "almost", "certain certainly",
    "definitely",
    "would-be", "ready", "set",
  ])

  /// What says how exact a figure is, or how many it is without one.
  static let exactnessWords = set(
    """
    about around approximately roughly nearly almost some least most more less fewer over under exceeding maximum
    minimum only all many several few both each every half majority minority dozens hundreds thousands millions scores
    estimated exactly average total
    """)

  /// What is counted or measured, so that another one makes another amount of the same figure.
  static let units = set(
    """
    % percent cent per km kilometres kilometers miles mile metres meters feet foot inches yards acres hectares tons tonnes
    kg kilograms pounds lb dollars euros pence cents yen yuan rupees hours hour minutes minute seconds second days day
    weeks week months month years year decades decade degrees celsius fahrenheit litres liters gallons barrels points point
    dead killed injured wounded hurt missing arrested people men women children boys girls counts charges votes seats
    homes houses degrees mph kph watts megawatts times
    """)

  /// Whether an office is held, was held, or is held for a while.
  static let officeWords = set("former ex acting interim late")

  static let men = set("he him his himself")
  static let women = set("she her hers herself")

  /// They say who does it to whom, and which way it goes.
  static let ways = set("by from into until since against \(ownersMark)")

  /// Words that mean somebody or something else with a capital.
  static let capitalMatters = set(
    """
    us who polish labour labor turkey china march may will mark bill rose grant swift reading nice bath job jordan chad
    guinea mercury apple amazon target gap shell orange boots next democratic republican conservative liberal green
    """)

  /// They stand before names and say nothing.
  static let courtesies = set("mr mrs ms miss dr prof sir lord lady dame")

  /// Words that begin sentences, or hold them together; as the first word of a sentence they are no names.
  static let openers = set(
    """
    the a an this that these those it its they their there here he she his her him we our i you your who what when where
    why how which while although though because since if unless after before during under over in on at by for from to of
    with without within and but or nor so yet as than then also however meanwhile moreover nevertheless still once until
    another other others some any each every all both most many few several more less no not none nobody one two three
    four five six seven eight nine ten dozens hundreds thousands police officials officers prosecutors authorities lawyers
    residents witnesses doctors firefighters investigators detectives ministers lawmakers workers people men women children
    students teachers protesters troops soldiers rescuers critics supporters opponents experts campaigners relatives
    families victims survivors voters shares sales prices profits nearly about around almost only just even now today
    yesterday tomorrow last next earlier later recently according despite amid following given asked speaking had has have
    was were is are be been being will would could should may might can must do does did let there's it's
    """)
}

func isSignOfAmount(_ word: String) -> Bool {
  [
    "$", "\u{A3}", "\u{20AC}", "\u{A5}", "%", "\u{2030}", "\u{B0}", "+", "-", "=", "<", ">", "per", "percent",
    "cent",
  ]
  .contains(word)
}

/// Words that hold a sentence together.
func isSmall(_ word: String) -> Bool { smallest.contains(word) }

private let smallest = set(
  """
  the a an this that these those it its they their them there he she his her him we our of to in on at by for from with
  and but or as than be been being is are was were am has have had do does did 's 've 're ever yet also even any so very
  """)

/// Whether one of some words says the opposite of one of others: a pair known as such, or one with "un-", "in-", "dis-"
/// before it. One look a word: a hunk may be a whole text.
func saysOpposite(_ ones: [String], _ others: [String]) -> Bool {
  let words = Set(others)
  let known = Set(others.flatMap { sides[$0] ?? [] })
  return ones.contains { word in
    if (sides[word] ?? []).contains(where: { known.contains(Side(pair: $0.pair, isFirst: !$0.isFirst)) }) {
      return true
    }
    return prefixesOfDenial.contains { prefix in
      word.utf8.count >= 4 && words.contains(prefix + word)
        || word.hasPrefix(prefix) && word.utf8.count >= prefix.utf8.count + 4
          && words.contains(String(word.dropFirst(prefix.count)))
    }
  }
}

private let prefixesOfDenial = ["un", "in", "im", "il", "ir", "dis", "non", "mis"]

private struct Side: Hashable {
  let pair: Int
  let isFirst: Bool
}

private let sides: [String: [Side]] = {
  let pairs = """
    approved approve approves approving backed passed | rejected reject rejects rejecting vetoed
    convicted convict guilty | acquitted acquit acquits cleared innocent exonerated
    upheld uphold upholds affirmed | overturned overturn overturns quashed reversed struck
    granted grant grants allowed allow allows | denied deny denies refused refuse refuses barred blocked
    won win wins winning | lost lose loses losing
    rose rise rises rising increased increase increases grew grow up gained higher | fell fall falls falling decreased decrease decreases shrank shrink down dropped drop lower
    accepted accept accepts | rejected reject rejects declined
    opened open opens reopened | closed close closes shut
    started start starts began begin begins resumed | ended end ends stopped stop stops halted
    legal lawful | illegal unlawful
    alive survived survives | dead died dies
    present | absent
    before | after
    above over | below under
    with | without
    include includes included including | exclude excludes excluded excluding
    supported support supports backs | opposed oppose opposes
    for | against
    true | false
    first | last
    more | less fewer
    most | least
    best | worst
    defended defends | accused accuses
    confirmed confirms | denied denies
    arrested detained jailed | released freed
    hired appointed | fired dismissed sacked
    succeeded succeed succeeds | failed fail fails
    withdrawn withdrew dropped | pursued filed
    plaintiff plaintiffs | defendant defendants
    suspended | reinstated
    buys bought buy | sells sold sell
    """
  var sides: [String: [Side]] = [:]
  for (pair, line) in pairs.split(separator: "\n").enumerated() {
    for (side, words) in line.split(separator: "|").enumerated() {
      for word in words.split(separator: " ") {
        sides[String(word), default: []].append(Side(pair: pair, isFirst: side == 0))
      }
    }
  }
  return sides
}()
