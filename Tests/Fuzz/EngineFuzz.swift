/// In any text that can be read, whatever is found lies inside of it.
@_cdecl("LLVMFuzzerTestOneInput")
public func findAnything(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // Mended first: nearly all mutated bytes are no UTF-8, and would only be refused.
  let mended = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  guard let draft = try? Manuscript(bytes: Array(mended.utf8)) else { return 0 }
  let text = Array(draft.text.utf8)
  let dateline = CivilDate("2024-07-13") ?? .latest
  for claim in findClaims(in: draft, dateline: dateline) {
    for span in [claim.sentence, claim.quote, claim.trigger] { mustBeWhole(span, in: text) }
    precondition(claim.sentence.contains(claim.quote) && claim.quote.contains(claim.trigger), claim.rule)
  }
  let collisions =
    findContradictions(in: draft, dateline: dateline)
    + draft.contradictions.map { readContradiction($0, in: draft) }
  for side in collisions.flatMap(\.sides) {
    for span in [side.span, side.says, side.sentence].compactMap({ $0 }) { mustBeWhole(span, in: text) }
  }
  var last = 0
  for time in findTimes(in: draft.text, written: WritingTime(day: dateline, minute: nil)) {
    mustBeWhole(time.span, in: text)
    precondition(time.span.start >= last, "times overlap")
    last = time.span.end
  }
  return 0
}
