import Games

/// A firm's numbers in the ``SharingGame``, which keeps products of the
/// cluster's numbers.
struct FirmNumbers: Sendable, Equatable {
  var gain: Double
  let savedCost: Double
  let premiumShare: Double
  let contributionShare: Double
  let knowledgeShare: Double
  let leakageLoss: Double
  let stealingLoss: Double
  let linearCost: Double
  let quadraticCost: Double
  let subsidyRate: Double
  let revenue: Double
  let baseProfit: Double
  let riskTolerance: Double
  let distress: Double
  let overhead: Double

  /// The numbers of a firm; ``FirmView`` says what they are.
  init(of firm: Int, in data: SharingData) {
    let (cluster, own) = (data.cluster, data.cluster.firms[firm])
    let premium = cluster.premium.value
    let contribution = cluster.policy.contribution
    gain = cluster.environment * own.opportunity
    savedCost = cluster.environment * own.innovationCost
    premiumShare = (1 - contribution) * data.premiumShares[firm] * premium
    contributionShare = contribution * data.knowledgeShares[firm] * premium
    knowledgeShare = data.knowledgeShares[firm]
    leakageLoss = own.irreplaceability * own.marketAtRisk * data.leaked[firm]
    stealingLoss = cluster.model.stealing * own.marketAtRisk
    linearCost = own.linearCost
    quadraticCost = own.quadraticCost
    subsidyRate = data.subsidyRates[firm]
    let price = data.prices[firm]
    revenue =
      price == 0
      ? 0 : (1 - cluster.platform.margin) * price * data.outflow[firm]
    baseProfit = own.baseProfit
    riskTolerance = own.riskTolerance
    distress = own.distress
    overhead = own.overhead
  }
}

/// The numbers of the ``SharingGame`` that all firms have in common.
struct CommonNumbers: Sendable {
  let success: Double
  let reciprocity: Double
  let innovationReturns: DiminishingReturns
  let premiumReturns: DiminishingReturns
  let hasContribution: Bool
  let hasFees: Bool
  /// The price of all knowledge, if it is one.
  let price: Double
  /// The position of the aggregate of payments, if prices differ.
  let payments: Int?
  /// The firm that operates the platform; -1 for none.
  let operatingFirm: Int
  /// What the operator earns per unit of its own level.
  let operatingGain: Double
  /// What the operator pays whatever flows.
  let fixedCost: Double
  /// The position of the aggregate of the operator's profit.
  let operatingProfit: Int

  init(_ data: SharingData) {
    let cluster = data.cluster
    success = cluster.success
    reciprocity = cluster.model.reciprocity
    innovationReturns = DiminishingReturns(curvature: cluster.model.curvature)
    premiumReturns = DiminishingReturns(curvature: cluster.premium.curvature)
    hasContribution = cluster.policy.contribution != 0
    hasFees = !cluster.policy.price.isZero
    price = data.prices[0]
    let standard = cluster.model.stealing == 0 ? 2 : 3
    payments = cluster.policy.price.isPerFirm ? standard : nil
    operatingProfit = cluster.policy.price.isPerFirm ? standard + 1 : standard
    operatingFirm = data.operatingFirm ?? -1
    operatingGain = data.operatingFirm.map { data.operatingMargins[$0] } ?? 0
    fixedCost = cluster.platform.fixedCost
  }
}

/// What channels read of a firm in the ``SharingGame``: numbers become scalars
/// where a formula asks for them.
struct AggregateView<Value: Scalar>: FirmView {
  let numbers: FirmNumbers
  let common: CommonNumbers
  let firm: Int
  let own: Value
  let aggregates: Aggregates<Value>

  /// The scalar of a product that was rounded.
  @inline(__always)
  private func product(_ value: Double) -> Value {
    Value(value, relativeError: SharingData.relativeError)
  }

  @inline(__always) var inflow: Value { aggregates[0] }
  @inline(__always) var openness: Value { aggregates[1] }
  @inline(__always) var rivalInflow: Value { aggregates[2] }
  @inline(__always) var payments: Value {
    guard let place = common.payments else {
      return Value(common.price) * inflow
    }
    return aggregates[place]
  }
  @inline(__always) var operatingProfit: Value {
    aggregates[common.operatingProfit] - Value(common.fixedCost)
  }
  /// No linear aggregate carries royalties: the game has none.
  @inline(__always) var royaltiesReceived: Value { .zero }
  @inline(__always) var royaltiesMarginal: Value { .zero }
  @inline(__always) var royalty: Value { .zero }

  @inline(__always) var gain: Value { product(numbers.gain) }
  @inline(__always) var savedCost: Value { product(numbers.savedCost) }
  @inline(__always) var premiumShare: Value { product(numbers.premiumShare) }
  @inline(__always) var contributionShare: Value {
    product(numbers.contributionShare)
  }
  @inline(__always) var knowledgeShare: Value {
    product(numbers.knowledgeShare)
  }
  @inline(__always) var leakageLoss: Value { product(numbers.leakageLoss) }
  @inline(__always) var stealingLoss: Value { product(numbers.stealingLoss) }
  @inline(__always) var linearCost: Value { Value(numbers.linearCost) }
  @inline(__always) var quadraticCost: Value { Value(numbers.quadraticCost) }
  @inline(__always) var subsidyRate: Value { Value(numbers.subsidyRate) }
  @inline(__always) var revenue: Value { product(numbers.revenue) }
  @inline(__always) var operatingGain: Value { product(common.operatingGain) }
  @inline(__always) var baseProfit: Value { Value(numbers.baseProfit) }

  @inline(__always) var riskTolerance: Value { Value(numbers.riskTolerance) }
  @inline(__always) var distress: Value { product(numbers.distress) }
  @inline(__always) var overhead: Value { product(numbers.overhead) }

  @inline(__always) var success: Value { Value(common.success) }
  @inline(__always) var reciprocity: Value { Value(common.reciprocity) }
  @inline(__always) var innovationReturns: Returns<Value> {
    .fixed(common.innovationReturns)
  }
  @inline(__always) var premiumReturns: Returns<Value> {
    .fixed(common.premiumReturns)
  }

  @inline(__always) var hasPremium: Bool {
    numbers.premiumShare != 0 || common.hasContribution
  }
  @inline(__always) var hasContribution: Bool { common.hasContribution }
  @inline(__always) var hasStealing: Bool { numbers.stealingLoss != 0 }
  @inline(__always) var hasFees: Bool { common.hasFees }
  @inline(__always) var hasRoyalties: Bool { false }
  @inline(__always) var isOperator: Bool { firm == common.operatingFirm }
  @inline(__always) var isRisky: Bool { common.success < 1 }
  @inline(__always) var isAverse: Bool { numbers.riskTolerance.isFinite }
  @inline(__always) var hasOverhead: Bool { numbers.overhead != 0 }
}
