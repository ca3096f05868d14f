import TextAnalysis
import Yams

/// Bytes of a policy without its shelf lives. Rules of sign-off need no more, and YAML is slow to read.
private let longestPolicy = 16_384
/// Bytes with them.
private let longestWithShelfLives = 131_072
/// A hundred years; beyond that a day that is added leaves the calendar.
private let days = 0...36_525
/// A year and a day.
private let hours = 1...8_784

extension Policy {
  /// Reads a policy. Throws a `Refusal` that says in one sentence what is wrong, with its place, and what
  /// there is instead.
  public init(yaml: String) throws {
    guard let root = try readDocument(yaml) else {
      throw Refusal(
        .unreadable, "policy", "The policy is empty: there are keyPoints, reads, publish and more.")
    }
    let top = try root.fields(
      needed: ["keyPoints", "reads", "publish", "override", "settle", "blocking"],
      others: [
        "readers", "survives", "coverage", "reply", "wire", "publishThenRead", "againstLegal", "quietBelow",
        "jurisdiction", "docketMargin", "confirmed", "shelfLives", "kinds",
      ])
    try root.checkLength(without: ["shelfLives", "kinds"])
    keyPoints = try top["keyPoints"]?.number(in: 0...Filing.keyPointLimit) ?? 0
    let (rules, givers) = try readReads(top["reads"], readers: top["readers"])
    (reads, readers) = (rules, givers)
    survives = try top["survives"]?.byRead { field, _ in try readKinds(field) } ?? [:]
    publish = try top["publish"]?.words(Role.self, "role") ?? []
    override = try top["override"]?.words(Role.self, "role") ?? []
    settle = try top["settle"]?.words(Role.self, "role") ?? []
    blocking = try top["blocking"]?.words(ContradictionKind.self, "kind of contradiction") ?? []
    coverage = try top["coverage"]?.flag() ?? false
    replyHours = try top["reply"].flatMap { try $0.fields(needed: ["hours"])["hours"]?.number(in: hours) }
    wire = try top["wire"].flatMap { try readAsked(try $0.fields(needed: ["read"])["read"], givers) }
    publishThenRead = try top["publishThenRead"].flatMap { try readPublishThenRead($0, givers) }
    againstLegal = try top["againstLegal"]?.number(in: 2...20)
    quietBelow = try top["quietBelow"].map(readQuietBelow) ?? Policy.QuietBelow()
    let builtIn = try ShelfLives.builtIn.get()
    docketMargin = try top["docketMargin"]?.number(in: days) ?? builtIn.docketMargin
    let own = try ShelfLives.read(
      rules: top["shelfLives"], kinds: top["kinds"], confirmed: top["confirmed"], over: builtIn.rules)
    let rows = builtIn.rules.merging(own.rules) { $1 }
    shelfLives = rows
    kinds = builtIn.kinds.merging(own.kinds) { $1 }
    jurisdiction = try top["jurisdiction"].map { try readJurisdiction($0, in: rows) }
  }
}

// MARK: The parts of a policy

private struct ShelfLives {
  var docketMargin = 0
  let rules: [String: Policy.ShelfLife]
  let kinds: [String: Policy.ShelfLife]

  static let builtIn = Result {
    let top =
      try readDocument(Policy.shelfLivesYAML)?.fields(
        needed: ["docketMargin", "confirmed", "shelfLives", "kinds"]) ?? [:]
    var lives = try read(
      rules: top["shelfLives"], kinds: top["kinds"], confirmed: top["confirmed"], over: [:])
    lives.docketMargin = try top["docketMargin"]?.number(in: days) ?? 0
    return lives
  }

  /// `confirmed`: the day on which the rows that are sure were last held against their sources. `over`: rows that
  /// those read here may go on from.
  static func read(
    rules: Field?, kinds: Field?, confirmed: Field?, over known: [String: Policy.ShelfLife]
  ) throws -> ShelfLives {
    let confirmed = try confirmed?.day()
    let fields = try rules?.anyFields() ?? [:]
    var rows: [String: Policy.ShelfLife] = [:]
    // A name that others go on from is shorter than they are.
    for name in fields.keys.sorted(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) {
      let wider = widerNames(of: name).lazy.compactMap { rows[$0] ?? known[$0] }.first
      rows[name] = try fields[name].map { try row($0, confirmed, goingOnFrom: wider) }
    }
    return ShelfLives(
      rules: rows,
      kinds: try kinds?.fields(others: ClaimKind.allCases.map(\.rawValue)).mapValues {
        try row($0, confirmed)
      }
        ?? [:])
  }

