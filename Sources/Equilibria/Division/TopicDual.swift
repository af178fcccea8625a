import LinearAlgebra

/// Dual prices of one topic: what each firm would pay for hearing of it.
///
/// With f_j the cost of collector j, p_ij what i earns if j is its source, and
/// every u_i ≥ 0, no set of collectors earns more than
///
///     Σ_i u_i + Σ_j [Σ_i (p_ij − u_i)₊ − f_j]₊
///
/// where collectors that are settled keep their term without the bracket. The
/// ascent lowers one price after another as far as no term becomes positive,
/// then looks for prices whose rise lets others fall by more.
///
/// Reference: Erlenkotter, A dual-based procedure for uncapacitated facility
/// location, Operations Research 26, 1978.
struct TopicDual {
  /// What i earns if j is its source: receivers in rows, collectors in
  /// columns.
  let profits: Matrix
  /// Whether each firm collects.
  let choices: [Choice]
  /// The cost of each collector.
  let costs: [Double]
  /// The price of each receiver.
  private(set) var prices: [Double]
  /// What is left of each free collector's cost, ≥ 0 up to rounding.
  private(set) var slacks: [Double]
  /// What each receiver has in any case, from settled collectors.
  private let floors: [Double]

  /// Whether a firm collects a topic, as far as it is settled.
  enum Choice: UInt8, Sendable {
    case free, settled, excluded
  }

  /// The most rounds of adjustments; each costs O(n³).
  private static let adjustmentLimit = 3

  /// The prices after the ascent and its adjustments.
  ///
  /// - Complexity: O(n³) a round.
  init(profits: Matrix, costs: [Double], choices: [Choice]) {
    self.profits = profits
    self.costs = costs
    self.choices = choices
    let firms = costs.indices
    floors = firms.map { i in
      firms.reduce(0) { best, j in
        choices[j] == .settled ? max(best, profits[i, j]) : best
      }
    }
    let floors = floors
    prices = firms.map { i in
      firms.reduce(floors[i]) { best, j in
        choices[j] == .free ? max(best, profits[i, j]) : best
      }
    }
    slacks = costs
    descend(Array(firms))
    var rounds = 0
    while rounds < Self.adjustmentLimit, adjust() { rounds += 1 }
  }

  /// The bound in doubles: prices less the costs of settled collectors.
  var bound: Double {
    var sum = prices.reduce(0, +)
    for j in costs.indices where choices[j] == .settled { sum -= costs[j] }
    return sum
  }

  /// Free collectors whose cost the prices pay for, up to rounding.
  var tight: [Int] {
    costs.indices.filter { choices[$0] == .free && isTight($0) }
  }

  private func isTight(_ j: Int) -> Bool {
    slacks[j] <= Self.tolerance * max(costs[j], .leastNormalMagnitude)
  }

  /// A slack below this part of its cost counts as none.
  private static let tolerance = 1e-12

  /// Lowers prices step by step until none can fall.
  private mutating func descend(_ receivers: [Int]) {
    var moving = receivers
    while !moving.isEmpty { moving.removeAll { !lower($0) } }
  }

  /// Lowers a price to its next step or as far as slacks allow; false if it
  /// will not move again.
  private mutating func lower(_ i: Int) -> Bool {
    let price = prices[i]
    var (next, room) = (floors[i], Double.infinity)
    guard price > next else { return false }
    for j in costs.indices where choices[j] == .free {
      let profit = profits[i, j]
      if profit >= price {
        room = min(room, slacks[j])
      } else {
        next = max(next, profit)
      }
    }
    let isBlocked = room < price - next
    let target = isBlocked ? price - max(0, room) : next
    move(i, to: target)
    return !isBlocked
  }

  /// Changes a price and the slacks that it pays for.
  private mutating func move(_ i: Int, to target: Double) {
    let old = prices[i]
    prices[i] = target
    for j in costs.indices where choices[j] == .free {
      let profit = profits[i, j]
      slacks[j] += max(0, profit - old) - max(0, profit - target)
    }
  }

  /// Raises each price that pays for several tight collectors and lets the
  /// others fall; true if the sum of prices fell.
  private mutating func adjust() -> Bool {
    var hasImproved = false
    for i in costs.indices {
      let paid = costs.indices.filter {
        choices[$0] == .free && profits[i, $0] > prices[i] && isTight($0)
      }
      guard paid.count > 1 else { continue }
      let (oldPrices, oldSlacks) = (prices, slacks)
      raise(i)
      descend(receivers(of: paid, but: i))
      descend(Array(costs.indices))
      if Self.isLess(prices, oldPrices) {
        hasImproved = true
      } else {
        (prices, slacks) = (oldPrices, oldSlacks)
      }
    }
    return hasImproved
  }

  /// Raises a price to its next step.
  private mutating func raise(_ i: Int) {
    var next = Double.infinity
    for j in costs.indices where choices[j] == .free {
      let profit = profits[i, j]
      if profit > prices[i] { next = min(next, profit) }
    }
    move(i, to: next)
  }

  /// Receivers that hear of the topic from no other tight collector than one
  /// of some.
  private func receivers(of paid: [Int], but other: Int) -> [Int] {
    costs.indices.filter { i in
      guard i != other, prices[i] > floors[i] else { return false }
      let sources = costs.indices.filter {
        choices[$0] == .free && profits[i, $0] > prices[i] && isTight($0)
      }
      return sources.count == 1 && paid.contains(sources[0])
    }
  }

  /// Whether a list has a smaller sum than another, by more than rounding.
  private static func isLess(_ a: [Double], _ b: [Double]) -> Bool {
    let (first, second) = (a.reduce(0, +), b.reduce(0, +))
    return first < second - tolerance * abs(second)
  }
}
