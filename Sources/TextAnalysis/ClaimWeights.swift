/// Fitted by `make weights`: how much each sign speaks for no claim, pending-legal, scheduled-event,
/// ongoing-state, provisional-figure and announced-plan, in this order.
let claimWeightLines = """
  bias: 5.57 -1.98 -0.78 0.16 -1.43 -1.54
  before announced-plan: -0.20 0.06 0.13 -0.04 -0.08 0.13
  before ongoing-state: -0.19 0.07 0.14 0.22 -0.09 -0.17
  before pending-legal: 0.08 0.03 0.01 -0.16 -0.05 0.09
  before provisional-figure: -0.20 -0.03 0.00 -0.10 0.31 0.01
  before scheduled-event: -0.42 -0.05 0.06 0.23 -0.09 0.28
  business: 0.19 -0.02 0.01 -0.13 0.05 -0.10
  claims before: -0.04 -0.16 0.09 -0.11 0.10 0.12
  condition: -0.16 0.10 0.01 -0.02 0.01 0.06
  court: 0.20 0.09 -0.14 -0.13 -0.06 0.04
  day.ahead: -0.07 0.05 -0.05 -0.03 -0.01 0.10
  day.behind: 0.06 -0.12 0.03 0.08 0.03 -0.08
  day.either: -0.00 0.01 0.13 -0.20 0.13 -0.07
  day.old: 0.14 -0.06 -0.10 -0.05 -0.01 0.06
  disaster: -0.15 -0.00 0.11 0.32 -0.14 -0.14
  doubt.advice: 0.24 -0.07 -0.14 0.06 -0.03 -0.07
  doubt.condition: -0.18 0.07 0.16 -0.03 -0.07 0.06
  doubt.done: 0.10 -0.07 -0.04 0.02 -0.04 0.03
  doubt.habit: -0.08 0.02 0.02 0.09 -0.05 0.01
  doubt.opinion: 0.30 -0.01 -0.07 0.06 -0.07 -0.21
  doubt.past: 0.21 -0.16 0.05 -0.15 0.09 -0.03
  doubt.speech: -0.16 0.11 -0.09 0.04 0.05 0.06
  doubts: 0.41 -0.12 -0.12 0.09 -0.11 -0.15
  early: -0.17 0.04 0.07 -0.02 0.13 -0.06
  hint announced-plan: -0.36 -0.28 -0.16 -0.33 0.05 1.07
  hint ongoing-state: -0.15 -0.38 -0.17 0.71 -0.28 0.27
  hint pending-legal: -1.21 1.57 -0.66 -0.34 0.38 0.26
  hint provisional-figure: -0.23 -0.77 -0.36 -0.25 2.12 -0.51
  hint role: 0.54 -0.14 -0.44 -0.15 -0.13 0.33
  hint scheduled-event: -0.48 0.33 0.67 0.18 -0.17 -0.53
  hints & business: 0.08 -0.00 -0.02 -0.03 -0.01 -0.01
  hints & condition: -0.16 0.06 0.03 0.02 -0.01 0.07
  hints & court: 0.11 -0.03 -0.04 -0.01 -0.02 0.00
  hints & day.ahead: -0.06 -0.01 0.06 0.02 -0.01 -0.02
  hints & day.behind: -0.09 -0.02 -0.03 0.14 0.03 -0.03
  hints & day.either: 0.01 -0.00 -0.04 -0.06 0.15 -0.05
  hints & day.old: 0.03 -0.01 -0.02 0.01 0.01 -0.02
  hints & disaster: -0.07 0.01 -0.06 0.27 -0.02 -0.13
  hints & doubt.advice: -0.03 -0.00 -0.01 0.05 -0.00 -0.01
  hints & doubt.condition: -0.12 0.05 0.08 0.00 -0.02 0.00
  hints & doubt.done: 0.02 -0.00 -0.02 -0.03 -0.01 0.04
  hints & doubt.habit: -0.09 -0.01 0.05 0.06 -0.01 -0.01
  hints & doubt.opinion: 0.03 -0.00 0.04 -0.02 -0.02 -0.02
  hints & doubt.past: -0.01 -0.04 0.07 -0.06 0.03 0.01
  hints & doubt.speech: -0.08 0.07 0.02 -0.07 0.05 0.01
  hints & early: 0.00 -0.02 0.04 -0.09 0.03 0.04
  hints & late: 0.08 0.04 -0.02 0.10 -0.11 -0.09
  hints & lead: -0.05 0.02 0.08 -0.06 0.07 -0.05
  hints & long: -0.14 0.04 0.08 -0.04 -0.03 0.08
  hints & opinion: 0.00 -0.01 0.04 -0.01 -0.01 -0.02
  hints & past: -0.04 -0.04 0.05 -0.03 0.01 0.05
  hints & present: -0.02 0.00 -0.15 0.01 -0.07 0.23
  hints & quotation: -0.15 -0.01 0.04 0.13 -0.05 0.04
  hints & quoted.from.start: -0.03 -0.01 0.01 0.04 -0.01 -0.01
  hints & research: 0.09 -0.01 0.05 -0.08 -0.02 -0.04
  hints & said: 0.06 -0.00 -0.04 -0.09 0.03 0.04
  hints & short: 0.08 -0.00 -0.02 -0.04 -0.01 -0.01
  hints & should: 0.02 -0.00 0.06 -0.04 -0.02 -0.02
  hints & speaker: 0.04 0.01 0.01 0.07 -0.04 -0.10
  hints & sport: -0.04 -0.00 0.09 -0.02 -0.01 -0.02
  hints & vote: -0.09 0.04 -0.01 -0.02 0.04 0.03
  hints & war: 0.06 -0.01 -0.03 0.02 -0.02 -0.03
  hints & would: -0.05 -0.03 0.03 0.03 -0.00 0.03
  hints announced-plan: 0.55 -0.32 -0.12 -0.34 -0.39 0.62
  hints ongoing-state: 0.12 0.81 -0.93 0.41 0.33 -0.73
  hints pending-legal: -0.55 0.51 -0.29 0.95 -0.31 -0.31
  hints provisional-figure: -0.73 -0.09 -0.24 -0.30 1.56 -0.20
  hints scheduled-event: 0.27 -0.15 1.01 -1.10 -0.62 0.59
  late: 0.20 -0.06 0.04 0.04 -0.22 0.01
  lead: -0.10 0.15 -0.01 -0.05 0.05 -0.04
  long: -0.05 0.03 -0.10 -0.14 -0.02 0.28
  narrow: -0.08 0.32 -0.48 -0.05 -0.22 0.52
  narrow announced-plan: -0.25 -0.32 0.26 -0.34 -0.04 0.69
  narrow ongoing-state: 0.24 -0.87 0.04 1.62 -0.38 -0.65
  narrow pending-legal: -0.07 0.78 -0.34 -0.14 -0.23 0.01
  narrow provisional-figure: 0.21 -0.13 -0.07 0.26 -0.04 -0.22
  narrow role: -0.08 0.01 -0.11 -0.35 -0.07 0.60
  narrow scheduled-event: -0.96 0.23 0.82 0.15 0.13 -0.36
  only hints: -1.71 0.14 0.35 -0.23 0.85 0.61
  only several hints: -0.43 0.35 -0.25 0.27 -0.20 0.26
  opinion: -0.01 0.01 0.03 -0.07 0.01 0.03
  past: 0.10 -0.11 -0.04 -0.08 0.13 -0.01
  present: -0.05 0.08 -0.13 0.15 -0.09 0.03
  question: 0.05 -0.03 -0.00 -0.01 -0.00 -0.01
  quotation: 0.21 -0.01 -0.11 -0.04 -0.18 0.12
  quoted.from.start: -0.01 -0.03 -0.01 0.03 -0.01 0.03
  research: 0.25 -0.09 0.11 -0.07 -0.08 -0.12
  rule acting: -0.05 -0.02 -0.01 -0.03 -0.00 0.11
  rule advice.health?: 0.03 -0.00 -0.00 -0.03 -0.00 -0.00
  rule appeal.pending: -0.10 0.07 -0.02 -0.02 -0.00 0.07
  rule appeal.planned: 0.03 0.02 -0.00 -0.01 -0.00 -0.04
  rule bail.pending: -0.05 0.08 -0.00 -0.02 -0.00 -0.01
  rule bill.pending: -0.08 -0.00 0.03 0.09 -0.02 -0.03
  rule bill.pending?: 0.03 -0.00 0.08 -0.00 -0.00 -0.10
  rule cause.unknown: -0.08 -0.00 -0.01 -0.00 0.11 -0.02
  rule cause.unknown?: -0.15 0.06 -0.03 0.21 -0.03 -0.05
  rule charged: -0.13 0.20 -0.00 -0.04 -0.00 -0.03
  rule charged?: 0.10 0.03 -0.01 -0.13 0.06 -0.05
  rule closing.planned: 0.03 -0.02 -0.06 -0.02 -0.00 0.07
  rule closing.planned?: 0.14 -0.00 -0.02 -0.10 -0.00 -0.01
  rule closure: 0.20 -0.02 0.03 -0.14 -0.04 -0.03
  rule closure?: 0.11 -0.14 0.05 -0.02 0.06 -0.05
  rule count.running: -0.10 -0.01 -0.01 -0.07 0.20 -0.02
  rule count.running?: -0.11 -0.00 -0.01 -0.04 0.18 -0.01
  rule custody: 0.24 0.10 -0.02 -0.22 -0.07 -0.04
  rule custody?: 0.13 -0.02 -0.02 -0.11 0.03 -0.02
  rule deadline: 0.02 0.11 -0.28 -0.09 0.07 0.18
  rule deadline?: -0.11 -0.01 0.08 -0.03 -0.01 0.08
  rule deal.announced?: -0.01 -0.01 0.05 0.03 -0.01 -0.04
  rule election.date: -0.00 -0.01 0.04 -0.01 -0.00 -0.02
  rule election.date?: 0.07 -0.00 -0.01 -0.00 -0.00 -0.05
  rule emergency.declared?: 0.02 -0.02 -0.01 0.03 -0.02 -0.01
  rule evacuation: 0.02 -0.01 0.06 -0.04 -0.02 -0.01
  rule evacuation?: 0.02 -0.01 0.04 0.02 -0.04 -0.03
  rule event.dated: -0.03 -0.00 0.04 -0.00 -0.00 -0.00
  rule event.dated?: -0.12 -0.04 0.07 -0.00 0.04 0.05
  rule event.forecast: 0.05 0.04 -0.12 -0.02 0.11 -0.06
  rule event.forecast?: -0.17 -0.01 0.06 0.14 0.07 -0.10
  rule event.scheduled: -0.01 0.09 0.25 0.00 -0.12 -0.20
  rule event.scheduled?: 0.42 0.09 0.06 -0.13 -0.14 -0.29
  rule event.will: 0.03 0.04 -0.12 -0.11 -0.03 0.19
  rule event.will?: 0.03 0.03 0.21 -0.18 -0.16 0.07
  rule event.would: -0.05 -0.00 0.07 -0.00 -0.00 -0.02
  rule event.would?: -0.06 0.06 0.03 -0.05 0.02 -0.01
  rule fighting: -0.02 -0.03 -0.00 0.07 -0.00 -0.00
  rule figure.open: -0.03 -0.00 -0.01 -0.04 0.09 -0.00
  rule figure.open?: -0.07 -0.01 0.04 0.14 -0.13 0.04
  rule fire.containment: -0.15 -0.09 -0.03 0.18 -0.02 0.11
  rule fire.containment?: -0.08 0.00 -0.03 0.09 -0.01 0.03
  rule fixture: -0.01 0.17 -0.12 -0.02 -0.00 -0.01
  rule hearing.set: -0.03 0.15 -0.06 -0.00 -0.00 -0.05
  rule hostage.held?: 0.04 -0.00 -0.00 -0.02 -0.01 -0.00
  rule injured.critical: -0.15 -0.04 -0.07 0.24 0.02 -0.01
  rule injured.critical?: -0.01 -0.00 -0.07 0.10 -0.02 -0.00
  rule insolvency: 0.09 -0.13 -0.00 -0.01 -0.00 0.05
  rule layoffs.planned?: 0.03 -0.01 -0.01 0.01 -0.01 -0.02
  rule missing: -0.00 -0.00 -0.00 -0.14 0.16 -0.01
  rule missing?: 0.16 -0.01 -0.01 -0.05 -0.09 -0.01
  rule nomination: 0.07 -0.01 -0.00 -0.01 -0.00 -0.05
  rule office.elect: -0.04 0.02 -0.01 -0.03 -0.00 0.06
  rule office.elect?: 0.03 -0.01 -0.03 -0.01 -0.01 0.02
  rule order.interim: 0.11 -0.08 -0.00 -0.02 -0.00 -0.02
  rule outage?: -0.09 -0.00 -0.00 0.10 -0.00 -0.00
  rule plan.vow: -0.01 0.03 -0.06 -0.01 -0.03 0.08
  rule plan.vow?: -0.14 -0.00 -0.02 0.02 0.03 0.12
  rule probe.police: 0.01 -0.16 0.07 0.04 -0.01 0.06
  rule probe.police?: -0.14 0.14 -0.03 0.10 -0.04 -0.03
  rule protest: -0.01 -0.00 0.04 0.00 -0.00 -0.03
  rule recount: 0.13 -0.08 -0.00 -0.04 -0.00 -0.01
  rule release: 0.02 -0.09 0.19 -0.01 -0.01 -0.10
  rule resignation.set: -0.02 -0.01 0.03 -0.02 -0.01 0.03
  rule sanctions?: -0.17 -0.01 -0.00 0.11 -0.00 0.07
  rule search.running: -0.00 -0.07 -0.05 0.20 -0.06 -0.01
  rule standing: 0.05 -0.00 -0.01 -0.03 -0.01 -0.00
  rule standing?: 0.01 0.02 -0.08 -0.02 0.13 -0.05
  rule state.ongoing: -0.05 -0.04 -0.03 -0.10 0.16 0.06
  rule state.ongoing?: -0.26 0.16 0.02 0.28 -0.15 -0.05
  rule state.progress: -0.09 0.01 0.01 0.10 -0.02 -0.01
  rule state.progress?: -0.01 0.06 0.09 -0.31 0.11 0.06
  rule state.yet: -0.01 0.09 -0.00 -0.09 0.03 -0.01
  rule state.yet?: -0.19 -0.01 -0.04 0.26 -0.02 -0.01
  rule strike.open: -0.06 -0.00 -0.00 0.08 -0.01 -0.01
  rule strike.threatened: -0.05 -0.01 0.06 -0.01 -0.00 0.01
  rule suit.filed: 0.11 0.02 -0.01 -0.05 -0.00 -0.07
  rule suit.filed?: 0.02 -0.10 -0.00 -0.00 -0.00 0.09
  rule suit.threatened: -0.00 -0.05 -0.00 -0.00 -0.00 0.06
  rule talks: 0.05 -0.00 0.02 -0.06 -0.01 -0.01
  rule toll.open: 0.14 -0.01 0.01 0.10 -0.23 -0.01
  rule toll.open?: 0.25 -0.03 -0.05 -0.12 0.02 -0.06
  rule wanted: -0.04 -0.06 -0.00 0.16 -0.00 -0.05
  rule warning.weather: -0.03 -0.02 0.08 0.07 -0.01 -0.09
  rule warning.weather?: -0.29 0.09 0.29 -0.07 0.07 -0.08
  said: -0.00 -0.14 -0.03 -0.02 0.10 0.08
  short: 0.03 -0.02 -0.00 0.00 0.01 -0.02
  should: 0.06 -0.01 0.09 -0.07 -0.03 -0.03
  speaker: 0.15 -0.06 -0.20 0.06 -0.02 0.07
  sport: 0.01 -0.08 0.19 -0.07 -0.02 -0.03
  strong: -2.84 0.90 -0.37 0.51 0.58 1.22
  strong & addressed: -0.01 -0.00 -0.01 -0.00 -0.00 0.03
  strong & business: 0.05 -0.01 0.03 -0.06 0.05 -0.06
  strong & condition: 0.03 0.02 -0.02 -0.03 0.02 -0.02
  strong & court: 0.03 0.10 -0.06 -0.08 -0.02 0.03
  strong & day.ahead: -0.00 0.05 -0.10 -0.05 0.00 0.10
  strong & day.behind: 0.13 -0.07 0.06 -0.08 -0.00 -0.03
  strong & day.either: -0.04 0.01 0.15 -0.08 -0.05 0.00
  strong & day.old: 0.05 -0.03 -0.05 -0.03 -0.01 0.07
  strong & disaster: -0.05 -0.01 0.10 0.02 -0.08 0.03
  strong & doubt.advice: 0.14 -0.03 -0.06 -0.01 -0.01 -0.03
  strong & doubt.done: 0.02 -0.03 -0.00 0.04 -0.01 -0.02
  strong & doubt.habit: 0.03 0.02 -0.04 -0.01 -0.01 0.01
  strong & doubt.opinion: 0.12 0.00 -0.08 0.06 -0.01 -0.08
  strong & doubt.past: 0.03 -0.03 -0.03 0.03 0.02 -0.02
  strong & doubt.speech: 0.01 -0.01 -0.06 0.06 -0.02 0.02
  strong & early: -0.07 0.05 0.03 -0.01 0.08 -0.08
  strong & late: 0.07 -0.09 0.01 -0.06 -0.05 0.11
  strong & lead: -0.07 0.10 -0.08 0.04 -0.03 0.03
  strong & long: 0.14 -0.02 -0.15 -0.12 0.01 0.13
  strong & opinion: -0.02 0.02 -0.02 -0.03 0.02 0.04
  strong & past: 0.06 -0.04 -0.07 0.00 0.10 -0.05
  strong & present: 0.03 0.06 0.06 0.03 0.01 -0.19
  strong & quotation: 0.25 0.00 -0.11 -0.12 -0.09 0.07
  strong & quoted.from.start: 0.00 -0.02 -0.02 -0.01 0.00 0.03
  strong & research: 0.08 -0.06 0.04 0.04 -0.04 -0.05
  strong & said: -0.06 -0.10 0.02 0.05 0.06 0.03
  strong & short: -0.10 -0.01 0.03 0.06 0.02 -0.00
  strong & speaker: 0.04 -0.06 -0.16 -0.01 0.02 0.16
  strong & sport: 0.04 -0.06 0.06 -0.03 -0.01 -0.01
  strong & vote: 0.07 -0.21 -0.03 0.06 0.02 0.09
  strong & war: -0.03 0.05 -0.02 -0.05 -0.00 0.06
  strong & would: -0.01 0.00 0.03 -0.03 -0.02 0.03
  strong announced-plan: -0.07 0.37 0.23 -1.04 -1.19 1.70
  strong ongoing-state: -0.61 -0.22 0.01 0.22 0.96 -0.36
  strong pending-legal: -0.29 3.11 -1.37 -0.56 -0.94 0.04
  strong provisional-figure: -0.27 -0.63 -0.73 -0.50 3.08 -0.96
  strong role: -0.32 0.04 -0.43 -1.41 -0.28 2.40
  strong scheduled-event: -0.64 -0.91 2.26 -1.39 0.37 0.32
  strong twice: -1.54 0.97 0.29 0.97 -0.10 -0.58
  vote: 0.06 -0.23 -0.06 0.01 0.07 0.14
  war: 0.07 0.05 -0.08 -0.05 -0.02 0.04
  would: -0.07 -0.04 0.08 -0.02 -0.03 0.08
  """
