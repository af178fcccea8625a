import Coopetition
import Foundation

/// Holds what an analysis claims against payoffs at points, and nothing else.
struct Judgement {
  let game: any ScenarioGame
  let analysis: Analysis

  /// What is false in the analysis; nil if nothing was found.
  func fault(_ random: inout SplitMix64) -> String? {
    for outcome in analysis.equilibria where outcome.equilibrium.isProven {
      if let gain = gain(at: outcome.levels, &random) {
        return "proven, but a player gains \(gain) at \(outcome.levels)"
      }
    }
    if analysis.optimum.isProven {
      let bound = analysis.optimum.upperBound
      for _ in 0..<Self.points {
        let levels = point(&random)
        let welfare = standardWelfare(at: levels)
        if welfare > bound + Self.rounding * size(of: [welfare, bound]) {
          return "the optimum is at most \(bound), but \(welfare) at \(levels)"
        }
      }
    }
    return analysis.isComplete ? missed(&random) : nil
  }

  private var space: StrategySpace { game.strategies }

  private func standardWelfare(at levels: [Double]) -> Double {
    func open<G: ScenarioGame>(_ game: G) -> Double {
      game.standard.welfare(at: levels)
    }
    return open(game)
  }

  /// What some player gains by a random deviation; nil if nothing is found.
  private func gain(
    at levels: [Double], _ random: inout SplitMix64
  ) -> Double? {
    for player in 0..<game.playerCount {
      for _ in 0..<Self.points {
        let (gain, scale, _) = change(of: player, at: levels, &random)
        if gain > Self.rounding * scale { return gain }
      }
    }
    return nil
  }

  /// Whether each player's choice makes a difference that rounding does not
  /// hide, and whether no other choice earns the same to the last digits: which
  /// of the two is better cannot be told then.
  private func matters(
    at levels: [Double], _ random: inout SplitMix64
  ) -> Bool {
    for player in 0..<game.playerCount {
      var matters = false
      for _ in 0..<Self.points {
        let (gain, scale, isFar) = change(of: player, at: levels, &random)
        if isFar && abs(gain) <= Self.doubt * scale { return false }
        matters = matters || abs(gain) > Self.matter * scale
      }
      guard matters else { return false }
    }
    return true
  }

  /// What a random deviation changes, how large what it is the difference of
  /// is, and whether it leads to levels that are told apart.
  private func change(
    of player: Int, at levels: [Double], _ random: inout SplitMix64
  ) -> (gain: Double, scale: Double, isFar: Bool) {
    var moved = levels
    let other = point(&random)
    for v in space.variables(of: player) { moved[v] = other[v] }
    let isFar = space.variables(of: player).contains {
      abs(moved[$0] - levels[$0]) > Self.distance * space.box[$0].width
    }
    let (gain, scale) = change(of: player, from: levels, to: moved)
    return (gain, scale, isFar)
  }

  /// What a change of levels does for a player, and how large what it is the
  /// difference of is.
  private func change(
    of player: Int, from levels: [Double], to moved: [Double]
  ) -> (gain: Double, scale: Double) {
    let gain =
      game.payoffs(at: moved)[player] - game.payoffs(at: levels)[player]
    let scale = [levels, moved, space.upperBounds].reduce(0) {
      $0 + size(at: $1)
    }
    return (gain, scale)
  }

  /// An equilibrium that best responses on grids end at and that is not
  /// listed.
  private func missed(_ random: inout SplitMix64) -> String? {
    guard space.dimension == game.playerCount else { return nil }
    for _ in 0..<Self.starts {
      var levels = point(&random)
      for _ in 0..<Self.rounds {
        let before = levels
        for player in 0..<game.playerCount { respond(player, &levels) }
        if levels != before { continue }
        if !isListed(levels), gain(at: levels, &random) == nil,
          !someStepGains(from: levels), matters(at: levels, &random)
        {
          return "said to be complete, but nobody gains at \(levels)"
        }
        break
      }
    }
    return nil
  }

  /// Whether some player gains by a step of any size, from half its interval
  /// down, which grids over a wide interval pass over.
  private func someStepGains(from levels: [Double]) -> Bool {
    space.box.indices.contains { v in
      (1...Self.halvings).contains { k in
        [-1.0, 1].contains { side in
          var moved = levels
          let step = side * space.box[v].width * pow(0.5, Double(k))
          moved[v] = min(
            max(levels[v] + step, space.lowerBounds[v]), space.upperBounds[v])
          let (gain, scale) = change(of: v, from: levels, to: moved)
          return gain > Self.rounding * scale
        }
      }
    }
  }

  private func isListed(_ levels: [Double]) -> Bool {
    func isNear(_ box: Box) -> Bool {
      levels.indices.allSatisfy {
        let room = Self.distance * space.box[$0].width
        return box[$0].lower - room <= levels[$0]
          && levels[$0] <= box[$0].upper + room
      }
    }
    return analysis.components.contains { isNear($0.box) }
      || analysis.equilibria.contains { isNear($0.levels.map { Interval($0) }) }
  }

  /// Moves a player to the best level of ever finer grids.
  private func respond(_ player: Int, _ levels: inout [Double]) {
    guard let v = space.variables(of: player).first else { return }
    var (low, high) = (space.lowerBounds[v], space.upperBounds[v])
    for _ in 0..<Self.refinements {
      var trial = levels
      var best = (payoff: -Double.infinity, level: levels[v])
      for k in 0...Self.cells {
        trial[v] = min(
          space.upperBounds[v],
          low + (high - low) * Double(k) / Double(Self.cells))
        let payoff = game.payoffs(at: trial)[player]
        if payoff > best.payoff { best = (payoff, trial[v]) }
      }
      let step = (high - low) / Double(Self.cells)
      (low, high) = (max(low, best.level - step), min(high, best.level + step))
      levels[v] = best.level
    }
  }

  private func point(_ random: inout SplitMix64) -> [Double] {
    space.lowerBounds.indices.map {
      let (low, high) = (space.lowerBounds[$0], space.upperBounds[$0])
      switch random.below(6) {
      case 0: return low
      case 1: return high
      default: return min(high, low + random.unit() * (high - low))
      }
    }
  }

  /// How large the parts are that payoffs are the sums of; some are differences
  /// of what is large where everybody shares, or to others.
  private func size(at levels: [Double]) -> Double {
    var size = game.payoffs(at: levels).reduce(0) { $0 + abs($1) }
    for (_, amounts) in game.breakdown(at: levels) {
      size += amounts.reduce(0) { $0 + abs($1) }
    }
    return size
  }

  private func size(of values: [Double]) -> Double {
    values.reduce(1e-12) { max($0, abs($1)) }
  }

  /// How many points are tried for each claim.
  private static let points = 60
  /// From how many points best responses are played, and for how long.
  private static let starts = 2
  private static let rounds = 60
  private static let cells = 20
  private static let refinements = 8
  /// How often the step of a deviation is halved.
  private static let halvings = 60
  /// A difference that is rounding, one that is none, one of which not even the
  /// sign is known, and one between equilibria that grids tell apart.
  private static let rounding = 1e-7
  private static let matter = 1e-3
  private static let doubt = 1e-13
  private static let distance = 1e-2
}

extension SplitMix64 {
  /// A number from 0 up to 1.
  fileprivate mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}
