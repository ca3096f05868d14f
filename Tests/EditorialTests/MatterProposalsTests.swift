import Testing
import TextAnalysis

@testable import Editorial

@Suite("Matters that a draft may be about")
struct MatterProposalsTests {
  private static let leeds = KnownMatter(
    slug: "r-v-smith", title: "R v John Smith (Leeds)", kind: "prosecution", parties: ["John Smith"])
  private static let appeal = KnownMatter(
    slug: "smith-appeal", title: "Appeal of the dismissal", kind: "appeal", parties: [],
    relatedTo: ["r-v-smith"])
  private static let civil = KnownMatter(
    slug: "civil-nm", title: "Civil case in New Mexico", kind: "lawsuit", parties: ["Halyna Hutchins"])

  private func proposals(
    _ text: String, among matters: [KnownMatter] = [leeds, appeal, civil], linked: [String] = [],
    refused: [RefusedProposal] = []
  ) throws -> [MatterProposal] {
    matterProposals(
      in: try Filing.read(Array(text.utf8)), among: matters, linked: linked, refused: refused)
  }

  @Test(
    "A draft is proposed a matter by what it says, with the words",
    arguments: [
      ("In R v Smith the jury was sent home.", "r-v-smith", "“R v Smith”"),
      ("The case, R. v. John Smith, goes on.", "r-v-smith", "names the case"),
      ("John Smith was charged in Leeds on Monday.", "r-v-smith", "it names John Smith and says “charged"),
      ("They lost the civil case in New Mexico on Monday.", "civil-nm", "names New Mexico"),
      ("The family of Halyna Hutchins sued the producers.", "civil-nm", "Halyna Hutchins"),
      ("John Smith opened a shop in Hull.", "r-v-smith", "same person? It names John Smith"),
      (
        "Yesterday Councillor John Smith (York) spoke.", "r-v-smith",
        "same person? It names Councillor John Smith"
      ),
    ])
  func proposed(text: String, matter: String, because: String) throws {
    let found = try proposals(text)
    #expect(found.map(\.matter) == [matter])
    #expect(found.first?.because.contains(because) == true, "\(found.first?.because ?? "")")
    #expect(found.first.map { text.contains($0.words) } == true)
  }

  @Test(
    "Nothing is proposed where nothing speaks for it",
    arguments: [
      "The blacksmith was charged in Leeds.", "In R v Jones the jury was sent home.",
      "The civil case in Texas goes on.", "John opened a shop, and Smith closed one.",
      "The appeal was heard.",
    ])
  func quiet(text: String) throws {
    #expect(try proposals(text).isEmpty)
  }

  @Test("The appeal of that dismissal is found through the matter that it comes from")
  func relation() throws {
    let found = try proposals("The prosecutor plans to appeal.", linked: ["r-v-smith"])
    #expect(found.map(\.matter) == ["smith-appeal"])
    #expect(found.first?.because.hasSuffix("is about r-v-smith") == true)
  }

  @Test("A linked matter is not proposed again")
  func linked() throws {
    #expect(
      try proposals("In R v Smith the jury was out.", among: [Self.leeds], linked: ["r-v-smith"]).isEmpty)
  }

  @Test("A no is remembered: for the draft whatever its words, elsewhere for the name with its title")
  func refused() throws {
    let here = RefusedProposal(matter: "r-v-smith", isHere: true, name: "Councillor John Smith")
    let there = RefusedProposal(matter: "r-v-smith", isHere: false, name: "Councillor John Smith")
    let plain = RefusedProposal(matter: "r-v-smith", isHere: false, name: "John Smith")
    let york = "Yesterday Councillor John Smith (York) spoke."
    #expect(try proposals(york, refused: [here]).isEmpty)
    #expect(try proposals("In R v Smith the jury was out.", refused: [here]).isEmpty)
    #expect(try proposals(york, refused: [there]).isEmpty)
    #expect(try !proposals("In R v Smith the jury was out.", refused: [there]).isEmpty)
    #expect(try !proposals("Then John Smith opened a shop.", refused: [plain]).isEmpty)
  }

  @Test(
    "Cases that are named and no matter",
    arguments: [
      ("In R v Smith the jury was out.", ["R v Smith"]), ("Roe v. Wade was overturned.", ["Roe v Wade"]),
      (
        "After Smith v. Jones, United States v. Baldwin began.", ["Smith v Jones", "United States v Baldwin"]
      ),
      ("State of New Mexico v. Alec Baldwin", ["State of New Mexico v Alec Baldwin"]),
      ("Leeds v the rest", []),
      ("v", []), ("v v v", []), ("", []),
    ])
  func names(text: String, names: [String]) throws {
    let manuscript = try Filing.read(Array("It rained. \(text)\n".utf8))
    #expect(unknownCases(in: manuscript, among: []) == names)
    #expect(unknownCases(in: manuscript, among: [Self.leeds]) == names.filter { $0 != "R v Smith" })
  }

  @Test("The words of names, for looking a draft's matters up")
  func index() {
    #expect(
      nameWords(in: "In Leeds, John Smith’s case. The smith left Leeds.") == ["leeds", "john", "smith"])
  }
}
