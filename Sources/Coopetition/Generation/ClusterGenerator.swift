import LinearAlgebra

/// Random clusters of any size, for tests and benchmarks: the same parameters
/// give the same cluster, bit for bit, on every machine.
///
/// Each firm uses the knowledge of `degree` others with weights around
/// `1 / degree`, so that inflow is about 1 where everybody shares. Numbers are
/// drawn in decimals, so that a scenario folder and the cluster in memory
/// agree exactly.
public struct ClusterGenerator: Sendable {
  /// The number of firms.
  public var firms: Int
  /// How many others each firm uses the knowledge of.
  public var degree: Int
  /// How links are drawn.
  public var kind: NetworkKind
  /// The seed of all random numbers.
  public var seed: UInt64
  /// Whether firms belong to tiers, which then decide access.
  public var hasTiers: Bool

  /// The reciprocity of generated clusters.
  static let reciprocity = 0.8

  /// A generator with its parameters.
  ///
  /// - Parameters:
  ///   - firms: The number of firms.
  ///   - degree: How many others each firm uses the knowledge of.
  ///   - kind: How links are drawn.
  ///   - seed: The seed of all random numbers.
  ///   - hasTiers: Whether firms belong to tiers.
  /// - Precondition: `0 ≤ degree < firms < 2³¹`.
  public init(
    firms: Int, degree: Int, kind: NetworkKind, seed: UInt64 = 1,
    hasTiers: Bool = false
  ) {
    precondition(
      degree >= 0 && degree < firms && firms < Int(Int32.max),
      "there must be more firms than links of a firm, and fewer than 2³¹")
    self.firms = firms
    self.degree = degree
    self.kind = kind
    self.seed = seed
    self.hasTiers = hasTiers
  }

  /// The cluster in memory.
  ///
  /// - Returns: The cluster that ``write(to:)`` writes.
  /// - Throws: `ScenarioError` never for admissible parameters.
  /// - Complexity: O(firms · degree²).
  public func cluster() throws(ScenarioError) -> Cluster {
    var random = SplitMix64(seed: seed)
    let drawn = (0..<firms).map { draw(firm: $0, &random).firm }
    return try Cluster(
      name: name, firms: drawn,
      model: InnovationModel(reciprocity: Self.reciprocity),
      complementarity: .network(try network(&random)),
      access: hasTiers ? .tiers(.standard) : .full)
  }

  private func network(
    _ random: inout SplitMix64
  ) throws(ScenarioError) -> SparseMatrix {
    var links = TripletList()
    links.reserveCapacity(firms * degree)
    forEachLink(&random) { to, from, weight in
      links.append(row: to, column: from, value: Double(weight) / Self.unit)
    }
    do {
      return try SparseMatrix(rows: firms, columns: firms, triplets: links)
    } catch {
      throw ScenarioError("\(error)")
    }
  }

  /// What the cluster is called.
  var name: String {
    "\(firms) \(firms == 1 ? "firm" : "firms"), \(kind.rawValue), "
      + "degree \(degree), seed \(seed)"
  }

  /// Draws a firm; the numbers in thousandths are in the order of the columns.
  func draw(
    firm: Int, _ random: inout SplitMix64
  ) -> (firm: Firm, thousandths: [Int]) {
    let thousandths = [
      500 + random.number(below: 1001), 400 + random.number(below: 501),
      2000 + random.number(below: 4001), random.number(below: 101),
      800 + random.number(below: 601),
    ]
    let place = random.number(below: 10)
    let tier: Tier? =
      !hasTiers ? nil : place < 1 ? .core : place < 4 ? .ordinary : .general
    let numbers = thousandths.map { Double($0) / 1000 }
    return (
      Firm(
        "F\(firm + 1)", tier: tier, knowledge: numbers[0],
        absorptiveCapacity: numbers[1], opportunity: numbers[2],
        linearCost: numbers[3], quadraticCost: numbers[4]), thousandths
    )
  }

  /// Draws every link: who uses it, whose knowledge it is, and its weight in
  /// units of `1 / unit`.
  func forEachLink<Failure: Error>(
    _ random: inout SplitMix64,
    _ body: (_ to: Int, _ from: Int, _ weight: Int) throws(Failure) -> Void
  ) throws(Failure) {
    var choice = PartnerChoice(kind, firms: firms, degree: degree)
    var partners: [Int] = []
    let mean = Int(Self.unit) / max(1, degree)
    for firm in 0..<firms {
      choice.draw(for: firm, into: &partners, &random)
      partners.sort()
      for partner in partners {
        try body(firm, partner, mean / 2 + random.number(below: mean + 1))
      }
    }
  }

  /// The decimals of a weight, and the unit that they stand for.
  static let decimals = 6
  static let unit = 1e6
}
