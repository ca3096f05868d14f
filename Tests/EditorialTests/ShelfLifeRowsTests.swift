import FoundationEssentials
import Testing
import TextAnalysis

@testable import Editorial

@Suite("Rows of the shelf lives")
struct ShelfLifeRowsTests {
  @Test("Every row of the reference is there, with its days, class and mark")
  func reference() throws {
    guard let text = try tables(whatIsNotChecked: "the rows of the shelf lives") else { return }
    let rows = referenceRows(text)
    #expect(rows.count > 150)
    for row in rows {
      guard let life = Policy.default.shelfLives[row.key] else {
        Issue.record("\(row.key) is missing")
        continue
      }
      #expect(life.mark == row.mark, "\(row.key)")
      if let days = row.days { #expect(life.days == days, "\(row.key)") }
      if let letter = row.class { #expect(life.class.rawValue == letter, "\(row.key)") }
      #expect(life.accused == row.accused, "\(row.key)")
      if !row.then.isEmpty { #expect(life.then == row.then, "\(row.key)") }
    }
    #expect(
      !referenceRows(text + "\n| `never.heard` | A | x | 1 | 2 | y | z | custom |\n").allSatisfy {
        Policy.default.shelfLives[$0.key] != nil
      })
  }

  @Test(
    "What is sure says when it was confirmed and where it says so; what is to be checked was not confirmed")
  func confirmed() {
    for (name, row) in Policy.default.shelfLives {
      #expect(row.mark != nil, "\(name)")
      #expect((row.confirmed != nil) == (row.mark == .sure), "\(name)")
      #expect(row.mark == .custom || row.why.utf8.count > 8, "\(name) has no source")
    }
  }

  @Test("A row of a court takes from the wider one what it does not say")
  func wider() throws {
    let row = try #require(
      Policy.default.shelfLife(of: "appeal.planned", kind: .pendingLegal, court: "us-nm-suppression"))
    #expect(row.name == "planned appeal")
    #expect(row.days == 10)
    #expect(row.counts == .workingDays)
    #expect(row.ask.contains("the defendant or the State"))
    #expect(
      Policy.default.shelfLife(of: "appeal.planned", kind: .pendingLegal, court: "us-zz")
        == Policy.default.shelfLives["appeal.planned"])
    let own = try policy(
      and: "shelfLives:\n  appeal.planned.us-nm-local: {days: 12, why: local rule, confirmed: 2026-02-18}")
    let local = try #require(own.shelfLives["appeal.planned.us-nm-local"])
    #expect(local.days == 12 && local.counts == .forward && local.confirmed == day("2026-02-18"))
  }

  /// A court's period: days, court, anchor, last day.
  @Test(
    "The last day of a period of law is counted as its court counts",
    arguments: [
      ("appeal.planned", "us-nm", "2024-07-12", "2024-08-12"),
      ("appeal.planned", "us-nm", "2024-10-24", "2024-11-25"),
      ("appeal.planned", "us-nm", "2024-07-31", "2024-08-30"),
      ("appeal.planned", "us-nm-suppression", "2024-07-12", "2024-07-26"),
      ("appeal.planned", "us-nm-suppression", "2024-06-28", "2024-07-15"),
      ("appeal.planned", "us-fed-civil", "2024-11-25", "2024-12-26"),
      ("extradition", "ew", "2024-07-01", "2024-08-29"),
    ])
  func lastDay(rule: String, court: String, anchor: String, last: String) {
    let due = Policy.default.due(
      rule: rule, kind: .pendingLegal, expected: nil,
      anchor: Anchor(on: day(anchor), what: "order filed", source: "docket"), dateline: day("2024-07-13"),
      court: court)
    #expect(due.on == day(last).adding(days: 3))
    #expect(due.because.contains("its last day is \(inWords(day(last)))"), "\(due.because)")
  }

