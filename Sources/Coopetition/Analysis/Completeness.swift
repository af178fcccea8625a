/// How far the equilibria of an analysis are known to be all that there are.
enum Completeness: Sendable, Equatable {
  /// It is proven that there is no other.
  case complete
  /// It is proven that there is no other beside sets of equilibria.
  case besideSets
  /// There may be others: parts of what can be chosen are undecided.
  case incomplete
  /// There may be others: the search was stopped before its end.
  case stopped
}

extension Analysis {
  /// How far the list of equilibria is known to be complete.
  var completeness: Completeness {
    guard isComplete else {
      return solver.termination == .cancelled ? .stopped : .incomplete
    }
    return components.isEmpty ? .complete : .besideSets
  }

  /// The names of the variables that are free in some set of equilibria, in the
  /// order of the game.
  var freeVariables: [String] {
    let free = Set(components.flatMap(\.indifferent)).sorted()
    return free.map { game.variableNames[$0] }
  }
}
