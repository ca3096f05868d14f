/// Any bytes are read, or refused with a place inside them.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAnything(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do throws(Unreadable) {
    let draft = try Manuscript(bytes: bytes)
    let text = Array(draft.text.utf8)
    for span in spans(of: draft) { mustBeWhole(span, in: text) }
  } catch {
    precondition(error.offset >= 0 && error.offset <= bytes.count, "refused outside of the bytes")
    precondition(error.line >= 1 && error.column >= 1)
  }
  return 0
}
