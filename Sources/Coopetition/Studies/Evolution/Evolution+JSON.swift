import Equilibria
import Games
import Reports

extension Evolution {
  /// The machine-readable answer.
  var json: JSONValue {
    .object([
      ("scenario", .text(scenario.name)),
      ("firms", .texts(list.game.playerNames)),
      (
        "game",
        .object([
          ("choice", .text(scenario.choice.rawValue)),
          ("noise", .number(process.noise)),
        ])
      ),
      (
        "adjustment",
        .object([
          ("rule", .text(process.adjustment.rule.rawValue)),
          ("rate", .number(process.adjustment.rate)),
          ("order", .text(process.adjustment.order.rawValue)),
          ("start", .numbers(path.levels[0])),
        ])
      ),
      ("monotone", .boolean(attractors.isMonotone)),
      ("equilibria", .list(list.outcomes.indices.map(equilibrium))),
      ("cycling", .optional(attraction?.cycling)),
      ("complete", .boolean(list.isComplete)),
      ("path", pathJSON),
      ("tipping", tipping.map { $0.json } ?? .null),
      ("choices", choices.map { $0.mistakesJSON } ?? .null),
      ("pure", choices.map { $0.pureJSON } ?? .null),
      ("stationary", .list(choices?.stationaryJSON ?? [])),
      ("repeated", repeated.map { $0.json } ?? .null),
    ])
  }

  private func equilibrium(_ k: Int) -> JSONValue {
    let outcome = list.outcomes[k]
    let contraction = attractors.contractions[k]
    let share = attraction?.shares[k]
    return .object([
      ("levels", .numbers(outcome.levels)),
      ("payoffs", .numbers(outcome.payoffs)),
      ("welfare", .number(outcome.welfare)),
      ("stable", .boolean(outcome.isStable)),
      ("proven", .boolean(outcome.equilibrium.isProven)),
      ("contraction", .optional(contraction)),
      ("settles", contraction.map { .boolean($0 < 1) } ?? .null),
      ("halfLife", .optional(halfLife(contraction))),
      (
        "attraction",
        .object([
          ("share", .optional(share?.share)), ("low", .optional(share?.low)),
          ("high", .optional(share?.high)),
          ("proven", .boolean(share?.isProven ?? false)),
        ])
      ),
      (
        "region",
        attractors.regions[k].map { box in
          .object([
            ("lower", .numbers(box.map(\.lower))),
            ("upper", .numbers(box.map(\.upper))),
          ])
        } ?? .null
      ),
    ])
  }

  private var pathJSON: JSONValue {
    .object([
      ("levels", .list(path.levels.map { .numbers($0) })),
      ("reached", path.reached.map { .integer($0) } ?? .null),
      ("periods", .integer(path.periods)),
      ("cycle", path.cycle.map { .integer($0) } ?? .null),
      ("proven", .boolean(isPathProven)),
    ])
  }
}

extension TippingPoint {
  fileprivate var json: JSONValue {
    .object([
      ("low", .integer(origin)),
      ("high", destination.map { .integer($0) } ?? .null),
      ("threshold", .number(threshold)), ("lower", .number(lower)),
      ("upper", .number(upper)), ("proven", .boolean(isProven)),
    ])
  }
}

extension RepeatedAgreement {
  fileprivate var json: JSONValue {
    .object([
      ("agreed", .numbers(agreed)), ("punishment", .integer(punishment)),
      ("patience", .list(patience.map { .optional($0) })),
      ("required", .optional(required)),
    ])
  }
}

extension Evolution.Choices {
  fileprivate var mistakesJSON: JSONValue {
    .object(mistakes.map { ($0.kind.rawValue, json($0.found)) })
  }

  fileprivate var pureJSON: JSONValue {
    .list(game.equilibria.map(profile))
  }

  /// Probabilities of all profiles of all firms, firm 1 the lowest digit.
  fileprivate var stationaryJSON: [JSONValue] {
    stationary.map { noise, probabilities in
      var all = [Double](repeating: 0, count: 1 << count)
      for (k, probability) in probabilities.enumerated() {
        let actions = game.actions(k, of: count)
        let place = actions.enumerated().reduce(0) {
          $0 | $1.element << $1.offset
        }
        all[place] = probability
      }
      return .object([
        ("noise", .number(noise)), ("probabilities", .numbers(all)),
      ])
    }
  }

  private func profile(_ profile: Int) -> JSONValue {
    .list(game.actions(profile, of: count).map { .integer($0) })
  }

  private func json(_ found: MistakeDynamics) -> JSONValue {
    .object([
      (
        "classes", .list(found.classes.map { .list($0.map(profile)) })
      ),
      ("costs", .list(found.costs.map { .numbers($0) })),
      ("radius", .numbers(found.radius)),
      ("coradius", .numbers(found.coradius)),
      ("potential", .numbers(found.potential)),
      ("stable", .list(found.stable.map { .integer($0) })),
    ])
  }
}
