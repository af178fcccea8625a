import LinearAlgebra

/// Innovations that spread over a network by contagion and by own insight.
///
/// Node i adopts innovation a at the hazard
///
///     h_ia = (p_ia + q_ia Σ_j P_ij X_ja) Π_{b≠a, i ever had b} χ_ab,
///
/// where `X_ja = 1` while j uses a. An adopter drops a at the rate `r_ia`, for
/// good. On a uniform network this is the model of Bass in a finite
/// population.
///
/// Three methods follow its course: `DiffusionChain` exactly,
/// ``DiffusionSimulation`` by runs, `DiffusionMeanField` approximately.
///
/// Reference: Bass, Management Science 15, 1969; Kiss, Miller and Simon,
/// Mathematics of Epidemics on Networks, 2017.
public struct Diffusion: Sendable {
  /// One innovation.
  public struct Innovation: Sendable, Equatable {
    /// The rate p at which each node finds it by itself, per period.
    public var insight: [Double]
    /// The rate q at which each node imitates at full pressure, per period.
    public var imitation: [Double]
    /// The rate r at which each node drops it, per period.
    public var abandonment: [Double]
    /// The nodes that use it from the start.
    public var seeds: [Int]

    /// An innovation with its rates, one for each node.
    public init(
      insight: [Double], imitation: [Double], abandonment: [Double],
      seeds: [Int] = []
    ) {
      self.insight = insight
      self.imitation = imitation
      self.abandonment = abandonment
      self.seeds = seeds
    }

    /// Whether some node may drop it.
    var isAbandoned: Bool { abandonment.contains { $0 > 0 } }
  }

  /// The pressure `P_ij ≥ 0` of j on i; i in rows.
  public let pressure: SparseMatrix
  /// The innovations, one or more.
  public let innovations: [Innovation]
  /// The factor `χ_ab ≥ 0` on the hazard of a for a node that ever had b; the
  /// diagonal means nothing.
  public let interactions: [[Double]]
  /// The end of what is looked at, in periods.
  public let horizon: Double
  /// The rate at which what a use is worth is discounted, per period.
  public let discount: Double

  /// Innovations on a network.
  ///
  /// - Parameters:
  ///   - pressure: The pressure of j (columns) on i (rows), not negative.
  ///   - innovations: The innovations, with one rate for each node.
  ///   - interactions: The factors χ; empty if all are 1.
  ///   - horizon: The end, above 0, in periods.
  ///   - discount: The rate of discount, at least 0, per period.
  /// - Precondition: The sizes agree.
  public init(
    pressure: SparseMatrix, innovations: [Innovation],
    interactions: [[Double]] = [], horizon: Double, discount: Double = 0
  ) {
    let count = innovations.count
    precondition(
      pressure.rows == pressure.columns
        && innovations.allSatisfy {
          $0.insight.count == pressure.rows
            && $0.imitation.count == pressure.rows
            && $0.abandonment.count == pressure.rows
        }, "there is one rate for each node")
    precondition(
      interactions.isEmpty
        || interactions.count == count
          && interactions.allSatisfy { $0.count == count },
      "interactions are a square matrix of the innovations")
    self.pressure = pressure
    self.innovations = innovations
    self.interactions =
      interactions.isEmpty
      ? innovations.map { _ in innovations.map { _ in 1 } } : interactions
    self.horizon = horizon
    self.discount = discount
  }

  /// The number of nodes.
  public var nodeCount: Int { pressure.rows }

  /// Whether somebody may drop something.
  public var isAbandoned: Bool { innovations.contains(where: \.isAbandoned) }

  /// Whether an innovation changes the hazard of another.
  public var interacts: Bool {
    innovations.indices.contains { a in
      innovations.indices.contains { b in hinders(a, b) }
    }
  }

  /// Whether having had innovation b changes the hazard of a.
  func hinders(_ a: Int, _ b: Int) -> Bool {
    a != b && interactions[a][b] != 1
  }

  /// The number of states of the Markov chain; nil if it is beyond all limits.
  ///
  /// A node has not adopted, uses or, where innovations are dropped, has
  /// dropped each innovation.
  public var stateCount: Int? {
    let base = isAbandoned ? 3 : 2
    var states = 1
    for _ in 0..<(nodeCount * innovations.count) {
      let (next, overflows) = states.multipliedReportingOverflow(by: base)
      if overflows { return nil }
      states = next
    }
    return states
  }

  /// The factor on the hazard of an innovation for a node that ever had those
  /// of which `had` is true.
  func factor(of innovation: Int, having had: (Int) -> Bool) -> Double {
    var product = 1.0
    for b in innovations.indices where b != innovation && had(b) {
      product *= interactions[innovation][b]
    }
    return product
  }
}
