import LinearAlgebra

// The published formulas.
extension KeyPlayer {
  var closedForm: Record {
    guard let complementarity else {
      return network == .bridge
        ? ["a_switch": Value((3 - Double.sqrt(5)) / 4)] : [:]
    }
    let a = complementarity / ownSlope
    let system = Matrix(
      rows: network.weights.enumerated().map { i, row in
        row.enumerated().map { j, weight in (i == j ? 1 : 0) - a * weight }
      })
    guard let inverse = try? LUFactorization(system).inverse else { return [:] }
    let b = inverse * network.weights.map { _ in 1 }
    let total = b.reduce(0, +)
    var form: Record = [
      "katz_bonacich": Value(b), "total_katz_bonacich": Value(total),
      "intercentrality": Value(
        b.indices.map { b[$0] * b[$0] / inverse[$0, $0] }),
    ]
    guard isGame else { return form }
    let scale = gain / (ownSlope + substitution * total)
    let utility = b.map {
      (ownSlope + substitution) / 2 * scale * scale * $0 * $0
    }
    form["nash"] = Value(b.map { scale * $0 })
    form["aggregate"] = Value(scale * total)
    form["utility"] = Value(utility)
    form["welfare_nash"] = Value(utility.reduce(0, +))
    return form
  }

  /// Centralities and intercentralities of some players as ratios, if λ/β is
  /// the simplest ratio that rounds to what is given; nil if numbers grow too
  /// long.
  func exactCentralities(
    _ players: [Int]
  ) -> (b: [Rational], c: [Rational])? {
    guard network.count <= Self.mostExact,
      let lambda = complementarity.flatMap({ Rational(simplest: $0) }),
      let beta = Rational(simplest: ownSlope),
      let a = try? lambda.times(beta.reciprocal)
    else { return nil }
    var rows: [[Rational]] = []
    for (i, weights) in network.weights.enumerated() {
      let row = weights.compactMap { weight in
        Rational(simplest: weight).flatMap { try? $0.times(a).negated }
      }
      guard row.count == weights.count else { return nil }
      rows.append(row)
      rows[i][i] = Rational(1)
    }
    do {
      let ones = rows.map { _ in Rational(1) }
      guard let all = try Rational.solve(rows, ones) else { return nil }
      var c: [Rational] = []
      for player in players {
        let unit = rows.indices.map { Rational($0 == player ? 1 : 0) }
        guard let column = try Rational.solve(rows, unit) else { return nil }
        let square = try all[player].times(all[player])
        c.append(try square.times(column[player].reciprocal))
      }
      return (players.map { all[$0] }, c)
    } catch {
      return nil
    }
  }

  private static let mostExact = 20
}

// What must hold.
extension KeyPlayer {
  static let grid =
    Record.grid([("a", [0.02, 0.1, 0.15, 0.18, 0.2, 0.22])])
    + Record.grid([
      ("network", ["path4", "cycle5", "star5"]), ("lambda", [0.1, 0.3]),
      ("gamma", [0, 0.3]),
    ])

  /// Whether this is the bridge between two groups.
  private var isBridge: Bool { network == .bridge }

  /// Whether a is known to be below where the key player of the bridge
  /// changes.
  private var isBelowSwitch: Bool {
    (complementarity ?? 0) / ownSlope < (3 - Double.sqrt(5)) / 4
  }

  /// Whether there are complements only, and a profile of greatest welfare.
  private var isPureComplement: Bool {
    guard isGame, substitution == 0, let complementarity else { return false }
    return complementarity > 0
      && 2 * complementarity * spectralRadius < ownSlope
  }

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "the bridge is not the key player", if: "bridge11, a < (3 − √5)/4",
      { $0.isBridge && $0.isBelowSwitch }, unlike: ["a": 0.2]
    ) { _, answer in answer.values["key_player"] == [2, 6, 7, 11] },
    Proposition(
      "the bridge is the key player, though it is not the most active",
      if: "bridge11, a > (3 − √5)/4", { $0.isBridge && !$0.isBelowSwitch },
      unlike: ["a": 0.1]
    ) { _, answer in
      answer.values["key_player"] == [1]
        && answer.values["most_active"] == [2, 6, 7, 11]
    },
    Proposition(
      "players are less active than would be best for all",
      if: "γ = 0 and 0 < 2λρ < β", { $0.isPureComplement },
      unlike: ["network": "path4", "lambda": 0.05, "gamma": 0.5]
    ) { _, answer in
      let nash = answer.values["nash"]?.numbers ?? []
      guard let best = answer.values["first_best"]?.numbers else {
        return false
      }
      return zip(nash, best).allSatisfy { $0 < $1 }
    },
  ]
}
