/// The five paths by which clusters innovate, told apart by how uncertain
/// innovation is, where it comes from and how it spreads.
public enum InnovationPath: String, Sendable, CaseIterable {
  /// A giant innovates; its suppliers learn from the hub.
  case giant
  /// Incumbents improve along the chain of production.
  case upgrade
  /// Innovation is brought in from outside against payment.
  case introduced
  /// Two industries combine what they know.
  case fusion
  /// Many founders innovate in a mesh of ties.
  case independent

  /// The features of the typical cluster on the path.
  var features: (structure: PathFeatures, uncertainty: Double) {
    switch self {
    case .giant: (PathFeatures(0.92, 0, 0.14, 0, 0.06), 0.1)
    case .upgrade: (PathFeatures(0.03, 0, 0.89, 0.5, 0.45), 0.2)
    case .introduced: (PathFeatures(0.85, 0.86, 0.12, 0.14, 0.24), 0.3)
    case .fusion: (PathFeatures(0.02, 0, 0.89, 0, 0.66), 0.4)
    case .independent: (PathFeatures(0.02, 0, 0.89, 0.5, 0.74), 0.6)
    }
  }

  /// Where innovation comes from, and how it spreads.
  public var account: String {
    switch self {
    case .giant: "a giant; hub to suppliers"
    case .upgrade: "incumbents; along the chain"
    case .introduced: "outside, paid; to all"
    case .fusion: "the other industry; across"
    case .independent: "many founders; mesh"
    }
  }

  /// The lever that the path suggests to try first, a hypothesis.
  public var lever: String {
    switch self {
    case .giant: "lead, network"
    case .upgrade: "coordination"
    case .introduced: "network"
    case .fusion: "knowledge"
    case .independent: "environment"
    }
  }
}

/// The features of structure that tell paths apart.
struct PathFeatures: Sendable, Equatable {
  let values: [Double]

  init(
    _ leadership: Double, _ outside: Double, _ reciprocity: Double,
    _ exposure: Double, _ breadth: Double
  ) {
    values = [leadership, outside, reciprocity, exposure, breadth]
  }

  init(_ structure: StructureFeatures) {
    self.init(
      structure.leadership, structure.outside, structure.reciprocity,
      structure.exposure, structure.breadth)
  }
}

/// How near a cluster is to each of the five paths.
public struct PathMatch: Sendable, Equatable {
  /// The distance to each path: Euclidean, a unit being 0.15 in a feature.
  public let distances: [(path: InnovationPath, distance: Double)]
  /// The nearest path.
  public let path: InnovationPath
  /// The second nearest.
  public let next: InnovationPath
  /// How much farther the second is.
  public let margin: Double

  /// What counts as a unit of distance, in each feature.
  static let unit = 0.15
  /// A cluster farther than this from every path is like none.
  public static let farthest = 3.0
  /// A cluster with a smaller margin is between two paths.
  public static let leastMargin = 1.0

  /// The match of some features.
  ///
  /// - Parameters:
  ///   - structure: The features of the flows.
  ///   - uncertainty: The spread of innovation's worth, √log(1 + v²) with v
  ///     its deviation over its mean; left out if nil.
  public init(_ structure: StructureFeatures, uncertainty: Double?) {
    let own = PathFeatures(structure).values
    distances = InnovationPath.allCases.map { path in
      let typical = path.features
      var square = zip(own, typical.structure.values).reduce(0) {
        $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
      }
      if let uncertainty {
        let difference = uncertainty - typical.uncertainty
        square += difference * difference
      }
      return (path, square.squareRoot() / Self.unit)
    }
    let order = distances.enumerated().sorted {
      ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset)
    }
    (path, next) = (order[0].element.path, order[1].element.path)
    margin = order[1].element.distance - order[0].element.distance
  }

  /// The distance to the nearest path.
  public var distance: Double {
    distances.reduce(.infinity) { min($0, $1.distance) }
  }

  /// The match in words, such as "between upgrade and independent".
  public var verdict: String {
    if distance > Self.farthest { return "like none of the five" }
    return margin < Self.leastMargin
      ? "between \(path.rawValue) and \(next.rawValue)" : path.rawValue
  }

  /// Whether two matches agree in every number.
  public static func == (a: PathMatch, b: PathMatch) -> Bool {
    a.distances.elementsEqual(b.distances, by: ==)
  }
}
