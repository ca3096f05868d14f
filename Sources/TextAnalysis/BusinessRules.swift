/// Business, releases, fixtures.
let businessRules: [ClaimRule] = [
  ClaimRule(
    "release", .scheduledEvent, .future, because: "a release comes, moves, or is dropped",
    finds: "The film is scheduled for release in 2031.", leaves: "The album was released in 1994.",
    [
      "scheduled|slated|set|due|planned ~2 for release|launch|publication|broadcast",
      "{will} ~1 be ~1 released|launched|published|aired|unveiled|opened|broadcast|available",
      "to be ~1 released|launched|published|aired|unveiled|opened",
      "scheduled|slated|set|due|expected ~1 to ~2 released|launched|premiere|debut|launch",
      "scheduled|slated|set|due|expected ~1 to ~2 air|open|published|unveiled|available",
      "{will} ~1 premiere|debut|launch|air|open|hit|unveil|release|publish",
      "{plans} to ~1 release|launch|publish|open|unveil",
      "release date", "{will} ~1 go on sale", "release ~2 {be} ~1 scheduled|set|planned|expected|due",
    ], unless: ["released on bail", "{will} open fire"]),
  ClaimRule(
    "deal.announced", .announcedPlan, .future, because: "a deal is announced and may close, change, or fail",
    finds: "The bank agreed to buy its rival for $2 billion.", leaves: "The bank bought its rival in 2003.",
    [
      "agreed|agrees to buy|acquire|merge|sell|purchase", "{plans} to ~1 buy|acquire|merge|purchase|sell",
      "{will} ~1 buy|acquire|merge|purchase|sell",
      "deal|merger|acquisition|takeover|sale ~5 {be} ~2 expected|subject|pending",
      "deal|merger|acquisition|takeover|sale ~5 {be} ~2 set|due|scheduled",
      "deal|merger|acquisition|takeover|sale {will}", "in talks to buy|acquire",
    ]),
  ClaimRule(
    "layoffs.planned", .announcedPlan, .future,
    because: "job cuts are announced, bargained over, and changed",
    finds: "The bank plans to cut 900 jobs.", leaves: "The bank cut 900 jobs in 2009.",
    [
      "{plans} to ~1 cut|axe|eliminate|shed|lay ~5 jobs|workers|staff|positions|employees|off",
      "{will} ~1 cut|axe|eliminate|shed|lay ~5 jobs|workers|staff|positions|employees|off",
      "jobs {will} ~1 go|be", "job cuts {will}", "announced|announces ~2 layoffs|redundancies",
    ]),
  ClaimRule(
    "closing.planned", .announcedPlan, .future, because: "a closure or job cut is announced for later",
    finds: "The company will close its plant in Leeds.", leaves: "The plant closed in 1987.",
    [
      "{will} ~2 close|shut|cut|axe|eliminate ~5 plant|plants|factory|factories",
      "{will} ~2 close|shut|cut|axe|eliminate ~5 store|stores|jobs|mine",
      "{will} ~2 close|shut|cut|axe|eliminate ~5 school|schools|site|branches",
      "{will} ~2 close|shut|cut|axe|eliminate ~5 offices|base|bases|hospital",
      "{plans} to ~1 close|shut|cut|axe|eliminate|lay",
      "announced|announces ~2 closure|closures|layoffs|redundancies",
      "faces|face|facing ~2 closure|eviction|redundancy", "closing ~3 plant|factory|store|school",
    ]),
  ClaimRule(
    "fixture", .scheduledEvent, .dated, because: "a match or show is over after its day",
    finds: "United play City on Saturday.", leaves: "United play in red.",
    [
      "play|plays|face|faces|meet|meets|host ~4 on|in @",
      "hosts|visit|visits|travel|travels|tour|tours ~4 on|in @",
      "begins|starts|opens|ends|closes|runs ~3 on|in|off|until|@ @",
      "resumes|concludes|expires|arrives|kicks ~3 on|in|off|until|@ @",
      "begins|starts|opens|ends|closes|resumes @",
      "takes place ~3 on|in|@", "takes place ~1 @",
      "match|game|race|final|concert|tour|summit|meeting ~3 {is}|on|in|for ~1 @",
      "conference|festival|ceremony|funeral|hearing|decision|deadline ~3 {is}|on|in|for ~1 @",
      "{be} ~1 held ~3 @",
    ]),
  ClaimRule(
    "deadline", .scheduledEvent, .future, because: "a deadline passes",
    finds: "Residents have until Friday to apply.", leaves: "The deadline passed in May.",
    [
      "{have} until @", "deadline ~4 {be}", "deadline of|on|for @", "by|before|until @ to",
      "must ~5 by|before|within @", "must ~6 @", "until|till at? least? @", "{is} ~1 due ~2 by|on|in|@",
    ],
    unless: ["deadline ~2 passed|expired"]),
]
