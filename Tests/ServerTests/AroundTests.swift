import Client
import Editorial
import Testing
import TextAnalysis
import Wire

/// Headline, standfirst, captions, push and social texts: filed, signed, compared and gated like key points.
@Suite("Words around the story")
struct AroundTests {
  private static let story = Story(
    body: """
      Jane Mott, the mayor, was arrested over the fire and released under investigation on Friday. Firefighters \
      brought 40 people out of the town hall.
      """,
    keyPoints: ["Jane Mott was arrested over the fire."])

  private static func filing(
    headline: String? = "Mayor charged over fire", _ around: [(form: String, words: String)]
  ) -> Client.Filing {
    Client.Filing(slug: "harbour", headline: headline, published: "2024-07-13", around: around)
  }

  private static let around: [(form: String, words: String)] = [
    ("push", "Mayor charged over fire at town hall"), ("caption", "From left: Jane Mott, Ali Brook"),
    ("standfirst", "40 people were brought out of the town hall"),
  ]

  private func points(_ draft: DraftJSON) -> [String] {
    draft.keyPoints.map { "\($0.label) \($0.status.rawValue)\($0.gone ? " gone" : "")" }
  }

  @Test(
    "Charged above, arrested below: both quotes are shown unasked, and nothing is ready under an unsigned headline"
  )
  func chargedOrArrested() async throws {
    try await withHouse { house in
      let filed = try await house.file(Self.story, Self.filing(Self.around)).draft
      #expect(
        points(filed) == ["K1 open", "headline open", "standfirst open", "caption1 open", "push1 open"])
      let quotes = filed.contradictions.map { ($0.status, $0.passages.map(\.quote)) }
      #expect(quotes.map(\.0) == [.suggested, .suggested])
      let told =
        "Jane Mott, the mayor, was arrested over the fire and released under investigation on Friday."
      #expect(
        Set(quotes.map(\.1)) == [
          [told, "Mayor charged over fire"], [told, "Mayor charged over fire at town hall"],
        ])
      let body = try await house.sign(["K1"]).draft
      #expect(body.state == .inReview)
      #expect(Set(body.missing.flatMap(\.about)) == ["headline", "standfirst", "caption1", "push1"])
      let own = await refusal { try await house.sign(["headline"], by: "ana") }
      #expect(own?.status == 403)
      let early = await refusal { try await house.publish(by: "dov") }
      #expect(early?.status == 409)
      #expect(try await house.sign(["headline", "STANDFIRST", "caption1", "push1"]).draft.state == .ready)
    }
  }

  @Test(
    "A headline keeps its label and costs its own signature only; what a file does not mention stays as it was"
  )
  func revised() async throws {
    try await withHouse { house in
      try await house.file(Self.story, Self.filing(Self.around))
      try await house.sign()
      let revised = try await house.file(
        Self.story, draft: "harbour", Client.Filing(headline: "Mayor arrested over fire"))
      #expect(
        points(revised.draft) == [
          "K1 signed", "headline open", "standfirst signed", "caption1 signed", "push1 signed",
        ])
      #expect(revised.draft.headline == "Mayor arrested over fire")
      let notices = revised.receipt?.notices ?? []
      #expect(notices == ["This file says nothing of standfirst, caption1 and push1; they stand as before."])
      let lost = revised.receipt?.signOffs.filter { $0.signOff.standing == .outdated } ?? []
      #expect(lost.map(\.label) == ["headline"])
      #expect(lost.first?.signOff.because.contains("“charged” became “arrested”") == true)
      let diff = try await house.api("ana").diff(of: "harbour", from: nil, to: nil).value
      #expect(diff.differences.map(\.place) == ["headline"])
      #expect(diff.signOffs.filter { $0.standing == .outdated }.map(\.keyPoint) == ["headline"])
      // The push is taken back, the standfirst says another number.
      let third = try await house.file(
        Self.story, draft: "harbour",
        Client.Filing(around: [("push", ""), ("standfirst", "49 people were brought out of the town hall")]))
      #expect(third.draft.headline == "Mayor arrested over fire")
      #expect(
        points(third.draft) == [
          "K1 signed", "headline open", "standfirst open", "caption1 signed",
        ])
      #expect(third.draft.contradictions.contains { $0.passages.map(\.quote).contains("40 people") })
    }
  }

  @Test("When the sentence that bears a headline out changes its number, the headline is read again")
  func borneOut() async throws {
    try await withHouse { house in
      let headline = "Fire: 40 people brought out of town hall"
      try await house.file(Self.story, Self.filing(headline: headline, []))
      try await house.sign()
      var other = Self.story
      other.body = other.body.replacing("40 people", with: "49 people")
      let revised = try await house.file(other, draft: "harbour", Client.Filing())
      #expect(points(revised.draft) == ["K1 signed", "headline open"])
      let because = revised.receipt?.signOffs.first { $0.label == "headline" }?.signOff.because ?? ""
      #expect(because.contains("“40” became “49”"))
    }
  }

  @Test("Sections and front matter of the file say the same, and one form is not given twice")
  func inTheFile() async throws {
    try await withHouse { house in
      var story = Self.story
      story.front = "push: [Mayor held]\nsocial: Mayor held. More soon."
      story.body = "Headline: Mayor held over fire\n\n" + story.body + "\n\nCaption: Jane Mott\n"
      let filed = try await house.file(story).draft
      #expect(
        filed.keyPoints.map { "\($0.label) \($0.text)" } == [
          "K1 Jane Mott was arrested over the fire.", "headline Mayor held over fire", "caption1 Jane Mott",
          "push1 Mayor held", "social1 Mayor held. More soon.",
        ])
      #expect(filed.headline == "Mayor held over fire")
      #expect(filed.body.sentences == 2)
      let twice = await refusal {
        try await house.file(story, draft: "harbour", Client.Filing(headline: "Another"))
      }
      #expect(twice?.status == 409)
      let two = await refusal {
        try await house.file(
          Self.story, draft: "harbour", Client.Filing(around: [("standfirst", "a"), ("standfirst", "b")]))
      }
      #expect(two?.status == 400)
    }
  }

  @Test("What a revision publishes is what was signed, with the words around it")
  func published() async throws {
    try await withHouse { house in
      try await house.file(Self.story, Self.filing(headline: "Mayor arrested", [("push", "Mayor arrested")]))
      try await house.sign()
      let out = try await house.publish(by: "dov").draft
      #expect(out.state == .published && out.live?.revision == 1)
      let text = String(decoding: try await house.api("ana").text(of: "harbour", revision: 1), as: UTF8.self)
      #expect(text.hasPrefix(Self.story.text))
      #expect(text.hasSuffix("\n\nHeadline:\n- Mayor arrested\n\n\nPush:\n- Mayor arrested\n"))
    }
  }
}
