import ArgumentParser
import Testing
import TextAnalysis
import Wire

@testable import stet

@Suite("The command line")
struct CommandLineTests {
  private static let all: [any ParsableCommand.Type] = editorCommands.flatMap { command in
    [command] + command.configuration.subcommands
  }

  @Test("Every command has one line of help and two examples that fit 80 columns")
  func help() {
    for command in Self.all {
      let configuration = command.configuration
      #expect(!configuration.abstract.isEmpty && !configuration.abstract.contains("\n"), "\(command)")
      let examples = configuration.discussion.split(separator: "\n").filter { $0.contains("stet ") }
      #expect(examples.count == 2, "\(command)")
      for example in examples { #expect(cells(String(example)) <= 80, "\(example)") }
    }
  }

  @Test("Every example of the help is understood")
  func examples() throws {
    for command in Self.all {
      for line in command.configuration.discussion.split(separator: "\n") where line.contains("stet ") {
        let words = shellWords(String(line)).dropFirst()
        #expect(throws: Never.self, "\(line)") { _ = try Stet.parseAsRoot(Array(words)) }
      }
    }
  }

  @Test("An example with an option that does not exist is not understood: negative control")
  func control() {
    #expect(throws: (any Error).self) { _ = try Stet.parseAsRoot(["list", "--colour-me"]) }
  }

  @Test(
    "A word that is no command gets the nearest one, or none",
    arguments: [
      ("sumbit", "Did you mean stet submit?"), ("aprove", "Did you mean stet approve?"),
      ("followups", "Did you mean stet follow-ups?"), ("xyzzy", ""),
    ])
  func unknown(word: String, guess: String) throws {
    let problem = try #require(unknownCommand([word]))
    #expect(problem.exitCode == 64)
    #expect(problem.detail.contains("stet has no command \"\(word)\"."))
    #expect(problem.detail.contains("Did you mean") == !guess.isEmpty)
    #expect(problem.detail.contains(guess))
    #expect(unknownCommand(["list"]) == nil)
    #expect(unknownCommand(["--help"]) == nil)
  }

  @Test(
    "Wrong usage takes at most four lines and ends with 64",
    arguments: [
      (["query"], "Did you mean stet list?"), (["query", "harbour-fire"], "Did you mean stet list?"),
      (["hold", "harbour-fire", "K1"], "--reason TEXT"), (["approve", "harbour-fire"], "--all"),
      (["approve", "harbour-fire", "K1", "--all"], "not both"), (["list", "--state", "foo"], "in-review"),
      (["publish", "a", "--at", "12 May"], "A day looks like 2024-07-13."),
      (["publish", "a", "--override"], "--reason TEXT"), (["submit"], "file"),
      (["contradictions", "settle", "X1", "--as", "superseded"], "--by SLUG"),
      (
        ["claims", "add", "a", "--quote", "q", "--kind", "role", "--expected", "soon"], "--expected \"soon\""
      ),
      (["whoami", "--bogus"], "--bogus"),
      (["kill", "a", "--reason", "r", "--idempotency-key", "a b"], "visible ASCII"),
    ])
  func usage(words: [String], part: String) throws {
    do {
      _ = try Stet.parseAsRoot(words)
      Issue.record("\(words) was understood")
    } catch {
      let problem = usageProblem(Stet.fullMessage(for: error))
      #expect(problem.exitCode == 64)
      #expect(Stet.exitCode(for: error).rawValue == 64)
      #expect(problem.detail.contains(part), "\(problem.detail)")
      #expect(problem.detail.split(separator: "\n").count <= 4)
      #expect(!problem.detail.lowercased().contains("please"))
    }
  }

  @Test("A reference is a number, a label, or a slug and a label with a slash")
  func references() {
    #expect(Reference(argument: "17")?.spelling == "17")
    #expect(Reference(argument: "X1")?.spelling == "X1")
    #expect(Reference(argument: "harbour-fire/X1")?.spelling == "harbour-fire:X1")
    #expect(Reference(argument: "harbour-fire:X1")?.spelling == "harbour-fire:X1")
    #expect(Reference(argument: "/X1") == nil)
    #expect(Reference(argument: "a/") == nil)
    #expect(RevisionNumber(argument: "r2")?.number == 2)
    #expect(RevisionNumber(argument: "0") == nil)
    #expect(RevisionNumber(argument: "r99999999999999999999") == nil)
  }

  @Test("Colour follows the option, then NO_COLOR, TERM and the terminal")
  func colour() {
    #expect(Terminal.colours(.auto, isTerminal: true, environment: [:]))
    #expect(!Terminal.colours(.auto, isTerminal: false, environment: [:]))
    #expect(!Terminal.colours(.auto, isTerminal: true, environment: ["NO_COLOR": "1"]))
    #expect(!Terminal.colours(.auto, isTerminal: true, environment: ["TERM": "dumb"]))
    #expect(Terminal.colours(.always, isTerminal: false, environment: ["NO_COLOR": "1"]))
    #expect(!Terminal.colours(.never, isTerminal: true, environment: [:]))
    #expect(Terminal.speaksUTF8(["LANG": "en_GB.UTF-8"]))
    #expect(!Terminal.speaksUTF8(["LANG": "en_GB.UTF-8", "LC_ALL": "C"]))
    #expect(!Terminal.speaksUTF8([:]))
    #expect(Terminal.width(descriptor: -1, environment: ["COLUMNS": "120"]) == 120)
    #expect(Terminal.width(descriptor: -1, environment: ["COLUMNS": "3"]) == 40)
    #expect(Terminal.width(descriptor: -1, environment: [:]) == 80)
    #expect(Terminal.showsHints(["STET_HINTS": "on"]))
    #expect(!Terminal.showsHints(["STET_HINTS": "off"]))
  }

  @Test("JSON is printed with every field that came, in alphabetical order")
  func json() {
    let came = Array(#"{"z":1,"new":{"b":[1.5,true,null]},"a":"/x","big":9007199254740993}"#.utf8)
    #expect(
      prettyJSON(bytes: came) == """
        {
          "a" : "/x",
          "big" : 9007199254740993,
          "new" : {
            "b" : [
              1.5,
              true,
              null
            ]
          },
          "z" : 1
        }

        """)
    #expect(prettyJSON(bytes: Array("no json".utf8)) == "no json")
  }

  @Test("Labels in a row are a range, names an enumeration, counts have nouns")
  func wording() {
    #expect(labelled(["K1", "K2", "K3", "K5"]) == "K1 to K3, K5")
    #expect(labelled(["K1", "K2"]) == "K1, K2")
    #expect(labelled([]) == "")
    #expect(enumerated(["a", "b", "c"], last: "or") == "a, b or c")
    #expect(counted(1, "claim") == "1 claim")
    #expect(counted(0, "claim") == "0 claims")
    #expect(words(rule: "appeal.planned.us-nm", kind: .pendingLegal) == "planned appeal")
    #expect(words(rule: "unheard.of", kind: .announcedPlan) == "announced plan")
    #expect(words(actor: "member:ana") == "ana")
    #expect(words(actor: "system:schedule") == "Stet (schedule)")
  }
}

/// Splits a line of the help as a shell would, double quotes only.
private func shellWords(_ line: String) -> [String] {
  var words: [String] = []
  var word = ""
  var quoted = false
  for character in line {
    switch character {
    case "\"": quoted.toggle()
    case " " where !quoted:
      if !word.isEmpty { words.append(word) }
      word = ""
    default: word.append(character)
    }
  }
  if !word.isEmpty { words.append(word) }
  return words
}
