import Editorial
import Testing
import TextAnalysis

@Suite("The policy")
struct PolicyTests {
  @Test("The built-in one decodes and says what the documents say")
  func builtIn() throws {
    let policy = try Policy(yaml: Policy.defaultYAML)
    #expect(policy == .default)
    #expect(policy.keyPoints == 1)
    #expect(policy.requiredReads.map(\.read) == [.fact])
    #expect(policy.requiredReads.map(\.approvals) == [1])
    #expect(policy.docketMargin == 3)
    #expect(policy.blocks(.internal) && policy.blocks(.archive) && !policy.blocks(.disputed))
  }

  @Test("Each read is given by its own roles", arguments: Read.allCases, Role.allCases)
  func readers(read: Read, role: Role) {
    let may: Set<Role> =
      switch read {
      case .desk: [.editor, .chief]
      case .fact: [.factChecker, .editor, .chief]
      case .legal: [.legal]
      case .standards: [.standards]
      }
    #expect(Policy.default.mayGive(read, [role]) == may.contains(role))
    #expect(!Policy.default.mayGive(read, []))
  }

  @Test("Every rule of the engine has a shelf life of its own or one of its kind")
  func everyRule() {
    #expect(!claimRules.isEmpty)
    for rule in claimRules {
      #expect(Policy.default.shelfLife(of: rule.name, kind: rule.kind) != nil, "\(rule.name)")
    }
    for kind in ClaimKind.allCases {
      #expect(Policy.default.kinds[kind.rawValue] != nil, "\(kind.rawValue)")
    }
  }

  @Test("Every shelf life asks a question and counts forward")
  func everyRow() {
    for (name, life) in Policy.default.shelfLives {
      #expect(life.ask.hasSuffix("?"), "\(name)")
      #expect(!life.name.isEmpty && !life.why.isEmpty, "\(name)")
      #expect(life.days.map { $0 > 0 } ?? true, "\(name)")
      #expect((life.then ?? []).allSatisfy { $0 > 0 } && life.then?.isEmpty == false, "\(name)")
      #expect(life.law != true || life.days != nil, "\(name) is a period of law without days")
    }
    for name in Policy.default.kinds.keys { #expect(ClaimKind(rawValue: name) != nil, "\(name)") }
  }

  @Test("A rule without any shelf life is seen to have none: negative control")
  func control() throws {
    let lines = Policy.defaultYAML.split(separator: "\n", omittingEmptySubsequences: false)
    let poor = try Policy(yaml: lines.filter { !$0.hasPrefix("  pending-legal: {") }.joined(separator: "\n"))
    #expect(poor.shelfLife(of: "unheard.of", kind: .pendingLegal) == nil)
    #expect(poor.shelfLife(of: "appeal.planned", kind: .pendingLegal) != nil)
  }

  @Test(
    "What is no policy is refused",
    arguments: [
      "", "keyPoints: 1", "- a", "keyPoints: [", "keyPoints: many\n", "\u{0}",
    ])
  func broken(yaml: String) throws {
    let refused = try #require(refusal { _ = try Policy(yaml: yaml) })
    #expect(refused.kind == .unreadable)
    #expect(refused.code == "policy")
  }

  @Test(
    "A word in it that does not exist is refused",
    arguments: [
      ("  fact: {approvals: 1}", "  facts: {approvals: 1}"),
      ("publish: [editor, chief]", "publish: [editor, boss]"),
      ("  legal: [legal]", "  legal: [lawyer]"), ("  legal: [legal]", "  lawful: [legal]"),
      ("blocking: [internal, archive]", "blocking: [internal, archived]"),
      ("  fact: {approvals: 1}", "  fact: {approvals: -1}"), ("docketMargin: 3", "docketMargin: -3"),
      ("  ongoing-state: {", "  on-going-state: {"),
      ("days: 30, then: [30, 90, 180], law", "days: -30, then: [30], law"),
    ] as [(String, String)])
  func unknownWords(old: String, new: String) throws {
    let refused = refusal { _ = try policy(old, new) }
    #expect(refused?.kind == .unreadable, "\(new)")
  }

  @Test("A read that asks for no approval is not required")
  func zero() throws {
    #expect(try policy("  fact: {approvals: 1}", "  fact: {approvals: 0}").requiredReads.isEmpty)
    let two = try policy("  fact: {approvals: 1}", "  legal: {approvals: 1}\n  desk: {approvals: 2}")
    #expect(two.requiredReads.map(\.read) == [.desk, .legal])
  }
}
