/// A harness with a fault in it, which run.sh expects to be found: negative control. After a "§7" a span lies
/// one byte off.
@_cdecl("LLVMFuzzerTestOneInput")
public func findThePlantedFault(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let draft = try? Manuscript(bytes: bytes) else { return 0 }
  let text = Array(draft.text.utf8)
  for i in text.indices.dropLast(2) where text[i] == 0xC2 {
    if text[i + 1] == 0xA7, text[i + 2] == 0x37 { mustBeWhole(Span(i + 1, i + 2), in: text) }
  }
  return 0
}
