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
    let asked = policy.reads.filter { !$0.value.isEmpty }.mapValues { $0.map(\.approvals) }
    #expect(asked == [.fact: [1], .legal: [1]])
    #expect(policy.reads[.legal]?.first?.when == Policy.Condition(spent: true))
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
      #expect((life.then ?? []).allSatisfy { $0 > 0 } && life.then?.isEmpty != true, "\(name)")
      #expect(life.law != true || life.days != nil, "\(name) is a period of law without days")
    }
    for name in Policy.default.kinds.keys { #expect(ClaimKind(rawValue: name) != nil, "\(name)") }
  }

  @Test("Shelf lives written into a policy, as they once were, mean the same as the built-in ones")
  func written() throws {
    let whole = try Policy(yaml: wholePolicy)
    #expect(whole == .default)
    let silent = wholePolicy.split(separator: "\n").filter { !$0.hasPrefix("  standards: [moved") }
    #expect(
      try Policy(yaml: silent.joined(separator: "\n")).survived(by: .standards) == [.moved, .typographic])
  }

  @Test("A row of the desk's own wins over the built-in one, and the others stay")
  func ownRow() throws {
    let own = try policy(
      and: """
        docketMargin: 5
        shelfLives:
          appeal.planned: {name: planned appeal, days: 21, why: the court's own, ask: "Was it filed?"}
        kinds:
          role: {name: office, days: 9, why: custom, ask: "Who now?"}
        """)
    #expect(own.shelfLife(of: "appeal.planned", kind: .pendingLegal)?.days == 21)
    #expect(own.shelfLife(of: "unheard.of", kind: .role)?.days == 9)
    #expect(own.docketMargin == 5)
    #expect(own.shelfLives.count == Policy.default.shelfLives.count)
    #expect(own.shelfLives["rehearing.planned"] == Policy.default.shelfLives["rehearing.planned"])
    #expect(own != .default)
  }
}
