import Games
import LinearAlgebra

/// The standard sharing game with one of the cluster's numbers as a variable.
///
/// It states every payoff a second time, from the cluster's own numbers and in
/// one scalar, where ``SharingGame`` keeps products of them: so that payoffs
/// can be differentiated and enclosed in the number too. The tests hold the two
/// together.
///
/// The last player owns the number, and pays the subsidies: the sum of all
/// payoffs is welfare.
struct SharingGraph: Game {
  let strategies: StrategySpace
  private let cluster: Cluster
  private let parameter: ClusterParameter
  private let variedFirms: Range<Int>
  private let variedOfFirm: (any PartialKeyPath<Firm> & Sendable)?
  private let variedOfCluster: (any PartialKeyPath<Cluster> & Sendable)?
  /// `γ_ij τ_ij`, receivers in rows.
  private let usable: StructuredMatrix
  /// The same, providers in rows.
  private let provided: StructuredMatrix
  private let rivalry: StructuredMatrix
  private let subsidyRates: [Double]

  /// The graph of a parameter over a range.
  init(
    _ cluster: Cluster, _ parameter: ClusterParameter,
    over range: ClosedRange<Double>
  ) {
    let firms = cluster.firms
    self.cluster = cluster
    self.parameter = parameter
    (variedFirms, variedOfFirm) = parameter.variedNumbers(count: firms.count)
    variedOfCluster = parameter.variedClusterNumber
    usable = cluster.complementarity.matrix(order: firms.count)
      .elementwiseProduct(cluster.access.matrix(for: firms))
    provided = usable.transposed()
    rivalry = cluster.rivalry.matrix(order: firms.count)
    subsidyRates = cluster.policy.subsidy.rates(count: firms.count)
    var caps = firms.map(\.cap)
    if parameter.variesCaps {
      for i in variedFirms { caps[i] = range.upperBound }
    }
    strategies = StrategySpace(levels: caps.map { 0...$0 } + [range])
  }