  @Test(
    "A last day off moves on or back, a first day counts or not",
    arguments: [
      (Counting.forward, 30, "2024-07-12", "us", "2024-08-12"), (.back, 56, "2024-06-08", "ew", "2024-08-02"),
      (.back, 56, "2024-06-01", "ew", "2024-07-26"), (.firstDay, 14, "2024-07-01", "ew", "2024-07-14"),
      (.everyDay, 14, "2024-07-01", "ew", "2024-07-15"), (.workingDays, 1, "2024-12-24", "ew", "2024-12-27"),
      (.workingDays, 2, "2024-12-31", "us", "2025-01-03"), (.forward, 1, "2021-07-04", "us", "2021-07-06"),
      (.forward, 1, "2022-12-25", "ew", "2022-12-28"), (.everyDay, 0, "2024-07-13", "us", "2024-07-13"),
      (.forward, 3, "2025-04-15", "ew", "2025-04-22"), (.forward, 9, "9999-12-30", "us", "9999-12-31"),
    ] as [(Counting, Int, String, String, String)])
  func counting(way: Counting, days: Int, from: String, court: String, last: String) {
    #expect(way.period(of: days, from: day(from), in: court).last == day(last))
  }

  @Test("What only time could ask about never asks in class C")
  func classC() {
    for (name, row) in Policy.default.shelfLives where row.class == .c {
      let due = Policy.default.due(
        rule: name, kind: .ongoingState, expected: nil, anchor: nil, dateline: day("2024-07-13"))
      #expect(due.on == nil, "\(name)")
    }
  }
}

private struct ReferenceRow {
  let key: String
  let `class`: String?
  let accused: Bool
  let days: Int?
  let then: [Int]
  let mark: Policy.ShelfLife.Mark?
}

/// The rows of the tables in section 2, one for each key in a row's first cell.
private func referenceRows(_ text: String) -> [ReferenceRow] {
  var rows: [ReferenceRow] = []
  for line in text.split(separator: "\n") where line.hasPrefix("| `") {
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
      .map { $0.trimming { $0.isWhitespace } }
    guard cells.count >= 5, let mark = cells.last else { continue }
    let first = cells.count == 8 ? cells[3] : cells[2]
    let then = cells.count == 5 ? "" : cells[cells.count - 4]
    var keys = cells[0].split(separator: "`").map(String.init).filter { $0.contains(where: \.isLetter) }
    if let base = keys.first?.split(separator: ".").dropLast().joined(separator: ".") {
      keys = keys.map { $0.hasPrefix(".") ? base + $0 : $0 }
    }
    let days =
      cells.count == 5
      ? [] : first.split(separator: keys.count == 2 ? "/" : "\u{0}").map { numberIn(String($0)) }
    for (place, key) in keys.enumerated() {
      rows.append(
        ReferenceRow(
          key: key, class: cells.count == 8 ? String(cells[1].prefix(1)) : cells.count == 7 ? "A" : nil,
          accused: cells.count == 8 && cells[1].contains("‡"),
          days: days.count > place ? days[place] : days.first ?? nil,
          then: then.split { !$0.isNumber }.compactMap { Int($0) },
          mark: Policy.ShelfLife.Mark(rawValue: mark)))
    }
  }
  return rows
}

/// "60", "date, else 60", "none -> 180"; nil where only the words can say.
private func numberIn(_ cell: String) -> Int? {
  for sign in ["else ", "none -> "] {
    if let range = cell.firstRange(of: sign) { return Int(cell[range.upperBound...].prefix { $0.isNumber }) }
  }
  return Int(cell.drop { $0 == " " }.prefix { $0.isNumber })
}

extension StringProtocol {
  fileprivate func trimming(_ isOut: (Character) -> Bool) -> String {
    let start = drop { isOut($0) }
    return String(start.reversed().drop { isOut($0) }.reversed())
  }
}

/// The reference; nil, with a line that says so, where there is none.
private func tables(whatIsNotChecked: String) throws -> String? {
  guard let folder = ProcessInfo.processInfo.environment["STET_CORPORA"], !folder.isEmpty else {
    print("STET_CORPORA is not set: \(whatIsNotChecked) were not held against the reference.")
    return nil
  }
  let base = folder.hasPrefix("/") ? folder : "\(FileManager.default.currentDirectoryPath)/\(folder)"
  let text = String(
    decoding: try Data(contentsOf: URL(filePath: "\(base)/reference/newsroom.md")), as: UTF8.self)
  guard let start = text.firstRange(of: "## 2. Shelf lives"),
    let end = text.firstRange(of: "## 3. Situations")
  else { return text }
  return String(text[start.upperBound..<end.lowerBound])
}
