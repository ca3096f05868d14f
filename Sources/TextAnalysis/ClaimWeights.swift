/// Fitted by `make weights`: how much each sign speaks for no claim, pending-legal, scheduled-event,
/// ongoing-state, provisional-figure and announced-plan, in this order.
let claimWeightLines = """
  bias: 5.42 -1.87 -1.45 -0.73 0.01 -1.37
  addressed: -0.00 -0.00 -0.04 0.04 -0.00 0.01
  before announced-plan: -0.19 0.05 0.14 0.05 -0.07 0.02
  before ongoing-state: -0.07 0.04 0.05 0.10 0.03 -0.15
  before pending-legal: 0.09 -0.01 0.02 -0.13 -0.07 0.09
  before provisional-figure: -0.23 -0.01 -0.05 0.02 0.27 0.01
  before scheduled-event: -0.16 0.00 -0.00 0.01 -0.14 0.29
  business: 0.17 -0.01 -0.00 -0.08 0.05 -0.13
  claims before: -0.11 -0.23 0.08 0.08 0.15 0.02
  condition: -0.02 0.08 -0.05 -0.11 0.02 0.07
  court: 0.25 0.01 -0.13 -0.17 -0.05 0.09
  day.ahead: -0.02 0.06 0.01 -0.11 -0.03 0.09
  day.behind: 0.02 -0.04 -0.08 0.13 0.04 -0.07
  day.either: -0.16 0.03 0.26 -0.02 0.07 -0.17
  day.old: 0.24 -0.09 -0.06 -0.09 0.01 -0.01
  disaster: 0.04 -0.02 0.10 0.21 -0.17 -0.16
  doubt.advice: 0.45 -0.09 -0.28 0.02 -0.02 -0.09
  doubt.condition: -0.30 0.10 0.28 0.01 -0.12 0.02
  doubt.done: 0.09 -0.07 0.00 0.04 -0.03 -0.03
  doubt.habit: -0.10 0.01 0.11 0.01 -0.08 0.04
  doubt.opinion: 0.22 -0.05 -0.10 0.14 -0.08 -0.12
  doubt.past: 0.15 -0.07 0.10 -0.18 0.03 -0.03
  doubt.speech: -0.07 -0.07 -0.19 0.04 0.21 0.07
  doubts: 0.45 -0.24 -0.08 0.08 -0.09 -0.13
  early: -0.10 -0.03 0.04 -0.00 0.10 -0.01
  hint announced-plan: -0.48 -0.08 -0.58 -0.04 0.09 1.09
  hint ongoing-state: -0.16 0.22 -0.45 0.71 -0.55 0.23
  hint pending-legal: -0.75 0.99 -0.21 -0.34 0.30 0.01
  hint provisional-figure: -0.35 0.20 -0.95 -0.13 1.91 -0.68
  hint role: 0.34 -0.34 0.12 -0.85 -0.22 0.95
  hint scheduled-event: -0.20 -0.12 0.64 0.09 -0.10 -0.31
  hints & addressed: -0.02 -0.00 -0.00 0.04 -0.00 -0.01
  hints & business: 0.06 -0.00 -0.01 -0.02 -0.01 -0.01
  hints & condition: -0.12 0.06 0.04 -0.01 -0.00 0.04
  hints & court: 0.10 -0.03 -0.02 -0.04 -0.02 0.01
  hints & day.ahead: 0.03 -0.00 0.01 -0.02 -0.01 -0.01
  hints & day.behind: -0.09 -0.01 -0.01 0.10 0.04 -0.02
  hints & day.either: 0.01 -0.00 -0.09 -0.03 0.12 -0.01
  hints & day.old: 0.01 -0.02 -0.02 0.01 0.03 -0.03
  hints & disaster: -0.11 -0.03 0.02 0.20 0.02 -0.10
  hints & doubt.advice: -0.02 -0.00 -0.00 0.04 -0.00 -0.00
  hints & doubt.condition: -0.14 0.06 0.09 0.05 -0.02 -0.04
  hints & doubt.done: 0.00 -0.00 -0.01 -0.02 -0.01 0.04
  hints & doubt.habit: -0.05 -0.00 0.03 0.02 -0.02 0.02
  hints & doubt.past: 0.02 -0.04 0.04 -0.09 0.02 0.05
  hints & doubt.speech: 0.00 0.03 -0.05 -0.02 0.05 -0.02
  hints & early: -0.03 -0.02 -0.06 0.02 0.03 0.05
  hints & late: 0.06 0.01 0.01 0.03 -0.09 -0.02
  hints & lead: 0.00 0.01 0.01 -0.08 0.10 -0.04
  hints & long: -0.05 0.05 0.02 -0.07 0.01 0.04
  hints & opinion: -0.04 -0.00 0.05 0.02 -0.01 -0.02
  hints & past: 0.02 -0.03 -0.00 -0.05 0.03 0.02
  hints & present: -0.07 -0.03 -0.05 -0.01 -0.04 0.19
  hints & quotation: -0.08 -0.04 -0.03 0.15 -0.03 0.03
  hints & quoted.from.start: -0.02 -0.01 -0.02 0.05 -0.01 0.01
  hints & research: 0.05 -0.01 0.04 -0.05 -0.02 -0.02
  hints & said: 0.14 -0.04 -0.09 -0.08 0.05 0.01
  hints & short: 0.04 -0.01 -0.01 0.02 -0.02 -0.01
  hints & should: -0.01 -0.00 0.05 -0.01 -0.01 -0.01
  hints & speaker: 0.07 0.01 -0.02 0.04 -0.03 -0.08
  hints & sport: -0.07 -0.00 0.10 -0.01 -0.00 -0.01
  hints & vote: -0.02 0.05 0.01 -0.06 0.01 0.03
  hints & war: 0.07 -0.00 -0.01 -0.02 -0.01 -0.02
  hints & would: 0.00 -0.02 -0.04 0.04 -0.05 0.06
  hints announced-plan: 0.70 -0.20 -0.16 -0.49 -0.40 0.57
  hints ongoing-state: -0.22 0.01 0.02 0.50 -0.24 -0.07
  hints pending-legal: -1.35 1.45 -0.32 0.97 -0.43 -0.32
  hints provisional-figure: 0.27 -0.30 -0.60 -0.82 1.68 -0.24
  hints scheduled-event: 0.14 -0.05 1.12 -1.01 -0.17 -0.03
  late: 0.39 -0.07 -0.09 -0.00 -0.24 0.00
  lead: 0.08 0.09 -0.12 -0.02 0.05 -0.09
  long: 0.02 0.02 -0.05 -0.27 0.01 0.27
  narrow: -0.17 0.67 -0.18 0.40 -0.74 0.01
  narrow announced-plan: -0.12 -0.56 0.38 0.05 -0.04 0.30
  narrow ongoing-state: -0.13 -0.72 -0.33 1.19 -0.00 -0.01
  narrow pending-legal: -0.05 0.79 -0.59 0.02 -0.21 0.04
  narrow provisional-figure: 0.33 -0.28 -0.13 0.28 0.05 -0.25
  narrow role: -0.44 0.02 -0.16 0.00 -0.08 0.66
  narrow scheduled-event: -0.22 -0.57 0.99 0.70 -0.42 -0.48
  only hints: -1.63 0.31 0.67 0.46 -0.47 0.66
  only several hints: -0.26 0.33 -0.24 0.17 -0.11 0.11
  past: 0.11 -0.10 -0.04 -0.11 0.16 -0.02
  present: 0.06 -0.02 -0.16 0.09 -0.09 0.12
  quotation: 0.26 -0.04 -0.09 0.04 -0.19 0.01
  quoted.from.start: -0.03 -0.05 -0.02 0.07 -0.03 0.05
  research: 0.23 -0.03 0.06 -0.02 -0.07 -0.17
  rule acting: -0.03 -0.02 -0.01 -0.01 -0.00 0.08
  rule acting?: -0.01 -0.01 -0.00 -0.07 -0.00 0.10
  rule advice.health: 0.03 -0.00 -0.00 -0.02 -0.01 -0.00
  rule appeal.pending: -0.10 0.10 -0.01 -0.06 -0.00 0.08
  rule appeal.planned: -0.02 -0.02 -0.00 -0.01 -0.00 0.05
  rule bail.pending: -0.03 0.06 -0.00 -0.01 -0.00 -0.00
  rule bill.pending: -0.08 -0.08 0.03 0.13 -0.00 0.00
  rule bill.pending?: 0.07 -0.00 0.06 -0.01 -0.01 -0.11
  rule cause.unknown: -0.03 -0.07 -0.01 -0.04 0.17 -0.02
  rule cause.unknown?: 0.04 0.04 -0.05 0.08 -0.04 -0.06
  rule ceasefire: -0.00 -0.00 0.03 -0.02 -0.00 -0.00
  rule charged: -0.08 0.23 -0.00 -0.09 -0.00 -0.05
  rule charged?: 0.02 0.10 -0.02 -0.12 0.07 -0.04
  rule closing.planned: -0.02 -0.03 -0.03 -0.04 -0.00 0.11
  rule closing.planned?: 0.17 -0.01 -0.01 -0.09 -0.00 -0.06
  rule closure: 0.28 -0.04 -0.02 -0.14 -0.04 -0.04
  rule closure?: 0.18 -0.08 -0.03 0.00 0.05 -0.12
  rule count.running: -0.07 -0.01 -0.00 -0.08 0.18 -0.02
  rule count.running?: -0.04 -0.00 -0.00 -0.01 0.07 -0.01
  rule custody: 0.24 0.10 -0.11 -0.21 -0.05 0.02
  rule custody?: 0.10 -0.00 -0.02 -0.05 -0.00 -0.03
  rule deadline: 0.22 0.05 -0.17 -0.04 -0.00 -0.06
  rule deadline?: -0.13 -0.00 0.08 -0.02 -0.00 0.07
  rule deal.announced: -0.10 -0.02 0.17 0.06 -0.00 -0.10
  rule deal.announced?: -0.00 -0.01 -0.01 0.23 -0.02 -0.18
  rule election.date: 0.09 -0.01 -0.03 -0.03 -0.00 -0.02
  rule election.date?: 0.08 -0.00 -0.01 -0.00 -0.00 -0.06
  rule emergency.declared?: -0.02 -0.01 -0.01 0.07 -0.02 -0.01
  rule evacuation: -0.01 -0.01 0.00 0.05 -0.00 -0.02
  rule evacuation?: 0.07 -0.01 0.03 -0.05 -0.00 -0.03
  rule event.dated: -0.12 0.16 -0.18 -0.12 -0.00 0.27
  rule event.dated?: 0.02 -0.05 0.19 -0.07 0.01 -0.10
  rule event.forecast: 0.07 0.04 -0.14 -0.01 0.10 -0.07
  rule event.forecast?: -0.21 0.02 0.19 0.10 0.04 -0.14
  rule event.scheduled: 0.03 0.09 0.41 -0.09 -0.09 -0.36
  rule event.scheduled?: 0.18 -0.04 0.37 -0.34 -0.12 -0.06
  rule event.will: 0.07 0.02 -0.05 -0.08 0.01 0.03
  rule event.will?: -0.04 0.11 0.13 0.00 -0.10 -0.11
  rule event.would: 0.08 -0.00 -0.04 -0.00 -0.01 -0.03
  rule event.would?: -0.05 0.03 0.04 -0.08 0.00 0.05
  rule fighting: -0.07 -0.03 -0.00 0.11 -0.01 -0.00
  rule figure.open: -0.06 0.01 -0.00 0.02 0.04 -0.00
  rule figure.open?: -0.07 0.06 -0.05 0.05 0.01 0.00
  rule fire.containment: -0.15 -0.09 -0.01 0.16 -0.02 0.11
  rule fire.containment?: -0.04 0.02 -0.03 0.06 -0.01 0.00
  rule government.forming: -0.00 -0.00 -0.00 -0.05 -0.00 0.05
  rule hearing.set: -0.06 0.17 -0.03 -0.02 -0.00 -0.06
  rule identity.withheld: -0.03 -0.01 -0.00 0.09 -0.05 -0.00
  rule injured.critical: -0.15 -0.07 -0.07 0.28 0.01 -0.01
  rule injured.critical?: 0.00 -0.01 -0.06 0.09 -0.02 -0.01
  rule insolvency?: 0.11 -0.10 -0.00 -0.00 -0.00 -0.00
  rule layoffs.planned?: 0.02 -0.01 0.03 -0.00 -0.01 -0.03
  rule missing: -0.03 -0.03 -0.00 -0.14 0.21 -0.00
  rule missing?: 0.01 -0.05 -0.02 0.11 -0.05 -0.01
  rule nomination: -0.01 -0.01 -0.00 -0.02 -0.00 0.04
  rule office.elect?: 0.03 -0.01 0.01 0.02 -0.01 -0.04
  rule order.interim: 0.09 -0.08 -0.00 -0.01 -0.00 -0.01
  rule outage: -0.04 -0.00 -0.00 0.01 -0.02 0.05
  rule outage?: -0.03 -0.01 -0.00 0.00 -0.02 0.05
  rule outbreak.count: -0.02 -0.00 -0.00 -0.01 0.03 -0.00
  rule plan.vow: -0.08 0.03 -0.05 -0.08 -0.04 0.22
  rule plan.vow?: -0.15 0.01 0.01 -0.15 0.04 0.25
  rule probe.police: 0.08 -0.06 -0.00 -0.05 -0.01 0.04
  rule probe.police?: -0.12 0.09 0.00 0.11 -0.04 -0.04
  rule probe.regulator: -0.01 -0.04 -0.01 0.09 -0.00 -0.03
  rule protest: -0.00 -0.00 0.05 -0.01 -0.00 -0.03
  rule recount: 0.13 -0.10 -0.00 -0.03 -0.00 -0.00
  rule release: 0.03 -0.01 0.03 -0.01 -0.00 -0.04
  rule resignation.set: -0.09 -0.00 -0.01 -0.02 -0.00 0.12
  rule sanctions?: -0.10 -0.00 -0.01 0.06 -0.00 0.07
  rule search.running: -0.04 0.00 0.00 0.11 -0.06 -0.02
  rule search.running?: 0.03 -0.01 0.11 -0.12 -0.01 -0.01
  rule standing?: 0.16 -0.01 -0.08 -0.01 -0.02 -0.04
  rule state.ongoing: 0.06 -0.07 0.03 -0.09 0.15 -0.08
  rule state.ongoing?: -0.01 0.11 -0.13 0.22 -0.12 -0.06
  rule state.progress: -0.21 -0.07 0.06 0.26 -0.06 0.02
  rule state.progress?: -0.00 0.13 -0.01 -0.41 0.22 0.07
  rule state.yet: -0.09 0.17 0.04 -0.11 0.00 -0.02
  rule state.yet?: -0.11 -0.01 0.06 0.07 -0.01 -0.01
  rule strike.open: -0.03 -0.01 -0.00 0.05 -0.01 -0.01
  rule strike.open?: -0.02 -0.00 -0.00 0.03 -0.00 -0.00
  rule strike.threatened: 0.10 -0.01 -0.10 -0.02 -0.00 0.02
  rule suit.filed: 0.08 0.03 -0.00 -0.05 -0.00 -0.05
  rule suit.filed?: -0.01 -0.06 -0.00 -0.01 -0.00 0.08
  rule suit.threatened: -0.00 -0.07 -0.00 -0.00 -0.00 0.08
  rule talks: 0.05 -0.01 0.03 -0.05 -0.01 -0.01
  rule talks?: 0.04 -0.00 -0.01 -0.02 -0.00 -0.01
  rule toll.open: 0.12 -0.02 -0.01 0.11 -0.20 -0.01
  rule toll.open?: 0.12 -0.05 -0.04 -0.06 0.07 -0.04
  rule wanted: -0.04 -0.13 -0.00 0.21 -0.00 -0.03
  rule warning.weather: -0.09 -0.01 0.13 0.05 -0.04 -0.05
  rule warning.weather?: -0.23 0.11 0.12 -0.02 0.08 -0.05
  said: -0.07 -0.14 -0.08 -0.02 0.21 0.11
  short: 0.01 -0.06 0.05 0.11 -0.04 -0.07
  should: 0.14 -0.01 -0.01 -0.08 -0.02 -0.03
  speaker: 0.17 -0.09 -0.21 0.08 -0.00 0.05
  sport: -0.03 -0.07 0.18 -0.04 -0.01 -0.03
  strong: -2.73 0.60 1.06 0.41 -0.74 1.40
  strong & business: 0.12 -0.00 0.01 -0.04 -0.01 -0.09
  strong & condition: 0.10 0.01 -0.08 -0.07 0.02 0.02
  strong & court: 0.08 0.04 -0.08 -0.09 -0.01 0.06
  strong & day.ahead: -0.05 0.05 -0.00 -0.06 -0.01 0.08
  strong & day.behind: 0.10 -0.02 -0.05 0.00 -0.00 -0.03
  strong & day.either: -0.11 0.02 0.29 0.02 -0.11 -0.11
  strong & day.old: 0.14 -0.05 -0.03 -0.07 -0.01 0.02
  strong & disaster: 0.09 0.01 0.06 -0.02 -0.13 -0.02
  strong & doubt.advice: 0.24 -0.04 -0.13 -0.02 -0.00 -0.04
  strong & doubt.condition: -0.00 -0.01 0.04 -0.05 -0.03 0.05
  strong & doubt.done: 0.04 -0.03 0.01 0.04 -0.00 -0.05
  strong & doubt.opinion: 0.08 -0.02 -0.04 0.06 -0.03 -0.04
  strong & doubt.past: 0.03 0.01 0.02 0.02 -0.02 -0.06
  strong & doubt.speech: -0.02 -0.06 -0.04 0.05 0.01 0.06
  strong & early: 0.02 0.00 0.09 -0.07 0.00 -0.05
  strong & late: 0.16 -0.05 -0.06 -0.01 -0.06 0.03
  strong & lead: 0.02 0.06 -0.09 0.07 -0.04 -0.02
  strong & long: 0.11 -0.04 -0.05 -0.14 -0.05 0.17
  strong & opinion: 0.03 0.00 -0.04 -0.02 -0.01 0.03
  strong & past: 0.06 -0.04 -0.02 -0.03 0.07 -0.03
  strong & present: 0.06 0.02 -0.07 0.09 -0.01 -0.09
  strong & quotation: 0.23 0.02 -0.04 -0.11 -0.09 -0.01
  strong & quoted.from.start: -0.02 -0.03 0.01 0.01 -0.00 0.04
  strong & research: 0.10 -0.02 0.01 0.03 -0.03 -0.11
  strong & said: -0.13 -0.07 0.02 0.07 0.02 0.08
  strong & short: -0.07 -0.04 0.06 0.08 0.01 -0.04
  strong & should: 0.12 -0.01 -0.06 -0.05 -0.00 -0.01
  strong & speaker: 0.09 -0.08 -0.14 0.03 -0.02 0.12
  strong & sport: 0.04 -0.05 0.04 -0.01 -0.00 -0.01
  strong & vote: 0.12 -0.25 -0.06 0.16 0.01 0.02
  strong & war: -0.03 0.06 -0.02 -0.03 -0.01 0.03
  strong & would: -0.01 -0.01 0.15 -0.08 -0.01 -0.04
  strong announced-plan: -0.22 0.28 0.59 -0.72 -1.55 1.62
  strong ongoing-state: -0.91 -0.04 -0.27 1.26 1.10 -1.14
  strong pending-legal: -0.62 3.78 -2.37 0.03 -0.87 0.05
  strong provisional-figure: -0.79 -0.88 -0.66 -0.04 3.48 -1.11
  strong role: -1.77 0.09 -0.65 0.00 -0.34 2.66
  strong scheduled-event: -0.68 -0.54 2.11 -0.90 -0.56 0.56
  strong twice: -1.31 0.89 -0.45 0.77 0.40 -0.30
  vote: 0.17 -0.26 -0.07 0.11 -0.00 0.05
  war: 0.07 0.07 -0.04 -0.08 -0.03 0.01
  would: -0.08 -0.05 0.15 -0.05 -0.00 0.03
  """
