/// What matters of a page, a feed or a file, for comparing.
public struct PageText: Hashable, Sendable {
  public enum Kind: String, Sendable {
    /// Lines of text.
    case page
    /// A line for each entry: what identifies it, a tab, and its title.
    case feed
    /// Neither: its SHA-256.
    case file
  }

  public let kind: Kind
  public let lines: [String]

  public init(kind: Kind, lines: [String]) {
    self.kind = kind
    self.lines = lines
  }

  /// - Parameter mediaType: what the answer says that it is, with its parameters; may be wrong or empty.
  public init(_ body: [UInt8], mediaType: String) {
    let type = mediaType.lowercased()
    let name = String(type.prefix { $0 != ";" && $0 != " " })
    let beginning = String(decoding: body.prefix(2_000), as: UTF8.self).lowercased()
    let isMarkup = ["text/html", "application/xhtml+xml"].contains(name) || beginning.contains("<html")
    if !isMarkup, ["<rss", "<feed", "<rdf:rdf"].contains(where: beginning.contains) {
      self.init(kind: .feed, lines: bounded(feedLines(markupTokens(decoded(body, type)))))
    } else if isMarkup || name.hasSuffix("xml") {
      self.init(kind: .page, lines: bounded(pageLines(markupTokens(decoded(body, type)))))
    } else if name.hasPrefix("text/") || name.hasSuffix("json") {
      self.init(
        kind: .page,
        lines: bounded(decoded(body, type).split(whereSeparator: \.isNewline).compactMap { plainLine($0) }))
    } else {
      self.init(kind: .file, lines: [hexadecimal(sha256(body))])
    }
  }
}

/// The most of a page that is kept and compared, in bytes.
private let mostText = 400_000

private func bounded(_ lines: [String]) -> [String] {
  var left = mostText
  return lines.prefix { line in
    left -= line.utf8.count + 1
    return left >= 0
  }
}

/// The text of bytes: UTF-8 unless something says otherwise or they are none; then Latin 1. What no database holds is
/// left out.
private func decoded(_ body: [UInt8], _ mediaType: String) -> String {
  let says = mediaType + String(decoding: body.prefix(1_000), as: UTF8.self).lowercased()
  let isLatin = [
    "charset=iso-8859-1", "charset=\"iso-8859-1", "charset=windows-1252", "charset=\"windows-1252",
  ]
  .contains(where: says.contains)
  let text: String
  if !isLatin, let utf8 = String(validating: body, as: UTF8.self) {
    text = utf8
  } else {
    text = String(String.UnicodeScalarView(body.map { Unicode.Scalar($0) }))
  }
  return text.unicodeScalars.contains("\0") ? text.filter { $0 != "\0" } : text
}

private let blocks: Set<String> = Set(
  """
  address article aside blockquote br caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header
  hr li main nav ol option p pre section table tbody td tfoot th thead title tr ul
  """.split(whereSeparator: \.isWhitespace).map(String.init))

/// What stands around the text, and what never shows.
private let furniture: Set<String> = ["nav", "footer", "aside", "button", "select", "datalist", "menu"]
private let hidden: Set<String> = [
  "script", "style", "noscript", "template", "svg", "iframe", "object", "head",
]

/// The lines of an HTML page: of its `main` if it has one, without navigation, scripts and changing furniture. A page
/// that is nothing but furniture is read whole.
private func pageLines(_ tokens: [MarkupToken]) -> [String] {
  let whole = lines(tokens, without: hidden.union(furniture))
  if whole.main.isEmpty, whole.all.isEmpty { return lines(tokens, without: hidden).all }
  return whole.main.isEmpty ? whole.all : whole.main
}