  /// The payoff of a firm; that of the parameter's owner is what the subsidies
  /// cost.
  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    guard player < cluster.firms.count else { return -outlay(at: levels) }
    let (i, own) = (player, levels[player])
    let inflow = inflow(of: i, at: levels)
    let environment = shared(\.environment, levels)
    let leaked = leaked(of: i, at: levels) * own
    var sum = environment * firm(i, \.opportunity, levels)
    sum *= returns(
      inflow * (1 + shared(\.model.reciprocity, levels) * own),
      \.model.curvature, levels)
    sum +=
      environment * firm(i, \.innovationCost, levels) * inflow
      / (1 + inflow)
    sum -=
      firm(i, \.irreplaceability, levels)
      * firm(i, \.marketAtRisk, levels) * leaked
    sum -=
      firm(i, \.linearCost, levels) * own
      + firm(i, \.quadraticCost, levels) * S.pow(own, 2) / 2
    sum += subsidy(of: i, levels) * own + firm(i, \.baseProfit, levels)
    return sum + premium(of: i, at: levels) + fees(of: i, inflow, levels)
      - stealing(of: i, at: levels)
  }

  // MARK: Numbers

  @inline(__always)
  private func isVaried(_ path: PartialKeyPath<Cluster>) -> Bool {
    guard let varied: PartialKeyPath<Cluster> = variedOfCluster else {
      return false
    }
    return varied == path
  }

  @inline(__always)
  private func isVaried(_ path: PartialKeyPath<Firm>) -> Bool {
    guard let varied: PartialKeyPath<Firm> = variedOfFirm else { return false }
    return varied == path
  }

  private func isScaled(_ links: PartialKeyPath<Cluster>) -> Bool {
    guard let varied: PartialKeyPath<Cluster> = parameter.variedLinks else {
      return false
    }
    return varied == links
  }

  /// A number of the cluster.
  @inline(__always)
  private func shared<S: Scalar>(
    _ path: KeyPath<Cluster, Double>, _ levels: Profile<S>
  ) -> S {
    isVaried(path)
      ? levels[cluster.firms.count] : S(cluster[keyPath: path])
  }

  /// A number of a firm.
  @inline(__always)
  private func firm<S: Scalar>(
    _ index: Int, _ path: KeyPath<Firm, Double>, _ levels: Profile<S>
  ) -> S {
    variedFirms.contains(index) && isVaried(path)
      ? levels[cluster.firms.count] : S(cluster.firms[index][keyPath: path])
  }

  private func subsidy<S: Scalar>(of index: Int, _ levels: Profile<S>) -> S {
    parameter.variesSubsidy(of: index)
      ? levels[cluster.firms.count] : S(subsidyRates[index])
  }

  /// The factor on the links of a matrix.
  private func factor<S: Scalar>(
    _ links: PartialKeyPath<Cluster>, _ levels: Profile<S>
  ) -> S {
    isScaled(links) ? levels[cluster.firms.count] : 1
  }

  private func isUsed(_ path: KeyPath<Cluster, Double>) -> Bool {
    cluster[keyPath: path] != 0 || isVaried(path)
  }

  // MARK: Flows

  /// `q_i = Σ_j α_i γ_ij τ_ij K_j s_j`.
  private func inflow<S: Scalar>(of i: Int, at levels: Profile<S>) -> S {
    var sum = S.zero
    usable.forEachElement(inRow: i) { j, weight in
      guard j != i else { return }
      sum += S(weight) * firm(j, \.knowledge, levels) * levels[j]
    }
    return sum * firm(i, \.absorptiveCapacity, levels)
      * factor(\.complementarity, levels)
  }

  /// `Σ_j ρ_ij f_ji` per unit of the level of firm i.
  private func leaked<S: Scalar>(of i: Int, at levels: Profile<S>) -> S {
    var sum = S.zero
    provided.forEachElement(inRow: i) { j, weight in
      let rivalry = rivalry.element(i, j)
      guard j != i, rivalry != 0 else { return }
      sum += S(rivalry) * S(weight) * firm(j, \.absorptiveCapacity, levels)
    }
    return sum * firm(i, \.knowledge, levels)
      * factor(\.complementarity, levels) * factor(\.rivalry, levels)
  }

  /// `p (Σ_j f_ji s_i − q_i)`.
  private func fees<S: Scalar>(
    of i: Int, _ inflow: S, _ levels: Profile<S>
  ) -> S {
    guard isUsed(\.policy.price) else { return .zero }
    var sum = S.zero
    provided.forEachElement(inRow: i) { j, weight in
      guard j != i else { return }
      sum += S(weight) * firm(j, \.absorptiveCapacity, levels)
    }
    let sold =
      sum * firm(i, \.knowledge, levels) * factor(\.complementarity, levels)
      * levels[i]
    return shared(\.policy.price, levels) * (sold - inflow)
  }

  /// `β m_i Σ_j ρ_ij (q_j − f_ji)`, without the firm's own part.
  private func stealing<S: Scalar>(of i: Int, at levels: Profile<S>) -> S {
    guard isUsed(\.model.stealing) else { return .zero }
    var sum = S.zero
    rivalry.forEachElement(inRow: i) { j, rivalry in
      guard j != i else { return }
      var received = S.zero
      usable.forEachElement(inRow: j) { k, weight in
        guard k != i, k != j else { return }
        received += S(weight) * firm(k, \.knowledge, levels) * levels[k]
      }
      sum += S(rivalry) * firm(j, \.absorptiveCapacity, levels) * received
    }
    return shared(\.model.stealing, levels) * firm(i, \.marketAtRisk, levels)
      * sum * factor(\.complementarity, levels) * factor(\.rivalry, levels)
  }

  // MARK: Premium and policy

  /// `ω_i B φ(D; ε_P)`.
  private func premium<S: Scalar>(of i: Int, at levels: Profile<S>) -> S {
    guard isUsed(\.premium.value) else { return .zero }
    var (total, disclosed) = (S.zero, S.zero)
    for j in cluster.firms.indices {
      let knowledge: S = firm(j, \.knowledge, levels)
      total += knowledge
      disclosed += knowledge * levels[j]
    }
    let share: S
    switch cluster.premium.shares {
    case .equal: share = 1 / S(Double(cluster.firms.count))
    case .knowledge: share = firm(i, \.knowledge, levels) / total
    case .fractions(let fractions): share = S(fractions[i])
    }
    return share * shared(\.premium.value, levels)
      * returns(disclosed / total, \.premium.curvature, levels)
  }

  /// What all subsidies cost.
  private func outlay<S: Scalar>(at levels: Profile<S>) -> S {
    cluster.firms.indices.reduce(S.zero) {
      $0 + subsidy(of: $1, levels) * levels[$1]
    }
  }

  private func returns<S: Scalar>(
    _ z: S, _ path: KeyPath<Cluster, Double>, _ levels: Profile<S>
  ) -> S {
    isVaried(path)
      ? CurvatureIntegral.value(z, curvature: levels[cluster.firms.count])
      : DiminishingReturns(curvature: cluster[keyPath: path]).value(z)
  }
}
