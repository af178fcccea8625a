import Games

/// Bargaining over a disagreement: profiles that leave nobody worse off, one
/// for each ``BargainingSolution``.
///
/// Of games with few variables profiles are sought that make everybody
/// strictly better off, by maximising the least gain from several starts; from
/// there the product of the gains, or a sum of payoffs behind a barrier that is
/// lowered step by step (`GuardedSum`), is maximised. For many variables a
/// barrier takes the place of the least gain as well (`GuardedLeastGain`),
/// and what cannot be met by anybody who provably cannot gain is left to the
/// others; everything then uses first derivatives and products with Hessians.
///
/// How far from the best a choice can be is bounded by its multipliers, and for
/// few variables by boxes: one rule of proof. Boxes bound nothing for Kalai and
/// Smorodinsky, whose shares follow from largest gains that are found.
public struct Bargaining: Sendable {
  /// The least gain that counts as strictly better, relative to the size of
  /// gains.
  public var leastGain: Double
  /// The search for the greatest least gain.
  public var egalitarian: EgalitarianMaximization
  /// The method for sums of payoffs.
  public var local: BoundedMaximization
  /// The search for the greatest product of gains; its limits on boxes are
  /// those of the greatest least gain too.
  public var product: GlobalMaximization
  /// The largest number of players for whom the largest gain of each is
  /// sought; beyond, what interval arithmetic allows each is taken for it.
  public var idealLimit: Int
  /// The barrier at the end, relative to the gains.
  public var leastBarrier: Double
  /// The largest number of variables for which matrices are formed.
  public var denseLimit: Int
  /// The relative accuracy asked for beyond that.
  public var accuracy: Double
  /// The proof by multipliers of how far each choice can be from the best.
  public var proof: GlobalMaximization
  /// The proof that there is no mutual gain.
  public var absence: LeastGainProof
  /// Is asked now and then whether to go on; what is known is returned if not.
  public var monitor: Monitor

  /// Bargaining with its limits; see the properties.
  public init(
    leastGain: Double = 1e-9,
    egalitarian: EgalitarianMaximization = EgalitarianMaximization(),
    local: BoundedMaximization = BoundedMaximization(),
    product: GlobalMaximization = GlobalMaximization(
      tolerance: 1e-9, boxLimit: 200, branchingLimit: 6),
    idealLimit: Int = 40, leastBarrier: Double = 1e-11,
    denseLimit: Int = 150, accuracy: Double = 1e-5,
    proof: GlobalMaximization = GlobalMaximization(
      tolerance: 1e-6, boxLimit: 100, usesStandardStarts: false,
      branchingLimit: 12),
    absence: LeastGainProof = LeastGainProof(),
    monitor: Monitor = .unattended
  ) {
    self.leastGain = leastGain
    self.egalitarian = egalitarian
    self.local = local
    self.product = product
    self.idealLimit = idealLimit
    self.leastBarrier = leastBarrier
    self.denseLimit = denseLimit
    self.accuracy = accuracy
    self.proof = proof
    self.absence = absence
    self.monitor = monitor
  }

  /// Bargains.
  ///
  /// - Parameters:
  ///   - problem: Who bargains over what.
  ///   - solutions: The ways of choosing.
  /// - Returns: What each way comes to, in order.
  package func outcomes(
    of problem: BargainingProblem<some Game>,
    choosing solutions: [BargainingSolution]
  ) -> [BargainingOutcome] {
    guard problem.disagreement.allSatisfy(\.isFinite) else {
      return solutions.map { _ in .noMutualGain(isProven: false) }
    }
    var method: any BargainingMethod =
      problem.game.strategies.dimension > denseLimit
      ? BarrierBargaining(self, problem) : DenseBargaining(self, problem)
    let choices = solutions.map { method.choice($0) }
    let isExcluded =
      choices.contains { $0 == nil } && goesOn && method.excludesMutualGain()
    return zip(solutions, choices).map { solution, choice in
      choice.map { .agreement(conclude($0, solution, of: problem)) }
        ?? .noMutualGain(isProven: isExcluded)
    }
  }

  /// Whether the search goes on.
  var goesOn: Bool { monitor.continues("improvements", done: 0) }

  /// A choice with what is known of it.
  private func conclude(
    _ choice: BargainingChoice, _ solution: BargainingSolution,
    of problem: BargainingProblem<some Game>
  ) -> Bargain {
    let game = problem.game
    let size = size(of: choice, in: problem)
    let largest = proof.tolerance * size
    var gap = min(choice.gap, choice.excess ?? excess(of: choice, in: problem))
    if gap > largest {
      gap = min(gap, gapByBoxes(of: choice, in: problem, largest: largest))
    }
    return Bargain(
      solution: solution, levels: choice.levels,
      payoffs: game.payoffs(at: choice.levels),
      disagreement: problem.disagreement,
      welfare: game.welfare(at: choice.levels),
      residual: game.projectedSlope(
        of: choice.multipliers, at: choice.levels) / size,
      multipliers: choice.multipliers, gap: gap, isProven: gap <= largest)
  }

