/// Words that speak against a claim in the sentence they stand in, each with what they show.
let claimDoubts: [(name: String, patterns: [String])] = [
  (
    "doubt.advice",
    [
      "should ~1 be|not|have|take|do", "must ~1 be|not|have", "urged|urges|urging",
      "called|calls|calling for|on|upon",
      "demanded|demands|demand|demanding", "need|needs|ought to",
      "recommended|recommends|recommend",
      "advised|advises", "let us|'s", "we must|need|should", "it is time",
    ]
  ),
  (
    "doubt.opinion",
    [
      "i think|believe|feel|hope|am|was|want|love|know",
      "we think|believe|feel|hope|are|want|were|know|have",
      "{will} ~1 be able|happy|good|great|better|important|hard|difficult|remembered|missed|proud",
      "{will} ~1 likely|probably|hopefully|never|always|certainly",
      "it|this|that {will} ~1 be? ~1 a|an|the|help|take|make",
      "in ~2 opinion|view", "hopefully", "unfortunately", "in the future", "one day", "someday",
    ]
  ),
  (
    "doubt.past",
    [
      "in 1980|1985|1990|1991|1992|1993|1994|1995|1996|1997|1998|1999",
      "last|previous year|month|season|decade|century",
      "years|months|decades|weeks ago", "at the time", "was|were ~2 *ed|*ing", "had been",
      "had ~1 *ed", "used to",
      "was|were", "had", "since then", "earlier this",
      "formerly|previously|originally|historically", "later *ed",
      "was born", "won|lost|scored|beat|defeated",
      "began|came|went|took|made|gave|became|found|saw|left|led|wrote",
    ]
  ),
  (
    "doubt.habit",
    [
      "often|usually|typically|generally|frequently|sometimes|always|traditionally|normally|annually|regularly",
      "every|each year|day|month|week|time", "known as|for", "such as", "for example|instance",
      "is|are a|an|one",
      "is|are ~1 located|based|known|named|considered|made|designed|used|found|called|composed|allowed|required",
    ]
  ),
  (
    "doubt.condition",
    [
      "if ~12 would|will|could|were|is|are", "would|could|might have", "would|could|will ~8 if",
      "unless",
      "could|might|may be|have", "can ~1 be",
    ]
  ),
  (
    "doubt.speech",
    [
      "said|says ~1 that?", "told", "according to",
      "explained|argued|claimed|noted|commented|remarked|responded|wrote",
      "declined ~2 comment",
      "praised|condemned|criticized|criticised|denounced|blamed|thanked|apologized|apologised",
    ]
  ),
  (
    "doubt.done",
    [
      "was|were ~1 convicted|acquitted|sentenced|dismissed|released|freed|cleared",
      "resigned|signed|approved|rejected",
      "{have} ~1 been ~1 completed|lifted|removed|rescued|released|cleared|resolved",
      "successfully", "completed|finished",
      "after ~1 *ing", "all ~3 survived|accounted|rescued",
    ]
  ),
]
