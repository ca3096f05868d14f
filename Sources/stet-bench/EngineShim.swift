// Stands in for parts of TextAnalysis that are not there yet. This file goes when they come.
import TextAnalysis

enum StoryRelation: String {
  case conflict
  case update
  case none
}

struct StorySentence {
  init(_ manuscript: Manuscript, sentence: Span, dateline: CivilDate) {}
}

struct StoryComparison {
  let relation: StoryRelation
}

func compare(_ one: StorySentence, _ other: StorySentence) -> StoryComparison {
  StoryComparison(relation: .none)
}
