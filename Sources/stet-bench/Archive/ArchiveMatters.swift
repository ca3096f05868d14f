import TextAnalysis

/// One step of a matter: what is told on the day on which it happens, and what later stories repeat of it.
struct MatterStep {
  /// Days since the step before.
  let after: ClosedRange<Int>
  let headline: String
  let news: String
  /// How a later story tells where the matter stands after this step; it goes out of date when the next one comes.
  let background: String
}

/// A proceeding or event that moves, from its first story to its last.
struct MatterPlot {
  let name: String
  let steps: [MatterStep]
}

/// The plots of a made-up archive. In their words `{person}`, `{lawyer}`, `{city}`, `{firm}`, `{crime}`, `{work}`, `{court}`,
/// `{figure}`, `{more}`, `{year}` and `{day}` are filled in, the same ones throughout a matter but for figures and days.
enum ArchiveMatters {
  static let plots = [
    MatterPlot(
      name: "case",
      steps: [
        MatterStep(
          after: 0...0, headline: "{person} charged with {crime} in {city}",
          news: "{person}, {age}, was charged with {crime} on {day}, prosecutors in {city} said.",
          background: "{person} is awaiting trial on a charge of {crime}."),
        MatterStep(
          after: 20...60, headline: "{person} pleads not guilty to {crime}",
          news: "{person} pleaded not guilty to {crime} at the {court} on {day}.",
          background: "{person}, who denies the charge of {crime}, is due to stand trial in {year}."),
        MatterStep(
          after: 120...300, headline: "Jury convicts {person} of {crime}",
          news: "A jury at the {court} convicted {person} of {crime} on {day}.",
          background: "{person} was convicted of {crime} and is awaiting sentencing."),
        MatterStep(
          after: 20...50, headline: "{person} sentenced to {figure} months",
          news:
            "{person} was sentenced to {figure} months in prison on {day}. {lawyer}, the defence lawyer, said that {person} "
            + "plans to appeal.",
          background: "{person} plans to appeal the conviction for {crime}."),
        MatterStep(
          after: 90...260, headline: "Court quashes {person}'s conviction",
          news: "An appeals court quashed the conviction of {person} for {crime} on {day}.",
          background: "The conviction of {person} for {crime} was quashed on appeal."),
      ]),
    MatterPlot(
      name: "lawsuit",
      steps: [
        MatterStep(
          after: 0...0, headline: "Residents of {city} sue {firm}",
          news:
            "{figure} residents of {city} sued {firm} at the {court} on {day}, saying that its plant polluted the river.",
          background: "A lawsuit by {figure} residents of {city} against {firm} is pending."),
        MatterStep(
          after: 150...400, headline: "{firm} offers to settle {city} suit",
          news:
            "{firm} offered {more} million dollars to settle the suit brought in {city}, its lawyer {lawyer} said on {day}.",
          background: "{firm} is in talks to settle the suit brought by residents of {city}."),
        MatterStep(
          after: 60...200, headline: "{firm} and {city} residents settle",
          news:
            "{firm} and the residents of {city} settled their dispute over the river on {day} for {more} million dollars.",
          background: "{firm} settled the suit of residents of {city}."),
      ]),
    MatterPlot(
      name: "fire",
      steps: [
        MatterStep(
          after: 0...0, headline: "At least {figure} dead in {city} factory fire",
          news:
            "At least {figure} people died when fire swept through a factory of {firm} in {city} on {day}. {more} are still "
            + "missing, the fire service said.",
          background:
            "At least {figure} people died in the fire at the {firm} factory in {city}. The cause is not known."
        ),
        MatterStep(
          after: 2...6, headline: "Toll of {city} fire rises",
          news:
            "The number of dead in the fire at {firm} in {city} rose to {more}, the coroner said on {day}. The search for "
            + "the missing continues.",
          background: "The inquiry into the fire at the {firm} factory in {city} is ongoing."),
        MatterStep(
          after: 200...500, headline: "Report blames wiring for {city} fire",
          news:
            "Faulty wiring caused the fire at the {firm} factory in {city}, investigators reported on {day}.",
          background: "Faulty wiring caused the fire at the {firm} factory in {city}, investigators found."),
      ]),
    MatterPlot(
      name: "release",
      steps: [
        MatterStep(
          after: 0...0, headline: "{person} to star in {work}",
          news:
            "{person} will star in “{work}”, which {firm} plans to release in {year}, the company said on {day}.",
          background: "“{work}”, with {person}, is scheduled for release in {year}."),
        MatterStep(
          after: 200...420, headline: "{work} delayed",
          news: "{firm} postponed the release of “{work}” on {day} and gave no new date.",
          background: "The release of “{work}” has been postponed."),
      ]),
    MatterPlot(
      name: "strike",
      steps: [
        MatterStep(
          after: 0...0, headline: "{firm} workers walk out in {city}",
          news:
            "About {figure} workers of {firm} in {city} went on strike on {day}. The union wants {more} percent more pay.",
          background: "About {figure} workers of {firm} in {city} are on strike."),
        MatterStep(
          after: 5...40, headline: "Strike at {firm} ends",
          news: "The strike at {firm} in {city} ended on {day} with a rise in pay.",
          background: "The strike at {firm} in {city} ended with a rise in pay."),
      ]),
    MatterPlot(
      name: "office",
      steps: [
        MatterStep(
          after: 0...0, headline: "{person} named acting head of {firm}",
          news:
            "{firm} named {person} its acting chief executive on {day}. A search for a permanent head is under way.",
          background: "{person} is acting chief executive of {firm}."),
        MatterStep(
          after: 60...200, headline: "{person} to lead {firm}",
          news: "{firm} made {person} its chief executive on {day}.",
          background: "{person} is chief executive of {firm}."),
      ]),
    MatterPlot(
      name: "closure",
      steps: [
        MatterStep(
          after: 0...0, headline: "Bridge in {city} closed after flood",
          news: "The old bridge in {city} was closed on {day} after the river rose by {figure} feet.",
          background: "The bridge in {city} remains closed."),
        MatterStep(
          after: 30...240, headline: "{city} bridge opens again",
          news: "The old bridge in {city} opened again on {day}.",
          background: "The bridge in {city} opened again after repairs."),
      ]),
  ]
}
