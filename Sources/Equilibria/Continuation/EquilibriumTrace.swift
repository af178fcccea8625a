import Games

/// The equilibria of a family of games as functions of its parameter.
///
/// A branch is one equilibrium followed over an interval of the parameter; it
/// begins and ends at an event or at an end of the range. Completeness is
/// checked, not assumed: ``checks`` lists the values of the parameter at which
/// every equilibrium was proven, and whether the branches are those. Between
/// two of these values a pair of branches that appears and vanishes again may
/// be missed.
public struct EquilibriumTrace: Sendable {
  /// The values that the parameter takes.
  public var range: ClosedRange<Double>
  /// The branches, by the parameter at which they begin, then by their levels.
  public var branches: [EquilibriumBranch]
  /// What happens on the branches, by rising parameter.
  public var events: [BranchEvent]
  /// The parameters at which the list of equilibria was proven.
  public var checks: [TraceCheck]
  /// Why the trace ended.
  public var termination: Termination

  /// A trace with what is known.
  public init(
    range: ClosedRange<Double>, branches: [EquilibriumBranch],
    events: [BranchEvent], checks: [TraceCheck], termination: Termination
  ) {
    self.range = range
    self.branches = branches
    self.events = events
    self.checks = checks
    self.termination = termination
  }

  /// Whether at each checked parameter the list of equilibria is proven
  /// complete and agrees with the branches, and no branch was lost.
  public var isConsistent: Bool {
    termination == .converged && checks.allSatisfy(\.agrees)
      && !events.contains { $0.kind == .lost }
  }

  /// The stability on both sides of an event that one branch passes, if it is
  /// decided and differs.
  public func stabilityChange(
    at event: BranchEvent
  ) -> (below: Stability, above: Stability)? {
    guard event.effect == .none, let index = event.branches.first else {
      return nil
    }
    let points = branches[index].points.filter { $0.stability != .undecided }
    let below = points.last { $0.parameter < event.parameter }?.stability
    let above = points.first { $0.parameter > event.parameter }?.stability
    guard let below, let above, below != above else { return nil }
    return (below, above)
  }
}

/// An equilibrium followed over an interval of the parameter.
public struct EquilibriumBranch: Sendable {
  /// The branch at one value of the parameter.
  public struct Point: Sendable {
    /// The parameter.
    public var parameter: Double
    /// The profile.
    public var levels: [Double]
    /// Whether deviations die out; undecided at events.
    public var stability: Stability
  }

  /// The branch at chosen values of the parameter and at its events, by rising
  /// parameter.
  public var points: [Point]
  /// The event at which the branch appears, a position in
  /// ``EquilibriumTrace/events``; nil at the end of the range.
  public var beginning: Int?
  /// The event at which the branch vanishes; nil at the end of the range.
  public var end: Int?

  /// A branch.
  public init(points: [Point], beginning: Int? = nil, end: Int? = nil) {
    self.points = points
    self.beginning = beginning
    self.end = end
  }

  /// The interval of the parameter over which the branch exists.
  public var range: ClosedRange<Double> {
    let first = points.first?.parameter ?? 0
    return first...max(first, points.last?.parameter ?? first)
  }

  /// The decided stabilities along the branch, repetitions left out.
  public var stabilities: [Stability] {
    points.map(\.stability).filter { $0 != .undecided }.reduce(into: []) {
      if $0.last != $1 { $0.append($1) }
    }
  }
}

/// What happens to branches of equilibria at a value of the parameter.
public struct BranchEvent: Sendable {
  /// The kinds of events.
  public enum Kind: String, Sendable, CaseIterable {
    /// The parameter turns on a smooth curve: two branches meet.
    case fold
    /// The parameter turns where the curve crosses another branch, as at a
    /// pitchfork: the branches of the curve leave the other one, whose
    /// stability changes.
    case branching
    /// Variables reach or leave a bound.
    case corner
    /// A branch becomes stable or unstable without a fold or a corner.
    case stability
    /// Somebody gains by a large deviation on one side.
    case deviation
    /// The branch could not be followed any further.
    case lost
  }

  /// What it does to the number of equilibria as the parameter rises.
  public enum Effect: String, Sendable {
    /// One or two branches begin.
    case appear
    /// One or two branches end.
    case vanish
    /// The branch goes on.
    case none
  }

  /// A variable that reaches or leaves a bound as the parameter rises.
  public struct Change: Sendable, Equatable {
    /// The variable.
    public var variable: Int
    /// Whether it is the upper bound.
    public var isUpper: Bool
    /// Whether the variable is at the bound for larger parameters; nil where
    /// branches end, with the variable at the bound on one of them.
    public var reaches: Bool?

    /// A change of a variable at a bound.
    public init(variable: Int, isUpper: Bool, reaches: Bool?) {
      self.variable = variable
      self.isUpper = isUpper
      self.reaches = reaches
    }
  }

  /// What kind of event it is.
  public var kind: Kind
  /// What it does to the number of equilibria.
  public var effect: Effect
  /// The parameter.
  public var parameter: Double
  /// Contains the exact parameter if the event is proven; otherwise the
  /// interval in which it was found.
  public var enclosure: Interval
  /// Whether existence of the event within ``enclosure`` is proven.
  public var isProven: Bool
  /// The profile.
  public var levels: [Double]
  /// The variables that reach or leave a bound.
  public var changes: [Change] = []
  /// The branches that it is on, positions in ``EquilibriumTrace/branches``.
  public var branches: [Int] = []
}

/// A value of the parameter at which every equilibrium was looked for, with
/// proof.
public struct TraceCheck: Sendable {
  /// The parameter.
  public var parameter: Double
  /// How many equilibria were found.
  public var count: Int
  /// Whether it is proven that there is no other.
  public var isComplete: Bool
  /// How many branches pass there.
  public var branchCount: Int

  /// Whether the branches are proven to be all equilibria.
  public var agrees: Bool { isComplete && count == branchCount }
}
