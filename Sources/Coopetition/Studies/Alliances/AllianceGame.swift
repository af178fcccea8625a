import Games

/// The game that some alliances make of a scenario.
struct AllianceGame: Sendable {
  /// The members of each alliance.
  let blocks: [[Int]]
  /// What each player earns.
  let members: any ScenarioGame
  /// The game whose equilibria count: between the alliances that decide
  /// jointly and everybody else.
  let between: GameBetweenGroups
  /// What each player pays besides; empty if the payoffs contain it.
  let overheads: [Double]

  /// What each player earns.
  func payoffs(at levels: [Double]) -> [Double] {
    let payoffs = members.payoffs(at: levels)
    return overheads.isEmpty ? payoffs : zip(payoffs, overheads).map { $0 - $1 }
  }

  /// Encloses what each player earns over a box.
  func payoffEnclosures(over box: Box) -> [Interval] {
    let payoffs = members.payoffEnclosures(over: box)
    return overheads.isEmpty
      ? payoffs : zip(payoffs, overheads).map { $0 - Interval($1) }
  }

  /// Encloses the regret of an equilibrium, if that was not done before.
  func regret(of one: AllianceEquilibrium) -> Interval {
    one.equilibrium.regret.upper.isFinite
      ? one.equilibrium.regret : between.regret(at: one.levels)
  }

  /// What all earn together, less subsidies.
  func welfare(at levels: [Double]) -> Double {
    overheads.reduce(members.welfare(at: levels), -)
  }

  /// The average level, by knowledge where firms have it.
  func openness(at levels: [Double]) -> Double {
    guard let firms = members.firms else { return levels.reduce(0, +) }
    let total = firms.reduce(0) { $0 + $1.knowledge }
    return zip(firms, levels).reduce(0) {
      $0 + $1.0.knowledge * $1.1
    } / total
  }
}

extension ScenarioGame {
  /// How much of the innovation of some firms goes back to each of them:
  /// `Σ_j π X_j A_ji s_i / q_j` over the firms j; zeros without firms.
  func contributions<S: Scalar>(
    of block: [Int], at levels: Profile<S>
  ) -> [S] {
    playingCluster?.credits(of: block, at: levels) ?? block.map { _ in .zero }
  }
}

extension Cluster {
  /// The value of the members' innovation, credited to those of them whose
  /// knowledge it uses, by their parts of the inflow.
  ///
  /// - Complexity: O(links + members² · links of a firm).
  fileprivate func credits<S: Scalar>(
    of members: [Int], at levels: Profile<S>
  ) -> [S] {
    let model = SharingModel(self)
    var credits = members.map { _ in S.zero }
    for j in members {
      let inflow = model.inflow(of: j, at: levels)
      guard inflow != .zero else { continue }
      let gain = S(environment) * S(firms[j].opportunity) * S(success)
      // What a unit of inflow brings.
      let value =
        gain * innovation(of: j, from: inflow, sharing: levels[j]) / inflow
      for (place, i) in members.enumerated() {
        credits[place] += value * model.flow(from: i, to: j, at: levels)
      }
    }
    return credits
  }

  /// `φ(q (1 + κ s))` of a firm that receives q and shares s; linear between
  /// nothing and everything where there is no level between.
  fileprivate func innovation<S: Scalar>(
    of firm: Int, from inflow: S, sharing level: S
  ) -> S {
    let returns = DiminishingReturns(curvature: model.curvature)
    func innovation(_ level: S) -> S {
      returns.value(inflow * (1 + S(model.reciprocity) * level))
    }
    let cap = S(firms[firm].cap)
    guard model.choice == .all, cap != .zero else { return innovation(level) }
    let share = level / cap
    return (1 - share) * innovation(.zero) + share * innovation(cap)
  }
}
