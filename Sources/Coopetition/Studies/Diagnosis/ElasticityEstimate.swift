import LinearAlgebra

/// Elasticities of output in its factors, estimated by least squares.
///
/// `ln Y` is explained by `ln X_k` (levels: with a constant, and the trend in
/// years since the first), or `Δ ln Y` by `Δ ln X_k` (differences: the trend
/// is the coefficient of Δt, without a constant). With constant returns labour
/// (else the last factor) gets `1 − the others'`, and all are in ratios to it.
public struct ElasticityEstimate: Sendable, Equatable {
  /// The elasticity of each factor.
  public var elasticities: [(factor: ProductionFactor, value: Double)]
  /// The covariance of the elasticities, in their order.
  public var covariance: Matrix
  /// The yearly trend with its standard error; nil if there is none.
  public var trend: (value: Double, error: Double)?
  /// The constant with its standard error; nil for differences.
  public var constant: (value: Double, error: Double)?
  /// The standard deviation of what is left.
  public var residual: Double
  /// `1 − RSS / Σ (y − ȳ)²` of what was explained.
  public var rSquared: Double
  /// The statistic of Durbin and Watson, 2 without serial correlation.
  public var durbinWatson: Double
  /// The number of observations.
  public var observations: Int

  /// What is estimated.
  public struct Model: Sendable, Equatable {
    /// Whether levels are explained rather than their differences.
    public var usesLevels = false
    /// Whether there is a trend.
    public var hasTrend = true
    /// Whether elasticities add up to 1.
    public var hasConstantReturns = true

    /// A model; by default differences, a trend and constant returns.
    public init(
      usesLevels: Bool = false, hasTrend: Bool = true,
      hasConstantReturns: Bool = true
    ) {
      self.usesLevels = usesLevels
      self.hasTrend = hasTrend
      self.hasConstantReturns = hasConstantReturns
    }
  }

  /// The standard error of each elasticity, in their order.
  public var standardErrors: [Double] {
    elasticities.indices.map { max(0, covariance[$0, $0]).squareRoot() }
  }

  /// Whether two estimates agree in every number.
  public static func == (a: Self, b: Self) -> Bool {
    a.elasticities.elementsEqual(b.elasticities, by: ==)
      && a.covariance == b.covariance && a.residual == b.residual
      && a.observations == b.observations
  }
}

extension ElasticityEstimate {
  /// The estimate from a panel with output and factors.
  ///
  /// - Throws: an error at `diagnosis.accounting` if there are too few
  ///   observations, or if factors move together.
  init(_ panel: Panel, _ model: Model) throws(ScenarioError) {
    let factors = panel.factors
    let base = model.hasConstantReturns ? Self.base(of: factors) : nil
    let regression = Regression(panel, model, base: base)
    let count = regression.columns.count
    guard regression.response.count > count + 2 else {
      throw ScenarioError(
        at: "diagnosis.accounting",
        "\(regression.response.count) observations; \(count) coefficients "
          + "need \(count + 3)")
    }
    let fit = try regression.fit()
    let variance =
      fit.residualSquares / Double(regression.response.count - count)
    func coefficient(
      of column: Regression.Column
    ) -> (value: Double, error: Double)? {
      guard let k = regression.columns.firstIndex(of: column) else {
        return nil
      }
      let error = (variance * fit.inverseGram[k, k]).squareRoot()
      return (fit.coefficients[k], error)
    }
    let map = Self.map(factors, regression.columns, base: base)
    elasticities = factors.indices.map { row in
      let start = factors[row] == base ? 1.0 : 0
      let value = fit.coefficients.indices.reduce(start) {
        $0 + map[row, $1] * fit.coefficients[$1]
      }
      return (factors[row], value)
    }
    covariance = map.congruence(fit.inverseGram, scale: variance)
    trend = coefficient(of: .trend)
    constant = coefficient(of: .constant)
    residual = variance.squareRoot()
    observations = regression.response.count
    (rSquared, durbinWatson) = Self.diagnostics(fit, regression.response)
  }

