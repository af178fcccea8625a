import Games

/// What channels read of a firm that sets a level for each class of its
/// partners: either what the firm receives, with an own level of 0, or one of
/// its levels with what that costs and brings by itself.
///
/// The firm's numbers are those of the standard game, but for the ones that a
/// class has a part of.
struct DirectedView<Numbers: FirmView>: FirmView {
  typealias Value = Numbers.Value

  /// The numbers of the firm.
  let numbers: Numbers
  /// The level for the class.
  var own = Value.zero
  /// What the firm receives; of the class alone where a level is seen.
  var inflow = Value.zero
  /// The effect z_i of all that the firm receives.
  var reached = Value.zero
  /// `φ′(z_i)` where it is known, since all levels of a firm have it in common.
  var knownInnovationSlope: Value?
  var openness = Value.zero
  var rivalInflow = Value.zero
  var payments = Value.zero
  /// The share of the firm's partners in the class.
  var share = Value.zero
  /// What a unit of the level adds to openness.
  var knowledgeShare = Value.zero
  /// What a unit of the level loses to rivals of the class.
  var leakageLoss = Value.zero
  /// What the firm is paid per unit of the level.
  var subsidyRate = Value.zero
  /// What the class pays per unit of the level.
  var revenue = Value.zero
  var baseProfit = Value.zero

  var innovationSlope: Value {
    knownInnovationSlope ?? innovationReturns.slope(reached)
  }
  var linearCost: Value { share * numbers.linearCost }
  var quadraticCost: Value { share * numbers.quadraticCost }

  var gain: Value { numbers.gain }
  var savedCost: Value { numbers.savedCost }
  var premiumShare: Value { numbers.premiumShare }
  var stealingLoss: Value { numbers.stealingLoss }
  var reciprocity: Value { numbers.reciprocity }
  var innovationReturns: Returns<Value> { numbers.innovationReturns }
  var premiumReturns: Returns<Value> { numbers.premiumReturns }
  var hasPremium: Bool { numbers.hasPremium }
  var hasStealing: Bool { numbers.hasStealing }
  var hasFees: Bool { numbers.hasFees }

  // What a cluster with directed sharing may not set.

  var royaltiesReceived: Value { .zero }
  var royaltiesMarginal: Value { .zero }
  var operatingProfit: Value { .zero }
  var contributionShare: Value { .zero }
  var operatingGain: Value { .zero }
  var riskTolerance: Value { numbers.riskTolerance }
  var distress: Value { .zero }
  var overhead: Value { .zero }
  var success: Value { numbers.success }
  var royalty: Value { .zero }
  var hasContribution: Bool { false }
  var hasRoyalties: Bool { false }
  var isOperator: Bool { false }
  var isRisky: Bool { false }
  var isAverse: Bool { false }
  var hasOverhead: Bool { false }
}
