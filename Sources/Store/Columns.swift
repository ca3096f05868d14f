import Editorial
import Postgres
import TextAnalysis

// How the domain's values stand in columns.

extension CivilDate: PostgresEncodable, PostgresDecodable {
  public func encoded() -> Parameter { .text(description) }

  public static func decode(_ text: String) throws -> CivilDate {
    guard let date = CivilDate(text) else {
      throw DatabaseError.decoding("the text is no day of the years 1 to 9999")
    }
    return date
  }
}

extension PartialDate: PostgresEncodable, PostgresDecodable {
  public func encoded() -> Parameter { .text(description) }

  public static func decode(_ text: String) throws -> PartialDate {
    guard let date = PartialDate(text) else { throw DatabaseError.decoding("the text is no EDTF date") }
    return date
  }
}

extension Role: PostgresEncodable, PostgresDecodable, PostgresArrayElement {}
extension Form: PostgresEncodable, PostgresDecodable {}
extension Read: PostgresEncodable, PostgresDecodable {}
extension Verdict: PostgresEncodable, PostgresDecodable {}
extension Basis: PostgresEncodable, PostgresDecodable {}
extension Standing: PostgresEncodable, PostgresDecodable {}
extension Invitation.State: PostgresDecodable {}
extension Ending: PostgresEncodable, PostgresDecodable {}
extension PublicationOrigin: PostgresEncodable, PostgresDecodable {}
extension Origin: PostgresEncodable, PostgresDecodable {}
extension ContradictionKind: PostgresEncodable, PostgresDecodable {}
extension ContradictionStatus: PostgresEncodable, PostgresDecodable {}
extension ContradictionOutcome: PostgresEncodable, PostgresDecodable {}
extension ClaimKind: PostgresEncodable, PostgresDecodable {}
extension FollowUpOutcome: PostgresEncodable, PostgresDecodable {}
extension PlacementKind: PostgresEncodable, PostgresDecodable {}
extension CorrectionKind: PostgresEncodable, PostgresDecodable {}

func span(_ start: Int, _ end: Int) -> Span { Span(start, end) }
