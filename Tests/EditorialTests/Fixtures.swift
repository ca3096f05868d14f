import FoundationEssentials
import TextAnalysis

@testable import Editorial

// A small newsroom as values. Every test says only what it is about.

func day(_ iso: String) -> CivilDate {
  guard let day = CivilDate(iso) else { preconditionFailure("\(iso) is no day") }
  return day
}

let ana = Member(id: 1, handle: "ana", name: "Ana Ruiz", active: true, roles: [.reporter])
let ben = Member(id: 2, handle: "ben", name: "Ben Okri", active: true, roles: [.factChecker])
let cleo = Member(id: 3, handle: "cleo", name: "Cleo Hart", active: true, roles: [.editor])
let dov = Member(id: 4, handle: "dov", name: "Dov Levi", active: true, roles: [.chief, .editor])
let lea = Member(id: 5, handle: "lea", name: "Lea Roth", active: true, roles: [.legal])
let sam = Member(id: 6, handle: "sam", name: "Sam Ito", active: true, roles: [.standards])
let eve = Member(id: 7, handle: "eve", name: "Eve Moss", active: true, roles: [])
let desk = [ana, ben, cleo, dov, lea, sam]

func aRevision(_ number: Int = 1, by member: Member = ana, byline: [String] = []) -> Revision {
  Revision(
    id: Int64(number), number: number, headline: nil, byline: byline, dateline: day("2024-07-13"),
    filedBy: member.id, filedByHandle: member.handle, filedAt: "2024-07-13T18:20:00.000000Z")
}

func aSignOff(
  _ verdict: Verdict = .approve, id: Int64 = 1, by member: Member = ben, read: Read = .fact,
  on words: String = "The pump failed at 40 bar.", revision: Int = 1, standing: Standing = .current,
  basis: Basis = .source, until: CivilDate? = nil, invitedBy: String? = nil
) -> SignOff {
  SignOff(
    id: id, memberID: member.id, member: invitedBy == nil ? member.handle : member.name, read: read,
    verdict: verdict,
    basis: verdict == .approve ? basis : nil, comment: nil, reason: verdict == .approve ? nil : "why?",
    evidence: [], revision: revision, words: words, wordsDigest: wordsDigest(words),
    at: "2024-07-13T19:00:00.000000Z", standing: standing, because: "", until: until,
    invitedBy: invitedBy)
}

func anInvitation(
  _ number: Int = 1, to name: String = "Prof. Ada Lund", id: Int64 = 101, read: Read = .fact,
  labels: [String] = ["K1"], by member: Member = dov, revision: Int = 1, state: Invitation.State = .open
) -> Invitation {
  Invitation(
    id: Int64(number), number: number, memberID: id, name: name, read: read, labels: labels,
    question: "is it so?", until: "2024-07-16T18:00:00.000000Z", untilHere: "2024-07-16T12:00",
    revision: revision, invitedBy: member.handle, invitedByID: member.id, at: "2024-07-13T19:00:00.000000Z",
    state: state)
}

func aKeyPoint(
  _ number: Int = 1, _ words: String = "The pump failed at 40 bar.", from revision: Revision = aRevision(),
  writtenIn: Revision? = nil, supports: [Support] = [], gone: Bool = false, signOffs: [SignOff] = [],
  at start: Int = 0
) -> KeyPoint {
  KeyPoint(
    id: Int64(number), number: number, words: words, span: Span(start, start + words.utf8.count),
    wordsFrom: revision,
    writtenIn: writtenIn ?? revision, supports: supports, gone: gone, signOffs: signOffs)
}

func aContradiction(
  _ kind: ContradictionKind = .internal, status: ContradictionStatus = .open,
  outcome: ContradictionOutcome? = nil
) -> Contradiction {
  Contradiction(
    id: 1, number: 1, draft: "harbour-fire", kind: kind, origin: .draft, rule: "bullet", status: status,
    outcome: outcome, note: nil, other: nil, passages: [], raisedBy: "ana",
    raisedAt: "2024-07-13T18:20:00.000000Z", settledBy: outcome.map { _ in "ben" }, settledAt: nil,
    gone: false)
}

