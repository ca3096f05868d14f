import Foundation
import PackagePlugin

/// Writes text files into the target that uses them, as raw string literals.
///
/// `Store` gets the migrations in `SQL/`, every other target the files of its own `Texts` folder. A
/// literal in a source file compiles in no time; `.embedInCode` writes arrays of bytes, which for a
/// schema of this size compile for minutes.
@main
struct EmbedText: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder =
      target.name == "Store"
      ? context.package.directoryURL.appending(path: "SQL")
      : target.directoryURL.appending(path: "Texts")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { ["sql", "yaml", "txt"].contains($0.pathExtension) && $0.lastPathComponent != "Snapshot.sql" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTexts.swift")
    let script = """
      out=$1; shift
      {
        echo '/// Text files of this target, by file name in alphabetical order. Written by the EmbedText plugin.'
        echo 'enum EmbeddedTexts {'
        echo '  static let files: [(name: String, text: String)] = ['
        for file; do
          printf '    ("%s", ###\"\"\"\\n' "$(basename "$file")"
          cat "$file"
          printf '\\n\"\"\"###),\\n'
        done
        echo '  ]'
        echo '}'
      } > "$out"
      """
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) text files in \(target.name)",
        executable: URL(filePath: "/bin/sh"),
        arguments: ["-c", script, "sh", output.path()] + files.map { $0.path() },
        inputFiles: files, outputFiles: [output])
    ]
  }
}
