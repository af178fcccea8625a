import Games
import LinearAlgebra

/// Replies of a player with several variables to what the others do: local
/// maxima of its payoff, which need not be the best ones.
struct JointReply<G: Game> {
  private let game: G
  private let player: Int
  private let levels: [Double]

  /// How often every variable is moved, and how near a move is to none.
  private static var sweepLimit: Int { 60 }
  private static var rest: Double { 1e-12 }
  /// How far from the profile a climb starts, as a share of each interval.
  private static var kick: Double { 1e-3 }

  init(_ game: G, player: Int, against levels: [Double]) {
    self.game = game
    self.player = player
    self.levels = levels
  }

  /// What climbs end in that start at the lower ends, at the upper ends and on
  /// either side of the profile.
  var replies: [[Double]] {
    let own = game.strategies.variables(of: player)
    let space = game.strategies
    func start(_ level: (Int) -> Double) -> [Double] {
      var start = levels
      for v in own { start[v] = space.clamp(level(v), variable: v) }
      return start
    }
    func kicked(_ sign: Double) -> [Double] {
      start {
        levels[$0]
          + sign * Self.kick * (space.upperBounds[$0] - space.lowerBounds[$0])
      }
    }
    return [
      start { space.lowerBounds[$0] }, start { space.upperBounds[$0] },
      kicked(1), kicked(-1),
    ].map { climb(from: $0).elements(of: own) }
  }

  /// Moves one variable after the other to where its slope vanishes, along
  /// its own curvature; where the payoff is convex, all the way up.
  private func climb(from start: [Double]) -> [Double] {
    let own = game.strategies.variables(of: player)
    var point = start
    var slopes = start
    var jacobian = Matrix(rows: start.count, columns: start.count)
    for _ in 0..<Self.sweepLimit {
      var moved = 0.0
      for v in own {
        game.pseudoGradient(at: point, into: &slopes, jacobian: &jacobian)
        let curvature = jacobian[v, v]
        let reach =
          game.strategies.upperBounds[v] - game.strategies.lowerBounds[v]
        let step =
          curvature < 0
          ? -slopes[v] / curvature
          : slopes[v] > 0 ? reach : slopes[v] < 0 ? -reach : 0
        let target = game.strategies.clamp(point[v] + step, variable: v)
        moved = max(moved, abs(target - point[v]))
        point[v] = target
      }
      if !(moved > Self.rest) { break }
    }
    return point
  }
}
