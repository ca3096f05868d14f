/// Inquiries, causes, and what is not yet known.
let inquiryRules: [ClaimRule] = [
  ClaimRule(
    "probe.regulator", .pendingLegal, .present,
    because: "a regulator's inquiry ends in findings or in nothing",
    finds: "The regulator is investigating the merger.", leaves: "The regulator was founded in 1999.",
    [
      "regulator|regulators|watchdog ~4 {be} ~1 investigating|examining|reviewing",
      "ombudsman|auditor|auditors ~4 {be} ~1 investigating|examining|reviewing",
      "commission|committee|agency|authority|ministry ~4 {be} ~1 investigating|examining",
      "regulator|regulators|watchdog ~2 opened|launched ~3 investigation|inquiry|probe|review",
      "commission|committee|agency ~2 opened|launched ~3 investigation|inquiry|probe|review",
      "regulator|watchdog|commission {will} ~1 investigate|review|examine",
      "committee|agency|ministry {will} ~1 investigate|review|examine",
    ]),
  ClaimRule(
    "probe.police", .pendingLegal, .present, because: "an investigation ends in a charge or in nothing",
    finds: "Police are investigating the cause of the crash.",
    leaves: "Police investigated the case and closed it in 2018.",
    [
      "police|detectives|officers|authorities ~4 {be} ~1 investigating|examining",
      "police|detectives|officers|authorities ~4 {be} ~1 probing|interviewing",
      "prosecutors|investigators|sheriff|fbi ~4 {be} ~1 investigating|examining",
      "prosecutors|investigators|sheriff|fbi ~4 {be} ~1 probing|interviewing",
      "police|detectives|officers|authorities ~4 {be} ~1 questioning|reviewing",
      "police|detectives|officers|authorities ~4 {be} ~1 searching|treating",
      "prosecutors|investigators|sheriff|fbi ~4 {be} ~1 questioning|reviewing",
      "prosecutors|investigators|sheriff|fbi ~4 {be} ~1 searching|treating",
      "{be} ~1 investigating", "{be} ~1 under|being investigation|investigated", "under investigation",
      "investigation|inquiry|probe ~3 {is} ~2 ongoing|open|continuing|underway|pending|active",
      "investigation|inquiry|probe ~3 {is} ~1 under way",
      "investigation|investigations|inquiries|inquiry continues|continue",
      "ongoing|continuing ~1 investigation|inquiry|probe|investigations",
      "{have} been|be investigating|examining", "investigators continue|still|hope|believe|said|say|suspect",
      "{have} ~1 launched|opened|begun|started ~3 investigation|inquiry|probe|review",
      "launched|opened|begun ~3 investigation|inquiry|probe",
      "{will} ~2 investigate", "{be} ~1 looking into", "{be} ~1 investigated",
    ],
    unless: [
      "investigation|inquiry|probe ~3 was|were ~1 closed|dropped|concluded|completed|ended",
      "would|could|should|must investigate",
    ]),
  ClaimRule(
    "identity.withheld", .ongoingState, .present, because: "names follow when families have been told",
    finds: "The victims have not been named.", leaves: "The bridge was named after a poet.",
    [
      "not ~1 been ~1 named|identified",
      "name|names|identity|identities ~5 not ~1 been ~1 released|disclosed",
      "has|have|was|were not ~1 named|identified", "yet to be ~1 named|identified",
    ]),
  ClaimRule(
    "cause.unknown", .ongoingState, .present, because: "a cause that is not known today is found later",
    finds: "The cause of the fire is not yet known.", leaves: "The cause of the fire was a faulty heater.",
    [
      "cause ~5 {is} ~1 unknown|unclear|undetermined",
      "cause|motive ~5 {is}|was ~1 not ~3 known|clear|determined|established|released",
      "not ~1 yet known|clear|certain|confirmed",
      "not immediately clear|known", "{is} ~1 unclear", "no word on", "{is} ~1 unknown",
      "not ~1 been ~1 determined|released|confirmed|disclosed",
      "has|have not ~1 yet", "was not immediately clear|known", "cause ~4 {be} ~1 determined",
    ]),
  ClaimRule(
    "responsibility.none", .ongoingState, .present, because: "somebody may claim it any day",
    finds: "No group has claimed responsibility for the attack.",
    leaves: "A militia claimed responsibility for the attack.",
    [
      "no ~4 claimed ~1 responsibility", "nobody ~2 claimed ~1 responsibility",
      "has not claimed responsibility", "no|nobody ~3 been ~1 arrested",
    ]),
  ClaimRule(
    "state.yet", .ongoingState, .present, because: "what has yet to happen may have happened since",
    finds: "The council has yet to approve the budget.", leaves: "It was the best season yet.",
    [
      "has|have yet to", "{is} yet to", "so far ~1 no|not|refused|failed",
      "still|yet to be ~1 decided|confirmed|announced|determined",
    ]),
]
