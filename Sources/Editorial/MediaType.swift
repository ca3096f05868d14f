/// Kinds of files that stories come in.
public enum MediaType {
  public static let text = "text/plain"
  public static let markdown = "text/markdown"
  public static let html = "text/html"
  public static let json = "application/json"
  public static let odt = "application/vnd.oasis.opendocument.text"
  public static let docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

  /// What a file's name says that it is; nil for an ending that no story has.
  public static func of(fileNamed name: String) -> String? {
    switch name.split(separator: ".", omittingEmptySubsequences: false).last?.lowercased() {
    case "txt", "text": text
    case "md", "markdown": markdown
    case "html", "htm", "xhtml": html
    case "json": json
    case "odt": odt
    case "docx": docx
    default: nil
    }
  }
}