  private static func row(
    _ field: Field, _ confirmed: CivilDate?, goingOnFrom wider: Policy.ShelfLife? = nil
  ) throws -> Policy.ShelfLife {
    let row = try field.fields(
      needed: wider == nil ? ["name", "why", "ask"] : ["why"],
      others: [
        "name", "ask", "class", "accused", "days", "then", "law", "counts", "from", "look", "mark",
        "confirmed", "spent",
      ])
    let mark = try row["mark"]?.word(Policy.ShelfLife.Mark.self, "mark")
    return Policy.ShelfLife(
      name: try row["name"]?.text() ?? wider?.name ?? "",
      class: try row["class"]?.word(Policy.ShelfLife.Class.self, "class") ?? wider?.class ?? .a,
      accused: try row["accused"]?.flag() ?? wider?.accused ?? false,
      days: try row["days"]?.number(in: days) ?? wider?.days,
      then: try row["then"]?.items().map { try $0.number(in: days) } ?? wider?.then,
      law: try row["law"]?.flag() ?? wider?.law,
      counts: try row["counts"]?.word(Counting.self, "way of counting") ?? wider?.counts ?? .everyDay,
      from: try row["from"]?.text() ?? wider?.from, why: try row["why"]?.text() ?? "",
      ask: try row["ask"]?.text() ?? wider?.ask ?? "", look: try row["look"]?.text() ?? wider?.look,
      mark: mark,
      confirmed: try row["confirmed"]?.day() ?? (mark == .sure ? confirmed : nil),
      spent: try row["spent"].map(readSpentTerms) ?? wider?.spent)
  }
}

private func readReads(
  _ reads: Field?, readers: Field?
) throws -> (rules: [Read: [Policy.ReadRule]], readers: [Read: [Role]]) {
  var roles = try readers?.byRead { field, _ in try field.words(Role.self, "role") } ?? [:]
  let named = Set(roles.keys)
  let rules =
    try reads?.byRead { field, read in
      try field.items(orOne: true).map { item in
        let rule = try item.fields(needed: ["approvals"], others: ["roles", "within", "when"])
        if let own = rule["roles"] {
          guard !named.contains(read), roles[read] == nil else {
            throw own.refusal("Who gives the \(read.rawValue) read is said twice; once is enough.")
          }
          roles[read] = try own.words(Role.self, "role")
        }
        return Policy.ReadRule(
          approvals: try rule["approvals"]?.number(in: 0...20) ?? 0,
          within: try rule["within"]?.number(in: hours), when: try rule["when"].map(readCondition))
      }
    } ?? [:]
  for (read, rules) in rules where rules.contains(where: { $0.approvals > 0 }) {
    guard let field = reads?.field(read.rawValue), roles[read, default: []].isEmpty else { continue }
    throw field.refusal(nobodyGives(read))
  }
  return (rules, roles)
}

private func nobodyGives(_ read: Read) -> String {
  "Nobody can give the \(read.rawValue) read: say who, as in roles: [\(read == .legal ? "legal" : "editor")]."
}

private func readCondition(_ field: Field) throws -> Policy.Condition {
  let parts = try field.fields(others: ["words", "claims", "tags", "accusation", "spent"])
  let words = try parts["words"]?.items().map { item in
    let phrase = try item.text()
    guard !phraseTokens(phrase).isEmpty, !phrase.dropLast().utf8.contains(UInt8(ascii: "*")) else {
      throw item.refusal(
        "“\(shortened(phrase))” is no word to look for: write murder, murder* or held in custody.")
    }
    return phrase
  }
  let condition = Policy.Condition(
    words: words ?? [], claims: try parts["claims"]?.words(ClaimKind.self, "kind of claim") ?? [],
    tags: try parts["tags"].map(readTags) ?? [], accusation: try parts["accusation"]?.flag() ?? false,
    spent: try parts["spent"]?.flag() ?? false)
  guard condition != Policy.Condition() else {
    throw field.refusal(
      "“when” names nothing to look for: there are words, claims, tags, accusation: true and spent: true.")
  }
  return condition
}

private func readTags(_ field: Field) throws -> [String] {
  let tags = try field.items().map { try $0.text() }
  guard !tags.isEmpty, !tags.contains("") else { throw field.refusal("“tags” names no tag.") }
  return tags
}

private func readAsked(_ field: Field?, _ readers: [Read: [Role]]) throws -> Read? {
  guard let field else { return nil }
  let read = try field.word(Read.self, "read")
  guard !readers[read, default: []].isEmpty else { throw field.refusal(nobodyGives(read)) }
  return read
}

