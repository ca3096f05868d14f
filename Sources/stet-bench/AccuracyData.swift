import TextAnalysis

/// What people annotated and what Stet predicts for it, side by side: all that scoring and the list of errors
/// look at.
struct AccuracyData {
  var times: [TimesData] = []
  var claims: (gold: [GoldClaim], predicted: [ClaimPrediction]) = ([], [])
  /// What each sentence shows, for fitting weights to a part of the stories and trying them on the rest.
  var signs: [SentenceSigns] = []
  /// Disputes, slips and pairs of two stories, as one file has them.
  var conflicts: [GoldConflict] = []
  var disputes: [DisputePrediction] = []
  var pairs: [PairPrediction] = []
  /// Stories with one fact changed, and the same stories as they were.
  var edited: (gold: [GoldConflict], predicted: [DisputePrediction]) = ([], [])
  var control: (stories: Int, predicted: [DisputePrediction]) = (0, [])

  /// Reads the folder of the data and predicts everything in it.
  init(folder: String) throws {
    let news = folder + "/news/"
    times = try ["train", "wikiwars"].map { try TimesData(name: $0, folder: folder + "/times/") }

    let stories = try rows(Story.self, ofFile: news + "stories.dev.jsonl")
    claims = (
      try rows(GoldClaim.self, ofFile: news + "claims.dev.jsonl"), try stories.flatMap(predictClaims)
    )
    signs = try stories.flatMap(sentenceSigns)
    conflicts = try rows(GoldConflict.self, ofFile: news + "conflicts.dev.jsonl")
    disputes = try stories.flatMap(predictDisputes)
    let all = try storiesByID(files: ["stories", "briefs"].map { "\(news)\($0).dev.jsonl" })
    pairs = try rows(SentencePair.self, ofFile: news + "conflicts.dev.jsonl").compactMap {
      try predictConflict($0, stories: all)
    }

    let editedStories = try rows(Story.self, ofFile: news + "edited_stories.dev.jsonl")
    edited = (
      try rows(GoldConflict.self, ofFile: news + "internal_edited.dev.jsonl"),
      try editedStories.flatMap(predictDisputes).filter { $0.type == "internal" }
    )
    // The identifier of an edited story is that of the original with "#e" behind it.
    let originals = Set(editedStories.map { String($0.id.dropLast(2)) })
    control = (
      stories.count { originals.contains($0.id) },
      disputes.filter { $0.type == "internal" && originals.contains($0.story) }
    )
  }
}

/// One corpus of dates and times.
struct TimesData {
  let name: String
  let documentsPath: String
  let gold: [TimePrediction]
  let predicted: [TimePrediction]

  init(name: String, folder: String) throws {
    self.name = name
    documentsPath = "\(folder)\(name).docs.jsonl"
    gold = try rows(TimePrediction.self, ofFile: "\(folder)\(name).gold.jsonl")
    predicted = try rows(TimesDocument.self, ofFile: documentsPath).flatMap(predictTimes)
  }
}

struct GoldClaim: Codable {
  let story: String
  let start: Int
  let end: Int
  let kind: String
  /// Other kinds that are right too.
  let alt: [String]?
  let due: String?
}

struct GoldConflict: Codable {
  struct Side: Codable {
    let story: String?
    let start: Int
    let end: Int
  }

  let id: String
  let type: String
  let label: Int
  let strict: Bool?
  let origin: String
  let a: Side
  let b: Side?
}
