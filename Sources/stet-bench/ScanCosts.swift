import TextAnalysis

/// What a byte of a text of awkward shape costs beside a byte of prose.
struct CostLine: Encodable {
  let bench = "scan"
  let shape: String
  let bytes: Int
  let nanosecondsPerByte: Double
  let ratioToProse: Double
}

/// Whether the cost grows with the length alone: each text against 64 KiB of prose.
func costs(_ texts: ScanTexts, _ report: (CostLine) throws -> Void) throws {
  let limit = Manuscript.sizeLimit
  let shapes: [(String, [UInt8])] = [
    ("64 KiB of prose", texts.prose(65_536)),
    ("1 MiB of prose", texts.prose(limit)),
    ("1 MiB in one paragraph", texts.oneParagraph(limit)),
    ("1 MiB without a stop", texts.withoutStops(limit)),
    ("100,000 dates", Array(String(repeating: "May 2024, ", count: 100_000).utf8)),
    ("100,000 open quotation marks", Array(("Words " + String(repeating: "\u{201C}", count: 100_000)).utf8)),
  ]
  let dateline = CivilDate("2024-07-13") ?? .latest
  var prose: Double?
  for (shape, bytes) in shapes {
    let cost = try perByte(ScanDocument(bytes: bytes, dateline: dateline))
    try report(
      CostLine(
        shape: shape, bytes: bytes.count, nanosecondsPerByte: rounded(cost),
        ratioToProse: rounded(cost / (prose ?? cost))))
    prose = prose ?? cost
  }
}

/// Nanoseconds for each byte. What takes seconds is not repeated as often.
private func perByte(_ document: ScanDocument) throws -> Double {
  let clock = ContinuousClock()
  let begin = clock.now
  var best = Duration.seconds(1 << 40)
  for _ in 0..<5 where clock.now - begin < .seconds(10) {
    let start = clock.now
    guard try findEverything(in: document) >= 0 else { continue }
    best = min(best, clock.now - start)
  }
  return seconds(best) * 1e9 / Double(document.bytes.count)
}
