/// Emergencies and people in danger.
let dangerRules: [ClaimRule] = [
  ClaimRule(
    "toll.open", .provisionalFigure, .present, because: "a count of the dead or hurt is open for days",
    finds: "At least 12 people were killed when the ferry capsized.",
    leaves: "At least 12 schools teach the subject.",
    [
      "at least # ~4 {dead}", "at least # ~3 {died}", "{died} ~1 at least|nearly|about|around|over|some #",
      "more than # ~4 {dead}|{died}", "{dead}|{died} ~1 more than #",
      "up to # ~4 feared|dead|missing|trapped", "feared dead|killed|drowned",
      "death toll ~6 {have}|{is}|rises|rose|climbed|climbs|reached|reaches",
      "death toll ~6 stands|stood|exceeded|jumps|to|at|of",
      "toll ~3 rises|rose|climbed|climbs|reached|reaches|stands|jumps|expected",
      "{have} ~2 killed # ~3 people|civilians",
      "# ~3 {people} ~3 {have} been|now ~2 killed|confirmed|injured|found", "confirmed dead",
      "so far ~3 # ~3 {dead}|{died}", "# ~3 {dead}|{died} so far",
      "# ~2 {people} ~2 dead", "killing|kills ~3 # ~2 {people}", "killing|kills #",
      "# ~3 {people} ~2 were|was ~2 killed|injured|wounded|hurt", "# ~3 {people} died|dead",
      "as many as # ~3 {dead}|{died}",
      "left # ~2 {people}? dead|homeless|injured", "preliminary ~3 figures|results|estimates|count|toll",
      "unofficial ~2 results|count",
      "{be} ~1 believed|thought to have? been|be? ~1 killed|dead|trapped|missing",
      "{dead}|{died} # ~2 {people}",
    ],
    unless: [
      "in|since @ ~6 war", "world war", "every year", "last year", "each year", "per year", "anniversary",
    ]),
  ClaimRule(
    "missing", .ongoingState, .present, because: "who is missing is found",
    finds: "Three hikers are still missing.", leaves: "The report was missing two pages.",
    [
      "{is} ~2 missing", "still|reported|remain|remains missing", "{is} ~2 unaccounted for",
      "still|remain|remains trapped", "{is} ~2 trapped", "last seen",
    ]),
  ClaimRule(
    "search.running", .ongoingState, .present, because: "a search ends within days",
    finds: "Rescuers are searching for survivors.", leaves: "The search ended on Friday.",
    [
      "search ~5 continues|continue|continuing|underway|ongoing|resumed|resumes",
      "rescue ~4 continue|continues|continuing|underway|ongoing|searching",
      "{be} ~1 searching", "continue|continued|continuing to? search|searching",
      "search|rescue ~4 {is} ~2 underway|ongoing|continuing",
      "rescuers|crews|divers|teams ~4 {be} ~2 searching|working|trying|looking",
      "rescuers|crews|divers|teams ~4 {be} ~2 digging|battling|fighting",
    ]),
  ClaimRule(
    "injured.critical", .ongoingState, .present, because: "a patient's condition changes",
    finds: "She is in a critical condition in hospital.", leaves: "The hospital was built in 1960.",
    [
      "in ~3 critical|serious|stable|grave|intensive ~2 condition|care", "{be} ~2 in hospital",
      "{be} ~2 being treated", "remain|remains|remained ~2 hospitalized|hospitalised",
      "{is} ~1 recovering", "remain|remains in ~2 hospital|coma|quarantine|isolation", "{is} ~1 in ~2 coma",
      "fighting for ~1 life|lives",
    ]),
  ClaimRule(
    "hostage.held", .ongoingState, .present, because: "who is held captive is freed or worse",
    finds: "Two aid workers are being held hostage.", leaves: "The hostages were freed in 1980.",
    [
      "{be} ~2 held ~1 hostage|captive|hostages", "still ~2 captive|hostage|hostages",
      "being held for ransom",
    ]),
  ClaimRule(
    "custody", .ongoingState, .present, because: "somebody held is charged, released, or moved",
    finds: "A man of 34 remains in custody.", leaves: "The custody rules were changed in 2011.",
    [
      "in ~1 custody|detention", "{is} ~2 being held|detained", "{have} been ~1 detained",
      "still holding|held|detained|jailed|imprisoned",
      "{be} ~1 held ~2 in|without custody|jail|prison|detention|bail|bond|solitary",
      "{be} ~1 held on suspicion|charges|remand", "under house arrest",
    ], unless: ["child custody", "custody of ~2 child|children|son|daughter"]),
  ClaimRule(
    "fire.containment", .ongoingState, .present, because: "a fire is out within days",
    finds: "The fire is 40 percent contained.", leaves: "The box contained old letters.",
    [
      "{is} ~3 contained", "fire|fires|blaze|blazes|wildfire|wildfires ~5 continue|continued|continues",
      "fire|fires|blaze|blazes|wildfire|wildfires ~5 burning|raging",
      "fire|fires|blaze|blazes|wildfire|wildfires ~5 rage|rages|spreading|threatening", "out of control",
      "under ~1 control", "in flames",
      "new fire|fires", "still burning",
    ]),
  ClaimRule(
    "evacuation", .ongoingState, .present, because: "people go home again",
    finds: "Some 400 residents have been evacuated.", leaves: "The evacuation of 1940 is remembered.",
    [
      "{have} been ~2 evacuated", "{be} ~1 being ~1 evacuated", "{be} ~1 evacuating",
      "evacuation order|orders|warning|warnings", "{is} ~1 under evacuation",
    ]),
  ClaimRule(
    "outage", .ongoingState, .present, because: "power and water come back",
    finds: "Thousands of homes are without power.", leaves: "The kings without power left no trace.",
    [
      "{is} ~2 without ~1 power|electricity|water|gas|heating", "left ~4 without ~1 power|electricity|water",
      "power ~2 {is} ~1 out",
    ]),
  ClaimRule(
    "emergency.declared", .ongoingState, .present, because: "an emergency lapses or is renewed",
    finds: "A state of emergency is in force.", leaves: "Emergency services were called.",
    ["state of emergency", "curfew {is} ~1 in", "under curfew|lockdown|quarantine"]),
  ClaimRule(
    "recall.product", .ongoingState, .present, because: "recalls widen, and people act on them",
    finds: "The maker has recalled 40,000 cars.", leaves: "She recalled her childhood.",
    [
      "{have} ~1 recalled #", "recalled # ~4 cars|vehicles|products|units|packs", "{is} ~1 being ~1 recalled",
      "{be} recalling #",
    ]),
  ClaimRule(
    "closure", .ongoingState, .present, because: "what is closed opens again",
    finds: "The bridge remains closed to traffic.", leaves: "The factory closed in 1998.",
    [
      "{is} ~2 closed", "remain|remains ~2 closed|shut|blocked|suspended|grounded|under|without|stranded",
      "{have} been ~2 suspended|cancelled|canceled|postponed|closed",
      "{have} been ~2 delayed|halted|grounded|shut|banned",
      "{be} ~1 suspended", "{is} ~1 stranded", "was|were ~1 postponed|suspended until",
      "{be} ~1 banned",
    ], unless: ["closed ~2 door|doors|session"]),
  ClaimRule(
    "warning.weather", .scheduledEvent, .future, because: "a warning is for hours or days",
    finds: "A storm warning is in force for the coast.", leaves: "He ignored every warning.",
    [
      "warning|watch|alert ~4 {is} ~2 in|issued|effect", "warning|watch|alert in force|effect|place",
      "{be} ~2 forecast|forecasted", "forecasters ~2 expect|warn|predict|say",
      "{be} expected to ~3 hit|strike|landfall|intensify|weaken|cross|continue",
    ]),
]
