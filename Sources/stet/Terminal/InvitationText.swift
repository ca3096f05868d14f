import Editorial
import TextAnalysis
import Wire

/// The receipt of an invitation, with the link that is shown this once.
func invitedText(_ answer: InvitationAnswer, layout: Layout) -> String {
  let one = answer.invitation
  var lines = layout.wrapped(
    "Invited \(shown(one.name)) to give the \(one.read.rawValue) read of \(keyPoints(of: one)) of "
      + "\(shown(answer.draft)) r\(one.revision), until \(moment(one.untilHere)).")
  if let link = answer.link ?? answer.path {
    lines += ["", "  " + shown(link), ""]
    lines += layout.wrapped(
      "Send this link yourself. It works once, and is not shown again."
        + (answer.link == nil ? " Put the address before it at which the expert reaches Stet." : ""))
  } else {
    lines += layout.wrapped(
      "The link was shown when this was done first, and is not kept. If it is lost, take the invitation back and invite "
        + "again.")
  }
  lines.append("Take it back: stet invitations withdraw \(shown(answer.draft)) \(shown(one.label))")
  return text(of: lines)
}

/// `stet invitations`. In a pipe, a line each: label, state, name, read, key points, until, invited by, note.
func invitationsText(_ list: InvitationList, layout: Layout) -> String {
  if layout.piped {
    return text(
      of: list.invitations.map { one in
        record(
          one.label, one.state.rawValue, one.name, one.read.rawValue, one.keyPoints.joined(separator: " "),
          one.until, one.invitedBy, one.note)
      })
  }
  guard !list.invitations.isEmpty else { return "Nobody was invited to read \(shown(list.draft)).\n" }
  return text(
    of: list.invitations.flatMap { one in
      layout.wrapped(
        "\(shown(one.name)), \(one.read.rawValue) read of \(keyPoints(of: one)), until \(moment(one.untilHere)), invited by "
          + "\(shown(one.invitedBy))"
          + (one.note.map { ": \"\(shown($0))\"" } ?? ""),
        first: "\(layout.padded(shown(one.label), to: 4))\(layout.padded(one.state.rawValue, to: 11))",
        rest: String(repeating: " ", count: 15))
    })
}

/// What `stet show` says of reads that somebody is to give.
func turnLines(_ draft: DraftJSON, layout: Layout) -> [String] {
  guard draft.ended == nil else { return [] }
  return draft.assignments.flatMap { one in
    layout.wrapped("The \(one.read.rawValue) read is assigned to \(shown(one.to)).")
  }
    + draft.invitations.filter { $0.state == .open || $0.state == .expired }.flatMap { one in
      layout.wrapped(
        "\(shown(one.name)) is invited to give the \(one.read.rawValue) read of \(keyPoints(of: one)) until "
          + "\(moment(one.untilHere))" + (one.state == .expired ? ", which is over." : "."))
    }
}

private func keyPoints(of one: InvitationJSON) -> String { labelled(one.keyPoints.map { shown($0) }) }
