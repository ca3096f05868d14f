import TextAnalysis

/// What a host answered to one request.
public struct PageAnswer: Hashable, Sendable {
  public let status: Int
  public let location: String?
  public let mediaType: String
  public let encoding: String?
  public let retryAfter: String?
  public let entityTag: String?
  public let lastModified: String?
  public let body: [UInt8]

  public init(
    status: Int, location: String? = nil, mediaType: String = "", encoding: String? = nil,
    retryAfter: String? = nil, entityTag: String? = nil, lastModified: String? = nil, body: [UInt8] = []
  ) {
    self.status = status
    self.location = location
    self.mediaType = mediaType
    self.encoding = encoding
    self.retryAfter = retryAfter
    self.entityTag = entityTag
    self.lastModified = lastModified
    self.body = body
  }
}

/// How one request ended.
public enum Asked: Hashable, Sendable {
  case answered(PageAnswer)
  /// Nothing came back, or nothing was sent; a clause that says why.
  case nothing(String)
}

/// What a look came to.
public enum LookOutcome: Hashable, Sendable {
  /// It goes on elsewhere.
  case led(WebAddress)
  /// As at the look before.
  case unchanged
  case read(PageText)
  /// Nothing was seen; a clause that says why, and the seconds that the host asked to be left alone for.
  case failed(String, retryAfter: Int?)
}

/// The most redirects that one look follows.
public let mostHops = 5

/// What an answer means for the look at a page.
///
/// - Parameters:
///   - hops: how many redirects the look has followed already.
///   - now: RFC 3339, UTC: what a date in `Retry-After` counts from.
public func lookOutcome(of asked: Asked, at address: WebAddress, hops: Int, now: String) -> LookOutcome {
  let answer: PageAnswer
  switch asked {
  case .nothing(let why): return .failed(why, retryAfter: nil)
  case .answered(let given): answer = given
  }
  switch answer.status {
  case 200:
    if let encoding = answer.encoding?.lowercased(), !["", "identity"].contains(encoding) {
      return .failed("the host answers in an encoding that was not asked for", retryAfter: nil)
    }
    return .read(PageText(answer.body, mediaType: answer.mediaType))
  case 304: return .unchanged
  case 301, 302, 303, 307, 308:
    guard hops < mostHops else { return .failed("it leads on more than \(mostHops) times", retryAfter: nil) }
    guard let location = answer.location else { return .failed("it leads on to nowhere", retryAfter: nil) }
    do {
      return .led(try address.leading(to: location))
    } catch {
      return .failed("it leads to an address that is not asked: \(error.says)", retryAfter: nil)
    }
  default:
    return .failed(
      "the host answers \(answer.status)" + (statusWords[answer.status].map { ", \($0)" } ?? ""),
      retryAfter: answer.retryAfter.flatMap { secondsToWait($0, now: now) })
  }
}

private let statusWords = [
  401: "a login is asked for", 403: "not allowed", 404: "no such page", 410: "the page is gone",
  429: "too many requests", 500: "an error of its own", 503: "not now",
]

/// What a robots.txt came to.
public enum RobotsOutcome: Hashable, Sendable {
  case led(WebAddress)
  /// The file; empty where there is none, and everything is allowed (RFC 9309, section 2.3.1.3).
  case rules(String)
  /// Nobody knows what it says: nothing is allowed (section 2.3.1.4).
  case unknown(String, retryAfter: Int?)
}

public func robotsOutcome(of asked: Asked, at address: WebAddress, hops: Int, now: String) -> RobotsOutcome {
  switch asked {
  case .nothing(let why): return .unknown(why, retryAfter: nil)
  case .answered(let answer):
    switch answer.status {
    case 200..<300:
      return .rules(String(decoding: answer.body.prefix(512_000).filter { $0 != 0 }, as: UTF8.self))
    case 300..<400:
      guard hops < mostHops, let location = answer.location else { return .rules("") }
      guard let next = try? address.leading(to: location) else { return .rules("") }
      return .led(next)
    case 429: break
    case 400..<500: return .rules("")
    default: break
    }
    return .unknown(
      "its robots.txt answers \(answer.status), so nothing else is asked for",
      retryAfter: answer.retryAfter.flatMap { secondsToWait($0, now: now) })
  }
}

/// Seconds until a page is looked at again.
///
/// - Parameters:
///   - minutes: how often it is looked at while looks succeed.
///   - failures: how many looks in a row came to nothing. Each doubles the time, up to a week.
///   - retryAfter: seconds that the host asked to be left alone for: never less, up to a year.
///   - jitter: from 0 up to 1, by chance: up to a tenth is added, so that not all ask at once.
public func secondsUntilNextLook(every minutes: Int, failures: Int, retryAfter: Int?, jitter: Double) -> Int {
  let usual = min(max(minutes, 1), 10_080) * 60
  let week = 604_800
  let doubled = (0..<min(max(failures, 0), 20)).reduce(usual) { sum, _ in min(week, sum * 2) }
  let asked = min(max(retryAfter ?? 0, 0), 31_536_000)
  let base = max(doubled, asked)
  return base + Int(Double(base) * 0.1 * min(max(jitter, 0), 1))
}

/// Seconds of a `Retry-After`: a number, or a date such as `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 10.2.3).
/// Nil when it is neither.
public func secondsToWait(_ header: String, now: String) -> Int? {
  let words = header.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
  if words.count == 1, let word = words.first, word.utf8.allSatisfy(isDigit) { return Int(word) ?? Int.max }
  let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  guard words.count == 6, words[5] == "GMT", let day = Int(words[1]),
    let month = months.firstIndex(of: words[2]),
    let year = Int(words[3]), let date = CivilDate(year: year, month: month + 1, day: day),
    let at = secondsOfDay(words[4]), let today = CivilDate(String(now.prefix(10))),
    let clock = secondsOfDay(String(now.dropFirst(11).prefix(8)))
  else { return nil }
  return max(0, today.days(until: date) * 86_400 + at - clock)
}

private func secondsOfDay(_ clock: String) -> Int? {
  let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
  guard parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(isDigit) }),
    let hour = Int(parts[0]), let minute = Int(parts[1]), let second = Int(parts[2]), hour < 24, minute < 60,
    second <= 60
  else { return nil }
  return hour * 3_600 + minute * 60 + second
}
