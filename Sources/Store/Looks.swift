import Editorial
import Postgres
import TextAnalysis

/// One request of a look, with its host kept free for it.
public struct LookStep: Sendable {
  /// What is asked for: the page, or first the robots.txt that speaks for it.
  public enum Purpose: Sendable, Hashable { case page, robots }

  public let pageID: Int64
  public let purpose: Purpose
  public let address: WebAddress
  /// What the last answer from this address may be compared by.
  public let entityTag: String?
  public let lastModified: String?
  /// Scheme, host and port of the page.
  let origin: String
  let hops: Int
}

/// Seconds after which a host may be asked again, and after which a request counts as lost with whoever made it.
private let (secondsBetweenRequests, secondsOfARequest) = (10, 60)
/// Seconds for which a robots.txt is believed, and after which one that could not be read is asked for again.
private let (secondsOfRules, secondsWithoutRules) = (86_400, 3_600)

extension Newsroom {
  /// The database's clock, RFC 3339, UTC.
  public func instant() async throws -> String {
    try await read { tx in try tx.instant() }
  }

  /// The next request that is due and whose host is free, which is then kept for it; nil when there is none.
  ///
  /// A request that is never finished is due again once its time is up.
  ///
  /// - Parameters:
  ///   - now: RFC 3339.
  ///   - jitter: as in `secondsUntilNextLook`.
  public func beginLook(at now: String, jitter: Double) async throws -> LookStep? {
    try await write { tx in
      // One page of each host: others of the same host could not be asked now anyway.
      let due = try tx.run(
        """
        select distinct on (p.host) p.id, p.url, p.led_to, p.hops, p.validated_url, p.etag, p.last_modified
        from watched_pages p
        where p.next_look <= \(now)::timestamptz and exists (select from watches_at_work w where w.page_id = p.id)
          and not exists (
            select from asked_hosts h
            where h.host = p.host and (h.busy_until > \(now)::timestamptz or h.free_from > \(now)::timestamptz))
        order by p.host, p.next_look, p.id
        """)
      for row in due {
        let id = try row.column("id", as: Int64.self)
        let url = try row.column("led_to", as: String?.self) ?? row.column("url", as: String.self)
        guard let address = try? WebAddress(url) else { continue }
        switch try tx.robots(for: address, at: now) {
        case .forbidding(let why):
          try tx.fail(id, why, retryAfter: nil, at: now, jitter: jitter)
        case .unread(let robots, let hops):
          guard try tx.take(robots.host, at: now) else { continue }
          return LookStep(
            pageID: id, purpose: .robots, address: robots, entityTag: nil, lastModified: nil,
            origin: address.origin, hops: hops)
        case .allowing:
          guard try tx.take(address.host, at: now) else { continue }
          let isSame = try row.column("validated_url", as: String?.self) == address.description
          return LookStep(
            pageID: id, purpose: .page, address: address,
            entityTag: isSame ? try row.column("etag") : nil,
            lastModified: isSame ? try row.column("last_modified") : nil, origin: address.origin,
            hops: try row.column("hops"))
        }
      }
      return nil
    }
  }

  /// Records what a request came to, in one transaction, and frees its host. A change is a finding for whoever watches;
  /// it closes nothing.
  public func finishLook(_ step: LookStep, _ asked: Asked, at now: String, jitter: Double) async throws {
    // Reading a long page takes a while: not while anything is locked.
    let page = lookOutcome(of: asked, at: step.address, hops: step.hops, now: now)
    let robots = robotsOutcome(of: asked, at: step.address, hops: step.hops, now: now)
    try await write { tx in
      try tx.run("select from watched_pages where id = \(step.pageID) for no key update")
      switch step.purpose {
      case .robots: try tx.record(robots, step, at: now, jitter: jitter)
      case .page: try tx.record(page, step, asked, at: now, jitter: jitter)
      }
      try tx.run("update asked_hosts set busy_until = null where host = \(step.address.host)")
    }
  }
}

private enum RobotsSay {
  case allowing
  case forbidding(String)
  /// It has to be asked for, there; so often it has led on already.
  case unread(WebAddress, hops: Int)
}

extension Transaction {
  func instant() throws -> String {
    guard let now = try first("select rfc3339(now())", as: String.self) else {
      throw DatabaseError.decoding("the database has no clock")
    }
    return now
  }

  fileprivate func robots(for address: WebAddress, at now: String) throws -> RobotsSay {
    let row = try first(
      """
      select rules, problem, led_to, hops, good_until > \(now)::timestamptz from robots_rules
      where origin = \(address.origin)
      """, as: (String?, String?, String?, Int, Bool).self)
    guard let (rules, problem, ledTo, hops, isGood) = row, isGood || ledTo != nil else {
      return .unread(address.robots, hops: 0)
    }
    if let ledTo { return .unread(try addressOfOurs(ledTo), hops: hops) }
    guard let rules else {
      return .forbidding(problem ?? "its robots.txt cannot be read")
    }
    return Robots(rules).allows(address.target)
      ? .allowing : .forbidding("the robots.txt of \(address.host) asks not to be looked at")
  }

  private func addressOfOurs(_ url: String) throws -> WebAddress {
    guard let address = try? WebAddress(url) else {
      throw DatabaseError.decoding("an address cannot be read")
    }
    return address
  }

