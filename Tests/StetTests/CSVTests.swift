import Testing
import TextAnalysis
import Wire

@testable import stet

@Suite("Lists for spreadsheets")
struct CSVTests {
  /// A cell, and whether it gets an apostrophe.
  @Test(
    "A cell that a spreadsheet could run gets an apostrophe in front",
    arguments: [
      ("=1+1", true), ("+1", true), ("-1", true), ("@SUM(A1)", true), ("\t=1", true), ("\r=1", true),
      ("\t", true),
      (" =1+1", true), ("   @x", true), ("\u{A0}=1", true), ("\n=1", true), ("\u{3000}=1", true),
      ("\u{200B}=1", true), ("\u{FEFF}=1", true), ("\u{202E}=1", true),
      ("＝1", true), ("＋1", true), ("－1", true), ("＠x", true), (" ＝1", true), ("﹦1", true), ("−1", true),
      ("=", true), ("=cmd|' /C calc'!A0", true), ("-", true),
      ("", false), (" ", false), ("1+1", false), ("a=1", false), ("'=1", false), ("\"=1", false),
      ("é", false),
      ("two warehouses - or three", false), ("(=1)", false), ("1-1", false),
    ])
  func formulas(cell: String, isGuarded: Bool) {
    let plain = cell.replacing("\"", with: "\"\"")
    #expect(csv([[cell]]) == "\"" + (isGuarded ? "'" : "") + plain + "\"\r\n")
  }

  @Test("Rows are those of RFC 4180: cells in quotation marks, doubled inside, CRLF at the end of a row")
  func rows() {
    #expect(csv([]) == "")
    #expect(csv([["a", "b, \"c\""], ["d\ne;f", ""]]) == "\"a\",\"b, \"\"c\"\"\"\r\n\"d\ne;f\",\"\"\r\n")
  }

  @Test("Every contradiction has a cell for every column, whatever it has")
  func cells() {
    var item = aContradiction()
    #expect(contradictionCells(item).count == contradictionColumns.count)
    item.turn = ["ana", "ben"]
    item.desk = "main"
    item.note = "=1"
    #expect(contradictionCells(item)[12] == "ana ben")
    item.passages = []
    #expect(contradictionCells(item).count == contradictionColumns.count)
    item.passages = aContradiction().passages + aContradiction().passages
    #expect(
      contradictionCells(item).contains("nobody touched it / the pump was serviced / nobody touched it"))
  }
}