private func lines(_ tokens: [MarkupToken], without left: Set<String>) -> (all: [String], main: [String]) {
  var all: [String] = []
  var main: [String] = []
  var line = ""
  var skipping: (name: String, depth: Int)?
  var mains = 0
  func end() {
    if let plain = plainLine(line[...]) {
      all.append(plain)
      if mains > 0 { main.append(plain) }
    }
    line = ""
  }
  for token in tokens {
    switch token {
    case .text(let text): if skipping == nil { line += text }
    case .open(let name, _):
      if let inside = skipping {
        // A head that is never closed ends where the body begins.
        if name == "body" { skipping = nil } else if name == inside.name { skipping?.depth += 1 }
        continue
      }
      if blocks.contains(name) { end() }
      if left.contains(name) { skipping = (name, 1) }
      if name == "main" { mains += 1 }
    case .close(let name):
      if let inside = skipping {
        if name == inside.name { skipping = inside.depth > 1 ? (name, inside.depth - 1) : nil }
        continue
      }
      if blocks.contains(name) { end() }
      if name == "main" { mains = max(0, mains - 1) }
    }
  }
  end()
  return (all, main)
}

/// A line with single spaces; nil when nothing is left, or only what changes at every rendering.
private func plainLine(_ text: Substring) -> String? {
  let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
  guard !words.isEmpty, !isFurniture(words) else { return nil }
  return words.joined(separator: " ")
}

/// Whether a line says only when the page was made, or counts its readers.
func isFurniture(_ words: [String]) -> Bool {
  guard words.count <= 14 else { return false }
  let plain = words.map { word in
    let kept = word.lowercased().filter { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "©" }
    return kept.hasSuffix(":") ? String(kept.dropLast()) : kept
  }.filter { !$0.isEmpty }
  let line = plain.joined(separator: " ")
  if renderings.contains(where: { line == $0 || line.hasPrefix($0 + " ") }) { return true }
  guard plain.contains(where: { $0.contains(where: \.isNumber) }), plain.count <= 6 else { return false }
  // "12 minutes ago", "Updated 3 hours ago"; "1,234 views", "Shares: 12"; "14:32:07", but not the hour of a hearing.
  if plain.last == "ago" { return plain.count <= 3 || ["posted", "published", "updated"].contains(plain[0]) }
  if plain.count <= 3, plain.contains(where: counters.contains) { return true }
  return plain.count == 1 && line.split(separator: ":").count == 3
    && line.allSatisfy { $0.isNumber || $0 == ":" }
}

private let renderings = """
  ©
  copyright
  current time
  data as of
  generated at
  generated by
  generated on
  last refreshed
  last updated
  page generated
  page last updated
  page rendered
  printed on
  rendered in
  retrieved on
  server time
  session expires
  this page was generated
  this page was last updated
  today is
  visitor number
  you are visitor
  """.split(separator: "\n").map(String.init)

private let counters: Set<String> = Set(
  "comments downloads hits likes online readers reads shares views visitors visits".split(separator: " ").map(
    String.init))

/// An entry each, by its id, else its link, and when it was updated; the title is what people read.
private func feedLines(_ tokens: [MarkupToken]) -> [String] {
  var lines: [String] = []
  var entry: [String: String]?
  var field: String?
  for token in tokens {
    switch token {
    case .open(let name, let attributes):
      if name == "item" || name == "entry" {
        entry = [:]
      } else if entry != nil, let known = feedFields[name], field == nil {
        field = known
        if known == "link", entry?["link"] == nil, let target = attribute("href", in: attributes) {
          entry?["link"] = target
        }
      }
    case .text(let text):
      if let field, entry != nil { entry?[field, default: ""] += text }
    case .close(let name):
      if feedFields[name] == field { field = nil }
      if name == "item" || name == "entry", let done = entry {
        let plain = done.mapValues { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        let title = plain["title"] ?? ""
        let identity = [plain["id"] ?? plain["link"] ?? title, plain["updated"] ?? ""].joined(separator: " ")
        lines.append("\(identity)\t\(title)")
        entry = nil
        field = nil
      }
    }
  }
  return lines
}

private let feedFields = [
  "id": "id", "guid": "id", "link": "link", "title": "title", "updated": "updated", "pubdate": "updated",
  "date": "updated",
]