  /// Keeps a host for one request; false when it is busy, or was asked a moment ago.
  fileprivate func take(_ host: String, at now: String) throws -> Bool {
    try run(
      "insert into asked_hosts (host, free_from) values (\(host), \(now)::timestamptz) on conflict do nothing"
    )
    let free = try first(
      """
      select host from asked_hosts
      where host = \(host) and free_from <= \(now)::timestamptz and coalesce(busy_until, '-infinity') <= \(now)::timestamptz
      for update skip locked
      """, as: String.self)
    guard free != nil else { return false }
    try run(
      """
      update asked_hosts set busy_until = \(now)::timestamptz + make_interval(secs => \(secondsOfARequest)),
        free_from = \(now)::timestamptz + make_interval(secs => \(secondsBetweenRequests))
      where host = \(host)
      """)
    return true
  }

  fileprivate func record(_ outcome: RobotsOutcome, _ step: LookStep, at now: String, jitter: Double) throws {
    var rules: String?
    var problem: String?
    var ledTo: String?
    var seconds = secondsOfRules
    switch outcome {
    case .led(let address): ledTo = address.description
    case .rules(let text): rules = text
    case .unknown(let why, let retryAfter):
      problem = why
      seconds = max(secondsWithoutRules, min(retryAfter ?? 0, secondsOfRules * 30))
      try fail(step.pageID, why, retryAfter: retryAfter, at: now, jitter: jitter)
    }
    try run(
      """
      insert into robots_rules (origin, rules, problem, led_to, hops, good_until)
      values (\(step.origin), \(rules), \(problem), \(ledTo), \(ledTo == nil ? 0 : step.hops + 1),
        \(now)::timestamptz + make_interval(secs => \(seconds)))
      on conflict (origin) do update set rules = excluded.rules, problem = excluded.problem,
        led_to = excluded.led_to, hops = excluded.hops, good_until = excluded.good_until
      """)
  }

  fileprivate func record(
    _ outcome: LookOutcome, _ step: LookStep, _ asked: Asked, at now: String, jitter: Double
  ) throws {
    switch outcome {
    case .led(let address):
      try run(
        """
        update watched_pages set led_to = \(address.description), hops = \(step.hops + 1), host = \(address.host)
        where id = \(step.pageID)
        """)
    case .failed(let why, let retryAfter):
      try fail(step.pageID, why, retryAfter: retryAfter, at: now, jitter: jitter)
    case .unchanged: try succeed(step.pageID, at: now, jitter: jitter)
    case .read(let text):
      try recordChange(step.pageID, to: text, at: now)
      guard case .answered(let answer) = asked else { return }
      try run(
        """
        update watched_pages set kind = \(text.kind.rawValue), lines = \(text.lines),
          validated_url = \(step.address.description), etag = \(answer.entityTag),
          last_modified = \(answer.lastModified)
        where id = \(step.pageID)
        """)
      try succeed(step.pageID, at: now, jitter: jitter)
    }
  }

  fileprivate func fail(_ page: Int64, _ why: String, retryAfter: Int?, at now: String, jitter: Double) throws
  {
    let failures = try first("select failures from watched_pages where id = \(page)", as: Int.self) ?? 0
    try look(
      page, "problem = \(why), failures = least(failures + 1, 1000)",
      again: secondsUntilNextLook(
        every: try interval(of: page), failures: failures + 1, retryAfter: retryAfter, jitter: jitter),
      at: now)
  }

  private func succeed(_ page: Int64, at now: String, jitter: Double) throws {
    try look(
      page, "problem = null, failures = 0, last_success = \(now)::timestamptz",
      again: secondsUntilNextLook(
        every: try interval(of: page), failures: 0, retryAfter: nil, jitter: jitter),
      at: now)
  }

  /// The end of a look: the next one begins at the page's own address.
  private func look(_ page: Int64, _ columns: SQL, again seconds: Int, at now: String) throws {
    guard let url = try first("select url from watched_pages where id = \(page)", as: String.self) else {
      return
    }
    try run(
      """
      update watched_pages set \(sql: columns), led_to = null, hops = 0, host = \(try addressOfOurs(url).host),
        last_look = \(now)::timestamptz, next_look = \(now)::timestamptz + make_interval(secs => \(seconds))
      where id = \(page)
      """)
  }

  /// Minutes: as often as the most eager watch wants.
  private func interval(of page: Int64) throws -> Int {
    try first(
      "select coalesce(min(every_minutes), 10080) from watches_at_work where page_id = \(page)", as: Int.self)
      ?? minutesBetweenLooks.upperBound
  }

  private func recordChange(_ page: Int64, to text: PageText, at now: String) throws {
    let row = try first(
      "select url, kind, lines, rfc3339(last_success) from watched_pages where id = \(page) and kind is not null",
      as: (String, String, [String], String).self)
    guard let (url, kind, lines, since) = row, let known = PageText.Kind(rawValue: kind),
      let words = changedWords(from: PageText(kind: known, lines: lines), to: text)
    else { return }
    try run(
      """
      insert into page_changes (page_id, since, seen_at, kinds, words)
      values (\(page), \(since)::timestamptz, \(now)::timestamptz, \(words.map(\.kind.rawValue)), \(words.map(\.words)))
      """)
    let watches = try all(
      "select id, draft_id, matter_id from watches_at_work where page_id = \(page) order by draft_id, matter_id, id",
      as: (Int64, Int64?, Int64?).self)
    for (id, draft, matter) in watches {
      try journal(
        try chain(draft: draft, matter: matter), by: .system(part: "watch"), "page-changed",
        says: "W\(id): the page \(url) has changed since \(since). That settles nothing.",
        facts: ["watch": "W\(id)", "since": since], event: "page-changed")
    }
  }
}
