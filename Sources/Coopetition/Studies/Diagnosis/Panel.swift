/// A factor of production.
public enum ProductionFactor: String, Sendable, CaseIterable {
  case capital, labour, land, data, research
}

/// Yearly figures of a cluster: output, factors, firms.
///
/// Every column has a number for each year.
public struct Panel: Sendable, Equatable {
  /// The file, as the scenario names it.
  public var name: String
  /// The years, rising.
  public var years: [Double]
  /// The columns, by their names.
  public var columns: [String: [Double]]

  /// A panel of some columns.
  ///
  /// - Precondition: The years rise and every column is as long.
  public init(
    name: String = "panel", years: [Double], columns: [String: [Double]]
  ) {
    precondition(
      columns.values.allSatisfy { $0.count == years.count }
        && zip(years, years.dropFirst()).allSatisfy { $0 < $1 },
      "years rise, and every column has a number for each")
    self.name = name
    self.years = years
    self.columns = columns
  }

  /// The number of years between the first and the last.
  public var span: Double { (years.last ?? 0) - (years.first ?? 0) }

  /// A column.
  public subscript(column: String) -> [Double]? { columns[column] }

  /// The factors that have a column, in their order.
  public var factors: [ProductionFactor] {
    ProductionFactor.allCases.filter { columns[$0.rawValue] != nil }
  }

  /// The changes of the logarithm of a positive column.
  func growth(of column: String) -> [Double] {
    let logarithms = (columns[column] ?? []).map { Double.log($0) }
    return zip(logarithms.dropFirst(), logarithms).map { $0 - $1 }
  }

  /// The key of a factor's share in costs.
  static func shareKey(_ factor: ProductionFactor) -> String {
    "share.\(factor.rawValue)"
  }
}

extension Panel {
  /// The shares of each factor in each year; one factor may lack its column
  /// and gets what the others leave.
  ///
  /// - Throws: an error at the elasticities if another one lacks its column.
  func shares() throws(ScenarioError) -> [ProductionFactor: [Double]] {
    var shares: [ProductionFactor: [Double]] = [:]
    var lacking: [ProductionFactor] = []
    for factor in factors {
      if let column = columns[Self.shareKey(factor)] {
        shares[factor] = column
      } else {
        lacking.append(factor)
      }
    }
    guard let first = lacking.first else { return shares }
    guard lacking.count == 1, !shares.isEmpty else {
      throw ScenarioError(
        at: "diagnosis.accounting.elasticities",
        "missing; \(name) has no \(Self.shareKey(first))")
    }
    shares[first] = years.indices.map { year in
      shares.values.reduce(1) { $0 - $1[year] }
    }
    return shares
  }
}