private func readPublishThenRead(
  _ field: Field, _ readers: [Read: [Role]]
) throws -> Policy.PublishThenRead? {
  let parts = try field.fields(needed: ["read", "hours", "tags"])
  guard let read = try readAsked(parts["read"], readers), let owed = try parts["hours"]?.number(in: hours),
    let tags = try parts["tags"].map(readTags)
  else { return nil }
  return Policy.PublishThenRead(read: read, hours: owed, tags: tags)
}

private func readQuietBelow(_ field: Field) throws -> Policy.QuietBelow {
  let parts = try field.fields(others: ["percent", "settled"])
  let usual = Policy.QuietBelow()
  return Policy.QuietBelow(
    percent: try parts["percent"]?.number(in: 0...100) ?? usual.percent,
    settled: try parts["settled"]?.number(in: RuleRecord.fewest...10_000) ?? usual.settled)
}

private func readJurisdiction(_ field: Field, in rows: [String: Policy.ShelfLife]) throws -> String {
  let (name, known) = (try field.text(), courts(in: rows))
  guard known.contains(where: { $0 == name || $0.hasPrefix(name + "-") }) else {
    throw field.refusal(
      "No shelf life is of the jurisdiction “\(shortened(name))”: it is spelled as courts are, such as ew, scot, ni or us-nm."
    )
  }
  return name
}

/// Months of more than a life are none that a court passes.
private let months = 0...1_200

private func readSpentTerms(_ field: Field) throws -> SpentTerms {
  let parts = try field.fields(needed: ["custody", "fine"])
  let custody = try parts["custody"]?.items().map { item in
    let term = try item.fields(needed: ["after"], others: ["upTo", "except"])
    return SpentTerms.Custody(
      upTo: try term["upTo"]?.number(in: months), after: try term["after"]?.number(in: months) ?? 0,
      except: try term["except"]?.text())
  }
  let limits = custody?.map { $0.upTo ?? .max } ?? []
  guard limits.last == .max, zip(limits, limits.dropFirst()).allSatisfy(<) else {
    throw field.refusal("“custody” lists shorter lengths first, and last one without “upTo”, for any other.")
  }
  return SpentTerms(custody: custody ?? [], fine: try parts["fine"]?.number(in: months) ?? 0)
}

private func readKinds(_ field: Field) throws -> Set<ChangeKind> {
  let kinds = try field.words(
    ChangeKind.self, "kind of change", allowed: ChangeKind.allCases.filter { !$0.isNeverTrivial })
  if let grave = kinds.first(where: \.isNeverTrivial) {
    throw field.refusal(
      "No policy may let a signature survive another \(grave.rawValue), because it would stand for what nobody signed: "
        + "there are moved, typographic and wording.")
  }
  return Set(kinds)
}

// MARK: A field and its place

func readDocument(_ yaml: String) throws -> Field? {
  guard yaml.utf8.count <= longestWithShelfLives else {
    throw Refusal(
      .unreadable, "policy",
      "The policy is longer than \(longestWithShelfLives) bytes: that is no policy.")
  }
  do throws(YAMLFault) {
    return try composeYAML(yaml).map { Field(name: "the policy", node: $0, yaml: yaml) }
  } catch {
    let (says, offset) =
      switch error {
      case .anchor(let at): ("The policy uses a YAML anchor, which Stet does not read.", at)
      case .notYAML(let reason, let at): ("The policy is not YAML: \(reason).", at)
      }
    throw Refusal(.unreadable, "policy", says, place: TextPlace(of: offset, in: yaml))
  }
}

/// A value in a policy or another text of rules, with its name as people call it.
struct Field {
  let name: String
  let node: Node
  let yaml: String

  func refusal(_ says: String) -> Refusal { refusal(says, at: node) }

  private func refusal(_ says: String, at node: Node) -> Refusal {
    let offset = node.mark.map { markOffset($0, in: yaml) } ?? 0
    return Refusal(.unreadable, "policy", says, place: TextPlace(of: offset, in: yaml))
  }

  private func noSuch(_ what: String, _ word: String, _ known: [String], at node: Node) -> Refusal {
    let meant = nearestWord(to: word, among: known).map { " (did you mean “\($0)”?)" } ?? ""
    return refusal(
      "There is no \(what) “\(shortened(word))”\(meant): there are \(list(known, "and")).", at: node)
  }