  /// The factor that the others are in ratio to.
  private static func base(
    of factors: [ProductionFactor]
  ) -> ProductionFactor? {
    factors.contains(.labour) ? .labour : factors.last
  }

  /// How elasticities depend on coefficients.
  private static func map(
    _ factors: [ProductionFactor], _ columns: [Regression.Column],
    base: ProductionFactor?
  ) -> Matrix {
    var map = Matrix(rows: factors.count, columns: columns.count)
    for (row, factor) in factors.enumerated() {
      for (k, column) in columns.enumerated() {
        guard case .factor(let other) = column else { continue }
        if other == factor { map[row, k] = 1 }
        if factor == base { map[row, k] = -1 }
      }
    }
    return map
  }

  private static func diagnostics(
    _ fit: LeastSquares, _ response: [Double]
  ) -> (rSquared: Double, durbinWatson: Double) {
    let mean = response.reduce(0, +) / Double(response.count)
    let total = response.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let steps = zip(fit.residuals.dropFirst(), fit.residuals)
      .reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return (1 - fit.residualSquares / total, steps / fit.residualSquares)
  }
}

extension Matrix {
  /// scale · M S Mᵀ of this matrix M and a symmetric one.
  func congruence(_ symmetric: Matrix, scale: Double = 1) -> Matrix {
    var result = self * symmetric * transposed()
    for k in result.elements.indices { result.elements[k] *= scale }
    return result
  }
}

/// The regression of output on its factors.
private struct Regression {
  enum Column: Equatable {
    case constant, trend
    case factor(ProductionFactor)
  }

  private(set) var columns: [Column] = []
  private(set) var response: [Double]
  private var values: [[Double]] = []
  private let base: ProductionFactor?

  init(
    _ panel: Panel, _ model: ElasticityEstimate.Model,
    base: ProductionFactor?
  ) {
    self.base = base
    func series(_ column: String) -> [Double] {
      model.usesLevels
        ? (panel[column] ?? []).map { Double.log($0) }
        : panel.growth(of: column)
    }
    let divisor = base.map { series($0.rawValue) }
    func ratio(_ column: String) -> [Double] {
      let numbers = series(column)
      guard let divisor else { return numbers }
      return zip(numbers, divisor).map { $0 - $1 }
    }
    response = ratio("output")
    let years = panel.years
    if model.usesLevels {
      columns.append(.constant)
      values.append(years.map { _ in 1 })
    }
    if model.hasTrend {
      columns.append(.trend)
      values.append(
        model.usesLevels
          ? years.map { $0 - years[0] }
          : zip(years.dropFirst(), years).map { $0 - $1 })
    }
    for factor in panel.factors where factor != base {
      columns.append(.factor(factor))
      values.append(ratio(factor.rawValue))
    }
  }

  /// The fit.
  func fit() throws(ScenarioError) -> LeastSquares {
    var design = Matrix(rows: response.count, columns: columns.count)
    for (k, column) in values.enumerated() {
      for (row, value) in column.enumerated() { design[row, k] = value }
    }
    do {
      return try LeastSquares(design: design, response: response)
    } catch .singular(let column) {
      throw collinear(column)
    } catch {
      throw ScenarioError(at: "diagnosis.accounting", "\(error)")
    }
  }

  /// What moves together with a column.
  private func collinear(_ column: Int) -> ScenarioError {
    let own = values[column]
    let partner = (0..<column).max { alignment($0, own) < alignment($1, own) }
    let names = [partner.map { name(columns[$0]) } ?? nil, base?.rawValue]
      .compactMap { $0 }
    let first = name(columns[column]) ?? "the trend"
    let second = names.first ?? "the trend"
    return ScenarioError(
      at: "diagnosis.accounting",
      "\(second) and \(first) move together; elasticities cannot be "
        + "estimated")
  }

  private func name(_ column: Column) -> String? {
    guard case .factor(let factor) = column else { return nil }
    return factor.rawValue
  }

  private func alignment(_ column: Int, _ other: [Double]) -> Double {
    let own = values[column]
    return abs(Vector.dot(own, other))
      / max(Vector.euclideanNorm(own), .leastNormalMagnitude)
  }
}
