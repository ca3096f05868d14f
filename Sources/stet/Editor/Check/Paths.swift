import Glibc

/// A file as those see it who start from the working folder: relative, without dots, where it is below that
/// folder, else absolute. A `..` behind a link is the folder around what the link leads to; behind a name that is
/// not there it takes the name away.
///
/// - Parameters:
///   - file: as it was named; standard input has no path and keeps its dash.
///   - here: the working folder, absolute.
func pathFromHere(_ file: String, here: String) -> String {
  if file == "-" { return file }
  var parts: [Substring] = file.hasPrefix("/") ? [] : here.split(separator: "/")
  for part in file.split(separator: "/") where part != "." {
    if part != ".." {
      parts.append(part)
    } else if let above = resolved("/" + parts.joined(separator: "/") + "/..") {
      parts = above.split(separator: "/")
    } else {
      _ = parts.popLast()
    }
  }
  let above = here.split(separator: "/")
  guard parts.starts(with: above), parts.count > above.count else {
    return "/" + parts.joined(separator: "/")
  }
  let path = parts.dropFirst(above.count).joined(separator: "/")
  // The dash alone is standard input.
  return path == "-" ? "./-" : path
}

/// The path without links and dots; nil when nothing is there.
func resolved(_ path: String) -> String? {
  guard let found = realpath(path, nil) else { return nil }
  defer { free(found) }
  return String(cString: found)
}

/// `a/b` and `c` of `a/b/c`; the working folder where none is named.
func folderAndName(of path: String) -> (folder: String, name: String) {
  guard let slash = path.lastIndex(of: "/") else { return (".", path) }
  return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
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
