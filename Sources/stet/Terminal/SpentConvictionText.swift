import Wire

/// Convictions that may be spent, each once however often the draft tells it.
func spentConvictionLines(_ found: [SpentConvictionJSON], layout: Layout) -> [String] {
  guard !found.isEmpty else { return [] }
  var seen: Set<[String]> = []
  let once = found.filter { seen.insert([$0.quote.lowercased(), $0.says]).inserted }
  return ["", layout.bold("CONVICTIONS THAT MAY BE SPENT")]
    + once.flatMap {
      layout.wrapped("\"\(shown($0.quote))\": \(shown($0.says))", first: "  ! ", rest: "    ")
    }
}
