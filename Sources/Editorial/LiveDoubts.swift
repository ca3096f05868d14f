import TextAnalysis

/// A key point that readers see and somebody no longer vouches for.
public struct LiveDoubt: Hashable, Sendable {
  public enum Cause: Hashable, Sendable {
    /// A hold or a query that came after publication.
    case raised
    /// An approval that was taken back, for a read that is lacking now.
    case withdrawn
    /// An approval whose last day is over, for a read that is lacking now.
    case lapsed
    /// An approval that the move of a matter ended, for a read that is lacking now.
    case overtaken
  }

  public let keyPoint: KeyPoint
  public let signOff: SignOff
  public let cause: Cause

  /// As a sentence without its stop; what the legal read says stays with it.
  public var says: String {
    let what = "\(keyPoint.label), which readers see"
    return switch (cause, signOff.verdict) {
    case (.raised, .hold):
      signOff.read == .legal
        ? "the legal read holds \(what)" : "\(signOff.member) holds \(what): \(signOff.reason ?? "")"
    case (.raised, _):
      signOff.read == .legal
        ? "the legal read asks about \(what)"
        : "\(signOff.member) asks about \(what): \(signOff.reason ?? "")"
    case (.withdrawn, _):
      "\(signOff.member) took back the \(signOff.read.rawValue) approval of \(what)"
        + (signOff.read == .legal ? "" : " (\(signOff.because))")
    case (.overtaken, _):
      "\(signOff.member)'s \(signOff.read.rawValue) approval of \(what), ended: \(signOff.because)"
    case (.lapsed, _):
      "\(signOff.member)'s \(signOff.read.rawValue) approval of \(what), was valid until "
        + (signOff.until.map(inWords) ?? "a day that is over")
    }
  }
}

extension Draft {
  /// What readers see and somebody no longer vouches for, unless a correction of it is under way.
  ///
  /// Only what speaks of the words that are live, also when others were filed since: a doubt about those holds up their
  /// publication and nothing else.
  public var liveDoubts: [LiveDoubt] {
    guard end == nil, let live, let out = placements.first(where: { $0.kind == .site })?.out.instant else {
      return []
    }
    return keyPoints.filter { !isBeingCorrected($0) }.flatMap { keyPoint in
      let lacking = Set(lackingReads(of: keyPoint).map(\.asked.read))
      return keyPoint.signOffs.compactMap { signOff -> LiveDoubt? in
        // Filing other words silences no doubt about those that are out.
        guard keyPoint.wordsFrom.number <= live.revision || signOff.revision == live.revision else {
          return nil
        }
        let cause: LiveDoubt.Cause? =
          if signOff.verdict != .approve {
            signOff.standing.stands && signOff.at > out ? .raised : nil
          } else if signOff.revision > live.revision || !lacking.contains(signOff.read) {
            nil
          } else if signOff.standing == .withdrawn, signOff.standingSince > out {
            .withdrawn
          } else if signOff.standing == .outdated, signOff.untilMoves != nil, signOff.standingSince > out {
            .overtaken
          } else if signOff.standing.stands, !signOff.stands(on: today) {
            .lapsed
          } else { nil }
        return cause.map { LiveDoubt(keyPoint: keyPoint, signOff: signOff, cause: $0) }
      }
    }
  }

  private func isBeingCorrected(_ keyPoint: KeyPoint) -> Bool {
    corrections.contains { one in one.state == .open && one.about.contains { $0.keyPoint == keyPoint.id } }
  }

  /// Doubts about what is live, for those who may publish: whoever raised one knows of it, unless nobody else could act.
  func toSeeToLive(_ member: Member) -> [Waiting] {
    guard !member.roles.isDisjoint(with: policy.publish) else { return [] }
    let others = members.filter {
      $0.active && !$0.roles.isDisjoint(with: policy.publish) && $0.id != member.id
    }
    return liveDoubts.filter { $0.signOff.memberID != member.id || others.isEmpty }.map { doubt in
      Waiting(
        kind: .liveDoubt, draft: slug, about: [doubt.keyPoint.label],
        why: doubt.says + ". Correct it, kill the story, or have it signed again",
        since: doubt.signOff.standingSince,
        command: "stet correct \(slug) --as correction --key-point \(doubt.keyPoint.label) --note TEXT")
    }
  }
}
