import Games
import Reports

/// A table with a row for each variable: whose it is, its level, the payoff of
/// its owner beside the first, and further columns by player.
struct LevelTable {
  private let game: any ScenarioGame
  private(set) var table: Table

  /// A table with the heads of the columns that follow the payoffs.
  init(_ game: any ScenarioGame, columns: [String]) {
    self.game = game
    let names = game.levelsBearPlayerNames ? [] : ["variable"]
    let heads = [game.playerNoun] + names + ["level", "payoff"] + columns
    table = Table(columns: heads.map { Table.Column($0) })
  }

  /// Adds the rows of a profile.
  ///
  /// - Parameters:
  ///   - levels: The level of each variable.
  ///   - payoffs: The payoff of each player.
  ///   - columns: For each further column a number of each player.
  mutating func add(
    levels: [Double], payoffs: [Double], columns: [[Double]] = []
  ) {
    for (player, name) in game.playerNames.enumerated() {
      let numbers = ([payoffs] + columns).map { Table.Cell($0[player]) }
      let blanks = numbers.map { _ in Table.Cell.none }
      let own = game.strategies.variables(of: player)
      if own.isEmpty { table.add(name, label("") + [.none] + numbers) }
      for v in own {
        let isFirst = v == own.first
        table.add(
          isFirst ? name : "",
          label(game.variableNames[v]) + [.number(levels[v])]
            + (isFirst ? numbers : blanks))
      }
    }
  }

  /// Adds the row of totals, the first of which is that of payoffs.
  mutating func addTotals(_ cells: [Table.Cell]) {
    table.add("all", label("") + [.none] + cells)
  }

  private func label(_ variable: String) -> [Table.Cell] {
    game.levelsBearPlayerNames ? [] : [.text(variable)]
  }
}
