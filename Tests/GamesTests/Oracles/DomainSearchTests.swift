import Games
import Testing

/// A payoff with a pole, a root of a margin, or a logarithm.
private struct Hazard: Game {
  enum Kind: Sendable { case pole, margin, logarithm, safe, narrow }

  let kind: Kind
  let strategies = StrategySpace(players: 2, levels: 0...1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let (x, y) = (levels[player], levels[1 - player])
    return switch kind {
    case .pole: 1 / (x - 0.3) + y
    case .margin: S.sqrt(x - y + 0.5)
    case .logarithm: y * S.log(x)
    case .safe: S.log(1 + x - y * x)
    // Positive, which needs cutting: x² − x + ¼ + small.
    case .narrow: S.log(x * x - x + 0.26)
    }
  }
}

@Suite struct DomainSearchTests {
  private func verdict(_ kind: Hazard.Kind) -> DomainSearch.Verdict {
    let game = Hazard(kind: kind)
    return DomainSearch().verdict(on: game, over: game.strategies.box)
  }

  @Test func findsWhereAPayoffIsUndefined() {
    guard case .undefined(let player, let part) = verdict(.pole) else {
      Issue.record("the pole was not found")
      return
    }
    #expect(player == 0 && part[0] == Interval(0.3))
    guard case .undefined(_, let margin) = verdict(.margin) else {
      Issue.record("the margin was not found")
      return
    }
    #expect(margin[1].lower - margin[0].upper >= 0.5)
    guard case .undefined(_, let edge) = verdict(.logarithm) else {
      Issue.record("the edge was not found")
      return
    }
    #expect(edge[0] == .zero)
  }

  @Test func provesThatPayoffsAreDefined() {
    #expect(verdict(.narrow) == .everywhere)
    let game = Hazard(kind: .margin)
    #expect(game.isTotal(over: [Interval(0.6...1), Interval(0.6...1)]))
  }

  @Test func nothingIsKnownOfRegretAcrossAHole() {
    let regret = Hazard(kind: .margin).regret(at: [1, 1])
    #expect(regret.upper == .infinity)
  }
}
