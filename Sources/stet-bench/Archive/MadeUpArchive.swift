import TextAnalysis

/// A story that never was.
struct MadeUpStory: Encodable {
  let id: String
  let published: String
  let headline: String
  let byline: [String]
  let body: String
}

/// An archive of made-up stories, the same for the same seed on every machine, without an end. Stories come in the order of
/// their days, so many in ten years; each tells a step of a matter, the background of it, and what happens around any story.
struct MadeUpArchive {
  private struct Matter {
    let plot: MatterPlot
    let words: [(name: String, word: String)]
    var step = 0
    var due: Int
  }

  private static let years = 10
  /// Stories that a matter has, on an average: what decides how many matters there are.
  private static let storiesPerMatter = 5

  private var numbers: Numbers
  private var matters: [Matter] = []
  private let first: CivilDate
  private let stories: Int
  private let seed: UInt64
  private var made = 0

  /// - Parameters:
  ///   - stories: how many there are in ten years.
  ///   - first: the day of the first story.
  init(stories: Int, seed: UInt64, first: CivilDate) {
    numbers = Numbers(seed: seed)
    self.stories = stories
    self.seed = seed
    self.first = first
  }

  mutating func next() -> MadeUpStory {
    let day = made * 365 * Self.years / max(1, stories)
    let index = matterDue(on: day)
    var matter = matters[index]
    let story = tell(&matter, on: first.adding(days: day))
    matters[index] = matter
    made += 1
    return story
  }

  /// A matter that moves by this day, else one that is told again, else a new one.
  private mutating func matterDue(on day: Int) -> Int {
    // Few are looked at, so that a story costs the same in a long archive.
    if !matters.isEmpty {
      for _ in 0..<6 {
        let index = numbers.from(max(0, matters.count - 4_000)...(matters.count - 1))
        if matters[index].step < matters[index].plot.steps.count, matters[index].due <= day { return index }
      }
      if numbers.from(1...Self.storiesPerMatter) > 2 { return numbers.from(0...(matters.count - 1)) }
    }
    let plot = ArchiveMatters.plots[numbers.from(0...(ArchiveMatters.plots.count - 1))]
    matters.append(Matter(plot: plot, words: words(on: first.adding(days: day)), due: day))
    return matters.count - 1
  }

  private mutating func name() -> String {
    let first = numbers.one(of: ArchiveWords.firstNames) + " "
    // Some family names are everywhere, most are rare.
    guard numbers.from(1...2) == 1 else { return first + numbers.one(of: ArchiveWords.lastNames) }
    return first + numbers.one(of: ArchiveWords.nameStems) + numbers.one(of: ArchiveWords.nameEnds)
  }

  /// What a matter that begins on this day is about.
  private mutating func words(on date: CivilDate) -> [(name: String, word: String)] {
    let city = numbers.one(of: ArchiveWords.cities, evenly: false)
    return [
      ("person", name()), ("lawyer", name()), ("city", city), ("court", "\(city) District Court"),
      ("firm", numbers.one(of: ArchiveWords.firms, evenly: false)),
      ("crime", numbers.one(of: ArchiveWords.crimes)),
      ("work", numbers.one(of: ArchiveWords.works)), ("year", String(date.year + 1)),
      ("age", String(numbers.from(19...78))),
      ("figure", String(numbers.from(3...48))), ("more", String(numbers.from(49...90))),
    ]
  }

  private mutating func tell(_ matter: inout Matter, on date: CivilDate) -> MadeUpStory {
    let steps = matter.plot.steps
    let moves = matter.step < steps.count && matter.due <= first.days(until: date)
    let step = steps[min(matter.step, steps.count - 1)]
    let before = matter.step > 0 ? steps[min(matter.step, steps.count) - 1] : nil
    let own = matter.words
    func fill(_ text: String, _ words: [(name: String, word: String)]? = nil) -> String {
      ((words ?? own) + [("day", weekdays[date.weekday.rawValue - 1])]).reduce(text) {
        $0.replacing("{\($1.0)}", with: $1.1)
      }
    }
    var paragraphs: [String] = []
    if moves {
      paragraphs.append(fill(step.news))
      if let before, numbers.from(1...3) > 1 { paragraphs.append(fill(before.background)) }
    } else {
      paragraphs.append("Readers asked about \(fill("{city}")) this week.")
      paragraphs.append(fill(before?.background ?? step.background))
    }
    // What else is told in passing is where old background stands longest.
    let other = matters[numbers.from(0...(matters.count - 1))]
    if other.step > 0, numbers.from(1...2) == 1 {
      paragraphs.append(fill(other.plot.steps[other.step - 1].background, other.words))
    }
    var rest = numbers.shuffled(ArchiveWords.filler)[...]
    for _ in 0..<numbers.from(4...10) {
      paragraphs.append(
        (0..<numbers.from(2...4)).compactMap { _ in rest.popFirst().map { sentence($0) } }.joined(
          separator: " "))
    }
    paragraphs.removeAll(where: \.isEmpty)
    let headline = fill(moves ? step.headline : "Looking back: {city} and {firm}")
    if moves {
      matter.step += 1
      if matter.step < steps.count {
        matter.due = first.days(until: date) + numbers.from(steps[matter.step].after)
      }
    }
    return MadeUpStory(
      id: "made-up-\(seed)-\(made + 1)", published: date.description, headline: headline, byline: [name()],
      body: paragraphs.joined(separator: "\n\n"))
  }

  private mutating func sentence(_ filler: String) -> String {
    filler.replacing("{count}", with: String(numbers.from(3...90))).replacing("{name}", with: name()) + "."
  }
}

private let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
