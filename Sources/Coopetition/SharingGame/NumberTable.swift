import Games

/// Every number of a cluster with its place in a row, constant or a linear
/// function of a parameter.
///
/// The row holds ``Cluster/scalarKeys``, the factors on
/// ``Cluster/linkFamilies``, and for each firm ``Firm/scalarKeys`` and
/// ``Cluster/rateFamilies``.
struct NumberTable: Sendable {
  /// A number that a parameter moves: `offset + slope · parameter`.
  struct Varied: Sendable, Equatable {
    /// The number's place in the table.
    var place: Int
    /// The parameter, from 0.
    var parameter: Int
    var offset = 0.0
    var slope = 1.0
  }

  private var values: [Double]
  /// The parameter that moves each number; -1 for none.
  private var parameters: [Int]
  private var slopes: [Double]
  /// The place of the first parameter in a profile.
  private let firstParameter: Int

  /// The numbers of a cluster, some of them varied.
  ///
  /// - Parameters:
  ///   - cluster: The cluster.
  ///   - varied: The numbers that parameters move.
  ///   - levels: How many levels stand before the parameters in a profile; one
  ///     a firm by default.
  init(
    _ cluster: Cluster, varying varied: [Varied] = [],
    after levels: Int? = nil
  ) {
    let rates = Cluster.rateFamilies.map {
      cluster[keyPath: $0.property].rates(count: cluster.firms.count)
    }
    values = Cluster.scalarKeys.map { cluster[keyPath: $0.property] }
    values += Cluster.linkFamilies.map { _ in 1 }
    for (i, firm) in cluster.firms.enumerated() {
      values += Firm.scalarKeys.map { firm[keyPath: $0.property] }
      values += rates.map { $0[i] }
    }
    parameters = values.map { _ in -1 }
    slopes = values.map { _ in 0 }
    firstParameter = levels ?? cluster.firms.count
    for number in varied {
      values[number.place] = number.offset
      parameters[number.place] = number.parameter
      slopes[number.place] = number.slope
    }
  }

  /// The number at a place.
  @inline(__always)
  func number<S: Scalar>(_ place: Int, _ levels: Profile<S>) -> S {
    let parameter = parameters[place]
    guard parameter >= 0 else { return S(values[place]) }
    let varied = S(slopes[place]) * levels[firstParameter + parameter]
    return values[place] == 0 ? varied : S(values[place]) + varied
  }

  /// Whether the number may be other than 0.
  func isUsed(_ place: Int) -> Bool {
    values[place] != 0 || parameters[place] >= 0
  }

  /// Whether a parameter moves the number.
  func isVaried(_ place: Int) -> Bool { parameters[place] >= 0 }

  /// The number itself, if no parameter moves it.
  func constant(_ place: Int) -> Double? {
    isVaried(place) ? nil : values[place]
  }

  /// The derivative of the number in each parameter.
  func slope(_ place: Int, in parameter: Int) -> Double {
    parameters[place] == parameter ? slopes[place] : 0
  }

  /// The range of the number over those of the parameters.
  func range(_ place: Int, over box: Box) -> Interval {
    let parameter = parameters[place]
    guard parameter >= 0 else { return Interval(values[place]) }
    return Interval(values[place]) + Interval(slopes[place]) * box[parameter]
  }
}

extension NumberTable {
  /// The place of a number of the cluster.
  static func place(
    of property: any PartialKeyPath<Cluster> & Sendable
  ) -> Int {
    place(property, among: Cluster.scalarKeys.map(\.property))
  }

  /// The place of the factor on the links of a family.
  static func factor(_ family: Int) -> Int {
    Cluster.scalarKeys.count + family
  }

  /// The place of a number of a firm, by its key.
  static func place(ofKey key: Int, firm: Int) -> Int {
    Cluster.scalarKeys.count + Cluster.linkFamilies.count
      + firm * (Firm.scalarKeys.count + Cluster.rateFamilies.count) + key
  }

  /// The place of a rate of a firm.
  static func place(ofRate family: Int, firm: Int) -> Int {
    place(ofKey: Firm.scalarKeys.count + family, firm: firm)
  }

  /// The key of a number of a firm.
  static func key(of property: any PartialKeyPath<Firm> & Sendable) -> Int {
    place(property, among: Firm.scalarKeys.map(\.property))
  }

  private static func place<Root>(
    _ property: PartialKeyPath<Root>, among known: [PartialKeyPath<Root>]
  ) -> Int {
    guard let place = known.firstIndex(of: property) else {
      preconditionFailure("the number has no key")
    }
    return place
  }
}

/// The places of the numbers that the formulas read.
enum Places {
  static let environment = NumberTable.place(of: \.environment)
  static let reciprocity = NumberTable.place(of: \.model.reciprocity)
  static let curvature = NumberTable.place(of: \.model.curvature)
  static let stealing = NumberTable.place(of: \.model.stealing)
  static let noise = NumberTable.place(of: \.model.noise)
  static let premium = NumberTable.place(of: \.premium.value)
  static let premiumCurvature = NumberTable.place(of: \.premium.curvature)
  static let royalty = NumberTable.place(of: \.policy.royalty)
  static let contribution = NumberTable.place(of: \.policy.contribution)
  static let margin = NumberTable.place(of: \.platform.margin)
  static let platformLinear = NumberTable.place(of: \.platform.linearCost)
  static let platformFixed = NumberTable.place(of: \.platform.fixedCost)
  static let success = NumberTable.place(of: \.success)
  static let complementarity = NumberTable.factor(0)
  static let rivalry = NumberTable.factor(1)
}

/// The keys of the numbers of a firm that the formulas read.
enum Keys {
  static let knowledge = NumberTable.key(of: \.knowledge)
  static let absorption = NumberTable.key(of: \.absorptiveCapacity)
  static let opportunity = NumberTable.key(of: \.opportunity)
  static let market = NumberTable.key(of: \.marketAtRisk)
  static let irreplaceability = NumberTable.key(of: \.irreplaceability)
  static let innovationCost = NumberTable.key(of: \.innovationCost)
  static let linearCost = NumberTable.key(of: \.linearCost)
  static let quadraticCost = NumberTable.key(of: \.quadraticCost)
  static let cap = NumberTable.key(of: \.cap)
  static let floor = NumberTable.key(of: \.floor)
  static let base = NumberTable.key(of: \.baseProfit)
  static let riskTolerance = NumberTable.key(of: \.riskTolerance)
  static let distress = NumberTable.key(of: \.distress)
  static let price = Firm.scalarKeys.count
  static let subsidy = Firm.scalarKeys.count + 1
}