  /// The size of a choice's weighted gains, to which tolerances are relative.
  private func size(
    of choice: BargainingChoice, in problem: BargainingProblem<some Game>
  ) -> Double {
    zip(choice.multipliers, problem.gains(at: choice.levels)).reduce(0) {
      $0 + abs($1.0 * $1.1)
    }
  }

  /// What Lagrange's bound leaves beyond a choice.
  func excess(
    of choice: BargainingChoice, in problem: BargainingProblem<some Game>
  ) -> Double {
    LagrangeBound(search: proof).excess(
      in: problem.game, over: problem.disagreement,
      multipliers: choice.multipliers, value: choice.value, at: choice.levels,
      size: size(of: choice, in: problem))
  }

  /// Whether Lagrange's bound, as far as it is known, proves a choice.
  func proves(
    _ choice: BargainingChoice, in problem: BargainingProblem<some Game>
  ) -> Bool {
    let largest = proof.tolerance * size(of: choice, in: problem)
    return choice.excess.map { $0 <= largest } ?? false
  }

  /// By how much another least gain may be greater, for few variables.
  private func gapByBoxes(
    of choice: BargainingChoice, in problem: BargainingProblem<some Game>,
    largest: Double
  ) -> Double {
    guard let units = choice.units,
      problem.game.strategies.dimension <= product.branchingLimit
    else { return .infinity }
    let bound = LeastGainProof(
      tolerance: largest / 2, boxLimit: product.boxLimit,
      branchingLimit: product.branchingLimit
    ).bound(
      problem.game, over: problem.disagreement, units: units,
      shares: zip(choice.multipliers, units).map { $0 * $1 },
      floor: choice.value, at: choice.levels)
    return max(0, bound.upperBound - choice.value)
  }
}

/// A way to bargain over one problem.
protocol BargainingMethod {
  /// What a solution chooses; nil if no profile is known to make everybody who
  /// can gain better off.
  mutating func choice(_ solution: BargainingSolution) -> BargainingChoice?

  /// Whether it is proven that no profile makes everybody better off.
  mutating func excludesMutualGain() -> Bool
}

/// A profile that was chosen, with what makes it the best.
struct BargainingChoice: Equatable {
  var levels: [Double]
  /// What a unit of each payoff is worth.
  var multipliers: [Double]
  /// The weighted gains, `Σ m_i g_i`, of no profile that is better can be less
  /// than this: the value by Lagrange's bound.
  var value: Double
  /// The units of the least gain if that was maximised.
  var units: [Double]?
  /// What Lagrange's bound leaves beyond the value, if that is known.
  var excess: Double?
  /// By how much another value may be greater, if that is known.
  var gap = Double.infinity
}

extension Game {
  /// Profiles that leave nobody worse off than a disagreement, such as an
  /// equilibrium, one for each way of choosing among them.
  ///
  /// ```swift
  /// for better in game.improvements(over: equilibrium.levels) {
  ///   print(better.solution, better.gains)
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - levels: The profile that is played if no agreement is reached.
  ///   - weights: What each player counts, positive; 1 each if nil.
  ///   - solutions: The ways of choosing.
  ///   - bargaining: The method and its limits.
  /// - Returns: One bargain for each way, in order; none where nobody can
  ///   gain, as far as the search tells.
  public func improvements(
    over levels: [Double], weights: [Double]? = nil,
    choosing solutions: [BargainingSolution] = BargainingSolution.allCases,
    using bargaining: Bargaining = Bargaining()
  ) -> [Bargain] {
    bargaining.outcomes(
      of: BargainingProblem(self, over: levels, weights: weights),
      choosing: solutions
    ).compactMap(\.bargain)
  }

  /// Nash's bargaining solution over the payoffs of an equilibrium.
  ///
  /// ```swift
  /// let agreement = game.nashBargain(over: equilibrium).bargain
  /// ```
  ///
  /// - Parameters:
  ///   - equilibrium: What happens if no agreement is reached.
  ///   - weights: The bargaining power of each player; 1 each if nil.
  ///   - starts: Profiles to start from besides the usual ones.
  ///   - bargaining: The method and its limits.
  /// - Returns: The best agreement found, or that there is none.
  public func nashBargain(
    over equilibrium: Equilibrium, weights: [Double]? = nil,
    from starts: [[Double]] = [],
    using bargaining: Bargaining = Bargaining()
  ) -> BargainingOutcome {
    bargaining.outcomes(
      of: BargainingProblem(
        self, over: equilibrium.levels, weights: weights, from: starts),
      choosing: [.nash])[0]
  }
}
