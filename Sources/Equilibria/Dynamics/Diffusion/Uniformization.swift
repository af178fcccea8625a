import Scalars

/// Steps of a Markov chain in continuous time by those of one in discrete
/// time, at the ticks of a Poisson clock faster than every rate.
///
/// With Λ the rate of the clock and P the chain at its ticks,
///
///     p(h)               = Σ_k Pois(k; Λh) P^k p
///     ∫ e^(−ρt) p(t) dt  = Σ_k Λ^k/(Λ+ρ)^(k+1) Pr(Pois((Λ+ρ)h) > k) P^k p
///
/// Nothing is subtracted, and the rest of the sums is below ``truncation``.
///
/// Reference: Jensen, Skandinavisk Aktuarietidskrift 36, 1953.
struct Uniformization {
  /// The probability that is left out of a step.
  static let truncation = 1e-15
  /// More ticks than this are made in several steps.
  private static let mostTicks = 50.0

  private let rate: Double
  private let discount: Double
  /// The length of a part of a step, and how many there are.
  private let part: Double
  private let parts: Int
  private let weights: [Double]
  private let timeWeights: [Double]
  private let discountedWeights: [Double]

  /// The weights of a step of length h.
  init(rate: Double, step: Double, discount: Double) {
    self.rate = rate
    self.discount = discount
    parts = max(1, Int((rate * step / Self.mostTicks).rounded(.up)))
    part = step / Double(parts)
    weights = Self.poisson(rate * part)
    timeWeights = Self.times(rate, 0, part, count: weights.count)
    discountedWeights = Self.times(rate, discount, part, count: weights.count)
  }

  /// The probabilities of 0, 1, 2, … ticks, until the rest is negligible.
  private static func poisson(
    _ mean: Double, atLeast count: Int = 0
  )
    -> [Double]
  {
    var weights = [Double.exp(-mean)]
    while true {
      let k = Double(weights.count)
      let next = weights[weights.count - 1] * mean / k
      let isNegligible = k > mean && next / (1 - mean / (k + 1)) < truncation
      if isNegligible && weights.count >= count { return weights }
      weights.append(next)
    }
  }

  /// The discounted time between ticks k and k + 1 that falls into a step.
  private static func times(
    _ rate: Double, _ discount: Double, _ step: Double, count: Int
  ) -> [Double] {
    let total = rate + discount
    guard total > 0 else { return [step] }
    let ticks = poisson(total * step, atLeast: count + 1)
    var tails = [Double](repeating: 0, count: ticks.count)
    for k in stride(from: ticks.count - 2, through: 0, by: -1) {
      tails[k] = tails[k + 1] + ticks[k + 1]
    }
    return (0..<count).map { k in
      tails[k] * Double.pow(rate / total, k) / total
    }
  }

  /// Carries a chain one step on from a time.
  func advance(
    _ now: inout Occupation, of chain: DiffusionChain, at time: Double
  ) {
    for k in 0..<parts {
      let start = time + Double(k) * part
      advance(&now, of: chain, worth: Double.exp(-discount * start))
    }
  }

  private func advance(
    _ now: inout Occupation, of chain: DiffusionChain, worth: Double
  ) {
    var term = now.probability
    var next = term
    for s in now.probability.indices { now.probability[s] = 0 }
    for k in weights.indices {
      let (w, t, d) = (
        weights[k], timeWeights[k], worth * discountedWeights[k]
      )
      for s in term.indices where term[s] != 0 {
        now.probability[s] += w * term[s]
        now.time[s] += t * term[s]
        now.discountedTime[s] += d * term[s]
      }
      guard k + 1 < weights.count else { break }
      tick(term, of: chain, into: &next)
      swap(&term, &next)
    }
  }

  /// One tick of the clock.
  private func tick(
    _ term: [Double], of chain: DiffusionChain, into next: inout [Double]
  ) {
    let places = chain.places
    for s in next.indices { next[s] = 0 }
    for s in term.indices where term[s] != 0 {
      let share = term[s] / rate
      next[s] += share * max(0, rate - chain.totals[s])
      let row = s * places.count
      for k in places.indices where chain.rates[row + k] > 0 {
        next[s + places[k]] += share * chain.rates[row + k]
      }
    }
  }
}
