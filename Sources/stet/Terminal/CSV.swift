/// Rows as CSV (RFC 4180): every cell in quotation marks, CRLF after each row.
///
/// Spreadsheets run a cell that begins like a formula. Such a cell gets an apostrophe in front, which they show or hide
/// and never run.
func csv(_ rows: [[String]]) -> String {
  rows.map { row in
    row.map { "\"" + harmless($0).replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
  }.joined()
}

/// The cell with an apostrophe where it could be taken for a formula: by its first character, or by the first one behind
/// what spreadsheets skip.
private func harmless(_ cell: String) -> String {
  for scalar in cell.unicodeScalars {
    switch scalar.value {
    case 0x09, 0x0D: return "'" + cell
    // = + - @, as they are, in full width, and small.
    case 0x3D, 0x2B, 0x2D, 0x40, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 0xFE66, 0xFE62, 0xFE63, 0xFE6B:
      return "'" + cell
    // The minus sign.
    case 0x2212: return "'" + cell
    default:
      guard isSkipped(scalar) else { return cell }
    }
  }
  return cell
}

private func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
  default: scalar.properties.isWhitespace
  }
}
