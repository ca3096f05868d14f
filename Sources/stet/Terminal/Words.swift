import Editorial
import TextAnalysis
import Wire

// The words that people read for what the API spells in its own way.

/// `1 key point`, `4 key points`
func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}

/// `6,310`: for numbers that are too long to be read at a glance.
func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  let marked = digits.enumerated().map { place, digit in
    place > 0 && (digits.count - place) % 3 == 0 ? ",\(digit)" : "\(digit)"
  }
  return (number < 0 ? "-" : "") + marked.joined()
}

/// `ana`, `ana and ben`, `ana, ben and dov`; `last` may be `or`.
func enumerated(_ names: [String], last: String = "and") -> String {
  guard let final = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " \(last) " + final
}

/// Labels of one kind, runs of three and more as a range: `K1 to K4`, `K1, K3`.
func labelled(_ labels: [String]) -> String {
  var runs: [[(label: String, number: Int?)]] = []
  for label in labels {
    let number = Int(label.dropFirst())
    if let last = runs.last?.last, let before = last.number, let number, before < Int.max,
      number == before + 1, last.label.first == label.first
    {
      runs[runs.count - 1].append((label, number))
    } else {
      runs.append([(label, number)])
    }
  }
  return runs.map { run in
    run.count > 2
      ? "\(run[0].label) to \(run[run.count - 1].label)" : run.map(\.label).joined(separator: ", ")
  }.joined(separator: ", ")
}

func words(_ state: DraftState) -> String {
  switch state {
  case .inReview: "in review"
  case .ready, .scheduled, .published, .spiked, .withdrawn, .killed: state.rawValue
  }
}

func words(_ kind: ContradictionKind) -> String {
  switch kind {
  case .disputed: "disputed account"
  case .internal: "slip"
  case .archive: "archive conflict"
  }
}

/// What a claim is about, by its rule; the kind where the rule is none that has a name of its own.
func words(rule: String, kind: ClaimKind) -> String {
  var key = rule
  while true {
    if let name = ruleNames[key] { return name }
    guard let dot = key.lastIndex(of: ".") else { break }
    key = String(key[..<dot])
  }
  return switch kind {
  case .pendingLegal: "pending proceeding"
  case .scheduledEvent: "scheduled event"
  case .ongoingState: "ongoing state"
  case .provisionalFigure: "provisional figure"
  case .announcedPlan: "announced plan"
  case .role: "role"
  }
}

private let ruleNames: [String: String] = [
  "appeal.planned": "planned appeal", "appeal.pending": "pending appeal",
  "appeal.reserved": "reserved judgment",
  "appeal.reconsideration": "motion to reconsider", "charged": "criminal charge", "trial.set": "trial date",
  "trial.running": "trial under way", "hearing.set": "hearing date", "sentence.awaited": "awaited sentence",
  "sentence.set": "sentencing date", "suit.filed": "lawsuit pending", "suit.ongoing": "lawsuit pending",
  "suit.threatened": "threatened lawsuit", "settlement.announced": "settlement announced",
  "wanted": "search for a suspect", "probe.police": "police inquiry", "probe.regulator": "official inquiry",
  "probe.internal": "internal inquiry", "release": "scheduled release", "toll.open": "provisional toll",
  "search.running": "search under way", "strike.open": "strike under way",
  "strike.threatened": "threatened strike", "plan.vow": "announced plan", "talks": "talks under way",
  "closing.planned": "planned closing", "deal.announced": "announced deal", "acting": "acting role",
  "office.elect": "office to be taken up", "election.date": "election date",
  "event.scheduled": "scheduled event", "state.ongoing": "ongoing state",
]

/// What an act on the journal was done by: `ana`, `operator root`, `Stet (schedule)`.
func words(actor: String) -> String {
  let parts = actor.split(separator: ":", maxSplits: 1)
  guard parts.count == 2 else { return shown(actor) }
  let name = shown(String(parts[1]))
  return switch parts[0] {
  case "member": name
  case "guest": "by invitation"
  case "system": "Stet (\(name))"
  default: "\(shown(String(parts[0]))) \(name)"
  }
}

/// `r1`, also of a number that somebody gave without the letter; nil when it is none.
func revisionNumber(_ written: String) -> Int? {
  let digits = written.hasPrefix("r") ? written.dropFirst() : written[...]
  guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits), number > 0 else {
    return nil
  }
  return number
}
