import TextAnalysis

/// Minutes after which a planned story no longer goes out by itself: what was meant for six in the morning does not
/// appear unseen in the afternoon.
let longestDelay = 60

/// Days from today within which a publication is planned: two years.
let farthestPlan = 731

extension Draft {
  /// Decides whether the latest revision may be planned for a moment. Gives the read that will be owed then.
  ///
  /// Throws the `Refusal` of publishing now: only what is ready is planned, and a plan passes over nothing.
  public func plan(for moment: Moment, _ order: PublicationOrder, by member: Member) throws -> OwedRead? {
    _ = try goOut(order, at: moment.at, by: member, "planned")
    guard moment.at > schedule.now else {
      throw Refusal(
        .usage, "past",
        "Not planned. \(moment.inBothZones) has passed. Nothing was changed.",
        next: ["stet publish \(slug)", "stet publish \(slug) --at \(moment.local.prefix(10))"])
    }
    guard let day = CivilDate(String(moment.at.prefix(10))), today.days(until: day) <= farthestPlan else {
      throw Refusal(
        .usage, "far", "Not planned. \(moment.inBothZones) is more than two years away. Nothing was changed.")
    }
    return try owedRead(naming: order.reader, publishedBy: member, "planned")
  }

  /// What a person is told who plans it, or files or orders something while it is planned: what is known by now to stand
  /// in the way at that moment.
  public func obstacles(to plan: Moment) -> [String] {
    var obstacles: [String] = []
    if let embargo = schedule.embargo(at: plan.at) {
      obstacles.append("it is under embargo until \(embargo.until.inBothZones)")
    }
    let now = missing
    let day = CivilDate(String(plan.local.prefix(10))) ?? today
    let then = on(max(day, today)).missing.filter { !now.contains($0) }
    return obstacles + now.map(\.inWords)
      + then.map { "\($0.inWords), since an approval runs out before then" }
  }

  /// The same of a plan that was made, with what has become of its words since.
  public func obstacles(to plan: Plan) -> [String] { plan.overtaken + obstacles(to: plan.moment) }

  /// Decides whether a plan is carried out. Gives the day of publication and the read that is owed from then on.
  ///
  /// Throws the `Refusal` of publishing at that moment, or one that says how late it is, or what of it is no longer so.
  public func carryOut(_ plan: Plan, by planner: Member) throws -> (day: CivilDate, owed: OwedRead?) {
    if let late = minutesLate(plan), late > longestDelay {
      throw Refusal(
        .outdated, "late",
        "It is \(inWords(minutes: late)) late, and more than \(longestDelay) minutes after its time nothing goes out by itself."
      )
    }
    guard plan.overtaken.isEmpty else {
      throw Refusal(.conflict, "overtaken", plan.overtaken.joined(separator: ". ") + ".")
    }
    let order = PublicationOrder(
      on: nil, override: false, reason: nil, revision: plan.revision, reader: plan.reader)
    return (try publish(order, by: planner), try owedRead(naming: plan.reader, publishedBy: planner))
  }

  /// Whole minutes from a plan's moment until now.
  func minutesLate(_ plan: Plan) -> Int? { minutes(from: plan.moment.at, to: schedule.now) }

  /// ", 12 minutes late" of a plan that is carried out now; nothing for one that is in time.
  public func lateness(of plan: Plan) -> String {
    guard let late = minutesLate(plan), late > 0 else { return "" }
    return ", \(inWords(minutes: late)) late"
  }

  /// Decides whether somebody may take a plan back, or let one be that was refused.
  public func unplan(by member: Member) throws {
    try mustBeUnderReview("taken back")
    try mustHave(policy.publish, member, "taken back")
    guard schedule.plan != nil || schedule.refused != nil else {
      throw Refusal(.missing, "plan", "Nothing is planned for \(slug). Nothing was changed.")
    }
  }

  /// Decides whether somebody may put the latest revision under embargo until a moment; nil lifts the one that stands.
  public func setEmbargo(until: Moment?, reason: String?, by member: Member) throws {
    try mustBeUnderReview("changed")
    try mustHave(policy.publish, member, "changed")
    if live?.revision == latest.number {
      throw Refusal(
        .conflict, "published",
        "Not changed. \(slug) r\(latest.number) is out already: no embargo brings it back.")
    }
    guard until != nil || schedule.embargo != nil else {
      throw Refusal(.missing, "embargo", "\(slug) is under no embargo. Nothing was changed.")
    }
    if let until, until.at <= schedule.now {
      throw Refusal(
        .usage, "past", "Not changed. \(until.inBothZones) has passed; an embargo is lifted with --lift.")
    }
    if endsEmbargoEarly(until), reason == nil {
      throw Refusal(
        .usage, "reason", "Not changed. Whoever ends an embargo early says why: add --reason TEXT.")
    }
  }

  /// Whether an embargo until then, or none, ends the one that stands before its time.
  func endsEmbargoEarly(_ until: Moment?) -> Bool {
    schedule.embargo.map { standing in until.map { $0.at < standing.until.at } ?? true } ?? false
  }

  /// Whether a revision that names an embargo may set it: to end one early is for those who publish.
  public func mayFile(embargo until: Moment, by member: Member) -> Bool {
    !endsEmbargoEarly(until) || !member.roles.isDisjoint(with: policy.publish)
  }

  /// Who hears of a plan that comes to nothing: its planner and the chiefs; where nobody of them is on the desk any more,
  /// whoever may publish.
  public func whoHears(of plan: Plan) -> [Member] {
    let first = members.filter { $0.id == plan.byMember || $0.roles.contains(.chief) }
    return first.isEmpty ? members.filter { !$0.roles.isDisjoint(with: policy.publish) } : first
  }

  /// Plans of this draft that a member has to see to: one that came to nothing, or that will as things stand.
  public func plansToSeeTo(_ member: Member) -> [Waiting] {
    func waits(_ plan: Plan, _ why: String, since: String) -> [Waiting] {
      guard end == nil, whoHears(of: plan).contains(where: { $0.id == member.id }) else { return [] }
      return [
        Waiting(
          kind: .release, draft: slug, about: [], why: why, since: since, command: "stet show \(slug)")
      ]
    }
    if let refused = schedule.refused {
      return waits(
        refused.plan,
        "it did not go out on \(refused.plan.moment.inWords), as \(refused.plan.by) had planned: "
          + refused.why.joined(separator: ". ")
          + ". Publish it, plan it anew, or let it be: stet unplan \(slug)",
        since: refused.plan.moment.at)
    }
    guard let plan = schedule.plan else { return [] }
    let obstacles = obstacles(to: plan)
    guard !obstacles.isEmpty else { return [] }
    return waits(
      plan,
      "\(plan.by) planned it for \(plan.moment.inWords), and as it stands it will not go out: "
        + obstacles.joined(separator: ". "), since: latest.filedAt)
  }
}

extension Missing {
  /// "K2: one fact approval, from ben (ana wrote the words)".
  public var inWords: String { (about.isEmpty ? "" : list(about, "and") + ": ") + says }
}

extension Refusal {
  /// Why a plan came to nothing, a reason each, as whoever hears of it reads them.
  public var reasons: [String] {
    guard missing.isEmpty else { return missing.map(\.inWords) }
    var says = says[...]
    for opening in ["Not published. "] where says.hasPrefix(opening) { says = says.dropFirst(opening.count) }
    for ending in [" Nothing was changed.", "."] where says.hasSuffix(ending) {
      says = says.dropLast(ending.count)
    }
    return [String(says)]
  }
}
