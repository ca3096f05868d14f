import Testing
import TextAnalysis

@Suite("Sections of a draft")
struct SectionsTests {
  @Test(
    "A heading in any usual spelling begins a section",
    arguments: [
      "Key points", "KEY POINTS:", "## Key points", "## Key points ##", "**Key points**", "**Key points:**",
      "__Key Points__:",
      "Key Points -", "key points", "Key-points", "Keypoints:", "🔑 Key points", "# Key points",
      "  Key points  ",
      "Key points\n----------", "Key\u{A0}points", "Key point",
    ])
  func headings(heading: String) throws {
    let draft = try manuscript("The body stands here.\n\n\(heading)\n- First point.\n- Second point.\n")
    #expect(draft.keyPoints.map(\.words) == ["First point.", "Second point."])
    #expect(draft.hasKeyPointsSection)
    #expect(draft.bodySentences == ["The body stands here."])
    #expect(draft.headline == nil)
  }

  @Test(
    "A heading may run into its first item",
    arguments: [
      "Key points- Alpha", "Key points - Alpha", "Key points • Alpha", "Key points: Alpha",
      "Key points🟢Alpha", "KEY POINTS:- Alpha",
      "**Key points** Alpha", "Key points 1. Alpha", "Key points* Alpha", "Key points – Alpha",
      "Key points: 👾 Alpha",
      "Key points✅ Alpha", "Key points1️⃣ Alpha", "Key points👨‍👩‍👧‍👦Alpha", "Key points -Alpha",
    ])
  func runningIn(line: String) throws {
    let draft = try manuscript("Body.\n\n\(line)\n- Beta\n")
    #expect(draft.keyPoints.map(\.words) == ["Alpha", "Beta"])
  }

  @Test(
    "A sentence that begins with these words is no heading",
    arguments: [
      "Contradictions in the testimony were many.", "Key points of law were raised on Monday.",
      "Contradictions were found.",
      "Key points - a phrase he often used - were on the slide.", "Keypointsmanship is an art.",
      "Key points-based scoring ended.",
      "The key points", "## Key points of law", "Contradictions’ role is small.",
      "Key points 5 and 6 were dropped.",
    ])
  func noHeading(line: String) throws {
    let draft = try manuscript("\(line)\n\n- A list item.\n")
    #expect(draft.keyPoints.isEmpty && draft.contradictions.isEmpty)
    #expect(!draft.hasKeyPointsSection)
  }

  @Test(
    "Bullets are none of an item's words",
    arguments: [
      "- Words", "o  Words", "o\tWords", "* Words", "+ Words", "• Words", "•Words", "– Words", "— Words",
      "1. Words", "12) Words",
      "(3) Words", "👾Words", "👾 Words",
      "👾👾 Words", "👩🏽‍⚖️ Words", "🇳🇿 Words", "⚖️Words", "2️⃣ Words", "→ Words", "✔ Words", "- 👾 Words", "▪️Words",
      "  - Words  ", "\t• Words",
      "🏴󠁧󠁢󠁥󠁮󠁧󠁿 Words", "👾 - Words", "-Words",
    ])
  func bullets(line: String) throws {
    let draft = try manuscript("Key points\n\(line)\n\(line)")
    #expect(draft.keyPoints.map(\.words) == ["Words", "Words"])
    for point in draft.keyPoints { #expect(slice(draft.text, point.span) == "Words") }
  }

  @Test(
    "Signs and numbers that belong to the words stay",
    arguments: [
      "-5 degrees were measured", "#1 in the charts", "© 2024 Agency", "2024 was wet", "3.5 million came",
      "o my, they said",
    ])
  func noBullets(words: String) throws {
    #expect(try manuscript("Key points\n- \(words)\n").keyPoints.map(\.words) == [words])
  }

  @Test("A line under an item belongs to it, with one space for the line break")
  func continued() throws {
    let draft = try manuscript("Key points\r\n- The bridge\r\n  is closed.\r\n- The ferry runs.\r\n")
    #expect(draft.keyPoints.map(\.words) == ["The bridge is closed.", "The ferry runs."])
    #expect(slice(draft.text, draft.keyPoints[0].span) == "The bridge\r\n  is closed.")
  }

  @Test("An unmarked paragraph after a blank line is body again")
  func bodyAgain() throws {
    let draft = try manuscript(
      "Key points\n- One.\n\n- Two.\n\nThe story goes on here. It has two sentences.\n")
    #expect(draft.keyPoints.map(\.words) == ["One.", "Two."])
    #expect(draft.bodySentences == ["The story goes on here.", "It has two sentences."])
  }

  @Test("Items without bullets are lines, or paragraphs between blank lines")
  func unmarked() throws {
    #expect(
      try manuscript("Key points\nOne is here.\nTwo is here.\n\nBody text.").keyPoints.map(\.words) == [
        "One is here.", "Two is here.",
      ])
    let spaced = try manuscript(
      "Key points\n\nOne is here.\n\nTwo is here.\n\nThe body. It has more. Much more of it.")
    #expect(spaced.keyPoints.map(\.words) == ["One is here.", "Two is here."])
    #expect(spaced.bodySentences.count == 3)
  }

