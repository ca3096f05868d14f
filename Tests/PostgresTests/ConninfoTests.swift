import Testing

@testable import Postgres

@Suite("A connection string without its password")
struct ConninfoTests {
  @Test(
    "The password travels apart, the rest still means the same",
    arguments: [
      ("postgresql://stet:s%27ecret@db/stet", "s'ecret"),
      ("host=db dbname=stet user=stet password='two words'", "two words"),
      ("postgresql:///stet", nil),
      ("host='a b' dbname='it\\'s'", nil),
    ] as [(String, String?)])
  func apart(conninfo: String, password: String?) throws {
    let parts = try Conninfo(conninfo)
    #expect(parts.password == password)
    #expect(password.map { !parts.withoutPassword.contains($0) } ?? true)
    let again = try Conninfo(parts.withoutPassword)
    #expect(again.password == nil)
    #expect(again.withoutPassword == parts.withoutPassword)
  }

  @Test("What is no connection string is said to be none")
  func broken() {
    #expect(throws: DatabaseError.self) { try Conninfo("host=db nonsense") }
  }
}
