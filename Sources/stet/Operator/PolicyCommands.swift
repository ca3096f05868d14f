import ArgumentParser
import Editorial
import FoundationEssentials
import Store
import Wire

struct PolicyCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Show, try and set what a desk asks for.",
    subcommands: [Show.self, Check.self, Set.self], defaultSubcommand: Show.self)

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a desk's policy, a version of it, or one that comes with Stet.",
      usage: "stet policy show [--desk DESK] [--version N] | --preset NAME",
      discussion: """
        Examples:
          stet policy show --desk main
          stet policy show --preset small > policy.yaml
        """)

    @Option(help: "Desk.") var desk = "main"
    @Option(help: "A version of it; the latest when absent.") var version: Int?
    @Option(help: "One that comes with Stet: default, small or agency.") var preset: String?

    func run() async throws {
      if let preset {
        guard let found = Policy.presets.first(where: { $0.name == preset }) else {
          throw Refusal(
            .missing, "preset",
            "There is no preset \"\(preset)\"; there are \(list(Policy.presets.map(\.name), "and")).")
        }
        return Terminal.out(found.yaml)
      }
      let (desk, version) = (desk, version)
      let policy = try await Workplace.with { try await $0.newsroom.policy(of: desk, version: version) }
      let by = policy.madeBy.map { ", by \(words(actor: $0))" } ?? ", as it came with Stet"
      Terminal.out(
        "# \(desk) v\(policy.version), since \(shortDay(ofInstant: policy.at))\(by)\n\(policy.yaml)")
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read a policy without setting it, and hold it against the latest drafts.",
      usage: "stet policy check FILE [--against-archive] [--desk DESK] [--last N]",
      discussion: """
        Examples:
          stet policy check policy.yaml
          stet policy check policy.yaml --against-archive --last 200
        """)

    @Argument(help: "The file.") var file: String
    @Flag(help: "Show what it would have asked of the desk's latest drafts.") var againstArchive = false
    @Option(help: "Desk.") var desk = "main"
    @Option(help: "How many drafts.") var last = 50

    func validate() throws {
      guard (1...1_000).contains(last) else { throw ValidationError("--last is a number from 1 to 1000.") }
    }

    func run() async throws {
      let yaml = try policyText(file)
      let policy = try readPolicy(yaml, file)
      guard againstArchive else { return Terminal.out("\(shown(file)) is a policy.\n") }
      let (desk, last) = (desk, last)
      let compared = try await Workplace.with {
        try await $0.newsroom.comparisons(with: policy, onLast: last, of: desk)
      }
      let lines = compared.filter { !$0.lines.isEmpty }.flatMap { one in
        [shown(one.draft)] + one.lines.map { "  " + shown($0) }
      }
      Terminal.out(text(of: lines + (lines.isEmpty ? [] : [""]) + [summary(of: compared)]))
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a file the next version of a desk's policy.",
      usage: "stet policy set FILE [--desk DESK]",
      discussion: """
        What is under review goes on under the version it was filed with; the next revision is judged by this one.

        Examples:
          stet policy set policy.yaml
          stet policy set policy.yaml --desk business
        """)

    @Argument(help: "The file.") var file: String
    @Option(help: "Desk.") var desk = "main"

    func run() async throws {
      let yaml = try policyText(file)
      _ = try readPolicy(yaml, file)
      let desk = desk
      let set = try await Workplace.with { place in
        try await place.newsroom.setPolicy(yaml, of: desk, by: operatorActor)
      }
      Terminal.out("The policy of desk \(set.desk) is v\(set.version) now.\n")
    }
  }
}

private func policyText(_ file: String) throws -> String {
  let bytes = try SourceFile.bytes(of: file, told: "Nothing was set.")
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw Refusal(.unreadable, "policy", "\(file) is not UTF-8. Nothing was set.")
  }
  return text
}

/// A policy that cannot be read is refused with file, line and column.
private func readPolicy(_ yaml: String, _ file: String) throws -> Policy {
  do {
    return try Policy(yaml: yaml)
  } catch let refusal as Refusal {
    let place = refusal.place.map { ":\($0.line):\($0.column)" } ?? ""
    throw Refusal(.unreadable, "policy", "\(file)\(place): \(refusal.says)")
  }
}
