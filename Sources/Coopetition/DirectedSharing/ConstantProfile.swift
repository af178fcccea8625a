import Games

/// A profile of the game of directed sharing, whose numbers are constants.
struct ConstantProfile<Value: Scalar>: DirectedProfile {
  let game: DirectedSharingGame
  let levels: Profile<Value>

  var links: DirectedLinks { game.links }
  var price: Value { Value(game.price) }

  /// The scalar of a product that was rounded.
  @inline(__always)
  private func product(_ value: Double) -> Value {
    Value(value, relativeError: SharingData.relativeError)
  }

  @inline(__always)
  func numbers(of firm: Int) -> AggregateView<Value> {
    AggregateView(
      numbers: game.numbers[firm], common: game.common, firm: firm, own: .zero,
      aggregates: Aggregates())
  }

  @inline(__always)
  func use(_ place: Int) -> Value { product(links.uses[place]) }

  @inline(__always)
  func openness(of variable: Int, _ firm: Int) -> Value {
    product(game.classes.openness[variable])
  }

  @inline(__always)
  func leakage(of variable: Int, _ firm: Int) -> Value {
    product(game.classes.leakage[variable])
  }

  @inline(__always)
  func outflow(of variable: Int, _ firm: Int) -> Value {
    product(game.classes.outflow[variable])
  }

  @inline(__always)
  func subsidy(of variable: Int, _ firm: Int) -> Value {
    product(links.weights[variable]) * Value(game.numbers[firm].subsidyRate)
      + Value(game.classes.rates[variable])
  }

  func forEachRival(of firm: Int, _ body: (Int, Value) -> Void) {
    game.rivalry.forEachElement(inRow: firm) { rival, weight in
      if weight != 0, rival != firm { body(rival, Value(weight)) }
    }
  }
}
