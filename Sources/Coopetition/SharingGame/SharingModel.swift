import Equilibria
import Games
import LinearAlgebra

/// A cluster as ``ParametricSharingGame`` reads it: its numbers, constant or
/// varied, and its links row by row.
///
/// It never changes, and is a class so that views of firms share it.
final class SharingModel: Sendable {
  /// What ties a firm to another.
  struct Link: Sendable {
    /// The other firm.
    let firm: Int
    /// `γ τ`: how the knowledge of one is used by the other.
    let weight: Double
    /// The rivalry of the row's firm with the other.
    let rivalry: Double
  }

  let numbers: NumberTable
  let firmCount: Int
  /// The firms whose knowledge each firm uses.
  let used: [[Link]]
  /// The firms that use each firm's knowledge.
  let users: [[Link]]
  /// The rivals of each firm.
  let rivals: [[Link]]
  let premiumShares: PremiumShares
  /// What alliances cost each firm.
  let overheads: [Double]
  let operatingFirm: Int?
  let hasService: Bool

  /// The model of a cluster; see ``NumberTable`` for what is varied.
  init(
    _ cluster: Cluster, varying varied: [NumberTable.Varied] = [],
    after levels: Int? = nil
  ) {
    let firms = cluster.firms
    numbers = NumberTable(cluster, varying: varied, after: levels)
    firmCount = firms.count
    let usable = cluster.complementarity.matrix(order: firms.count)
      .elementwiseProduct(cluster.access.matrix(for: firms))
    let rivalry = cluster.rivalry.matrix(order: firms.count)
    used = Self.links(usable, rivalry)
    users = Self.links(usable.transposed(), rivalry)
    rivals = Self.links(rivalry, rivalry)
    premiumShares = cluster.premium.shares
    overheads = firms.map(\.overhead)
    operatingFirm = cluster.platform.operatingFirm(among: firms)
    hasService = cluster.platform.operator == .service
  }

  private static func links(
    _ matrix: StructuredMatrix, _ rivalry: StructuredMatrix
  ) -> [[Link]] {
    (0..<matrix.rows).map { i in
      var row: [Link] = []
      matrix.forEachElement(inRow: i) { j, weight in
        guard j != i, weight != 0 else { return }
        row.append(
          Link(firm: j, weight: weight, rivalry: rivalry.element(i, j)))
      }
      return row
    }
  }
}

extension SharingModel {
  /// The levels that a firm may have for some of the parameters.
  func levels(of firm: Int, over parameters: Box) -> ClosedRange<Double> {
    func range(_ key: Int) -> Interval {
      numbers.range(
        NumberTable.place(ofKey: key, firm: firm), over: parameters)
    }
    let (floor, cap) = (range(Keys.floor), range(Keys.cap))
    return floor.lower...max(floor.lower, cap.upper)
  }

  /// How the bounds of levels move with parameters.
  ///
  /// - Parameters:
  ///   - owners: The firm of each level.
  ///   - parameters: Their number.
  /// - Returns: The bounds; nil if none moves.
  func movingBounds(
    of owners: [Int], parameters: Int
  ) -> MovingBounds? {
    func slopes(_ key: Int) -> [[Double]] {
      owners.map { firm in
        let place = NumberTable.place(ofKey: key, firm: firm)
        return (0..<parameters).map { numbers.slope(place, in: $0) }
      }
    }
    let bounds = MovingBounds(
      lower: slopes(Keys.floor), upper: slopes(Keys.cap))
    return bounds.isMoving ? bounds : nil
  }

  /// A number of the cluster.
  @inline(__always)
  func shared<S: Scalar>(_ place: Int, _ levels: Profile<S>) -> S {
    numbers.number(place, levels)
  }

  /// A number of a firm.
  @inline(__always)
  func own<S: Scalar>(_ key: Int, of firm: Int, _ levels: Profile<S>) -> S {
    numbers.number(NumberTable.place(ofKey: key, firm: firm), levels)
  }

  /// `q_i = Σ_j α_i γ_ij τ_ij K_j s_j`.
  func inflow<S: Scalar>(of i: Int, at levels: Profile<S>) -> S {
    let sum = used[i].reduce(S.zero) { sum, link in
      sum + S(link.weight) * own(Keys.knowledge, of: link.firm, levels)
        * levels[link.firm]
    }
    return sum * own(Keys.absorption, of: i, levels)
      * shared(Places.complementarity, levels)
  }

