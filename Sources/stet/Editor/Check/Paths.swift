/// A file as those see it who start from the working folder: relative, without dots, where it is below that folder,
/// else absolute.
///
/// - Parameters:
///   - file: as it was named; standard input has no path and keeps its dash.
///   - here: the working folder, absolute.
func pathFromHere(_ file: String, here: String) -> String {
  if file == "-" { return file }
  var parts: [Substring] = file.hasPrefix("/") ? [] : here.split(separator: "/")
  for part in file.split(separator: "/") where part != "." {
    if part == ".." { _ = parts.popLast() } else { parts.append(part) }
  }
  let above = here.split(separator: "/")
  return parts.starts(with: above) && parts.count > above.count
    ? parts.dropFirst(above.count).joined(separator: "/") : "/" + parts.joined(separator: "/")
}

/// The path as a URI reference (RFC 3986): relative where the path is.
func uri(ofPath path: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      bytes.append(byte)
    default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return (path.hasPrefix("/") ? "file://" : "") + String(decoding: bytes, as: UTF8.self)
}
