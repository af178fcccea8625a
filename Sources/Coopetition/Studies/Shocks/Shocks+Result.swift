import Equilibria
import Games
import LinearAlgebra

extension Shocks {
  /// What shocks do at one equilibrium.
  struct Result: Sendable {
    var place: Int
    var linear: LinearShocks?
    var random: LongRunShocks?
    /// The spectral radius of the map on free levels.
    var radius: Double?
    var up: TippingPoint?
    var down: TippingPoint?
    /// By firm; nil where none was found or looked for.
    var one: [TippingShocks.One?] = []
    var line: [(place: Int, point: TippingPoint)] = []
    var fewest: TippingShocks.Sets?
    var avalanche: (players: [Int], first: [Int?])?
    /// What ends it, for each number that is asked for.
    var parameters: [ParameterTipping?] = []
    /// What was not looked for to the end because the work was to stop, by its
    /// key in JSON.
    var unfinished: [String] = []

    /// Among few firms, by matrices.
    init(
      _ place: Int, _ list: EquilibriumList, _ attractors: Attractors,
      deviations: [Double], limit: Int, _ monitor: Monitor = .unattended
    ) {
      let process = attractors.process
      let levels = list.outcomes[place].levels
      let multipliers = ResponseMultipliers(process, at: levels)
      self.place = place
      linear = multipliers.map { LinearShocks($0, process, list, place) }
      radius = attractors.contractions[place]
      let weights = list.knowledgeShares ?? levels.map { _ in 1 }
      random = multipliers.flatMap {
        RandomShocks(
          $0, rate: process.adjustment.rate, deviations: deviations,
          weights: weights)
      }.map(LongRunShocks.init)
      tip(
        TippingShocks(
          attractors, from: place, limit: limit,
          isProving: list.outcomes[place].equilibrium.isProven,
          monitor: monitor), list,
        ShockExtent(firms: 0), alone: Array(levels.indices)
      ) { _ in nil }
    }

    /// Among many firms, by passes over the links.
    init(
      _ place: Int, _ list: EquilibriumList, _ game: SharingGame,
      _ attractors: Attractors, deviations: [Double], limit: Int,
      _ extent: ShockExtent, _ monitor: Monitor = .unattended
    ) {
      self.place = place
      radius = attractors.contractions[place]
      let levels = list.outcomes[place].levels
      guard let slopes = NetworkMultipliers(game, at: levels) else { return }
      linear = LinearShocks(slopes, game, list, place, extent)
      attempt("random") {
        $0.random = LongRunShocks(
          slopes, list, rate: attractors.process.adjustment.rate,
          deviations: deviations, extent)
      }
      let shocks = TippingShocks(
        attractors, from: place, limit: limit, accuracy: extent.accuracy,
        isProving: extent.isProving
          && list.outcomes[place].equilibrium.isProven, monitor: monitor)
      tip(shocks, list, extent, alone: strongest(extent.alone)) {
        NetworkMultipliers.spread(in: game, from: levels, to: $0)
      }
    }

    /// The firms with the largest multipliers.
    private func strongest(_ count: Int) -> [Int] {
      let all = linear?.multipliers ?? []
      return Array(
        all.indices.sorted { (abs(all[$1]), $0) < (abs(all[$0]), $1) }
          .prefix(count))
    }

    /// Looks for something; says nothing of it if the work is to stop, since
    /// what was not found may be there.
    private mutating func attempt(
      _ key: String, _ look: (inout Result) -> Void
    ) {
      var found = self
      if !Cancellation.isRequested { look(&found) }
      guard !Cancellation.isRequested else { return unfinished.append(key) }
      self = found
    }

