/// Politics, office, work, conflict.
let publicRules: [ClaimRule] = [
  ClaimRule(
    "acting", .role, .present, because: "whoever acts in an office is replaced",
    finds: "She will serve as acting director until a successor is found.",
    leaves: "He studied acting in London.",
    [
      "as ~1 acting|interim|caretaker ~3",
      "{be} ~2 acting|interim|caretaker ~1 president|director|minister|mayor",
      "{be} ~2 acting|interim|caretaker ~1 chief|head|chair|chairman",
      "{be} ~2 acting|interim|caretaker ~1 secretary|governor|ceo|commissioner",
      "{be} ~2 acting|interim|caretaker ~1 coach|leader|manager|editor",
      "named|appointed ~3 acting|interim|caretaker", "interim|caretaker ~2 government|administration",
    ], unless: ["acting career|school|debut|role"]),
  ClaimRule(
    "office.elect", .role, .future, because: "whoever is elected takes office",
    finds: "The president-elect names her cabinet.", leaves: "They elect a president every five years.",
    [
      "president-elect", "mayor-elect", "governor-elect", "prime minister-elect", "{will} ~1 take office",
      "{will} ~2 be ~1 sworn in|into", "to be sworn in", "{will} ~2 succeed|replace",
    ]),
  ClaimRule(
    "resignation.set", .scheduledEvent, .future, because: "whoever announces to go is gone by a day",
    finds: "The minister will step down in March.", leaves: "The minister stepped down.",
    [
      "{will} ~1 step|stand|stepping down", "{will} ~1 resign|retire",
      "{will} ~1 leave ~2 office|post|job|company|role", "is|are to step|stand down",
      "{plans} to ~1 resign|retire|step|stand",
      "{be} ~1 stepping|standing down",
    ]),
  ClaimRule(
    "election.date", .scheduledEvent, .dated, because: "an election is held on its day",
    finds: "The election is on November 5.", leaves: "The election was held on May 2, 2019.",
    [
      "election|elections|vote|referendum|runoff|run-off|ballot|poll|polls|primary ~4 {be} ~3 @",
      "election|elections|vote|referendum|runoff|primary ~2 on|in|for @",
      "go|goes|going to the polls ~1 @", "election|elections|vote|referendum|runoff|primary @",
      "@ 's? election|elections|vote|referendum|runoff",
    ]),
  ClaimRule(
    "count.running", .provisionalFigure, .present, because: "votes are still being counted",
    finds: "He leads with 52 percent of the votes counted.", leaves: "He won with 52 percent of the vote.",
    [
      "votes|ballots|precincts ~2 counted|reporting", "# percent|% of ~4 counted|reporting",
      "too close to call", "{be} ~1 being ~1 counted|recounted", "counting ~3 continues|continue|underway",
    ]),
  ClaimRule(
    "bill.pending", .scheduledEvent, .future, because: "a bill moves on, or dies with the session",
    finds: "The bill now goes to the Senate.", leaves: "The bill became law in 2016.",
    [
      "bill|measure|legislation|proposal ~3 goes|moves|heads to", "{will} ~2 take ~1 effect", "takes effect",
      "{will} ~1 come|comes into force|effect", "bill|legislation ~3 awaits|awaiting", "takes effect @",
      "{will} ~1 vote ~1 on|for|in|@",
    ]),
  ClaimRule(
    "talks", .ongoingState, .present, because: "talks end in an agreement or in none",
    finds: "Talks between the union and the company are under way.", leaves: "The talks failed in April.",
    [
      "talks|negotiations|discussions ~6 {be} ~2 continuing|ongoing|underway",
      "talks|negotiations|discussions ~6 {be} ~2 under|held|expected",
      "talks|negotiations|discussions ~6 {be} ~2 deadlocked|stalled|scheduled|set|due",
      "talks|negotiations|discussions ~5 continue|continues|resume|begin|expected",
      "{be} ~2 negotiating", "in talks", "in negotiations", "{be} ~2 in ~2 talks|negotiations|discussions",
      "{be} ~1 being ~1 discussed|considered|negotiated",
    ]),
  ClaimRule(
    "strike.open", .ongoingState, .present, because: "a strike ends",
    finds: "Drivers are on strike for the third day.", leaves: "The strike ended in May.",
    [
      "{be} ~2 on ~1 strike", "strike ~3 continues|continue|enters|entered", "remain|remains on strike",
      "continue to ~1 strike|protest|demonstrate",
    ]),
  ClaimRule(
    "strike.threatened", .announcedPlan, .future, because: "a strike is announced and may be called off",
    finds: "The union threatens to strike next week.", leaves: "Lightning can strike twice.",
    [
      "{will} ~2 strike|walk|walkout", "{plans} to strike",
      "strike|walkout ~3 {be} ~1 planned|set|scheduled|due", "strike notice", "notice to strike",
      "threatens|threatening|threatened ~2 strike|strikes|walkout",
    ]),
  ClaimRule(
    "ceasefire", .ongoingState, .present, because: "a ceasefire holds until it does not",
    finds: "The ceasefire is holding in the south.", leaves: "The ceasefire collapsed in June.",
    [
      "ceasefire|truce ~4 {is} ~2 holding|in|due|expected", "ceasefire|truce ~3 holds|begins",
      "siege|blockade|standoff|stand-off|occupation ~3 continues|continue",
      "fighting ~4 continues|continue|continued", "{be} ~1 surrounding|surrounded|besieged|occupied",
    ]),
]
