import LinearAlgebra

// The planner's problem: a trust-region problem, whose shadow price is found by
// Newton's method and bisection with one factorisation a step.
extension TargetingInterventions {
  /// The best change by linear systems with `μI − wQ`, without eigenvectors
  /// except in the hard case; nil if LAPACK fails.
  func trustRegionChange() -> Change? {
    guard let curvature, let top = try? SymmetricEigendecomposition(curvature)
    else { return nil }
    let largest = max(top.eigenvalues.last ?? 0, 0)
    let force = curvature * statusQuo
    func change(_ price: Double) -> [Double]? {
      var system = curvature
      for k in system.elements.indices { system.elements[k] *= -1 }
      for i in force.indices { system[i, i] += price }
      return try? LUFactorization(system).solve(force)
    }
    let least = largest * (1 + Self.nearness) + Self.nearness * abs(weight)
    if weight > 0, let shift = hardCase(top, force, largest) { return shift }
    var (low, high) = (least, max(2 * least, abs(weight)))
    while let found = change(high), Vector.dot(found, found) > budget {
      high *= 2
    }
    for _ in 0..<Self.bisections {
      let middle = (low + high) / 2
      guard let found = change(middle) else { return nil }
      if Vector.dot(found, found) > budget {
        low = middle
      } else {
        high = middle
      }
    }
    let price = (low + high) / 2
    return change(price).map { Change(change: $0, price: price) }
  }

  /// How near to the largest eigenvalue, relative to it, the price may be.
  private static let nearness = 1e-13
  private static let bisections = 200

  /// The two optima if b̂ has no part along the leading eigenvector and the
  /// budget exceeds what the price can spend; nil otherwise.
  private func hardCase(
    _ top: SymmetricEigendecomposition, _ force: [Double], _ largest: Double
  ) -> Change? {
    let count = force.count
    var parts = force
    top.eigenvectors.multiplyTransposed(force, into: &parts)
    let size = Vector.euclideanNorm(force)
    var change = [Double](repeating: 0, count: count)
    var along: [Double]?
    for k in 0..<count {
      let vector = (0..<count).map { top.eigenvectors[$0, k] }
      let gap = largest - top.eigenvalues[k]
      if gap <= 1e-9 * largest {
        guard abs(parts[k]) <= 1e-10 * size else { return nil }
        along = along ?? vector
      } else {
        for i in 0..<count { change[i] += parts[k] / gap * vector[i] }
      }
    }
    let left = budget - Vector.dot(change, change)
    guard left > 0, let along else { return nil }
    let step = left.squareRoot()
    return Change(
      change: zip(change, along).map { $0 + step * $1 }, price: largest,
      alternative: zip(change, along).map { $0 - step * $1 })
  }
}

// The published formulas: the principal components of the network.
extension TargetingInterventions {
  /// The eigenvectors of the network's largest eigenvalue for complements,
  /// smallest for substitutes, one a column.
  var leadingEigenvectors: Matrix {
    guard let found = try? SymmetricEigendecomposition(network.matrix),
      let lowest = found.eigenvalues.first,
      let highest = found.eigenvalues.last
    else { return Matrix(rows: network.count, columns: 0) }
    let target = interaction >= 0 ? highest : lowest
    let columns = found.eigenvalues.indices.filter {
      abs(found.eigenvalues[$0] - target) <= 1e-9 * (1 + abs(target))
    }
    return Matrix(
      rows: (0..<network.count).map { i in
        columns.map { found.eigenvectors[i, $0] }
      })
  }

  /// The solution in the principal components of the network; in the hard case
  /// the change may have either sign and is left out.
  var closedForm: Record {
    let intervention = try? TargetedIntervention(
      network.matrix, interaction: interaction, welfareWeight: weight)
    guard let best = intervention?.optimum(from: statusQuo, budget: budget)
    else { return [:] }
    let form: Record = [
      "mu": Value(best.shadowPrice), "welfare": Value(best.welfare),
    ]
    guard best.isUnique else { return form }
    return form.merging([
      "y": Value(best.change), "b_star": Value(best.benefits),
      "a_star": Value(best.levels),
    ])
  }
}

