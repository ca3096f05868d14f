import Testing

@testable import Editorial

@Suite("Addresses on the web")
struct WebAddressTests {
  @Test(
    "One address has one spelling",
    arguments: [
      ("https://Court.Example/Docket?n=1#top", "https://court.example/Docket?n=1"),
      (" http://court.example ", "http://court.example/"),
      ("HTTP://court.example:80/a/../b/./c", "http://court.example/b/c"),
      ("https://court.example:443", "https://court.example/"),
      ("https://court.example:8443?q", "https://court.example:8443/?q"),
      ("http://court.example./a", "http://court.example/a"),
      ("http://court.example/a b/\u{E9}", "http://court.example/a%20b/%C3%A9"),
      ("http://[2606:4700::1]:8080/", "http://[2606:4700:0:0:0:0:0:1]:8080/"),
      ("http://0x7f.1/", "http://0x7f.1/"), ("http://court.example/../../x", "http://court.example/x"),
      ("http://court.example:/", "http://court.example/"),
    ])
  func normal(text: String, expected: String) throws {
    #expect(try WebAddress(text).description == expected)
  }

  @Test(
    "What is no plain address of the web is refused",
    arguments: [
      "", "court.example", "ftp://court.example/", "file:///etc/passwd", "javascript:alert(1)",
      "http:/court.example",
      "http://", "http://:80/", "http://a@court.example/", "http://court.example@127.0.0.1/", "http://a:b@c/",
      "http://court.example\\@127.0.0.1/", "http://court.example:0/", "http://court.example:65536/",
      "http://court.example:8x/", "http://court.example:-1/", "http://[::1/", "http://[::1]x/",
      "http://[zz]/",
      "http://[127.0.0.1]/", "http://[fe80::1%25eth0]/", "http://\u{FF11}27.0.0.1/",
      "http://\u{2460}27.0.0.1/",
      "http://127\u{3002}0.0.1/", "http://court%2eexample/", "http://a b/", "http://a\tb/", "http://a\u{0}b/",
      "http://court.example/\u{7}", "http://" + String(repeating: "a", count: 300) + "/",
      "http://court.example/" + String(repeating: "a", count: 2_000),
    ])
  func unfit(text: String) {
    #expect(throws: UnfitAddress.self) { try WebAddress(text) }
  }

  @Test(
    "A redirect leads where a browser would go",
    arguments: [
      ("https://b.example/x", "https://b.example/x"), ("//b.example/x", "http://b.example/x"),
      ("/x?y", "http://a.example:8080/x?y"), ("?y", "http://a.example:8080/d/e?y"),
      ("x", "http://a.example:8080/d/x"), ("../x", "http://a.example:8080/x"),
      ("", "http://a.example:8080/d/e?q"), ("#part", "http://a.example:8080/d/e?q"),
      ("/a:b", "http://a.example:8080/a:b"),
    ])
  func redirects(location: String, expected: String) throws {
    let base = try WebAddress("http://a.example:8080/d/e?q")
    #expect(try base.leading(to: location).description == expected)
  }

  @Test(
    "A redirect out of the web is refused",
    arguments: ["file:///etc/passwd", "gopher://a/", "http://a@b/", "//"])
  func redirectsOut(location: String) throws {
    let base = try WebAddress("http://a.example/")
    #expect(throws: UnfitAddress.self) { try base.leading(to: location) }
  }
}

