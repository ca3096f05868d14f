import ArgumentParser
import FoundationEssentials
import Glibc
import Store
import Wire

extension ExportPurpose: ExpressibleByArgument {}

/// What a story is to another system.
enum StoryForm: String, CaseIterable, ExpressibleByArgument {
  case ninjs
  case schemaOrg = "schema.org"
}

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a draft out: everything for lawyers, or the story for other systems.",
    usage: "stet export DRAFT --for counsel|disclosure [--to FOLDER] | --as ninjs|schema.org",
    discussion: """
      --for: one JSON on standard output, or with --to a new folder with story.json and the files as they were filed. For \
      disclosure, the legal read and what was overridden are left out. What is withheld is listed.

      --as: the revision that readers see, before publication the latest one (ninjs only, as withheld).

      Examples:
        stet export harbour-fire --for counsel --to /srv/claims/harbour-fire
        stet export harbour-fire --as ninjs > harbour-fire.json
      """)

  @Argument(help: "Slug of the draft.") var draft: String
  @Option(name: .customLong("for"), help: "Whom it is for: counsel or disclosure.")
  var purpose: ExportPurpose?
  @Option(name: .customLong("as"), help: "What it is for a system: ninjs or schema.org.")
  var form: StoryForm?
  @Option(help: ArgumentHelp("Folder to make; it must not exist yet.", valueName: "folder")) var to: String?

  func validate() throws {
    if (purpose == nil) == (form == nil) { throw ValidationError("Give either --for or --as.") }
    if form != nil, to != nil { throw ValidationError("--to goes with --for: redirect the output instead.") }
  }

  func run() async throws {
    if let form { try await write(as: form) }
    if let purpose { try await write(for: purpose) }
  }

  private func write(as form: StoryForm) async throws {
    let draft = draft
    let story = try await Workplace.with { place in try await place.newsroom.outgoing(draft) }
    switch form {
    case .ninjs: Terminal.out(try prettyJSON(NinjsItem(story)))
    case .schemaOrg: Terminal.out(try await explaining { try prettyJSON(SchemaOrgArticle(story)) })
    }
  }

  private func write(for purpose: ExportPurpose) async throws {
    let draft = draft
    if let to, FileManager.default.fileExists(atPath: to) {
      throw problem("\(to) exists already. Nothing was written; name another folder.", ExitStatus.conflict)
    }
    let export = try await Workplace.with { place in
      try await place.newsroom.export(draft, for: purpose, by: operatorActor)
    }
    let json = prettyJSON(bytes: Array(export.json.utf8))
    if let to {
      try write(export, json, to: to)
      Terminal.out(
        "The story is in \(shown(to)): story.json and \(counted(export.files.count, "file")).\n")
    } else {
      Terminal.out(json)
    }
    if !export.withheld.isEmpty {
      Terminal.err("\(counted(export.withheld.count, "part")) withheld; the list is in the JSON.\n")
    }
  }

  private func write(_ export: StoryExport, _ json: String, to folder: String) throws {
    // Nobody else reads it.
    umask(0o077)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
      for (name, bytes) in export.files + [(name: "story.json", bytes: Array(json.utf8))] {
        try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
      }
    } catch {
      throw problem("\(folder) cannot be written whole: \(error)", ExitStatus.unavailable)
    }
  }

  private func problem(_ detail: String, _ exitCode: Int32) -> ProblemJSON {
    ProblemJSON(
      type: "/problems/file", title: "The story was not written", status: 0, detail: detail,
      exitCode: exitCode)
  }
}
