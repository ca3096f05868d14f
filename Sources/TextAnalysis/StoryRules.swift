/// A way in which sentences of two stories collide.
struct StoryRule: Sendable {
  struct Collision {
    let early: Span
    let late: Span
    /// Whether the later story overtakes the earlier one, which was right in its day.
    let isUpdate: Bool
  }

  let name: String
  let kind: FactKind
  let reason: String
  let example: [String]
  let counterExample: [String]
  let find: @Sendable (SameMatter) -> Collision?
}

/// In the order in which they are tried.
let storyRules = [
  StoryRule(
    name: "archive.figure-replaced", kind: .figure,
    reason: "the later story says that the figure was changed",
    example: [
      "Owners must inspect the bolts within 24 days.",
      "The agency cut the deadline to inspect the bolts from 24 days to 10.",
    ],
    counterExample: [
      "Owners must inspect the bolts within 24 days.", "Owners have 24 days to inspect the bolts.",
    ],
    find: replacedFigure),
  StoryRule(
    name: "archive.count-differs", kind: .figure, reason: "a count of the same people differs",
    example: [
      "The quake in Mora killed at least 12 people.",
      "The toll of the quake in Mora has risen to 40.",
    ],
    counterExample: [
      "Air strikes on Mora killed 12 people.",
      "Air strikes on Mora and Tal killed 40 people, medics said.",
    ], find: differingCount),
  StoryRule(
    name: "archive.figure-differs", kind: .figure, reason: "a figure of the same thing differs",
    example: [
      "The court sentenced Anna Berg to 25 years.",
      "Anna Berg was sentenced by the court to 15 years.",
    ],
    counterExample: ["The levy affects over 2,000 shops.", "The levy affects 2,287 shops in all."],
    find: differingFigure),
  StoryRule(
    name: "archive.date-differs", kind: .date, reason: "the same is told of another day",
    example: [
      "The mayor will appear in court on January 7.",
      "The mayor is due to appear in court on January 17.",
    ],
    counterExample: [
      "The mayor appeared in court on January 7.", "The museum opens in spring on March 2.",
    ],
    find: differingDay),
  StoryRule(
    name: "archive.winner-differs", kind: .name, reason: "the same win is somebody else's",
    example: [
      "The commission said Ada Obel won the election in Mora.",
      "Mora's commission named Carl Dent winner of the election.",
    ],
    counterExample: [
      "The commission said Ada Obel won the election in Mora.",
      "Carl Dent conceded to Ada Obel, who won in Mora.",
    ], find: otherWinner),
  StoryRule(
    name: "archive.role-differs", kind: .role, reason: "the same person has another office",
    example: ["Finance Minister Anna Berg resigned.", "Foreign Minister Anna Berg stepped down."],
    counterExample: ["Finance Minister Anna Berg resigned.", "The minister, Anna Berg, resigned."],
    find: otherRole),
  StoryRule(
    name: "archive.status-overtaken", kind: .status, reason: "what was still going on has ended",
    example: [
      "The helicopter is missing near Lake Mora.", "The helicopter was found near Lake Mora.",
    ],
    counterExample: [
      "The helicopter is missing near Lake Mora.", "The helicopter missing near Lake Mora was new.",
    ],
    find: overtaken),
  StoryRule(
    name: "archive.status-opposite", kind: .status,
    reason: "the two say the opposite of the same thing",
    example: ["The jury found Anna Berg guilty of fraud.", "The jury cleared Anna Berg of fraud."],
    counterExample: ["Anna Berg was arrested for fraud.", "Anna Berg was charged with fraud."],
    find: oppositeStatus),
  StoryRule(
    name: "archive.denied-once", kind: .status,
    reason: "one says it and the other says it is not so",
    example: [
      "The bank will close its branch in Mora.", "The bank will not close its branch in Mora.",
    ],
    counterExample: [
      "The bank will close its branch in Mora.", "The bank is to close its Mora branch.",
    ],
    find: deniedOnce),
]

@Sendable private func replacedFigure(_ matter: SameMatter) -> StoryRule.Collision? {
  guard matter.isNear else { return nil }
  for (i, now) in matter.late.figures.enumerated() where now.isOld {
    for (j, then) in matter.early.figures.enumerated()
    where then.value == now.value && then.value > 1 {
      return .init(
        early: matter.early.figureSpans[j], late: matter.late.figureSpans[i], isUpdate: true)
    }
  }
  return nil
}

@Sendable private func differingCount(_ matter: SameMatter) -> StoryRule.Collision? {
  guard matter.isNear || matter.isOneStory, matter.daysApart <= 60, !matter.isOtherEvent,
    let (i, j) = differingFigures(matter, open: true)
  else { return nil }
  let rises = matter.early.figures[i].value < matter.late.figures[j].value
  guard rises || matter.daysApart < 2 || matter.isClose else { return nil }
  return .init(
    early: matter.early.figureSpans[i], late: matter.late.figureSpans[j],
    isUpdate: rises && (matter.daysApart > 0 || matter.early.figures[i].bound != .exact))
}

