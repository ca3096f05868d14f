import Editorial
import Hummingbird
import Store
import TextAnalysis
import Wire

extension Service {
  func addRuleRoutes(to api: RouterGroup<Context>) {
    api.get("rules") { request, context in
      let rules = try await newsroom(for: context).rules(desk: try request.query("desk"))
      return try json(
        RuleList(
          rules: rules.map {
            RuleList.Rule(
              rule: $0.rule, kind: $0.kind, shown: $0.shown, held: $0.held, record: RuleRecordJSON($0.record),
              quietOn: $0.quietOn)
          }))
    }
    api.get("rules/:rule/trial") { request, context in
      let last = try request.query("last").map { try number($0, "last", in: 1...5_000) } ?? 500
      let trial = try await newsroom(for: context).tryRule(try context.path("rule"), last: last)
      return try json(
        RuleTrialAnswer(
          rule: trial.rule, kind: trial.kind, stories: trial.stories,
          storiesWithFindings: trial.storiesWithFindings,
          count: trial.count, findings: trial.findings.map(RuleTrialAnswer.Finding.init)))
    }
  }
}

extension RuleTrialAnswer.Finding {
  fileprivate init(_ one: RuleTrial.Finding) {
    self.init(
      draft: one.draft, revision: one.revision, dateline: one.dateline.description, quotes: one.found.quotes,
      explanation: one.found.explanation, other: one.other?.draft,
      otherDateline: one.other?.dateline.description, overtakes: one.overtakes)
  }
}
