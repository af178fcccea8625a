import Equilibria
import Games
import Reports

/// Where two firms go from each pair of levels: paths from a grid of starts in
/// the colour of the equilibrium at which they end, which shows the basins.
struct PhasePortrait {
  /// The picture.
  let document: SVGDocument

  /// How many starts there are in each direction.
  private static let starts = 9

  /// The portrait; nil unless two players move.
  ///
  /// - Parameters:
  ///   - attractors: The process and its equilibria.
  ///   - names: The names of the players.
  ///   - limit: The limit on periods.
  init?(of attractors: Attractors, names: [String], limit: Int) {
    let space = attractors.process.game.strategies
    guard space.dimension == 2, names.count == 2,
      zip(space.lowerBounds, space.upperBounds).allSatisfy({ $0 < $1 })
    else { return nil }
    func marks(_ i: Int) -> [Double] {
      let (low, high) = (space.lowerBounds[i], space.upperBounds[i])
      return (0..<Self.starts).map {
        low + (high - low) * Double($0) / Double(Self.starts - 1)
      }
    }
    var chart = Chart(
      title: "Where levels go", summary: Self.summary(attractors),
      horizontal: ("level of \(names[0])", marks(0)),
      vertical: ("level of \(names[1])", marks(1)))
    for x in marks(0) {
      for y in marks(1) {
        let path = attractors.path(from: [x, y], limit: limit)
        chart.addLine(
          path.levels[...path.periods].map { ($0[0], $0[1]) },
          ink: Self.ink(path.reached),
          width: 1)
        chart.addMark(.dot, at: (x, y), ink: Self.ink(path.reached))
      }
    }
    for (k, levels) in attractors.equilibria.enumerated() {
      let mark: Chart.Mark =
        attractors.settles(k) ? .star : .openSquare
      chart.addMark(mark, at: (levels[0], levels[1]), ink: Self.ink(k))
      chart.explain("equilibrium \(k + 1)", mark: mark, ink: Self.ink(k))
    }
    document = chart.document
  }

  private static func ink(_ equilibrium: Int?) -> Ink {
    equilibrium.map { Ink.series[$0 % Ink.series.count] } ?? .faint
  }

  private static func summary(_ attractors: Attractors) -> String {
    attractors.equilibria.enumerated().map { k, levels in
      let place = levels.map { NumberText.fixed($0, decimals: 2) }
        .joined(separator: " ")
      return "equilibrium \(k + 1) at \(place) "
        + (attractors.settles(k) ? "attracts" : "does not attract")
    }.joined(separator: "; ")
  }
}
