import Testing

@testable import TextAnalysis

@Suite("Telling English from what Stet does not read")
struct LanguageTests {
  private func isEnglish(_ text: String) -> Bool {
    let source = Source(bytes: Array(text.utf8))
    return TextAnalysis.isEnglish(source.whole, in: source)
  }

  @Test(
    "English prose, headlines, lists and names are English",
    arguments: [
      "The court dismissed the case on Friday, and prosecutors said they would appeal.",
      "Storm batters coast", "Leeds 3, Hull 2; York 1, Derby 1; Bath 0, Wells 4.",
      "Ana Roth, Li Wei, José Núñez",
      "North ridge: new fire. South ridge: contained.", "",
      "He called it \u{201C}la dolce vita\u{201D} and left.",
      """
      Honours list: John Smith, Ana Roth, Li Wei, Peter Hansen, Mary Jones, Alan Moore, David Price, Jane Lowe, Tom
      Baker, Kate Bell, Omar Said, Ruth Gray, Paul Reed, Nina Ross, Carl Dean, Joan Hill, Mark West, Lucy Hart.
      """,
      "Den Haag officials met Van der Berg and De Vries on Monday.",
    ])
  func english(_ text: String) { #expect(isEnglish(text)) }

  @Test(
    "Other languages and scripts are not",
    arguments: [
      "Le tribunal a rejeté la plainte et le procureur est en train de préparer un appel pour les familles.",
      "Le film Death and Taxes est dans les salles, et la série Sex and the City est une des plus vues pour un été.",
      "El juez desestimó el caso y los fiscales presentarán una apelación por la muerte de la directora.",
      "Das Gericht hat die Klage abgewiesen, und der Anwalt ist mit dem Urteil nicht zufrieden.",
      "Суд отклонил иск, и прокуратура намерена обжаловать решение.", "法院驳回了此案。",
      "Η απόφαση του δικαστηρίου εκδόθηκε την Παρασκευή.", "رفضت المحكمة القضية يوم الجمعة.",
      """
      Mahkeme dava dosyasını kapattı, savcılık karara itiraz edeceğini duyurdu, avukatlar sonucu memnuniyetle
      karşıladı, aileler üzgün olduklarını söyledi, duruşma salonu boşaltıldı, basın açıklaması yapıldı ve
      kalabalık sessizce dağıldı.
      """,
    ])
  func other(_ text: String) { #expect(!isEnglish(text)) }
}

@Suite("Drafts in other languages")
struct UnreadTests {
  @Test("A paragraph that is not English is said to be unread, and the others are read")
  func mixed() throws {
    let french =
      "Le procureur va faire appel de la décision, qui est contestée par les familles des victimes."
    let draft = try manuscript(
      "The company plans to appeal.\n\n\(french)\n\nThe hearing is set for Monday.\n")
    #expect(draft.unread.map { slice(draft.text, $0) } == [french])
    #expect(draft.paragraphs.map(\.sentences.count) == [1, 0, 1])
    let claims = findClaims(in: draft, dateline: try #require(CivilDate("2024-07-13")))
    #expect(claims.map(\.rule).prefix(2) == ["appeal.planned", "hearing.set"])
  }

}