@Suite("Where looks may go")
struct WatchAllowanceTests {
  /// The ends of every range, and where it lies in what follows.
  static let forbidden = """
    0.0.0.0 0.255.255.255 10.0.0.0 10.255.255.255 100.64.0.0 100.127.255.255 127.0.0.1 127.255.255.254 168.63.129.16
    169.254.169.254 169.254.0.0 172.16.0.0 172.31.255.255 192.0.0.8 192.0.2.7 192.88.99.1 192.168.0.1 192.168.255.255
    198.18.0.1 198.19.255.255 198.51.100.3 203.0.113.200 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
    :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:0:127.0.0.1 64:ff9b::127.0.0.1 64:ff9b::8.8.8.8
    64:ff9b:1::1 100::1 2001::1 2001:0:7f00:1:: 2001:10::1 2001:20::1 2001:1ff:ffff::1 2001:db8::1 2002:7f00:1::
    2002:c0a8:1:: 3fff::1 4000::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 febf::1 fec0::1 ff02::1 ffff::1
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  static let open = """
    1.1.1.1 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 168.63.129.17 169.253.255.255
    169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255
    2606:4700::1 2001:200::1 2001:4860:4860::8888 2003::1 2a00::1 3ffe::1
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  @Test("Every address that is not of the public internet is refused", arguments: forbidden)
  func refused(text: String) throws {
    let place = try #require(NetworkAddress(text))
    #expect(place.whyForbidden != nil)
    let page = try WebAddress("http://a.example/")
    #expect(try WatchAllowance("").whyRefused(page, leadingTo: [place]) != nil)
  }

  @Test("An address of the public internet is not", arguments: open)
  func allowed(text: String) throws {
    let place = try #require(NetworkAddress(text))
    #expect(place.whyForbidden == nil)
    #expect(try WatchAllowance("").whyRefused(WebAddress("http://a.example/"), leadingTo: [place]) == nil)
  }

  @Test("The good one of two addresses is not chosen")
  func both() throws {
    let good = try #require(NetworkAddress("1.1.1.1"))
    let bad = try #require(NetworkAddress("::1"))
    let page = try WebAddress("https://a.example/")
    let none = try WatchAllowance("")
    #expect(none.whyRefused(page, leadingTo: [good]) == nil)
    #expect(none.whyRefused(page, leadingTo: [good, bad]) != nil)
    #expect(none.whyRefused(page, leadingTo: [bad, good]) != nil)
    #expect(none.whyRefused(page, leadingTo: []) != nil)
  }

  @Test(
    "The operator allows names, ranges and ports, and only those",
    arguments: [
      ("docket.internal", "http://docket.internal/", "10.0.0.1", true),
      ("docket.internal", "http://other.internal/", "10.0.0.1", false),
      ("10.0.0.0/24", "http://other.internal/", "10.0.0.1", true),
      ("10.0.0.0/24", "http://other.internal/", "10.0.1.1", false),
      ("10.0.0.1", "http://other.internal/", "10.0.0.1", true),
      ("fd00::/8", "http://other.internal/", "fd12::1", true),
      ("10.0.0.0/9", "http://other.internal/", "10.127.0.1", true),
      ("10.0.0.0/9", "http://other.internal/", "10.128.0.1", false),
      (":8080", "http://a.example:8080/", "1.1.1.1", true),
      (":8080", "http://a.example:8081/", "1.1.1.1", false),
      (":8080", "http://a.example:8080/", "10.0.0.1", false),
      ("a.example, :8080", "http://a.example:8080/", "10.0.0.1", true),
      ("", "http://a.example:22/", "1.1.1.1", false), ("", "https://a.example/", "1.1.1.1", true),
    ])
  func allowances(text: String, page: String, place: String, isAllowed: Bool) throws {
    let place = try #require(NetworkAddress(place))
    #expect(try (WatchAllowance(text).whyRefused(WebAddress(page), leadingTo: [place]) == nil) == isAllowed)
  }

  @Test(
    "An allowance that cannot be read is refused",
    arguments: ["http://a", "10.0.0.0/33", ":0", ":x", "a/b", "a:80"])
  func unreadable(text: String) {
    #expect(throws: UnfitAddress.self) { try WatchAllowance(text) }
  }

  @Test(
    "Other spellings of an address are not read here",
    arguments: ["127.1", "0177.0.0.1", "2130706433", "1.2.3", ":::", "1::2::3", "1:2:3:4:5:6:7", "12345::"])
  func spellings(text: String) {
    #expect(NetworkAddress(text) == nil)
  }

  @Test("Every line of the table of ranges is read")
  func table() {
    #expect(forbiddenRanges.count == 37)
    #expect(forbiddenRanges.count == forbiddenTable.split(separator: "\n").count)
  }
}