  @Test(
    "Any heading or a line drawn across ends a section",
    arguments: ["## Background", "# Background", "---", "***"])
  func ended(line: String) throws {
    let draft = try manuscript("Key points\n- One.\n\(line)\nThe body.\n")
    #expect(draft.keyPoints.count == 1)
    #expect(draft.bodySentences == ["The body."])
  }

  @Test(
    "Nothing under the heading is no contradiction",
    arguments: ["None", "- None known.", "n/a", "N/A.", "👾 None", "No known contradictions", "none so far"])
  func nothing(line: String) throws {
    #expect(try manuscript("Body.\n\nContradictions\n\(line)\n").contradictions.isEmpty)
  }

  @Test("A contradiction that begins with None is one")
  func notNothing() throws {
    #expect(try manuscript("Contradictions\n- None of the witnesses agree.\n").contradictions.count == 1)
  }

  @Test("A draft of only key points has no body")
  func onlyPoints() throws {
    let draft = try manuscript("Key points\n- One.\n")
    #expect(draft.paragraphs.isEmpty && draft.sentences.isEmpty)
    #expect(draft.keyPoints.count == 1)
  }

  @Test("Front matter is kept apart, whatever ends its lines", arguments: ["\n", "\r\n", "\r"])
  func frontMatter(end: String) throws {
    let draft = try manuscript(
      ["\u{FEFF}---", "slug: harbour", "byline: Ana", "---", "# The bridge is shut", "", "It is shut.", ""]
        .joined(separator: end))
    let matter = try #require(draft.frontMatter)
    #expect(slice(draft.text, matter) == "slug: harbour\(end)byline: Ana\(end)")
    #expect(draft.headline?.words == "The bridge is shut")
    #expect(draft.bodySentences == ["It is shut."])
    #expect(!draft.text.unicodeScalars.contains("\u{FEFF}"))
  }

  @Test("Only a heading of level 1 before the body is a headline")
  func headlines() throws {
    #expect(try manuscript("# One\n\nText.").headline?.words == "One")
    #expect(try manuscript("One\n===\n\nText.").headline?.words == "One")
    #expect(try manuscript("Key points\n- K\n\n# One #\n\nText.").headline?.words == "One")
    #expect(try manuscript("## One\n\nText.").headline == nil)
    #expect(try manuscript("Text.\n\n# One\n").headline == nil)
    #expect(try manuscript("One\n\nText.").headline == nil)
  }

