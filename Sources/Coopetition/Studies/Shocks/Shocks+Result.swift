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
    /// Whether anybody was moved and followed, and shocks in every period were
    /// summed up.
    var isFollowed = true

    /// Among few firms, by matrices.
    init(
      _ place: Int, _ list: EquilibriumList, _ attractors: Attractors,
      deviations: [Double], limit: Int
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
        TippingShocks(attractors, from: place, limit: limit), list,
        alone: Array(levels.indices), together: true)
    }

    /// Among many firms, by passes over the links: the few that matter most
    /// are moved alone, and no sets of firms are looked for.
    init(
      _ place: Int, _ list: EquilibriumList, _ game: SharingGame,
      _ attractors: Attractors, deviations: [Double], limit: Int
    ) {
      self.place = place
      radius = attractors.contractions[place]
      let levels = list.outcomes[place].levels
      guard let slopes = NetworkMultipliers(game, at: levels) else { return }
      linear = LinearShocks(slopes, game, list, place)
      random = list.knowledgeShares.flatMap {
        NetworkOrigins(
          slopes, rate: attractors.process.adjustment.rate,
          deviations: deviations, weights: $0)
      }.map(LongRunShocks.init)
      tip(
        TippingShocks(attractors, from: place, limit: limit), list,
        alone: strongest, together: false)
    }

    /// Among so many firms that nobody is followed: the multipliers alone.
    init(_ place: Int, _ list: EquilibriumList, _ game: SharingGame) {
      self.place = place
      isFollowed = false
      let levels = list.outcomes[place].levels
      one = levels.map { _ in nil }
      linear = NetworkMultipliers(game, at: levels).flatMap {
        LinearShocks($0, game, list, place, amplifies: false)
      }
    }

    /// How many firms are moved alone among many.
    static let aloneLimit = 10

    /// The firms with the largest multipliers.
    private var strongest: [Int] {
      let all = linear?.multipliers ?? []
      return Array(
        all.indices.sorted { (abs(all[$1]), $0) < (abs(all[$0]), $1) }
          .prefix(Self.aloneLimit))
    }

    /// Looks for what tips it; says nothing if the work is to stop, since what
    /// was not found may be there. With a single equilibrium there is nothing
    /// to tip to.
    private mutating func tip(
      _ shocks: TippingShocks, _ list: EquilibriumList, alone: [Int],
      together: Bool
    ) {
      one = list.outcomes[place].levels.map { _ in nil }
      guard list.outcomes.count > 1 else { return }
      var found = self
      found.look(for: shocks, list, alone)
      if together { found.gather(shocks, list) }
      self = Cancellation.isRequested ? self : found
    }

    private mutating func look(
      for shocks: TippingShocks, _ list: EquilibriumList, _ alone: [Int]
    ) {
      let place = place
      up = shocks.common(up: true)
      down = shocks.common(up: false)
      for firm in alone { one[firm] = shocks.one(firm) }
      line = list.outcomes.indices.compactMap { other in
        guard other != place, list.outcomes[other].isStable else { return nil }
        return shocks.line(to: other).map { (other, $0) }
      }
    }

    /// The fewest firms that tip it together, and what follows.
    private mutating func gather(
      _ shocks: TippingShocks, _ list: EquilibriumList
    ) {
      let isLowest = place == list.place(of: .lowest)
      fewest = shocks.fewest(up: isLowest)
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

  /// Among many.
  init(_ shocks: NetworkOrigins) {
    variance = shocks.variance
    origins = shocks.origins
  }
}
