import ArgumentParser

/// The commands of whoever runs the service; they go to the database.
let operatorCommands: [any ParsableCommand.Type] = [
  Serve.self, Migrate.self, ImportCommand.self, NightlyCommand.self, MemberCommands.self, DeskCommands.self,
  TokenCommands.self,
  PolicyCommands.self, JournalCommands.self, Erase.self, Preserve.self, Export.self, Backup.self,
  Restore.self, Doctor.self,
]