func aClaim(
  _ id: Int64 = 1, rule: String = "appeal.planned", due: CivilDate? = day("2024-08-15"),
  matter: String? = nil,
  dismissed: String? = nil, retired: String? = nil, watched: Bool = true
) -> Claim {
  Claim(
    id: id, draftID: 1, draft: "harbour-fire", number: Int(id), kind: .pendingLegal, rule: rule,
    origin: .engine,
    person: false, asOf: day("2024-07-13"), expected: nil, anchor: nil, due: Due(on: due, because: "counted"),
    asked: 0, matter: matter, dismissedReason: dismissed, retiredBecause: retired, quote: "plans to appeal",
    span: Span(0, 15), revision: 1, watched: watched)
}

func aDraft(
  keyPoints: [KeyPoint] = [aKeyPoint()], contradictions: [Contradiction] = [], latest: Revision = aRevision(),
  live: LiveRevision? = nil, end: DraftEnd? = nil, policy: Policy = .default, members: [Member] = desk,
  today: CivilDate = day("2024-07-15"), tags: [String] = [], wire: String? = nil,
  claimPlaces: [ClaimPlace] = [],
  accusations: [AccusingSentence] = [], waivers: [Waiver] = [], replies: [Reply] = [],
  agreements: [Agreement] = [], invitations: [Invitation] = [], assignments: [Assignment] = [],
  schedule: Schedule = Schedule(now: "2024-07-15T12:00:00.000000Z")
) -> Draft {
  Draft(
    id: 1, slug: "harbour-fire", desk: Desk(id: 1, slug: "main"), latest: latest, live: live, end: end,
    policy: policy, policyVersion: 1, sentences: 3, paragraphs: 2, ranTogether: [], keyPoints: keyPoints,
    contradictions: contradictions, claims: [], matters: [], members: members, today: today, tags: tags,
    wire: wire,
    claimPlaces: claimPlaces, accusations: accusations, waivers: waivers, replies: replies,
    agreements: agreements, invitations: invitations, assignments: assignments, schedule: schedule)
}

/// A sentence of the body that stands outside of every key point, unless `at` says where.
func anAccusation(
  _ words: String = "Jane Roe altered the records.", of person: String = "Jane Roe", isNamed: Bool = true,
  at start: Int = 1_000, from revision: Revision = aRevision()
) -> AccusingSentence {
  AccusingSentence(
    sentence: Support(
      span: Span(start, start + words.utf8.count), wordsFrom: revision, writtenIn: revision),
    words: words, person: person, isNamed: isNamed)
}

func ended(_ ending: Ending) -> DraftEnd {
  DraftEnd(ending: ending, by: "dov", at: "2024-07-14T08:00:00.000000Z", reason: "no second source")
}

/// The built-in policy, its shelf lives written out, with one text in it replaced.
func policy(_ old: String, _ new: String) throws -> Policy {
  guard wholePolicy.firstRange(of: old) != nil else { preconditionFailure("the policy has no “\(old)”") }
  return try Policy(yaml: wholePolicy.replacing(old, with: new))
}

/// The reads of the built-in policy, as it writes them.
let usualReads = "  fact: {approvals: 1}\n  legal: {approvals: 1, when: {spent: true}}"

/// The built-in policy with more at its end.
func policy(and more: String) throws -> Policy { try Policy(yaml: Policy.defaultYAML + "\n" + more + "\n") }

/// As policies were written before shelf lives had a text of their own.
let wholePolicy = Policy.defaultYAML + Policy.shelfLivesYAML

/// A sequence of numbers that is the same on every machine for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// What a body refuses with; nil when it does not refuse.
func refusal(_ body: () throws -> Void) -> Refusal? {
  do {
    try body()
    return nil
  } catch let refusal as Refusal {
    return refusal
  } catch {
    preconditionFailure("not a refusal: \(error)")
  }
}

/// A file of the checkout, found from this file's own place.
func projectFile(_ path: String) throws -> [UInt8] {
  let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
    separator: "/")
  return Array(try Data(contentsOf: URL(filePath: "\(root)/\(path)")))
}
