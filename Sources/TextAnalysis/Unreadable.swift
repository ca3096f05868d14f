/// Why bytes are no text, and where.
public struct Unreadable: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// Nothing, or nothing but white space.
    case empty
    /// More than `limit` bytes.
    case tooLong(limit: Int)
    /// `byte` cannot stand where it stands in UTF-8.
    case notUTF8(byte: UInt8)
    /// A zero byte, which no text has.
    case nul
    /// Another kind of file, by its first bytes: "a PDF file", "a Word document", as a noun with its article.
    case binary(kind: String)
    /// A section by this name already began on `firstLine`.
    case twoSections(name: String, firstLine: Int)
    /// Front matter was opened by `---` and never closed.
    case unclosedFrontMatter
  }

  public let reason: Reason
  /// Bytes from 0 into what came in, a byte order mark included.
  public let offset: Int
  /// From 1. CR, LF and CRLF end lines.
  public let line: Int
  /// From 1, in characters (code points); a byte order mark is none.
  public let column: Int
  /// The line around the place for display, cut to about 60 characters, what cannot be shown as `?`. Nil
  /// where there is nothing to show.
  public let excerpt: String?
  /// Display cells in `excerpt` before the place.
  public let caret: Int?
}