  @Test(
    "Words around the story stand in sections of their own, wherever they are",
    arguments: [
      ("Headline: Mayor held\n\nText one.", ["headline Mayor held"], 1),
      ("# Old\n\nHeadline: New\n\nText one.", ["headline New"], 2),
      ("Text one.\n\nPush alert: Mayor held\n\nText two.", ["push Mayor held"], 2),
      ("Text one.\n\nPush\n- One\n- Two\n\nText two.", ["push One", "push Two"], 2),
      ("Standfirst:\nIt was a long\nday.\n\nText one.", ["standfirst It was a long day."], 1),
      ("Text one.\n\nCaption: Left, Ana\nText two.", ["caption Left, Ana"], 2),
      ("Caption: Ana\n\nText one.\n\nCaption: Ben", ["caption Ana", "caption Ben"], 1),
      ("Text one.\n\n**Social posts:**\n- One #mayor", ["social One #mayor"], 1),
      ("Key points\n- K\nPush: P\n\nText one.", ["push P"], 1),
      ("Push: none\n\nText one.", [], 1),
      ("## Social\n\nText one.", [], 1), ("Push came to shove.", [], 1),
      ("Social\nText one.", [], 1), ("Headlines: many.", [], 1), ("The push: it failed.", [], 1),
    ])
  func around(text: String, expected: [String], sentences: Int) throws {
    let draft = try manuscript(text)
    #expect(draft.around.map { "\($0.form.rawValue) \($0.words)" } == expected)
    #expect(draft.sentences.count == sentences)
    for one in draft.around where !text.contains("\n\(one.words.suffix(4))") {
      #expect(slice(text, one.passage.span) == one.words)
    }
  }

  @Test("A second headline, or standfirst, is known with its line, and read as body")
  func twoHeadlines() throws {
    let draft = try manuscript("Headline: One\n\nText.\n\nHeadline: Two\n")
    #expect(draft.second?.line == 5)
    #expect(draft.around.map(\.words) == ["One"])
    #expect(draft.bodySentences.count == 2)
    #expect(try manuscript("Headline: One\n\nText.").second == nil)
  }

  @Test("A heading beside another headline is read like a sentence")
  func heading() throws {
    let draft = try manuscript("# Mayor took bribes\n\nHeadline: Mayor under inquiry\n\nText.")
    #expect(draft.headline?.words == "Mayor under inquiry")
    #expect(draft.bodySentences == ["Mayor took bribes", "Text."])
  }

  @Test("What is given beside a text is found in it again, form by form, and moves nothing")
  func completed() throws {
    let story = "One.\n\nTwo.\n\nKey points\n- K"
    let whole = TextAnalysis.text(
      story, with: [(.headline, ["Mayor\nheld"]), (.push, ["– Now", "🚨 Later"]), (.social, [])])
    let draft = try manuscript(whole)
    #expect(whole.hasPrefix(story))
    #expect(draft.around.map(\.form) == [.headline, .push, .push])
    #expect(draft.around.first?.words == "Mayor held")
    #expect(draft.sectionsAround == [.headline, .push, .social])
    #expect(draft.sentences == (try manuscript(story)).sentences)
  }

  @Test("Mail headers and quoted replies above a draft yield nothing")
  func mail() throws {
    let draft = try manuscript(
      """
      From: Ana <ana@example.org>
      To: desk@example.org
      Subject: Trial is set for
        Monday

      On Tuesday, Ben wrote:
      > Police are investigating.
      > Key points

      > When can we have it?

      The bridge is closed.

      Key points
      - It is closed.
      """)
    #expect(draft.bodySentences == ["The bridge is closed."])
    #expect(draft.keyPoints.map(\.words) == ["It is closed."])
    #expect(draft.notTheStorys.count == 3)
    #expect(draft.text.hasPrefix("From: Ana"))
    let day = try #require(CivilDate("2024-07-13"))
    #expect(
      findClaims(in: draft, dateline: day).allSatisfy { claim in
        draft.notTheStorys.allSatisfy { !$0.contains(claim.sentence) }
      })
  }

  @Test("One line that looks like a mail header is body")
  func noMail() throws {
    let draft = try manuscript("From: the harbour, a letter.\n\nIt rains.\n")
    #expect(draft.notTheStorys.isEmpty)
    #expect(draft.bodySentences.count == 2)
  }
}