  /// What a firm uses of another one, `α_i γ_ij τ_ij K_j s_j`.
  ///
  /// - Complexity: O(links of the firm).
  func flow<S: Scalar>(from j: Int, to i: Int, at levels: Profile<S>) -> S {
    guard let link = used[i].first(where: { $0.firm == j }) else {
      return .zero
    }
    return S(link.weight) * own(Keys.knowledge, of: j, levels) * levels[j]
      * own(Keys.absorption, of: i, levels)
      * shared(Places.complementarity, levels)
  }

  /// `D = Σ_j K_j s_j / Σ_j K_j`, and the sum of all knowledge.
  func openness<S: Scalar>(at levels: Profile<S>) -> (value: S, total: S) {
    var (total, disclosed) = (S.zero, S.zero)
    for j in 0..<firmCount {
      let knowledge: S = own(Keys.knowledge, of: j, levels)
      total += knowledge
      disclosed += knowledge * levels[j]
    }
    return (disclosed / total, total)
  }

  /// What others use per unit of a firm's level, `o_i = Σ_j A_ji`.
  func outflow<S: Scalar>(of i: Int, at levels: Profile<S>) -> S {
    let sum = users[i].reduce(S.zero) { sum, link in
      sum + S(link.weight) * own(Keys.absorption, of: link.firm, levels)
    }
    return sum * own(Keys.knowledge, of: i, levels)
      * shared(Places.complementarity, levels)
  }

  /// What leaks to rivals per unit of a firm's level, `Σ_j ρ_ij A_ji`.
  func leaked<S: Scalar>(of i: Int, at levels: Profile<S>) -> S {
    let sum = users[i].reduce(S.zero) { sum, link in
      guard link.rivalry != 0 else { return sum }
      return sum + S(link.rivalry) * S(link.weight)
        * own(Keys.absorption, of: link.firm, levels)
    }
    return sum * own(Keys.knowledge, of: i, levels)
      * shared(Places.complementarity, levels)
      * shared(Places.rivalry, levels)
  }

  /// `Σ_j ρ_ij (q_j − f_ji)`, without the firm's own part.
  func rivalInflow<S: Scalar>(of i: Int, at levels: Profile<S>) -> S {
    let sum = rivals[i].reduce(S.zero) { sum, rival in
      let received = used[rival.firm].reduce(S.zero) { sum, link in
        guard link.firm != i else { return sum }
        return sum + S(link.weight) * own(Keys.knowledge, of: link.firm, levels)
          * levels[link.firm]
      }
      return sum + S(rival.weight)
        * own(Keys.absorption, of: rival.firm, levels) * received
    }
    return sum * shared(Places.complementarity, levels)
      * shared(Places.rivalry, levels)
  }

  /// What a firm pays for its inflow, `Σ_j p_j f_ij`.
  func payments<S: Scalar>(of i: Int, at levels: Profile<S>) -> S {
    let sum = used[i].reduce(S.zero) { sum, link in
      sum + S(link.weight) * own(Keys.knowledge, of: link.firm, levels)
        * own(Keys.price, of: link.firm, levels) * levels[link.firm]
    }
    return sum * own(Keys.absorption, of: i, levels)
      * shared(Places.complementarity, levels)
  }

  /// What the platform's operator earns per unit of a firm's level,
  /// `(μ_P p_i − k) o_i`.
  func operatingMargin<S: Scalar>(of i: Int, at levels: Profile<S>) -> S {
    let margin =
      shared(Places.margin, levels) * own(Keys.price, of: i, levels)
      - shared(Places.platformLinear, levels)
    return margin * outflow(of: i, at: levels)
  }

  /// `Π = Σ_j (μ_P p_j − k) o_j s_j − k₀`.
  func operatingProfit<S: Scalar>(at levels: Profile<S>) -> S {
    (0..<firmCount).reduce(-shared(Places.platformFixed, levels)) {
      $0 + operatingMargin(of: $1, at: levels) * levels[$1]
    }
  }

  /// What all subsidies cost.
  func outlay<S: Scalar>(at levels: Profile<S>) -> S {
    (0..<firmCount).reduce(S.zero) {
      $0 + own(Keys.subsidy, of: $1, levels) * levels[$1]
    }
  }

  /// The diminishing returns whose curvature is at a place.
  func returns<S: Scalar>(
    _ place: Int, _ levels: Profile<S>
  ) -> Returns<S> {
    guard let curvature = numbers.constant(place) else {
      return .varied(curvature: shared(place, levels))
    }
    return .fixed(DiminishingReturns(curvature: curvature))
  }
}
