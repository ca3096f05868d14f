/// What a command ends with, after sysexits.h; `Docs/CLI.md` has the table.
enum ExitStatus {
  /// A checking command found something.
  static let found: Int32 = 1
  static let usage: Int32 = 64
  static let unreadable: Int32 = 65
  static let missing: Int32 = 66
  static let unavailable: Int32 = 69
  static let `internal`: Int32 = 70
  static let conflict: Int32 = 73
  /// Outdated, busy, or the outcome is unknown: the message says which.
  static let tryAgain: Int32 = 75
  static let notAllowed: Int32 = 77
  static let configuration: Int32 = 78
  static let interrupted: Int32 = 130
}
