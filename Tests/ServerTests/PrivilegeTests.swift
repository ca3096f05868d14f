import Client
import Editorial
import Testing
import Wire

@Suite("What the legal read says")
struct PrivilegeTests {
  @Test("Reasons, comments and withdrawals of the legal read reach its readers and nobody else")
  func privileged() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      _ = try await house.api("lea").signOff(
        "harbour",
        SignOffRequest(
          keyPoints: ["K2", "K3"], all: nil, read: .legal, verdict: .hold, basis: nil,
          comment: "aside-secret",
          reason: "hold-secret", evidence: ["https://secret.example/file"], revision: 1), key: "lea"
      ).value
      let own = try await house.get("/v1/drafts/harbour", as: "lea").text
      #expect(own.contains("hold-secret") && own.contains("aside-secret"))

      // A revision by somebody else carries the hold, and its receipt names it.
      let revised = try await house.post(
        "/v1/drafts/harbour/revisions?published=2024-07-13",
        body: story { $0.keyPoints[1] = "The damage came to 49 million euros." }.bytes, type: "text/plain")
      #expect(revised.status == 201)
      _ = try await house.api("lea").withdraw(
        "harbour", WithdrawalRequest(keyPoints: ["K3"], read: .legal, reason: "lifted-secret"), key: "lea2")
      var seen = [revised]
      for handle in ["ana", "ben", "dov", "sam", "eve"] {
        for path in ["/v1/drafts/harbour", "/v1/drafts/harbour/log", "/v1/drafts"] {
          seen.append(try await house.get(path, as: handle))
        }
      }
      seen.append(try await house.post("/v1/drafts/harbour/publications", json: "{}", as: "dov"))
      seen.append(
        try await house.post(
          "/v1/drafts/harbour/sign-offs",
          json: #"{"keyPoints":["K2"],"read":"fact","verdict":"approve","revision":2}"#, as: "ben"))
      for reply in seen {
        #expect(reply.status < 500)
        #expect(!reply.text.contains("secret"), "\(reply.text.prefix(2_000))")
      }
      // That there is a hold, everybody may know.
      #expect(try await house.show(as: "eve").keyPoints[1].status == .held)

    }
  }
}