@Sendable private func differingFigure(_ matter: SameMatter) -> StoryRule.Collision? {
  guard matter.isClose, !matter.isOtherEvent, let (i, j) = differingFigures(matter, open: false)
  else { return nil }
  return .init(
    early: matter.early.figureSpans[i], late: matter.late.figureSpans[j], isUpdate: false)
}

/// The first figures of the same thing that differ, where none of that sort agrees.
private func differingFigures(_ matter: SameMatter, open: Bool) -> (Int, Int)? {
  let ones = matter.early.figures
  let others = matter.late.figures
  for (i, one) in ones.enumerated() where !one.isPart && one.kind.isOpen == open {
    if one.kind == .age,
      ones.count(where: { $0.kind == .age }) + others.count(where: { $0.kind == .age }) > 2
    {
      continue
    }
    if one.bound == .over,
      ones.contains(where: { $0.isComparable(with: one) && $0.bound == .exact })
    {
      continue
    }
    let same = others.indices.filter { !others[$0].isPart && one.isComparable(with: others[$0]) }
    guard let j = same.first, !same.contains(where: { one.agrees(with: others[$0]) }) else {
      continue
    }
    if ones.contains(where: {
      $0.isComparable(with: others[j]) && $0.agrees(with: others[j]) && $0.bound != .over
    }) {
      continue
    }
    return (i, j)
  }
  return nil
}

@Sendable private func differingDay(_ matter: SameMatter) -> StoryRule.Collision? {
  for now in matter.late.days where now.isOld {
    for then in matter.early.days where then.agrees(with: now) {
      return .init(early: then.span, late: now.span, isUpdate: true)
    }
  }
  guard matter.daysApart < 2 else { return nil }
  for one in matter.early.days where !matter.late.days.contains(where: { $0.agrees(with: one) }) {
    for other in matter.late.days
    where !matter.early.days.contains(where: { $0.agrees(with: other) }) {
      guard matter.isClose || one.near.contains(where: other.near.contains) else { continue }
      return .init(early: one.span, late: other.span, isUpdate: false)
    }
  }
  return nil
}

@Sendable private func otherWinner(_ matter: SameMatter) -> StoryRule.Collision? {
  guard matter.isClose, matter.early.marks.contains(.wins), matter.late.marks.contains(.wins) else {
    return nil
  }
  for one in matter.early.names
  where one.isPerson && !one.words.contains(where: matter.late.capitals.contains) {
    for other in matter.late.names
    where other.isPerson && !other.words.contains(where: matter.early.capitals.contains) {
      return .init(early: one.span, late: other.span, isUpdate: false)
    }
  }
  return nil
}

/// "Finance Minister Anna Berg", "Foreign Minister Anna Berg".
@Sendable private func otherRole(_ matter: SameMatter) -> StoryRule.Collision? {
  guard matter.daysApart < 30 else { return nil }
  for one in matter.early.names where one.words.count > 2 {
    for other in matter.late.names
    where other.words.count > 2 && one.words.suffix(2) == other.words.suffix(2) {
      let (a, b) = (Array(one.words.dropLast(2)), Array(other.words.dropLast(2)))
      guard let mine = a.last, let theirs = b.last, offices.contains(mine), offices.contains(theirs)
      else { continue }
      let isOther =
        a.count > 1 && b.count > 1 && a[a.count - 2] != b[b.count - 2]
        && portfolios.contains(a[a.count - 2]) && portfolios.contains(b[b.count - 2])
      if mine != theirs || isOther {
        return .init(early: one.span, late: other.span, isUpdate: false)
      }
    }
  }
  return nil
}

private let offices = WordSet(
  "minister president secretary mayor governor chancellor senator judge commissioner premier ambassador"
)
private let portfolios = WordSet(
  """
  finance foreign interior defence defense health justice home prime education transport trade energy
  environment labour labor culture state treasury agriculture
  """)

@Sendable private func oppositeStatus(_ matter: SameMatter) -> StoryRule.Collision? {
  guard
    matter.isClose || matter.overlap >= 0.2 && matter.sharedCapitals > 0 || matter.overlap >= 0.25,
    !matter.isOtherEvent,
    let (one, other) = oppositeStatuses(matter.early.statuses, matter.late.statuses)
  else { return nil }
  return .init(early: one.span, late: other.span, isUpdate: matter.daysApart > 0)
}

@Sendable private func overtaken(_ matter: SameMatter) -> StoryRule.Collision? {
  guard matter.overlap >= 0.3, !matter.isOtherEvent, matter.daysApart > 0,
    let (one, other) = overtakenStatus(matter.early.statuses, by: matter.late.statuses)
  else { return nil }
  return .init(early: one.span, late: other.span, isUpdate: true)
}

@Sendable private func deniedOnce(_ matter: SameMatter) -> StoryRule.Collision? {
  guard matter.isClose || matter.overlap >= 0.25 && matter.sharesDay, matter.daysApart < 30,
    !matter.isOtherEvent,
    matter.early.marks.contains(.negated) != matter.late.marks.contains(.negated),
    !matter.early.statuses.contains(where: { one in
      matter.late.statuses.contains { $0.status == one.status }
    })
  else { return nil }
  return .init(early: matter.early.span, late: matter.late.span, isUpdate: matter.daysApart > 0)
}
