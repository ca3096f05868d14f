import ArgumentParser
import FoundationEssentials
import Glibc
import TextAnalysis

/// When to colour.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument, Sendable {
  case auto, always, never
}

/// What standard output and standard error are, asked once. Each stream decides about colour by itself.
enum Terminal {
  static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// The layout for standard output.
  static func layout(colour choice: ColourChoice) -> Layout {
    layout(descriptor: STDOUT_FILENO, colour: choice, environment: environment)
  }

  static func layout(
    descriptor: Int32, colour choice: ColourChoice, environment: [String: String]
  ) -> Layout {
    let isTerminal = isatty(descriptor) == 1
    return Layout(
      width: width(descriptor: descriptor, environment: environment),
      colour: colours(choice, isTerminal: isTerminal, environment: environment),
      unicode: speaksUTF8(environment),
      piped: !isTerminal && environment["STET_FORCE_TTY"] != "1", today: today())
  }

  static func colours(_ choice: ColourChoice, isTerminal: Bool, environment: [String: String]) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto: isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }
  }

  /// `COLUMNS`, else what the terminal says, else 80; never below 40, where no table can be laid out.
  static func width(descriptor: Int32, environment: [String: String]) -> Int {
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 {
      return min(max(columns, 40), 500)
    }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return max(Int(size.ws_col), 40)
  }

  /// Whether the locale's character set is UTF-8, as POSIX looks it up.
  static func speaksUTF8(_ environment: [String: String]) -> Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let spelling = locale.lowercased()
    return spelling.contains("utf-8") || spelling.contains("utf8")
  }

  /// Whether to say what could be done next: on a terminal, unless `STET_HINTS=off`; always with `on`.
  static func showsHints(_ environment: [String: String]) -> Bool {
    switch environment["STET_HINTS"] {
    case "on": true
    case "off": false
    default: isatty(STDERR_FILENO) == 1
    }
  }

  /// Today's civil day in UTC.
  static func today() -> CivilDate? {
    let seconds = Int(time(nil))
    return CivilDate(dayNumber: seconds >= 0 ? seconds / 86_400 : 0)
  }

  static func out(_ text: String) { write(text, to: STDOUT_FILENO) }
  static func err(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Writes everything, unbuffered; a reader that has gone away ends the writing without a word. Any other
  /// failure on standard output ends the process: half an answer must not pass for a whole one.
  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[written...])
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count > 0 {
          written += count
          continue
        }
        switch errno {
        case EINTR: continue
        case EAGAIN:
          var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&ready, 1, -1)
        case EPIPE: return
        default:
          guard descriptor == STDOUT_FILENO else { return }
          err("Standard output cannot be written: \(String(cString: strerror(errno))).\n")
          exit(ExitStatus.internal)
        }
      }
    }
  }
}
