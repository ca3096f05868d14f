import Testing
import TextAnalysis

@testable import stet_bench

private let harbour = Story(
  id: "harbour", published: "2024-07-13",
  body:
    "Café owners met on Friday. The company plans to appeal the ruling. The trial is set for July 22, 2024.")
private let bridge = Story(
  id: "bridge", published: "2024-07-14",
  body: "Rain fell. While the company claimed that the bridge was safe, two engineers argued that it was not."
)

@Suite("Predictions")
struct PredictTests {
  private func predicted(_ task: PredictionTask, _ line: String) throws -> [String] {
    let stories = [harbour, bridge].map { ($0.id, $0) }
    let text = try predictions(
      of: task, from: Array(line.utf8), stories: Dictionary(uniqueKeysWithValues: stories))
    #expect(text.isEmpty || text.hasSuffix("\n"))
    return text.split(separator: "\n").map(String.init)
  }

  @Test("Claims come one to a sentence, in code points, with the day that the words name")
  func claims() throws {
    let line = #"{"id":"harbour","published":"2024-07-13","headline":"","body":"\#(harbour.body)"}"#
    #expect(
      try predicted(.claims, line) == [
        #"{"due":null,"end":66,"kind":"pending-legal","start":27,"story":"harbour"}"#,
        #"{"due":"2024-07-22","end":102,"kind":"pending-legal","start":67,"story":"harbour"}"#,
      ])
  }

  @Test("A byte order mark counts as a code point of the data")
  func byteOrderMark() throws {
    let body = "\u{FEFF}The company plans to appeal the ruling."
    let claims = try predictClaims(Story(id: "x", published: "2024-07-13", body: body))
    #expect(claims.map { [$0.start, $0.end] } == [[1, 40]])
  }

  @Test("A sentence in which two parties disagree is a dispute, and the row has no second sentence")
  func disputes() throws {
    let line = #"{"id":"bridge","published":"2024-07-14","headline":"","body":"\#(bridge.body)"}"#
    #expect(try predicted(.disputes, line) == [#"{"a":[11,100],"b":null,"story":"bridge","type":"dispute"}"#])
    #expect(try predictDisputes(harbour).isEmpty)
    let two = DisputePrediction(type: "internal", story: "s", a: [0, 4], b: [5, 9])
    #expect(try jsonLine(two) == #"{"a":[0,4],"b":[5,9],"story":"s","type":"internal"}"# + "\n")
  }

  @Test("A pair gets a label, by its stories or by words that stand alone; other rows get none")
  func conflicts() throws {
    let a = #""a":{"story":"harbour","published":"2024-07-13","start":0,"end":26,"text":"x"}"#
    let b = #""b":{"story":null,"published":"2024-07-14","start":0,"end":5,"text":"They met on Sunday."}"#
    let lines = try predicted(.conflicts, #"{"id":"p","type":"conflict",\#(a),\#(b)}"#)
    #expect(lines == [#"{"id":"p","label":0}"#] || lines == [#"{"id":"p","label":1}"#])
    #expect(try predicted(.conflicts, #"{"id":"p","type":"dispute",\#(a),"b":null}"#) == [])
  }

  @Test("Times are read with the day, and the time of day where there is one")
  func times() throws {
    let prediction = TimePrediction(doc: "d", start: 3, end: 9, type: "DATE", value: "2024-07-12")
    #expect(
      try jsonLine(prediction) == #"{"doc":"d","end":9,"start":3,"type":"DATE","value":"2024-07-12"}"# + "\n")
    let day = try #require(CivilDate("1998-03-03"))
    #expect(try writingTime("1998-03-03") == WritingTime(day: day, minute: nil))
    #expect(try writingTime("1998-03-03T14:05") == WritingTime(day: day, minute: 845))
    #expect(try writingTime("1998-03-03T14:05:59") == WritingTime(day: day, minute: 845))
  }

  @Test(
    "A row that cannot be used is refused in one sentence with its line",
    arguments: [
      (PredictionTask.claims, "x", "is no JSON."),
      (.claims, "[]", "is no JSON object."),
      (.claims, #"{"id":"a","published":"2024-07-13"}"#, #"has no "body"."#),
      (.claims, #"{"id":"a","published":"2024-07-13","body":7}"#, #"has a "body" of the wrong kind."#),
      (.disputes, #"{"id":"a","published":"2024-13-01","body":"x"}"#, #"has no day in "published"."#),
      (
        .disputes, #"{"id":"a","published":"2024-07-13","body":" "}"#,
        #"has a "body" that is no draft, at its line 1: empty."#
      ),
      (
        .times, #"{"doc":"a","dct":"2024-07-13T25:00","text":"x"}"#,
        #"has no time of day behind the day in "dct"."#
      ),
      (
        .conflicts,
        #"{"id":"p","type":"conflict","a":{"story":"z","published":"2024-07-13","start":0,"end":1,"text":""},"b":null}"#,
        "has no second sentence."
      ),
      (
        .conflicts,
        #"{"id":"p","type":"conflict","a":{"story":"z","published":"2024-07-13","start":0,"end":1,"text":""},"b":{"story":"z","published":"2024-07-13","start":0,"end":1,"text":""}}"#,
        #"points to the story "z", which no file of stories has."#
      ),
      (
        .conflicts,
        #"{"id":"p","type":"conflict","a":{"story":"bridge","published":"2024-07-13","start":0,"end":999,"text":""},"b":{"story":"bridge","published":"2024-07-13","start":0,"end":1,"text":""}}"#,
        #"points behind the end of the story "bridge"."#
      ),
    ])
  func unusable(task: PredictionTask, line: String, end: String) {
    var refusal = ""
    do {
      try forEachLine(of: Array("\n\(line)\n".utf8), named: "standard input") {
        _ = try predictions(of: task, from: $0, stories: [bridge.id: bridge])
      }
    } catch {
      refusal = "\(error)"
    }
    #expect(refusal == "Line 2 of standard input \(end)")
  }

  @Test(
    "A range of days is written with a slash",
    arguments: [
      ("2024-07-13", "2024-07-13"), ("2025", "2025-01-01/2025-12-31"),
      ("2024-07-13/2024-07-20", "2024-07-13/2024-07-20"),
    ])
  func due(edtf: String, days: String) throws {
    #expect(dueDays(try #require(PartialDate(edtf))) == days)
  }
}
