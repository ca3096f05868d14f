import Editorial
import Testing

@Suite("Contact details in free text")
struct EvidenceTests {
  @Test(
    "A way to reach somebody is found",
    arguments: [
      ("nurse, Jane, 07700 900123, met at her flat", "07700 900123"),
      ("call +44 20 7946 0018", "+44 20 7946 0018"),
      ("write to a.b@c.example.", "a.b@c.example."), ("(0044)207-946-0018", "0044 207-946-0018"),
      ("0301234567", "0301234567"),
    ])
  func found(text: String, detail: String) {
    #expect(contactDetail(in: text) == detail)
  }

  @Test(
    "Dockets, dates, sums and handles are no way to reach somebody",
    arguments: [
      "", "docket 2:24-cv-01234", "on 2024-07-12 at 10:30", "4,000,000 euros", "ask @ben", "12 July 2024",
      "p. 0-12",
      "see 1.234.567", "00:30", "case 1234567890123", "a@b",
    ])
  func quiet(text: String) {
    #expect(contactDetail(in: text) == nil)
  }
}
