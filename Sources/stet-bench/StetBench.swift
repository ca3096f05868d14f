import ArgumentParser

@main
struct StetBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stet-bench",
    abstract: "Measures Stet's text engine: how right it is, and how fast.",
    discussion: """
      Prints one JSON object a line, the summary last.

      Examples:
        stet-bench predict claims < stories.jsonl
        stet-bench scan --megabytes 16 harbour-fire.txt
      """,
    subcommands: [
      Predict.self, Accuracy.self, Conformance.self, Scan.self, Archive.self, Signs.self, Peak.self,
    ])
}
