/// Courts and proceedings.
let courtRules: [ClaimRule] = [
  ClaimRule(
    "appeal.planned", .pendingLegal, .future,
    because: "an appeal is announced and may or may not be filed in time",
    finds: "The company plans to appeal the ruling.", leaves: "The mayor plans to appeal for calm.",
    [
      "{plans} to ~1 appeal", "{will} ~2 appeal", "would appeal", "{will} ~2 be appealed",
      "{plans} on appealing",
      "vowed|promised|considering an? appeal", "{plans} to file|lodge|bring an? appeal",
      "{will} ~1 file|lodge|bring an? appeal", "would ~2 to the? court of appeal",
      "has|have # days|weeks to appeal", "said|says an? appeal {will} be filed",
      "{will} ~1 challenge the {judged}", "{plans} to challenge ~3 {judged}",
    ], unless: ["appeal|appealing for", "appeal to the? public|voters|people|fans|residents|young|a"]),
  ClaimRule(
    "appeal.pending", .pendingLegal, .present, because: "an appeal is before a court that will decide it",
    finds: "Her lawyers have appealed against the conviction.",
    leaves: "He appealed to the public for witnesses.",
    [
      "{have} ~1 appealed the|against|to|his|her|its|their", "filed|lodged an? ~1 appeal",
      "{be} appealing the|against|his|her",
      "appeal {be} ~1 pending|heard|ongoing", "pending ~2 appeal", "pending ~1 appeal",
      "ordered ~3 to hear ~2 appeal",
      "awaiting|awaits ~3 appeal", "on appeal",
    ], unless: ["appealed to the? public|voters|people|fans|residents|a", "appealed for", "appeal for"]),
  ClaimRule(
    "trial.set", .pendingLegal, .future, because: "a trial has a day on which it begins, and days move",
    finds: "His trial is set for September 9.", leaves: "The clinical trial is set for completion next year.",
    [
      "trial|retrial|case ~2 {be} ~1 scheduled|set|due|expected|slated ~1 for|to|on",
      "trial|retrial {be} ~1 on|in @",
      "trial|retrial {will} ~1 begin|start|open|resume|take|be|go", "{will} ~1 stand|face trial",
      "go|goes on trial @",
      "{be} ~1 scheduled|set|due|expected|slated to stand|go|face on? trial",
      "awaits|awaiting|await|faces|facing ~1 trial",
      "trial {be} ~1 expected|due|scheduled",
    ], unless: ["clinical|vaccine|drug|medical|free|flight|sea trial|trials", "trial and error"]),
  ClaimRule(
    "sentence.awaited", .pendingLegal, .future, because: "a court is still to pass sentence",
    finds: "The former officer will be sentenced on October 3.",
    leaves: "He was sentenced to six years in prison.",
    [
      "{will} be sentenced", "awaits|awaiting|await ~1 sentencing|sentence",
      "sentencing|sentence {be} ~1 set|scheduled|due|expected",
      "to be sentenced", "{be} ~1 sentenced @", "sentencing {will}", "sentencing hearing",
      "sentencing for ~3 on @",
    ]),
  ClaimRule(
    "hearing.set", .pendingLegal, .future, because: "a hearing has a day, and adjournments are the rule",
    finds: "A bail hearing is scheduled for Monday.", leaves: "The hearing was held last month.",
    [
      "hearing ~3 {be} ~1 scheduled|set|due|expected|held", "hearing ~1 {will}", "hearing ~1 on|for @",
      "hearing @",
      "{will} ~1 appear ~2 court",
      "due|scheduled|expected|set ~1 to? appear ~2 court|judge|magistrate|magistrates", "due in court",
      "scheduled ~3 for an? hearing", "next court date|appearance",
      "{will} ~1 hear ~3 case|arguments|evidence|appeal",
      "{will} ~1 be arraigned", "to be arraigned", "arraignment ~2 set|scheduled|expected",
      "court ~3 {will} ~1 rule|decide|hear",
      "judge ~3 {will} ~1 rule|decide|hear", "until @ to resolve|respond|reply|decide|file",
    ], unless: ["hearing aid|aids|loss"]),
  ClaimRule(
    "suit.filed", .pendingLegal, .present,
    because: "a lawsuit is open and will be decided, settled, or dropped",
    finds: "The owners still face lawsuits from former tenants.",
    leaves: "The lawsuit was dismissed in 2019.",
    [
      "face|faces|facing ~3 {sues}", "{sues} ~8 {is} ~2 ongoing|pending|continuing|open|unresolved",
      "civil|court|class-action {suit} ~8 {is} ~2 ongoing|pending|continuing",
      "civil|court|class-action {suit} ~8 {is} ~2 open|unresolved|active",
      "{have} ~1 sued", "{be} ~1 suing", "{be} ~2 being sued", "filed an? ~3 {sues}",
      "filed ~2 {sues} against",
      "pending|ongoing ~1 {sues}", "pursuing ~2 civil|legal action|damages|claims", "sued ~5 @",
      "{sues} filed",
      "{sues} ~2 alleges|alleging|claims|seeks|accuses", "suing ~3 for|over",
    ],
    unless: [
      "{suit} ~4 was|were ~2 dismissed|settled|dropped|withdrawn",
      "{suit} ~4 was|were ~2 resolved|rejected|decided|closed", "settled ~3 {sues}",
      "{suit} dismissed",
    ]),
  ClaimRule(
    "suit.threatened", .pendingLegal, .future,
    because: "legal action is announced and most of it never comes",
    finds: "The family intends to sue the hospital.", leaves: "Nobody can sue the crown in that court.",
    [
      "{plans} to ~1 sue", "{will} ~1 sue", "threatened|threatens|threatening ~3 legal action",
      "considering ~2 legal action",
      "{will} ~2 take ~2 legal action", "{plans} to ~1 take ~2 legal action", "{plans} to ~1 file ~3 {sues}",
      "threatened|threatens|threatening to sue", "would|will ~1 take ~3 to court",
    ]),
  ClaimRule(
    "settlement.announced", .pendingLegal, .future, because: "a settlement still needs signature or approval",
    finds: "The bank agreed to settle the lawsuit, subject to approval by a judge.",
    leaves: "The settlers arrived in 1840.",
    [
      "agreed|agrees to ~1 settle", "settlement ~6 subject to", "settlement ~4 {be} ~1 expected|pending",
      "settlement ~3 needs|awaits|requires", "{plans} to settle ~3 {suit}",
    ]),
  ClaimRule(
    "jury.out", .pendingLegal, .present, because: "a verdict can come any hour",
    finds: "The jury is still deliberating.", leaves: "The jury acquitted her.",
    [
      "jury|jurors ~1 {be} ~2 deliberating|out", "jury|jurors continue|continues|resume|resumes",
      "jury|jurors {will} ~2 deliberate|deliberating|resume", "awaiting|awaits ~2 verdict",
    ]),
  ClaimRule(
    "trial.running", .pendingLegal, .present, because: "a trial ends without warning",
    finds: "The former mayor is on trial for bribery.", leaves: "The drug was on sale after a trial.",
    ["{be} ~1 on trial", "trial continues", "standing trial"]),
  ClaimRule(
    "bail.pending", .pendingLegal, .present, because: "bail ends in a charge, a trial, or nothing",
    finds: "He was released on bail.", leaves: "They had to bail water out of the boat.",
    ["{be} ~2 out? on bail", "released|freed ~3 on bail", "on bail"]),
  ClaimRule(
    "charged", .pendingLegal, .present, because: "a charge is open until a court or the prosecutor ends it",
    finds: "Two men have been charged with arson.", leaves: "She was cleared after being charged with fraud.",
    [
      "{have} been ~1 charged|indicted", "was|were ~2 charged|indicted with|on|for|over|in|of|after|by",
      "{be} ~2 charged|indicted with|on|for",
      "charged with", "faces|face|facing ~4 charges|charge|counts|indictment",
      "faces|face|facing ~3 years|life ~2 prison|jail|behind",
      "charges ~2 filed|brought against", "charges {be} ~1 pending", "pending charges",
      "accused of|in ~3 murder|fraud|rape|corruption|killing|theft|assault|conspiracy|bribery",
      "{be} ~1 accused of", "{have} been ~1 accused of", "prosecutors ~2 accuse|allege", "arrest warrant",
      "{have} ~1 charged|indicted",
      "indicted",
    ],
    unless: [
      "cleared|acquitted|exonerated", "charges ~4 were|was dropped|dismissed", "was|were convicted",
      "sentenced to",
      "{have} been ~2 convicted",
      "charged with ~3 duty|task|overseeing|running|protecting|maintaining|managing|ensuring", "after being",
    ]),
  ClaimRule(
    "extradition", .pendingLegal, .present, because: "an extradition moves from stage to stage",
    finds: "He is fighting extradition to the United States.", leaves: "The treaty covers extradition.",
    [
      "fighting|awaiting|faces|facing|contesting ~2 extradition", "extradited",
      "seeking|seeks|requested ~3 extradition",
    ],
    unless: ["was|were ~1 extradited"]),
  ClaimRule(
    "wanted", .pendingLegal, .present, because: "somebody is being looked for and may be found",
    finds: "Two suspects remain at large.", leaves: "The public at large welcomed the law.",
    [
      "{is} ~2 at large", "still|remain|remains ~1 at large", "{is} ~1 wanted by|for|in|over",
      "manhunt {is} ~2", "police|officers|detectives {be} ~1 hunting|seeking|looking",
    ]),
]
