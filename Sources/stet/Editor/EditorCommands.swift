import ArgumentParser

/// The commands of people who write, edit and check; all but `check` speak with the service.
let editorCommands: [any ParsableCommand.Type] = [
  Queue.self, Submit.self, List.self, Show.self, Approve.self, Query.self, Hold.self, Withdraw.self,
  Contradictions.self,
  Claims.self, Rules.self, Publish.self, Unplan.self, EmbargoCommand.self, Spike.self, Kill.self,
  FollowUps.self,
  LimitCommand.self, CollisionCommand.self,
  Matters.self, Diff.self, Review.self,
  WatchCommand.self,
  Verify.self, Waive.self,
  Place.self, Placements.self, Correct.self, Placed.self, Corrections.self,
  AgainstLegal.self, ReplyCommand.self,
  CommentCommand.self, Resolve.self, LogCommand.self,
  Invite.self, Invitations.self, Assign.self,
  ApproveErasure.self, Away.self, Whoami.self,
  Check.self,
]
