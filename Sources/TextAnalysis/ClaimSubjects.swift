/// A hint alone says little: "more than 60" may be anything. The claim has the hint's rule for its name
/// only where the sentence has a word of the rule's matter, and else the name of what any story may say of
/// the kind.
func ruleNaming(_ hit: ClaimReader.Hit, in sentence: ReadSentence) -> Rule {
  let own = allClaimRules[hit.rule].rule
  guard hit.isHint, let subject = subjectsOfRules[hit.rule],
    !sentence.tokens.contains(where: { subject.contains($0.key) })
  else { return own }
  return generalRulesOfKinds[hit.kind.number] ?? own
}

private let subjectsOfRules: [WordSet?] = allClaimRules.map { rule in
  subjects.first { $0.rule == rule.rule.name }.map { WordSet($0.words) }
}

private let generalRulesOfKinds: [Rule?] = ClaimKind.allCases.map { kind in
  allClaimRules.first { $0.isGeneral && $0.rule.kind == kind }?.rule
}

/// Of rules whose hints are wider than the rule.
private let subjects: [(rule: String, words: String)] = [
  (
    "toll.open",
    """
    dead died dies dying death deaths killed kills killing toll casualty casualties fatality fatalities victim
    victims body bodies injured injuring injuries wounded wounding hurt drowned perished lives missing
    """
  ),
  (
    "probe.police",
    """
    police detective detectives investigator investigators investigation investigations investigating
    investigate investigated inquiry inquiries enquiries probe officer officers prosecutors sheriff fbi
    forensic crime witness witnesses suspect suspects
    """
  ),
  (
    "charged",
    """
    charge charges charged charging indicted indictment accused accuse accuses court courts prosecutor
    prosecutors trial alleged alleges suspicion counts guilty impeachment convicted jury liable arrested
    """
  ),
  (
    "closure",
    """
    closed closes closing closure closures shut shutting suspended cancelled canceled cancellations halted
    grounded blocked banned barred postponed delayed delays diverted disrupted disruption restrictions
    roadblocks offline impassable sealed
    """
  ),
  (
    "custody",
    """
    custody jail jailed prison imprisoned detained detainees detention held arrest arrests arrested bars
    remanded inmates prisoners
    """
  ),
  (
    "injured.critical",
    """
    hospital hospitals hospitalized hospitalised clinic injured injury injuries ill illness sick wounds
    wounded condition surgery coma treatment intensive operation doctors sidelined hamstring knee ankle
    """
  ),
  ("missing", "missing trapped disappeared vanished unaccounted stranded buried lost whereabouts"),
  (
    "evacuation",
    """
    evacuated evacuate evacuating evacuation evacuees fled flee fleeing refugees refugee shelter shelters
    tents camps displaced homeless leave
    """
  ),
  (
    "warning.weather",
    """
    storm storms cyclone hurricane typhoon flood floods flooding rain rains snow wind winds tide tides surge
    tornado tornadoes tsunami heat heatwave temperatures weather forecasters meteorologists blizzard
    landslides ice frost fog lightning thunderstorm thunderstorms drought
    """
  ),
  (
    "standing",
    "league table standings ranked ranking rankings championship season points division title cup seeded"
  ),
]
