import ArgumentParser
import Editorial
import FoundationEssentials
import Store

extension Role: ExpressibleByArgument {}

struct MemberCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "Add, list and remove members.",
    subcommands: [Add.self, List.self, Remove.self], defaultSubcommand: List.self)

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a member, or give one more roles.",
      discussion: """
        Examples:
          stet member add ana --desk main --role reporter --name "Ana Ruiz"
          stet member add ben --role fact-checker
        """)

    @Argument(help: "Handle: lower-case letters, digits, dots, hyphens.")
    var handle: String
    @Option(help: "Desk.")
    var desk = "main"
    @Option(
      name: .customLong("role"),
      help: "Role: reporter, editor, fact-checker, standards, legal, chief, admin. Repeat for several.")
    var roles: [Role]
    @Option(help: "Name as it stands in bylines.")
    var name: String?
    @OptionGroup var common: OperatorOptions

    func run() async throws {
      let (handle, name, desk, roles) = (handle, name, desk, roles)
      try await Workplace.with { place in
        try await place.newsroom.addMember(handle, name: name, desk: desk, roles: roles, by: operatorActor)
      }
      try common.say(
        "\(handle) is on desk \(desk) as \(list(roles.map(\.rawValue), "and")).\n",
        ["member": handle, "desk": desk, "added": roles.map(\.rawValue).joined(separator: " ")])
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List members with their roles.",
      discussion: """
        Examples:
          stet member list
          stet member list --json
        """)
    @OptionGroup var common: OperatorOptions

    func run() async throws {
      let members = try await Workplace.with { try await $0.newsroom.members() }
      if common.json {
        Terminal.out(try prettyJSON(MembersJSON(members)))
        return
      }
      if members.isEmpty { Terminal.err("No member yet. Add one: stet member add ana --role editor\n") }
      let widest = members.map { cells(shown($0.handle)) }.max() ?? 0
      let layout = Terminal.layout(colour: .auto)
      for member in members {
        let roles = member.roles.map { "\($0.desk): \($0.roles.map(\.rawValue).joined(separator: ", "))" }
        let rest = member.active ? roles.joined(separator: "; ") : "left"
        Terminal.out(
          layout.piped
            ? "\(member.handle)\t\(shown(member.name))\t\(rest)\n"
            : "\(layout.padded(member.handle, to: widest))  \(shown(member.name)); \(rest)\n")
      }
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a member off every desk and revoke their tokens. What they signed stands.",
      discussion: """
        Examples:
          stet member remove ana
          stet member list
        """)
    @Argument(help: "Handle.") var handle: String
    @OptionGroup var common: OperatorOptions

    func run() async throws {
      let handle = handle
      try await Workplace.with { try await $0.newsroom.removeMember(handle, by: operatorActor) }
      try common.say(
        "\(handle) is on no desk any more, and their tokens are revoked. What they signed stands.\n",
        ["removed": handle])
    }
  }
}

private struct MembersJSON: Encodable {
  struct Member: Encodable {
    let member: String
    let name: String
    let active: Bool
    let desks: [String: [Role]]
  }
  let members: [Member]

  init(_ members: [Membership]) {
    self.members = members.map {
      Member(
        member: $0.handle, name: $0.name, active: $0.active,
        desks: Dictionary($0.roles.map { ($0.desk, $0.roles) }, uniquingKeysWith: { $1 }))
    }
  }
}

struct DeskCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk", abstract: "Add desks.", subcommands: [Add.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a desk with the built-in policy.",
      discussion: """
        Examples:
          stet desk add courts
          stet member add ana --desk courts --role reporter
        """)
    @Argument(help: "Name: lower-case letters, digits, hyphens.") var name: String
    @OptionGroup var common: OperatorOptions

    func run() async throws {
      let name = name
      try await Workplace.with { try await $0.newsroom.addDesk(name, by: operatorActor) }
      try common.say(
        "Desk \(name) was made. Its policy is the built-in one, \(name) v1.\n",
        ["desk": name, "policy": "\(name) v1"])
    }
  }
}

struct TokenCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Make and revoke personal tokens.",
    subcommands: [Create.self, Revoke.self])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a personal token. It is shown once.",
      discussion: """
        Standard output is the token and nothing else.

        Examples:
          stet token create ana
          STET_TOKEN=$(stet token create ana --days 90) stet whoami
        """)
    @Argument(help: "The member's handle.") var handle: String
    @Option(help: "Days until it expires; never when left out.") var days: Int?
    @OptionGroup var common: OperatorOptions

    func validate() throws {
      if let days, !(1...3_650).contains(days) { throw ValidationError("--days is a number from 1 to 3650.") }
    }

    func run() async throws {
      let (handle, days) = (handle, days)
      let token = try await Workplace.with {
        try await $0.newsroom.createToken(for: handle, days: days, by: operatorActor)
      }
      try common.say(token + "\n", ["member": handle, "token": token])
      Terminal.err("This is the only time it is shown. Give it to \(handle) as STET_TOKEN.\n")
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Revoke all tokens of a member.",
      discussion: """
        Examples:
          stet token revoke ana
          stet token create ana
        """)
    @Argument(help: "The member's handle.") var handle: String
    @OptionGroup var common: OperatorOptions

    func run() async throws {
      let handle = handle
      let count = try await Workplace.with {
        try await $0.newsroom.revokeTokens(of: handle, by: operatorActor)
      }
      try common.say(
        "\(count) \(count == 1 ? "token" : "tokens") of \(handle) revoked.\n", ["revoked": count])
    }
  }
}
