import Client
import Editorial
import Testing
import Wire

@Suite("Ways to reach somebody in what people write")
struct ContactDetailTests {
  /// Texts that are not looked at, and why.
  private static let why = [
    "quote": "words of the copy", "against": "words of the copy", "sentence": "words of the copy",
    "answer": "words of the copy", "stays": "words of the copy", "person": "a name that the copy has",
    "againstDraft": "a slug", "by": "a slug", "in": "a slug", "matter": "a slug", "slug": "a slug",
    "keyPoints": "labels", "keyPoint": "a label", "evidence": "addresses on the web",
    "files": "digests", "source of a sign-off": "a form of its own, where none is ever meant",
    "expected": "a date", "date": "a date", "asOf": "a date", "next": "a date", "on": "a date",
    "until": "a date",
    "asked": "an instant", "reader": "a handle", "deputy": "a handle", "order": "a court's reference",
    "title": "the public name of a proceeding", "kind": "a word for a proceeding",
    "status": "a word for where it stands", "at": "an instant", "sent": "an instant",
    "owner": "a handle", "to": "handles", "placement": "a label", "draft": "a slug",
    "url": "an address on the web", "name": "the name of a partner, a mail or an expert",
    "about": "a label or a slug", "since": "a date", "says": "a word for where it stands",
    "party": "the name of somebody in a proceeding", "parties": "names of those in a proceeding",
    "count": "a number of the indictment", "court": "a word for a court", "places": "labels",
    "into": "a slug", "untilMoves": "a slug",
    "relation": "a word for how proceedings hang together",
  ]

  /// Every request that is read as JSON, with the names of its fields that are no text.
  private static let requests: [(type: any ActRequest.Type, noText: Set<String>)] = [
    (SignOffRequest.self, ["all", "read", "verdict", "basis", "revision"]),
    (CommentRequest.self, ["privileged"]),
    (WaiverRequest.self, []), (ReviewRequest.self, ["upheld"]), (AgreementRequest.self, []),
    (ReplyRequest.self, ["noAnswer"]), (WithdrawalRequest.self, ["read"]), (FlagRequest.self, []),
    (SettlementRequest.self, ["outcome"]), (ClaimRequest.self, []), (ReasonRequest.self, []),
    (AnchorRequest.self, []),
    (PublicationRequest.self, ["override", "revision"]), (ClosureRequest.self, ["outcome", "revision"]),
    (MatterRequest.self, []), (MoveRequest.self, ["try"]), (MatterLinkRequest.self, []),
    (MergeRequest.self, []), (RelationRequest.self, []), (ProposalAnswerRequest.self, ["about"]),
    (AwayRequest.self, []), (ErasureRequest.self, []),
    (PlanRequest.self, ["revision"]), (UnplanRequest.self, []), (EmbargoRequest.self, ["lift"]),
    (PlacementRequest.self, ["kind", "revision"]), (OwnerRequest.self, []),
    (CorrectionRequest.self, ["kind"]), (PlacedRequest.self, []), (InvitationRequest.self, ["read"]),
    (ExpertRequest.self, ["verdict", "basis", "revision"]), (AssignmentRequest.self, ["read"]),
    (FollowUpAssignmentRequest.self, []),
    (WatchRequest.self, ["everyMinutes", "beforePublication"]), (LimitRequest.self, ["open"]),
    (CollisionRequest.self, ["outcome"]),
  ]

  @Test("Each text of each request is looked at, or it is said why not")
  func named() {
    for (type, noText) in Self.requests {
      #expect(type.freeText.isSubset(of: type.fields), "\(type)")
      #expect(type.freeText.isEmpty != type.fields.contains("contactDetails"), "\(type)")
      let rest = type.fields.subtracting(type.freeText).subtracting(noText).subtracting(["contactDetails"])
      for name in rest {
        let known = type == SignOffRequest.self && name == "source" ? "source of a sign-off" : name
        #expect(Self.why[known] != nil, "\(type): is \(name) looked at?")
      }
    }
  }

  @Test(
    "Where people write, a way to reach somebody is refused before it is stored, and stored when it is meant")
  func refused() async throws {
    try await withHouse { house in
      try await house.prepareForEverything()
      var seen: Set<String> = []
      for (path, field, body) in [
        (
          "drafts/harbour/sign-offs", "comment",
          #"{"keyPoints":["K1"],"read":"fact","verdict":"approve","revision":1,"#
        ),
        (
          "drafts/harbour/sign-offs", "reason",
          #"{"keyPoints":["K1"],"read":"fact","verdict":"hold","revision":1,"#
        ),
        ("drafts/harbour/comments", "words", #"{"keyPoint":"K1","#),
        ("drafts/harbour/waivers", "reason", #"{"sentence":"x","#),
        ("drafts/out/override-reviews", "note", #"{"upheld":true,"#),
        (
          "drafts/harbour/replies", "how",
          #"{"person":"A B","asked":"2024-07-13T17:31:00Z","until":"2024-07-13T18:31:00Z","#
        ),
        ("drafts/harbour/replies", "whyNot", #"{"person":"A B","#),
        ("drafts/harbour/withdrawals", "reason", #"{"keyPoints":["K3"],"#),
        ("drafts/harbour/contradictions", "note", #"{"quote":"Nobody was hurt","against":"two warehouses","#),
        ("contradictions/harbour:X1/settlement", "note", #"{"outcome":"cut","#),
        ("claims/harbour:C1/anchor", "what", #"{"date":"2024-08-01","source":"s","#),
        ("claims/harbour:C1/anchor", "source", #"{"date":"2024-08-01","what":"w","#),
        ("follow-ups/F1/closure", "source", #"{"outcome":"wrong","note":"n","#),
        ("follow-ups/F1/closure", "note", #"{"outcome":"wrong","source":"s","#),
        ("claims/harbour:C2/dismissal", "reason", "{"),
        ("drafts/harbour/publications", "reason", #"{"override":true,"#),
        ("matters", "source", #"{"slug":"m","title":"t","kind":"appeal","status":"filed","#),
        ("matters/pier/moves", "source", #"{"to":"announced","since":"2031","#),
        ("matters/pier/moves", "force", #"{"to":"announced","since":"2031","source":"s","#),
        ("drafts/harbour/limits", "reason", #"{"to":["dov"],"#),
        ("drafts/kept/collisions/Y1/settlement", "reason", #"{"outcome":"kept","#),
        ("drafts/harbour/spike", "reason", "{"), ("drafts/out/kill", "reason", "{"),
      ] {
        seen.insert(field)
        let before = try await house.rows()
        for detail in ["ask 0170 123 4567", "ask ana@example.org"] {
          let reply = try await house.post(
            "/v1/" + path, json: body + "\"\(field)\":\"\(detail)\"}", as: "dov")
          #expect(reply.problem?.type == "/problems/contact-details", "\(path) \(field): \(reply.text)")
        }
        #expect(try await house.rows() == before, "\(path) \(field)")
        // It is not refused for that when it is meant; what else may be wrong with it is another matter.
        let meant = try await house.post(
          "/v1/" + path, json: body + "\"\(field)\":\"ask 0170 123 4567\",\"contactDetails\":true}", as: "dov"
        )
        #expect(meant.problem?.type != "/problems/contact-details", "\(path) \(field): \(meant.text)")
        #expect(
          meant.problem?.type != "/problems/field" && meant.status < 500, "\(path) \(field): \(meant.text)")
      }
      let all = Self.requests.reduce(into: Set<String>()) { $0.formUnion($1.type.freeText) }
      #expect(seen.union(["notes"]) == all)
    }
  }
}
