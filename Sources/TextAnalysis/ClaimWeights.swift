/// Fitted by `make weights`: how much each sign speaks for no claim, pending-legal, scheduled-event,
/// ongoing-state, provisional-figure and announced-plan, in this order.
let claimWeightLines = """
  bias: 5.83 -1.71 -1.55 -0.43 -0.73 -1.40
  addressed: -0.01 -0.00 -0.04 0.03 -0.00 0.02
  before announced-plan: -0.21 0.05 0.18 0.01 -0.09 0.06
  before ongoing-state: -0.08 0.05 0.04 0.14 0.01 -0.16
  before pending-legal: 0.10 0.01 0.01 -0.14 -0.07 0.09
  before provisional-figure: -0.17 -0.01 -0.06 -0.03 0.27 -0.00
  before scheduled-event: -0.17 0.01 0.04 0.02 -0.15 0.25
  business: 0.10 -0.01 0.01 -0.07 0.05 -0.09
  claims before: -0.23 -0.17 0.11 0.05 0.12 0.11
  condition: -0.06 0.08 -0.01 -0.09 0.03 0.06
  court: 0.18 0.12 -0.13 -0.16 -0.05 0.03
  day.ahead: -0.07 0.06 0.05 -0.09 -0.02 0.06
  day.behind: -0.04 -0.04 -0.03 0.10 0.04 -0.04
  day.either: -0.15 0.02 0.19 -0.10 0.10 -0.05
  day.old: 0.23 -0.08 -0.02 -0.08 -0.01 -0.03
  disaster: -0.08 0.02 0.09 0.22 -0.12 -0.13
  doubt.advice: 0.35 -0.07 -0.23 0.05 -0.01 -0.09
  doubt.condition: -0.21 0.06 0.20 0.03 -0.11 0.04
  doubt.done: 0.12 -0.08 -0.04 0.04 -0.03 -0.02
  doubt.habit: -0.09 0.01 0.08 0.04 -0.07 0.03
  doubt.opinion: 0.19 -0.00 -0.07 0.12 -0.08 -0.16
  doubt.past: 0.13 -0.14 0.13 -0.18 0.07 -0.01
  doubt.speech: -0.05 0.01 -0.14 0.02 0.14 0.02
  doubts: 0.43 -0.21 -0.06 0.10 -0.08 -0.18
  early: -0.21 -0.01 0.04 0.01 0.15 0.01
  hint announced-plan: -0.41 -0.41 -0.43 0.05 0.15 1.05
  hint ongoing-state: -0.16 -0.11 -0.49 0.58 -0.18 0.35
  hint pending-legal: -0.66 0.88 -0.47 -0.26 0.52 -0.01
  hint provisional-figure: -0.40 0.04 -0.88 -0.23 2.14 -0.68
  hint role: 0.27 -0.30 -0.44 -0.03 -0.22 0.72
  hint scheduled-event: -0.40 -0.31 0.93 0.06 0.06 -0.35
  hints & addressed: -0.02 -0.00 -0.00 0.03 -0.00 -0.01
  hints & business: 0.06 -0.00 -0.01 -0.02 -0.01 -0.01
  hints & condition: -0.12 0.06 0.04 -0.01 -0.00 0.04
  hints & court: 0.10 -0.02 -0.03 -0.05 -0.02 0.01
  hints & day.ahead: 0.03 -0.00 0.02 -0.02 -0.02 -0.01
  hints & day.behind: -0.08 -0.01 -0.02 0.09 0.04 -0.02
  hints & day.either: -0.00 0.01 -0.04 -0.04 0.11 -0.03
  hints & disaster: -0.04 -0.03 0.01 0.17 0.00 -0.11
  hints & doubt.condition: -0.16 0.06 0.09 0.06 -0.02 -0.04
  hints & doubt.done: -0.00 -0.00 -0.01 -0.02 -0.01 0.04
  hints & doubt.habit: -0.04 -0.00 0.03 0.01 -0.02 0.02
  hints & doubt.opinion: 0.04 -0.00 -0.01 0.00 -0.01 -0.01
  hints & doubt.past: 0.06 -0.03 0.08 -0.11 0.00 -0.00
  hints & doubt.speech: -0.01 0.04 -0.06 -0.02 0.06 -0.01
  hints & early: -0.03 -0.02 -0.06 0.01 0.04 0.06
  hints & late: 0.13 0.01 -0.02 -0.00 -0.09 -0.03
  hints & lead: -0.02 0.02 0.05 -0.09 0.08 -0.04
  hints & long: -0.07 0.07 0.05 -0.08 0.01 0.03
  hints & opinion: -0.04 -0.00 0.05 0.02 -0.01 -0.02
  hints & past: 0.02 -0.03 0.04 -0.06 0.01 0.02
  hints & present: -0.04 -0.02 -0.10 0.01 -0.04 0.19
  hints & quotation: -0.06 -0.04 -0.04 0.13 -0.03 0.04
  hints & quoted.from.start: -0.03 -0.01 -0.02 0.05 -0.01 0.02
  hints & research: 0.06 -0.01 0.03 -0.05 -0.02 -0.02
  hints & said: 0.15 -0.03 -0.09 -0.08 0.04 0.02
  hints & should: -0.00 -0.00 0.04 -0.02 -0.01 -0.01
  hints & speaker: 0.06 0.03 -0.02 0.03 -0.03 -0.07
  hints & sport: -0.06 -0.00 0.10 -0.01 -0.00 -0.01
  hints & vote: -0.01 0.05 0.00 -0.07 0.01 0.02
  hints & war: 0.08 -0.00 -0.01 -0.03 -0.01 -0.02
  hints & would: -0.01 -0.02 -0.05 0.04 -0.03 0.06
  hints announced-plan: 0.71 -0.34 -0.12 -0.59 -0.35 0.69
  hints ongoing-state: -0.14 0.35 -0.01 0.72 -0.45 -0.47
  hints pending-legal: -1.22 0.94 -0.22 1.06 -0.31 -0.26
  hints provisional-figure: -0.19 -0.25 -0.29 -0.38 1.42 -0.30
  hints scheduled-event: 0.23 0.04 0.81 -0.84 -0.20 -0.04
  late: 0.25 -0.05 -0.02 -0.01 -0.21 0.05
  lead: -0.15 0.13 0.02 -0.03 0.07 -0.05
  long: -0.05 0.05 -0.00 -0.29 0.01 0.28
  narrow: -0.19 0.58 0.01 0.07 -0.64 0.17
  narrow announced-plan: -0.12 -0.47 0.14 0.23 -0.04 0.26
  narrow ongoing-state: 0.10 -0.84 -0.50 1.37 0.12 -0.25
  narrow pending-legal: -0.19 0.79 -0.36 -0.01 -0.22 -0.02
  narrow provisional-figure: 0.11 -0.24 -0.04 0.37 0.07 -0.26
  narrow role: -0.14 0.04 -0.14 -0.29 -0.07 0.60
  narrow scheduled-event: -0.28 -0.72 1.07 0.84 -0.38 -0.53
  only hints: -1.76 0.33 0.53 0.42 0.03 0.46
  only several hints: -0.22 0.20 -0.14 0.03 -0.32 0.45
  opinion: -0.01 -0.00 0.03 -0.01 -0.02 0.00
  past: 0.00 -0.09 -0.02 -0.09 0.17 0.02
  present: 0.05 0.05 -0.13 0.04 -0.08 0.08
  quotation: 0.15 -0.01 -0.08 0.01 -0.16 0.09
  quoted.from.start: 0.00 -0.04 -0.02 0.06 -0.01 0.01
  research: 0.17 -0.07 0.10 -0.01 -0.06 -0.14
  rule acting: -0.03 -0.02 -0.00 -0.02 -0.00 0.07
  rule appeal.pending: -0.08 0.03 -0.01 -0.04 -0.00 0.10
  rule appeal.planned: -0.00 0.04 -0.00 -0.01 -0.00 -0.03
  rule bail.pending: -0.04 0.06 -0.01 -0.01 -0.00 -0.01
  rule bill.pending: -0.07 -0.04 -0.06 0.18 -0.00 0.00
  rule bill.pending?: -0.04 -0.01 0.11 -0.01 -0.01 -0.06
  rule cause.unknown: -0.06 -0.01 -0.01 -0.04 0.15 -0.03
  rule cause.unknown?: 0.02 -0.01 -0.04 0.12 -0.04 -0.06
  rule ceasefire?: -0.02 -0.00 -0.00 -0.00 -0.02 0.04
  rule charged: -0.09 0.16 -0.00 -0.05 -0.00 -0.02
  rule charged?: 0.02 0.07 -0.01 -0.11 0.08 -0.03
  rule closing.planned: -0.02 -0.03 -0.06 -0.04 -0.00 0.16
  rule closing.planned?: 0.10 -0.00 -0.01 -0.09 -0.00 0.01
  rule closure: 0.27 -0.02 0.00 -0.17 -0.04 -0.04
  rule closure?: 0.14 -0.13 -0.04 -0.02 0.14 -0.09
  rule count.running: -0.06 -0.01 -0.04 -0.07 0.20 -0.02
  rule count.running?: -0.06 -0.00 -0.00 -0.01 0.08 -0.01
  rule custody: 0.18 0.11 -0.10 -0.15 -0.05 0.02
  rule custody?: 0.12 -0.02 -0.02 -0.06 0.00 -0.02
  rule deadline: 0.14 0.04 -0.08 -0.05 -0.00 -0.05
  rule deadline?: -0.12 -0.00 0.08 -0.02 -0.00 0.07
  rule deal.announced: -0.08 -0.01 0.15 0.08 -0.00 -0.15
  rule deal.announced?: -0.00 -0.00 -0.02 0.21 -0.02 -0.17
  rule election.date: -0.01 -0.01 0.06 -0.02 -0.00 -0.02
  rule election.date?: 0.07 -0.00 -0.02 -0.00 -0.00 -0.05
  rule emergency.declared?: -0.01 -0.01 -0.01 0.06 -0.02 -0.01
  rule evacuation: -0.02 -0.01 0.01 0.10 -0.06 -0.01
  rule evacuation?: 0.02 -0.01 0.03 0.05 -0.06 -0.03
  rule event.dated: -0.20 0.16 -0.19 -0.10 -0.00 0.32
  rule event.dated?: -0.17 -0.02 0.20 -0.11 -0.00 0.10
  rule event.forecast: 0.06 0.04 -0.11 -0.01 0.10 -0.07
  rule event.forecast?: -0.25 0.02 0.18 0.14 0.04 -0.13
  rule event.scheduled: 0.08 0.09 0.45 -0.12 -0.12 -0.38
  rule event.scheduled?: 0.28 0.02 0.31 -0.26 -0.14 -0.22
  rule event.will: 0.03 0.03 -0.01 -0.09 0.03 0.01
  rule event.will?: 0.02 0.06 0.10 -0.02 -0.07 -0.10
  rule event.would: 0.04 -0.00 -0.00 -0.00 -0.01 -0.03
  rule event.would?: -0.08 0.01 0.08 -0.07 0.00 0.06
  rule fighting: -0.07 -0.02 -0.00 0.11 -0.01 -0.00
  rule figure.open?: -0.02 0.06 -0.04 0.06 -0.07 0.01
  rule fire.containment: -0.12 -0.07 -0.01 0.12 -0.02 0.11
  rule fire.containment?: -0.04 0.02 -0.04 0.07 -0.01 0.00
  rule hearing.set: -0.03 0.14 -0.05 -0.01 -0.00 -0.06
  rule injured.critical: -0.11 -0.05 -0.06 0.22 0.01 -0.01
  rule injured.critical?: -0.01 -0.00 -0.05 0.10 -0.03 -0.01
  rule insolvency: -0.01 -0.06 -0.00 -0.00 -0.00 0.07
  rule insolvency?: 0.09 -0.08 -0.00 -0.00 -0.00 -0.01
  rule missing: -0.03 -0.01 -0.00 -0.19 0.23 -0.00
  rule missing?: -0.02 -0.02 -0.01 0.10 -0.03 -0.01
  rule nomination: 0.05 -0.01 -0.00 -0.01 -0.01 -0.02
  rule office.elect: -0.05 0.03 -0.01 -0.01 -0.00 0.04
  rule order.interim: 0.06 -0.04 -0.00 -0.01 -0.00 -0.01
  rule plan.vow: -0.05 0.03 -0.05 -0.07 -0.04 0.18
  rule plan.vow?: -0.12 -0.03 0.07 -0.15 0.04 0.19
  rule probe.police: 0.03 -0.11 0.07 -0.01 -0.01 0.03
  rule probe.police?: -0.11 0.10 -0.02 0.09 -0.04 -0.03
  rule probe.regulator: -0.01 -0.02 -0.02 0.08 -0.00 -0.04
  rule protest: -0.00 -0.00 0.05 -0.01 -0.00 -0.02
  rule recount: 0.13 -0.09 -0.00 -0.03 -0.00 -0.01
  rule release: 0.04 -0.06 0.10 -0.01 -0.00 -0.07
  rule resignation.set: -0.08 -0.00 -0.01 -0.02 -0.00 0.11
  rule sanctions?: -0.12 -0.00 -0.01 0.07 -0.00 0.07
  rule search.running: 0.02 -0.08 0.02 0.12 -0.06 -0.02
  rule search.running?: 0.14 -0.00 -0.00 -0.12 -0.01 -0.00
  rule standing?: 0.07 -0.01 -0.06 -0.07 0.10 -0.04
  rule state.ongoing: 0.06 -0.05 0.05 -0.14 0.13 -0.06
  rule state.ongoing?: -0.10 0.17 -0.07 0.14 -0.18 0.03
  rule state.progress: -0.23 -0.03 0.07 0.21 -0.06 0.04
  rule state.progress?: 0.04 0.08 0.01 -0.33 0.16 0.04
  rule state.yet: -0.04 0.09 -0.01 -0.03 0.01 -0.02
  rule state.yet?: -0.11 -0.00 -0.00 0.12 -0.00 -0.01
  rule strike.open: -0.02 -0.00 -0.00 0.04 -0.01 -0.01
  rule strike.threatened: 0.09 -0.01 -0.07 -0.01 -0.00 0.01
  rule suit.filed: 0.07 0.04 -0.00 -0.05 -0.00 -0.06
  rule suit.filed?: 0.01 -0.06 -0.00 -0.00 -0.00 0.06
  rule suit.threatened: -0.00 -0.04 -0.00 -0.00 -0.00 0.04
  rule talks: 0.05 -0.01 0.04 -0.06 -0.01 -0.01
  rule talks?: 0.05 -0.00 -0.01 -0.02 -0.00 -0.01
  rule toll.open: 0.08 -0.02 0.04 0.11 -0.20 -0.01
  rule toll.open?: 0.09 -0.06 -0.02 -0.09 0.12 -0.04
  rule wanted: -0.04 -0.05 -0.00 0.12 -0.00 -0.03
  rule warning.weather: -0.02 -0.01 0.08 0.02 -0.03 -0.04
  rule warning.weather?: -0.25 0.11 0.17 -0.07 0.09 -0.06
  said: -0.04 -0.14 -0.09 -0.03 0.16 0.14
  short: -0.03 -0.01 0.01 0.07 -0.03 -0.01
  should: 0.10 -0.01 -0.00 -0.05 -0.02 -0.03
  speaker: 0.14 -0.05 -0.21 0.07 0.02 0.03
  sport: -0.04 -0.06 0.18 -0.04 -0.01 -0.03
  strong: -2.32 0.41 0.69 0.36 -0.36 1.21
  strong & business: 0.07 -0.00 0.02 -0.03 -0.01 -0.05
  strong & condition: 0.07 0.00 -0.05 -0.06 0.03 0.00
  strong & court: 0.02 0.12 -0.07 -0.07 -0.01 0.02
  strong & day.ahead: -0.09 0.05 0.02 -0.04 0.00 0.06
  strong & day.behind: 0.04 -0.02 -0.00 -0.01 -0.00 -0.01
  strong & day.either: -0.08 0.00 0.19 -0.03 -0.09 -0.00
  strong & day.old: 0.13 -0.05 0.00 -0.07 -0.02 0.00
  strong & disaster: -0.06 0.05 0.06 0.02 -0.09 0.02
  strong & doubt.advice: 0.18 -0.03 -0.11 -0.00 -0.00 -0.04
  strong & doubt.condition: 0.05 -0.03 0.00 -0.05 -0.03 0.05
  strong & doubt.done: 0.06 -0.03 -0.01 0.04 -0.00 -0.05
  strong & doubt.opinion: 0.05 0.00 -0.03 0.06 -0.02 -0.06
  strong & doubt.past: 0.00 -0.03 -0.01 0.04 -0.01 0.01
  strong & doubt.speech: -0.05 -0.03 -0.01 0.05 0.02 0.02
  strong & early: -0.04 0.02 0.10 -0.06 0.02 -0.05
  strong & late: -0.01 -0.05 0.01 0.02 -0.05 0.08
  strong & lead: -0.12 0.08 -0.03 0.08 -0.02 0.01
  strong & long: 0.08 -0.03 -0.05 -0.14 -0.06 0.19
  strong & opinion: 0.03 0.00 -0.03 -0.02 -0.01 0.02
  strong & past: 0.00 -0.04 -0.05 0.01 0.08 0.00
  strong & present: 0.04 0.06 0.01 0.04 -0.01 -0.13
  strong & quotation: 0.13 0.04 -0.02 -0.11 -0.08 0.04
  strong & research: 0.06 -0.05 0.05 0.04 -0.02 -0.08
  strong & said: -0.15 -0.08 0.02 0.07 0.04 0.09
  strong & short: -0.08 -0.00 0.02 0.05 0.01 0.01
  strong & should: 0.08 -0.00 -0.05 -0.02 -0.00 -0.01
  strong & speaker: 0.09 -0.07 -0.14 0.03 -0.01 0.10
  strong & sport: 0.03 -0.04 0.04 -0.02 -0.00 -0.01
  strong & vote: 0.06 -0.24 -0.06 0.15 0.02 0.07
  strong & war: -0.02 0.04 -0.01 -0.03 -0.01 0.03
  strong & would: -0.02 -0.04 0.15 -0.06 -0.01 -0.01
  strong announced-plan: -0.38 0.38 0.73 -0.73 -1.46 1.45
  strong ongoing-state: -1.06 -0.34 -0.07 1.05 1.16 -0.74
  strong pending-legal: -0.76 3.16 -1.43 -0.03 -0.88 -0.07
  strong provisional-figure: -0.41 -0.78 -0.35 -0.23 2.86 -1.09
  strong role: -0.55 0.17 -0.57 -1.18 -0.28 2.40
  strong scheduled-event: -0.80 -0.35 1.90 -0.97 -0.55 0.77
  strong twice: -1.68 1.23 -0.38 0.79 0.36 -0.31
  vote: 0.10 -0.25 -0.08 0.09 0.03 0.11
  war: 0.08 0.05 -0.03 -0.08 -0.03 0.01
  would: -0.03 -0.07 0.13 -0.03 -0.06 0.06
  """
