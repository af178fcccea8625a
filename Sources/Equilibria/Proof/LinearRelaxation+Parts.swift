import Games
import LinearAlgebra

// The programs for levels and sums, which are most of them, run side by side:
// where one cell is open, there is nothing else to do at a time.
extension LinearRelaxation {
  /// Into how many parts programs are divided, for any number of threads: so
  /// that it changes no bit of a result.
  private static let parts = 2
  /// Programs with fewer variables are not worth dividing.
  private static let fewVariables = 32

  /// What the programs of a part tell.
  private struct Part: Sendable {
    var box: Box
    var sums: [LinearSum]
    /// Whether something is left.
    var isLeft = true
    var programs = 0
  }

  /// Bounds every level, then the sums that the next conditions depend on; each
  /// part starts at the vertex of the last program.
  mutating func tighten<G: Game>(
    _ box: inout Box, _ sums: inout [LinearSum], of game: G
  ) -> Step {
    let (relaxation, start, known) = (self, box, sums)
    let count = box.count < Self.fewVariables ? 1 : Self.parts
    let parts = Parallel.assisted(count) { k in
      relaxation.part(of: start, known, of: game) { $0 % count == k }
    }
    programs += parts.reduce(0) { $0 + $1.programs }
    sums = parts.flatMap(\.sums)
    for part in parts {
      guard part.isLeft, let common = box.intersection(part.box) else {
        return .empty
      }
      box = common
    }
    return .bounded
  }

  /// Bounds the levels and sums of some variables and players.
  private func part<G: Game>(
    of box: Box, _ known: [LinearSum], of game: G,
    holds: (Int) -> Bool
  ) -> Part {
    var relaxation = self
    relaxation.programs = 0
    var part = Part(box: box, sums: known.filter { holds($0.player) })
    var step = Step.bounded
    for isLower in [true, false] where step == .bounded {
      step = relaxation.tighten(&part.box, isLower: isLower, where: holds)
    }
    if step == .bounded {
      part.sums = game.linearSums(over: part.box, where: known)
        .filter { holds($0.player) }
      step = relaxation.tighten(&part.sums, in: &part.box)
    }
    part.isLeft = step != .empty
    part.programs = relaxation.programs
    return part
  }
}
