import Testing

@testable import Editorial

@Suite("Who stands in a byline")
struct BylineTests {
  @Test(
    "A member stands in a byline by handle or whole name, whatever its form",
    arguments: [
      (["ana"], true), (["Ana Ruiz"], true), (["ANA RUIZ"], true), (["By Ana Ruiz"], true),
      (["By Ben Okri and Ana Ruiz"], true), (["Ben Okri, Ana Ruiz"], true), (["Ben Okri & ana"], true),
      (["Ana  Ruiz"], true), (["Ben Okri; Ana Ruiz"], true), (["Ben Okri", "ana ruiz"], true),
      (["Ana"], true), (["Ana Ruiz Lopez"], false), (["Mariana Ruiz"], false), (["Ruiz"], false),
      (["Ben Okri"], false), ([""], false), ([], false),
    ] as [([String], Bool)])
  func stands(byline: [String], isIn: Bool) {
    #expect(ana.stands(in: byline) == isIn)
  }
}
