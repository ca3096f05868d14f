import Testing

@testable import Client

@Suite("Addresses and keys")
struct AddressTests {
  @Test(
    "An address is normalised, and what cannot be called is none",
    arguments: [
      ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
      ("HTTPS://Stet.Example/News//", "https://stet.example/News"),
      ("http://User:Pw@Host/", "http://User:Pw@host"), ("http://[::1]:8080", "http://[::1]:8080"),
      ("127.0.0.1:8080", nil),
      ("ftp://host", nil), ("http://", nil), ("http:///path", nil), ("http://a b", nil),
      ("http://a?x=1", nil), ("", nil),
      ("http://a\r\nX: y", nil),
    ] as [(String, String?)])
  func normal(written: String, expected: String?) {
    #expect(ServiceAddress.normalised(written) == expected)
  }

  @Test("Everything but unreserved bytes is encoded, so that no slug leaves its place in the path")
  func encoding() {
    #expect(ServiceAddress.target(["drafts", "../a b/ü"]) == "/v1/drafts/..%2Fa%20b%2F%C3%BC")
    #expect(
      ServiceAddress.target(["contradictions", "slug:X1", "settlement"])
        == "/v1/contradictions/slug%3AX1/settlement")
    #expect(
      ServiceAddress.target(["drafts"], [("limit", "5"), ("after", nil), ("state", "a&b")])
        == "/v1/drafts?limit=5&state=a%26b")
  }

  @Test("What is said about a file becomes the query, repeated where it is a list")
  func filing() {
    let filing = Filing(
      slug: "s", byline: ["A B", "C"], published: "2024-07-13", matters: ["m"], filename: "f.txt")
    #expect(
      ServiceAddress.target(["drafts"], filing.query)
        == "/v1/drafts?slug=s&byline=A%20B&byline=C&published=2024-07-13&matter=m&filename=f.txt")
  }

  @Test("Keys are 32 hexadecimal digits and differ")
  func keys() {
    let keys = Set((0..<100).map { _ in StetAPI.freshKey() })
    #expect(keys.count == 100)
    #expect(keys.allSatisfy { $0.utf8.count == 32 && $0.allSatisfy(\.isHexDigit) })
  }
}