    /// Looks for what tips it. With a single equilibrium there is nothing to
    /// tip to.
    ///
    /// - Parameters:
    ///   - shocks: The displacements.
    ///   - list: The equilibria.
    ///   - extent: How much is looked for.
    ///   - alone: The firms that are moved alone.
    ///   - spread: How much a move of each firm counts where all are displaced
    ///     to some levels; nil for its multiplier.
    private mutating func tip(
      _ shocks: TippingShocks, _ list: EquilibriumList, _ extent: ShockExtent,
      alone: [Int], by spread: ([Double]) -> [Double]?
    ) {
      one = list.outcomes[place].levels.map { _ in nil }
      guard list.outcomes.count > 1 else { return }
      attempt("common") {
        $0.up = shocks.common(up: true)
        $0.down = shocks.common(up: false)
      }
      attempt("fewest") { $0.gather(shocks, list, extent, by: spread) }
      if !alone.isEmpty {
        attempt("one") { $0.move(alone, shocks) }
      }
      if extent.hasLines {
        attempt("line") { $0.line = $0.lines(shocks, list) }
      }
    }

    /// Moves some firms alone.
    private mutating func move(_ firms: [Int], _ shocks: TippingShocks) {
      // Only what was looked for to the end is known.
      let common = unfinished.contains("common") ? nil : (up: up, down: down)
      let found = Parallel.map(firms.count) {
        shocks.one(firms[$0], beyond: common)
      }
      for (firm, one) in zip(firms, found) { self.one[firm] = one }
    }

    /// The least shares of the ways to other equilibria.
    private func lines(
      _ shocks: TippingShocks, _ list: EquilibriumList
    ) -> [(place: Int, point: TippingPoint)] {
      list.outcomes.indices.compactMap { other in
        guard other != place, list.outcomes[other].isStable else { return nil }
        return shocks.line(to: other).map { (other, $0) }
      }
    }

    /// The fewest firms that tip it together, and what follows.
    private mutating func gather(
      _ shocks: TippingShocks, _ list: EquilibriumList, _ extent: ShockExtent,
      by spread: ([Double]) -> [Double]?
    ) {
      let isLowest = place == list.place(of: .lowest)
      let space = list.game.strategies
      let end = isLowest ? space.upperBounds : space.lowerBounds
      fewest = shocks.fewest(
        up: isLowest, strengths: spread(end) ?? linear?.multipliers,
        trials: extent.trials)
      avalanche = fewest?.sets.first.map {
        ($0, shocks.avalanche(of: $0, up: isLowest))
      }
    }
  }
}

/// Where the long-run variance of openness comes from.
struct LongRunShocks: Sendable {
  /// The variance of openness, or in a game of formulas of the sum of levels.
  var variance: Double
  /// The part of it that comes from the shocks to each firm.
  var origins: [Double]
  /// The standard deviation of each level; nil among many firms.
  var deviations: [Double]?
  /// The sum of the variances of levels over that of the shocks; nil without
  /// shocks, and among many firms.
  var varianceGain: Double?

  /// Among few firms.
  init(_ shocks: RandomShocks) {
    variance = shocks.variance
    origins = shocks.origins
    deviations = shocks.deviations
    varianceGain = shocks.varianceGain
  }

  /// Among many; nil if shocks do not die out, or if the work is to stop.
  init?(
    _ slopes: NetworkMultipliers<SharingGame>, _ list: EquilibriumList,
    rate: Double, deviations: [Double], _ extent: ShockExtent
  ) {
    guard let weights = list.knowledgeShares,
      let found = NetworkOrigins(
        slopes, rate: rate, deviations: deviations, weights: weights)
    else { return nil }
    variance = found.variance
    origins = found.origins
    guard extent.hasOwn,
      let variances = slopes.longRunVariances(
        rate: rate, deviations: deviations)
    else { return }
    self.deviations = variances.map { $0.squareRoot() }
    let size = zip(deviations, slopes.isFree).reduce(0) {
      $0 + ($1.1 ? $1.0 * $1.0 : 0)
    }
    varianceGain = size > 0 ? variances.reduce(0, +) / size : nil
  }
}
