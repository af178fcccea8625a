import Games

/// An equilibrium of the game that follows a commitment, judged.
package struct JudgedEquilibrium: Sendable {
  /// The equilibrium.
  package var equilibrium: Equilibrium
  /// What the committer earns; negative infinity where that is not defined,
  /// which counts as a violated constraint.
  package var objective: Double
  /// The objective, enclosed if the equilibrium is proven.
  var enclosure: Interval
  /// The least constraint, enclosed likewise; positive infinity without any.
  var slack: Interval
  /// What a selection by measure compares.
  var measure: Double

  /// Whether the constraints are known to hold.
  package var isFeasible: Bool { slack.lower >= 0 }
}

/// What follows a commitment: the equilibria of its game, judged.
package struct JudgedCommitment: Sendable {
  /// The parameters.
  package var parameters: [Double]
  /// The equilibria, by falling objective.
  package var equilibria: [JudgedEquilibrium]
  /// Whether it is proven that there is no other equilibrium.
  package var isComplete: Bool
  /// The position of the equilibrium that the committer is judged by; nil if
  /// there is none.
  package var selected: Int?
  /// Whether the constraints hold where they must.
  package var isFeasible: Bool

  /// What the committer earns where it is judged; nil if it is not feasible.
  package var value: Double? {
    guard isFeasible, let selected else { return nil }
    return equilibria[selected].objective
  }
}

extension Commitment {
  /// Judges every equilibrium of the game at some parameters.
  ///
  /// - Parameters:
  ///   - parameters: The parameters.
  ///   - search: The search for equilibria.
  ///   - starts: Profiles to start from besides, such as equilibria nearby.
  /// - Returns: The equilibria, and the one that counts.
  package func judged(
    at parameters: [Double], by search: BranchAndPrune,
    from starts: [[Double]] = []
  ) -> JudgedCommitment {
    var search = search
    search.multiStart.startingProfiles += starts
    let found = search.equilibria(of: family.game(at: parameters))
    return outcome(
      at: parameters, found.equilibria.map { judged($0, at: parameters) },
      isComplete: found.isComplete)
  }

  /// The judgement of a list of equilibria.
  func outcome(
    at parameters: [Double], _ equilibria: [JudgedEquilibrium],
    isComplete: Bool
  ) -> JudgedCommitment {
    let sorted = equilibria.sorted {
      $0.objective != $1.objective
        ? $0.objective > $1.objective
        : $1.equilibrium.levels.lexicographicallyPrecedes(
          $0.equilibrium.levels)
    }
    let selected = selected(among: sorted)
    return JudgedCommitment(
      parameters: parameters, equilibria: sorted, isComplete: isComplete,
      selected: selected,
      isFeasible: selection == .worst
        ? !sorted.isEmpty && sorted.allSatisfy(\.isFeasible)
        : selected.map { sorted[$0].isFeasible } ?? false)
  }

  /// The position of the equilibrium that counts among those by falling
  /// objective.
  private func selected(among sorted: [JudgedEquilibrium]) -> Int? {
    switch selection {
    case .worst: sorted.indices.last
    case .best: sorted.firstIndex(where: \.isFeasible) ?? sorted.indices.first
    case .highest:
      sorted.indices.max { sorted[$0].measure < sorted[$1].measure }
    case .lowest: sorted.indices.min { sorted[$0].measure < sorted[$1].measure }
    }
  }

  /// Judges one equilibrium.
  func judged(
    _ equilibrium: Equilibrium, at parameters: [Double]
  ) -> JudgedEquilibrium {
    let levels = equilibrium.levels
    let values = family.graph.payoffs(at: levels + parameters)
    let box: Box =
      if case .proven(let box, _) = equilibrium.certificate {
        box
      } else {
        levels.map { Interval($0) }
      }
    let point = box + parameters.map { Interval($0) }
    func enclosed(_ player: Int) -> Interval {
      family.graph.payoffEnclosure(of: player, over: point)
    }
    let isDefined = !values[objective].isNaN
    let slack = constraints.reduce(
      Interval(isDefined ? Double.infinity : -.infinity)
    ) { Interval.min($0, enclosed($1)) }
    let isMeasured = selection == .highest || selection == .lowest
    return JudgedEquilibrium(
      equilibrium: equilibrium,
      objective: isDefined ? values[objective] : -.infinity,
      enclosure: enclosed(objective), slack: slack,
      measure: isMeasured ? values[measure] : 0)
  }
}
