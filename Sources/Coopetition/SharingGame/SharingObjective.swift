import Games

/// What a player beyond the firms earns in a ``ParametricSharingGame``.
enum SharingObjective: Sendable, Equatable {
  /// What the treasury earns: less the subsidies, plus what a service
  /// institution earns as the platform's operator. With the firms' payoffs it
  /// sums to welfare.
  case treasury

  /// The value at a profile.
  func value<S: Scalar>(_ model: SharingModel, at levels: Profile<S>) -> S {
    switch self {
    case .treasury: Self.treasury(model, at: levels)
    }
  }

  private static func treasury<S: Scalar>(
    _ model: SharingModel, at levels: Profile<S>
  ) -> S {
    let outlay = -model.outlay(at: levels)
    return model.hasService
      ? outlay + model.operatingProfit(at: levels) : outlay
  }
}
