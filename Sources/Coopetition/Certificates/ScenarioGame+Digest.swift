import Games
import LinearAlgebra

extension ScenarioGame {
  /// The SHA-256 digest of ``canonicalText``, in hexadecimal digits: what binds a
  /// certificate to the game that it is about.
  public var digest: String {
    var hash = SHA256()
    hash.update(canonicalText.utf8)
    return hash.digest
  }

  /// The players, the variables and their bounds.
  public var canonicalText: String { spaceText }

  /// A line for each player and, below it, one for each of its variables.
  var spaceText: String {
    (0..<playerCount).map { player in
      let own = strategies.variables(of: player).map { v in
        "variable \(variableNames[v]) \(strategies.lowerBounds[v]) "
          + "\(strategies.upperBounds[v])\n"
      }
      return "player \(playerNames[player])\n" + own.joined()
    }.joined()
  }
}

extension FormulaGame {
  /// The parameters, definitions and payoffs as they are written, and the
  /// bounds. See `Documentation/Certificates.md`.
  public var canonicalText: String {
    let parameters = zip(parameterNames, parameterValues).map {
      "parameter \($0) \($1)\n"
    }
    let source = program.source
    let definitions = source.definitions.map {
      "define \($0.name) = \($0.value)\n"
    }
    let payoffs = payoffFormulas.map { "payoff \($0)\n" }
    return "game \(name)\n" + parameters.joined() + definitions.joined()
      + spaceText + payoffs.joined() + constraintText
  }
}

extension FormulaGame {
  /// A line for each simplex and each constraint.
  private var constraintText: String {
    let shares = simplices.filter { !$0.isEmpty }.map {
      "simplex \($0.joined(separator: " "))\n"
    }
    let constraints = constraints.map {
      "constraint \($0.name): \($0.formula): "
        + "\($0.players.joined(separator: ", "))\n"
    }
    return shares.joined() + constraints.joined()
  }
}

extension SharingGame {
  /// The cluster's.
  public var canonicalText: String { cluster.canonicalText }
}

extension ParametricSharingGame {
  var canonicalText: String { cluster.canonicalText }
}

extension DirectedSharingGame {
  /// The cluster's, who has levels for whom, the tiers of firms, and what is
  /// paid for the levels of each class, if anything is.
  var canonicalText: String {
    let rates = classes.rates.enumerated().filter { $1 != 0 }.map {
      "rate \($0) \($1)\n"
    }
    return cluster.canonicalText
      + "sharing \(cluster.model.sharing.rawValue)\n"
      + cluster.firms.map { "tier \($0.tier?.rawValue ?? "none")\n" }.joined()
      + rates.joined()
  }
}

extension WithholdingGame {
  /// That of the game with levels, and what firms choose between.
  public var canonicalText: String { base.canonicalText + "choice all\n" }
}

extension ImpreciseGame {
  /// That of the game without noise, and the noise.
  public var canonicalText: String { base.canonicalText + "noise \(noise)\n" }
}

extension Cluster {
  /// The numbers of the cluster's payoffs and of its firms, and the elements of
  /// its networks. See `Documentation/Certificates.md`.
  ///
  /// Noise is in no payoff: the game of firms that choose imprecisely adds it.
  var canonicalText: String {
    let shared = Self.scalarKeys.filter {
      $0.property != \Cluster.model.noise
    }.map {
      "\($0.path) \(self[keyPath: $0.property])\n"
    }
    let order = firms.count
    return "cluster \(name)\noperator \(platform.operator)\n"
      + shared.joined()
      + firms.indices.map(canonicalText(ofFirm:)).joined()
      + complementarity.matrix(order: order).text("complementarity")
      + access.matrix(for: firms).text("access")
      + rivalry.matrix(order: order).text("rivalry")
  }

  private func canonicalText(ofFirm i: Int) -> String {
    let numbers = Firm.scalarKeys.map {
      "\($0.path) \(firms[i][keyPath: $0.property])\n"
    }
    let rates = Self.rateFamilies.map {
      "\($0.path) \(self[keyPath: $0.property].rate(of: i))\n"
    }
    let share = premium.shares.fractions(for: firms)[i]
    return "firm \(firms[i].name)\n" + numbers.joined() + rates.joined()
      + "premium.shares \(share)\n"
  }
}

extension StructuredMatrix {
  /// A line for each element off the diagonal that is not zero, row by row.
  fileprivate func text(_ name: String) -> String {
    var text = ""
    for row in 0..<rows {
      forEachElement(inRow: row) { column, value in
        guard value != 0, column != row else { return }
        text += "\(name) \(row) \(column) \(value)\n"
      }
    }
    return text
  }
}
