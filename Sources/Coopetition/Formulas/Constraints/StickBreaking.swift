/// A game of formulas whose shares of 1 are broken off one after the other:
/// `p_1 = t_1`, `p_2 = (1 − t_1) t_2`, …, with every t anywhere in [0, 1].
///
/// Its profiles are those of the game with simplices, and its bounds are a box:
/// what can be done with a box, such as finding the best profile with proof, can
/// be done with simplices. Its first-order conditions are others, so that it is
/// not searched for equilibria.
struct StickBreaking {
  /// The game over the box.
  let game: FormulaGame
  private let parts: [Part]

  /// Where the levels of a variable come from.
  private enum Part {
    /// The variable itself.
    case level(Int)
    /// What is broken off at a place after some others, or all that is left.
    case share(before: [Int], Int?)
  }

  /// The game with its shares broken off.
  init(_ game: FormulaGame) {
    var source = game.program.source.unconstrained(game.parameterValues)
    let simplices = game.simplices
    var parts: [Part] = []
    var count = 0
    for i in source.players.indices {
      var kept: [FormulaPlayer.Variable] = []
      var broken: [Int] = []
      var names: [String] = []
      for variable in source.players[i].variables {
        guard simplices[i].contains(variable.name) else {
          parts.append(.level(count))
          kept.append(variable)
          count += 1
          continue
        }
        let rest = names.map { "(1 - \($0))" }
        let isLast = broken.count + 1 == simplices[i].count
        let name = isLast ? nil : source.unusedName("part")
        parts.append(.share(before: broken, isLast ? nil : count))
        source.definitions.append(
          .init(
            name: variable.name,
            value: (rest + (name.map { [$0] } ?? [])).joined(separator: "*")))
        if let name {
          kept.append(.init(name, from: 0, to: 1))
          // Names are taken as soon as a player has them.
          source.players[i].variables.append(.init(name, from: 0, to: 1))
          names.append(name)
          broken.append(count)
          count += 1
        }
      }
      source.players[i].variables = kept
    }
    self.parts = parts
    self.game = FormulaGame(derivedFrom: source)
  }

  /// A profile of the box that stands for a profile with simplices.
  func levels(_ profile: [Double]) -> [Double] {
    var levels = [Double](
      repeating: 0, count: game.strategies.dimension)
    for (part, value) in zip(parts, profile) {
      switch part {
      case .level(let v): levels[v] = value
      case .share(let before, let own):
        guard let own else { continue }
        let rest = before.reduce(1) { $0 * (1 - levels[$1]) }
        levels[own] = rest > 0 ? min(max(value / rest, 0), 1) : 0
      }
    }
    return levels
  }

  /// The profile with simplices that a profile of the box stands for.
  func profile(_ levels: [Double]) -> [Double] {
    parts.map { part in
      switch part {
      case .level(let v): levels[v]
      case .share(let before, let own):
        before.reduce(own.map { levels[$0] } ?? 1) { $0 * (1 - levels[$1]) }
      }
    }
  }
}
