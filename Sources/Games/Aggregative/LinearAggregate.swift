import LinearAlgebra
import Scalars

/// A linear function of the profile for each player: a network, a common
/// weighted sum, or one network composed with another.
///
/// The coefficients may be products that were rounded; `relativeError` bounds
/// by how much, so that enclosures hold for the exact ones.
///
/// It never changes, and is a class so that loops over players pass it on
/// without copying its parts.
public final class LinearAggregate: Sendable {
  /// How the value of a player follows from the profile.
  public enum Form: Sendable {
    /// `a_i = Σ_j M_ij x_j`.
    case network(StructuredMatrix)
    /// `a_i = Σ_j w_j x_j`, the same for every player.
    case weightedSum([Double])
    /// `a_i = Σ_j M_ij Σ_{k≠i} N_jk x_k`: what i's neighbours in M receive in
    /// N from others than i.
    case composition(StructuredMatrix, of: StructuredMatrix)
  }

  /// The forms by how loops over players read them: without parts, so that it
  /// is looked at without counting a reference.
  @usableFromInline
  enum Layout: Sendable {
    /// A sparse network: each player's coefficients lie in a row.
    case rows
    /// A sparse network whose factors are kept apart.
    case scaled
    /// A weighted sum: the coefficients of every player.
    case common
    /// Any other form.
    case general
  }

  /// How the value of a player follows from the profile.
  public let form: Form
  /// A bound on the relative error of each coefficient.
  public let relativeError: Double

  /// Where the coefficients are; those of `rows` and `common` in
  /// `coefficients`, of `rows` with their variables beside them.
  @usableFromInline let layout: Layout
  @usableFromInline let rowStarts: [Int]
  @usableFromInline let variables: [Int32]
  @usableFromInline let coefficients: [Double]
  /// The network of `scaled`; empty in any other form.
  @usableFromInline let scaledRows: ScaledSparseMatrix

  /// For a composition, what a unit of each player's own level would add to
  /// its own value and is left out.
  @usableFromInline let ownContributions: [Double]

  /// For a block-uniform network, the member of each group that makes up most
  /// of it; −1 for none.
  @usableFromInline let dominants: [Int]

  /// Whether a player's own level enters its own value.
  @usableFromInline let hasOwnWeights: Bool

  /// Whether elements on the diagonal of a sparse network are stored; a scaled
  /// one ignores them.
  let storesDiagonal: Bool

  /// An aggregate of the given form.
  public init(_ form: Form, relativeError: Double = 0) {
    self.form = form
    self.relativeError = relativeError
    if case .composition(let outer, let inner) = form {
      ownContributions = outer.diagonal(ofProductWith: inner)
    } else {
      ownContributions = []
    }
    if case .network(.blockUniform(let matrix)) = form {
      dominants = matrix.dominants
    } else {
      dominants = []
    }
    switch form {
    case .network(.sparse(let matrix)):
      storesDiagonal = matrix.hasDiagonal
      hasOwnWeights = storesDiagonal
    case .network(.scaled(let matrix)):
      storesDiagonal = matrix.links.hasDiagonal
      hasOwnWeights = false
    case .weightedSum: (storesDiagonal, hasOwnWeights) = (false, true)
    case .network(.blockUniform), .composition:
      (storesDiagonal, hasOwnWeights) = (false, false)
    }
    switch form {
    case .network(.sparse(let matrix)):
      layout = .rows
      rowStarts = matrix.rowStarts
      variables = matrix.columnIndices
      coefficients = matrix.values
    case .network(.scaled(let matrix)):
      layout = .scaled
      rowStarts = matrix.links.rowStarts
      (variables, coefficients) = ([], [])
    case .weightedSum(let weights):
      layout = .common
      coefficients = weights
      (rowStarts, variables) = ([], [])
    case .network(.blockUniform), .composition:
      layout = .general
      (rowStarts, variables, coefficients) = ([], [], [])
    }
    if case .network(.scaled(let matrix)) = form {
      scaledRows = matrix
    } else {
      scaledRows = ScaledSparseMatrix()
    }
  }

  /// A bound on the relative error of the own part of a composition: that of
  /// two coefficients and of sums of fewer than 4,000 terms.
  @usableFromInline var compositionError: Double { 1e-12 + 4 * relativeError }

  /// The weight of a player's own level in its own aggregate.
  @inlinable
  public func ownWeight(of player: Int) -> Double {
    guard hasOwnWeights else { return 0 }
    if layout == .common { return coefficients[player] }
    guard case .network(let matrix) = form else { return 0 }
    return matrix.element(player, player)
  }

  /// Encloses the exact weight of a player's own level in its own aggregate.
  @inlinable
  public func ownWeightEnclosure(of player: Int) -> Interval {
    Interval(ownWeight(of: player), relativeError: relativeError)
  }

  /// Adds `Σ_i factors_i a_i(·)` to a gradient: the transposed map.
  ///
  /// - Complexity: One pass over the links.
  public func addTransposed(_ factors: [Double], to gradient: inout [Double]) {
    var sum = [Double](repeating: 0, count: gradient.count)
    switch form {
    case .network(let matrix):
      matrix.multiplyTransposed(factors, into: &sum, concurrently: true)
    case .weightedSum(let weights):
      let total = factors.reduce(0, +)
      for j in sum.indices { sum[j] = total * weights[j] }
    case .composition(let outer, let inner):
      var middle = sum
      outer.multiplyTransposed(factors, into: &middle)
      inner.multiplyTransposed(middle, into: &sum)
      for j in sum.indices { sum[j] -= ownContributions[j] * factors[j] }
    }
    for j in sum.indices { gradient[j] += sum[j] }
  }

  /// Calls `body` with each variable and its coefficient in a player's value;
  /// a variable may come several times.
  ///
  /// - Complexity: O(links of the player), the square of it for a composition.
  @inlinable
  public func forEachCoefficient(
    of player: Int, _ body: (_ variable: Int, _ coefficient: Double) -> Void
  ) {
    switch layout {
    case .rows:
      for k in rowStarts[player]..<rowStarts[player + 1] {
        body(Int(variables[k]), coefficients[k])
      }
    case .scaled: scaledRows.forEachElement(inRow: player, body)
    case .common:
      for j in coefficients.indices { body(j, coefficients[j]) }
    case .general: forEachGeneralCoefficient(of: player, body)
    }
  }

  /// The same for a form that is neither sparse nor a sum.
  @inlinable
  func forEachGeneralCoefficient(
    of player: Int, _ body: (_ variable: Int, _ coefficient: Double) -> Void
  ) {
    switch form {
    case .network(let matrix): matrix.forEachElement(inRow: player, body)
    case .weightedSum: break
    case .composition(let outer, let inner):
      outer.forEachElement(inRow: player) { j, weight in
        inner.forEachElement(inRow: j) { k, coefficient in
          if k != player { body(k, weight * coefficient) }
        }
      }
    }
  }

  /// The value of one player at a profile of any scalars.
  ///
  /// - Complexity: That of ``forEachCoefficient(of:_:)``.
  @inlinable
  public func value<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    var sum = S.zero
    forEachCoefficient(of: player) { variable, coefficient in
      sum += S.product(
        coefficient, relativeError: relativeError, levels[variable])
    }
    return sum
  }
}

extension SparseMatrix {
  /// Whether an element on the diagonal is other than zero.
  fileprivate var hasDiagonal: Bool {
    (0..<min(rows, columns)).contains { element($0, $0) != 0 }
  }
}
