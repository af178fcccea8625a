import Games
import Reports

/// How two players answer one another: the best response of each as a curve,
/// and the equilibria where the curves meet.
public struct BestResponsePicture: Sendable {
  /// The analysis whose equilibria are shown.
  public let analysis: Analysis

  /// A picture of a game of two players with one variable each.
  ///
  /// - Throws: `ScenarioError` if the game is no such game.
  public init(_ analysis: Analysis) throws(ScenarioError) {
    guard Self.draws(analysis.game) else {
      throw ScenarioError(
        "best responses are drawn for two \(analysis.game.playerNoun)s with "
          + "one level each; pareto --plot draws fronts for any number")
    }
    self.analysis = analysis
  }

  /// Whether there is a picture of a game: one of two players with one variable
  /// each, whom no constraint holds back.
  public static func draws(_ game: any ScenarioGame) -> Bool {
    let space = game.strategies
    return space.playerCount == 2 && space.dimension == 2
      && space.hasOneVariableEach
      && (game as? FormulaGame)?.isConstrained != true
  }

  /// The picture.
  public var document: SVGDocument {
    let game = analysis.game
    let names = game.variableNames
    let space = game.strategies
    let ends = { (v: Int) in [space.lowerBounds[v], space.upperBounds[v]] }
    var chart = Chart(
      title: "\(game.name): best responses", summary: summary,
      horizontal: ("level of \(names[0])", ends(0)),
      vertical: ("level of \(names[1])", ends(1)))
    let inks = [Ink.blue, .orange]
    let dashes = ["none", "8 4"]
    for player in 0..<2 {
      for piece in BestResponseCurve(of: player, in: game).pieces {
        chart.addLine(
          piece.map { player == 0 ? ($0.own, $0.other) : ($0.other, $0.own) },
          ink: inks[player], dash: dashes[player], width: 2.5)
      }
      chart.explain(
        "\(game.playerNames[player])'s best response",
        ink: inks[player], dash: dashes[player])
    }
    drawEquilibria(on: &chart)
    return chart.document
  }

  private func drawEquilibria(on chart: inout Chart) {
    var shown: Set<Bool> = []
    for outcome in analysis.equilibria {
      let isStable = outcome.isStable
      let mark = isStable ? Chart.Mark.dot : .ring
      chart.addMark(
        mark, at: (outcome.levels[0], outcome.levels[1]), ink: .red)
      if shown.insert(isStable).inserted {
        chart.explain(
          isStable ? "stable equilibrium" : "other equilibrium", mark: mark,
          ink: .red)
      }
    }
    chart.addMark(
      .star, at: (analysis.optimum.levels[0], analysis.optimum.levels[1]),
      ink: .leaf)
    chart.explain("social optimum", mark: .star, ink: .leaf)
  }

  private var summary: String {
    let names = analysis.game.variableNames
    let places = analysis.equilibria.map { outcome in
      "\(outcome.equilibrium.stability.rawValue) at "
        + "(\(NumberText.significant(outcome.levels[0])), "
        + "\(NumberText.significant(outcome.levels[1])))"
    }
    return
      "Each player's best level for every level of the other, \(names[0]) to "
      + "the right, \(names[1]) upwards. The curves meet in "
      + "\(NumberText.counted(places.count, "equilibrium", "equilibria")): "
      + places.joined(separator: "; ") + "."
  }
}

/// The best response of one of two players to a grid of levels of the other.
struct BestResponseCurve {
  /// A level of the other and the best own level.
  typealias Point = (other: Double, own: Double)

  /// The curve, cut where it jumps.
  private(set) var pieces: [[Point]] = []

  init(of player: Int, in game: any ScenarioGame) {
    let space = game.strategies
    let other = 1 - player
    let (low, high) = (space.lowerBounds[other], space.upperBounds[other])
    let jump =
      Self.jumpShare
      * (space.upperBounds[player] - space.lowerBounds[player])
    func point(_ level: Double) -> Point {
      (level, Self.best(for: player, against: level, in: game))
    }
    var piece = [point(low)]
    for k in 1...Self.gridSteps {
      let level = low + (high - low) * Double(k) / Double(Self.gridSteps)
      // What is still to be reached from the end of the piece, the next last.
      var open = [point(level)]
      while let next = open.last, let last = piece.last {
        let middle = last.other + (next.other - last.other) / 2
        if abs(next.own - last.own) <= jump {
          piece.append(next)
          open.removeLast()
        } else if next.other - last.other > Self.resolution * (high - low) {
          open.append(point(middle))
        } else {
          pieces.append(piece)
          piece = [next]
          open.removeLast()
        }
      }
    }
    pieces.append(piece)
  }

  /// The best own level: the best of a grid, refined by golden sections.
  private static func best(
    for player: Int, against level: Double, in game: any ScenarioGame
  ) -> Double {
    let space = game.strategies
    let (low, high) = (space.lowerBounds[player], space.upperBounds[player])
    func payoff(_ own: Double) -> Double {
      game.payoff(
        of: player, at: player == 0 ? [own, level] : [level, own])
    }
    let step = (high - low) / Double(ownSteps)
    let grid = (0...ownSteps).map { k in
      k == ownSteps ? high : low + step * Double(k)
    }
    let peak = grid.max { payoff($0) < payoff($1) } ?? low
    var (left, right) = (max(low, peak - step), min(high, peak + step))
    for _ in 0..<sections {
      let inner = right - goldenShare * (right - left)
      let outer = left + goldenShare * (right - left)
      if payoff(inner) >= payoff(outer) { right = outer } else { left = inner }
    }
    let middle = (left + right) / 2
    return [low, high, middle].max { payoff($0) < payoff($1) } ?? middle
  }

  private static let gridSteps = 240
  private static let ownSteps = 60
  private static let sections = 32
  private static let goldenShare = 0.6180339887498949
  /// The share of the bounds beyond which a step of the curve is halved.
  private static let jumpShare = 0.05
  /// The share of the other's bounds within which such a step is a jump.
  private static let resolution = 1e-9
}