  func field(_ name: String) -> Field? { node.mapping?[name].map { Field(name: name, node: $0, yaml: yaml) } }

  /// The fields in it by name, whatever their names.
  func anyFields() throws -> [String: Field] {
    guard let mapping = node.mapping else {
      throw refusal("“\(name)” is a list of fields, each with its name and a colon.")
    }
    var fields: [String: Field] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string else { throw refusal("A field's name is one word.", at: key) }
      fields[name] = Field(name: name, node: value, yaml: yaml)
    }
    return fields
  }

  /// The fields in it with their names, as they are written one after another.
  func fieldsInOrder() throws -> [(name: String, field: Field)] {
    let fields = try anyFields()
    return (node.mapping ?? [:]).compactMap { key, _ in
      key.scalar.flatMap { name in fields[name.string].map { (name.string, $0) } }
    }
  }

  /// The fields in it; those that are needed are there.
  func fields(needed: [String] = [], others: [String] = []) throws -> [String: Field] {
    let fields = try anyFields()
    for (key, _) in node.mapping ?? [:] {
      guard let word = key.scalar?.string, !(needed + others).contains(word) else { continue }
      throw noSuch("field", word, needed + others, at: key)
    }
    for name in needed where fields[name] == nil {
      throw refusal("“\(self.name)” lacks the field “\(name)”.")
    }
    return fields
  }

  func byRead<Value>(_ value: (Field, Read) throws -> Value) throws -> [Read: Value] {
    let fields = try fields(others: Read.allCases.map(\.rawValue))
    var values: [Read: Value] = [:]
    for read in Read.allCases {
      if let field = fields[read.rawValue] { values[read] = try value(field, read) }
    }
    return values
  }

  func number(in range: ClosedRange<Int>) throws -> Int {
    guard let number = node.int else { throw refusal("“\(name)” is a whole number, and \(shown) is none.") }
    guard range.contains(number) else {
      throw refusal("“\(name)” goes from \(range.lowerBound) to \(range.upperBound), and \(number) does not.")
    }
    return number
  }

  func flag() throws -> Bool {
    guard let flag = node.bool else { throw refusal("“\(name)” is true or false, and \(shown) is neither.") }
    return flag
  }

  func text() throws -> String {
    guard let text = node.scalar?.string, node.null == nil, !text.utf8.contains(0) else {
      throw refusal("“\(name)” is a text, and \(shown) is none.")
    }
    return text
  }

  func day() throws -> CivilDate {
    let text = try text()
    guard let day = CivilDate(text) else {
      throw refusal("“\(name)” is a day such as 2026-02-18, and “\(shortened(text))” is none.")
    }
    return day
  }

  func items(orOne: Bool = false) throws -> [Field] {
    guard let sequence = node.sequence else {
      if orOne { return [self] }
      throw refusal("“\(name)” is a list, as in \(name): [one, another].")
    }
    return sequence.map { Field(name: name, node: $0, yaml: yaml) }
  }

  func word<Word: CaseIterable & RawRepresentable<String>>(
    _ type: Word.Type, _ what: String, allowed: [Word]? = nil
  ) throws -> Word {
    let word = try text()
    guard let known = Word(rawValue: word) else {
      throw noSuch(what, word, (allowed ?? Array(Word.allCases)).map(\.rawValue), at: node)
    }
    return known
  }

  func words<Word: CaseIterable & RawRepresentable<String>>(
    _ type: Word.Type, _ what: String, allowed: [Word]? = nil
  ) throws -> [Word] {
    try items().map { try $0.word(type, what, allowed: allowed) }
  }

  /// Refuses what is too long without the parts that may be long.
  func checkLength(without long: [String]) throws {
    guard yaml.utf8.count > longestPolicy, let mapping = node.mapping else { return }
    let starts = mapping.map { key, _ in
      (name: key.scalar?.string, start: key.mark.map { markOffset($0, in: yaml) } ?? 0)
    }
    let ends = starts.dropFirst().map(\.start) + [yaml.utf8.count]
    let taken = zip(starts, ends).reduce(0) { sum, part in
      part.0.name.map(long.contains) == true ? sum + part.1 - part.0.start : sum
    }
    guard yaml.utf8.count - taken > longestPolicy else { return }
    throw refusal("The policy is longer than \(longestPolicy) bytes, its shelf lives not counted.")
  }

  private var shown: String {
    if node.null != nil { return "nothing" }
    return node.scalar.map { "“\(shortened($0.string))”" }
      ?? (node.sequence == nil ? "a list of fields" : "a list")
  }
}