// What must hold.
extension TargetingInterventions {
  static let grid =
    Record.grid([
      ("beta", [-0.3, -0.1, 0.1, 0.3]), ("C", [0.1, 1, 1e6]),
    ])
    + Record.grid([
      ("G", ["path4"]), ("bhat", [[1, 2, 0.5, 1]]), ("C", [0.5, 1e6]),
      ("beta", [-0.4, 0.2]),
    ])
    + Record.grid([("w", [-1]), ("beta", [-0.3]), ("C", [0.5, 2])])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "the intervention is better than any along one eigenvector",
      if: "w > 0", { $0.weight > 0 },
      unlike: ["w": -1, "beta": 0, "G": "empty2", "bhat": [1, 0], "C": 0.5]
    ) { model, answer in
      let simple = answer.values.number("welfare_simple_best_sign")
      let best = answer.values.number("welfare")
      return best >= simple * (1 - 1e-12)
        && best > answer.values.number("welfare_status_quo")
        && simple > answer.values.number("welfare_status_quo")
    },
    Proposition(
      "a large budget goes along the leading eigenvector",
      if: "w > 0, β ≠ 0, C > 10⁴ ‖bhat‖²",
      {
        $0.weight > 0 && $0.interaction != 0
          && $0.budget > 1e4 * Vector.dot($0.statusQuo, $0.statusQuo)
      },
      unlike: ["C": 0.01, "beta": 0.05]
    ) { _, answer in
      answer.values.number("cosine_similarity_with_leading_eigenspace") > 0.99
    },
    Proposition(
      "incentives are changed more along eigenvectors whose eigenvalue is "
        + "larger",
      if: "w > 0, β > 0, bhat along several of them",
      { $0.weight > 0 && $0.interaction > 0 && $0.hasSeveralParts },
      unlike: ["beta": -0.3]
    ) { model, answer in model.similarityRises(answer) },
    Proposition(
      "incentives are changed more along eigenvectors whose eigenvalue is "
        + "smaller",
      if: "w > 0, β < 0, bhat along several of them",
      { $0.weight > 0 && $0.interaction < 0 && $0.hasSeveralParts },
      unlike: ["beta": 0.3]
    ) { model, answer in model.similarityFalls(answer) },
  ]

  /// Whether incentives have parts along eigenvectors of different eigenvalues.
  private var hasSeveralParts: Bool {
    guard let found = try? SymmetricEigendecomposition(network.matrix) else {
      return false
    }
    var parts = statusQuo
    found.eigenvectors.multiplyTransposed(statusQuo, into: &parts)
    let values = zip(found.eigenvalues, parts).filter { abs($0.1) > 1e-9 }
      .map { $0.0 }
    return (values.last ?? 0) - (values.first ?? 0) > 1e-6
  }

  private func similarityRises(_ answer: Answer) -> Bool {
    let ratios = similarityRatios(answer)
    return zip(ratios, ratios.dropFirst()).allSatisfy { $0 <= $1 + 1e-6 * $1 }
      && ratios.first != ratios.last
  }

  private func similarityFalls(_ answer: Answer) -> Bool {
    let ratios = similarityRatios(answer)
    return zip(ratios, ratios.dropFirst()).allSatisfy { $1 <= $0 + 1e-6 * $0 }
      && ratios.first != ratios.last
  }

  /// By how much incentives change along each eigenvector, relative to what
  /// they were, in the order of ascending eigenvalues.
  private func similarityRatios(_ answer: Answer) -> [Double] {
    guard let found = try? SymmetricEigendecomposition(network.matrix),
      let change = answer.values["y"]?.numbers
    else { return [] }
    var (now, then) = (change, statusQuo)
    found.eigenvectors.multiplyTransposed(change, into: &now)
    found.eigenvectors.multiplyTransposed(statusQuo, into: &then)
    return zip(now, then).filter { abs($0.1) > 1e-9 }.map { $0 / $1 }
  }
}
