import Games

/// What the equilibria of a box say of each pair of partners.
///
/// Given what its two firms get from others, `μ_i = φ′(z_i)`, a pair plays a
/// game of its own: it is closed, at its threshold or open. Over a box the
/// terms of others lie between bounds. If ε ≤ 1 a best response rises with the
/// partner's level and falls with what others give, so that bounds on it follow
/// from the ends; levels that are no best response to a best response to
/// themselves are cut off, and where several ranges are left the box is best cut
/// between them.
struct PairConditions {
  private let game: DirectedSharingGame
  private let box: Box
  private let replies: PairReplies

  /// Into how many parts the interval of a level is divided.
  private static let parts = 32
  /// How often a pair is shrunk in turn, and the share of its width that it must
  /// be shrunk to for another turn.
  private static let rounds = 6
  private static let worthwhile = 0.8
  /// Intervals narrower than this share of all levels are not cut between.
  private static let leastWidth = 1 / 16.0

  /// The conditions over a box.
  ///
  /// - Precondition: ε ≤ 1, and firms have a level for each partner.
  /// - Complexity: O(links).
  init(_ game: DirectedSharingGame, over box: Box) {
    (self.game, self.box) = (game, box)
    replies = PairReplies(game, over: box)
  }

  /// Cuts off what pairs do in no equilibrium; false if nothing is left.
  ///
  /// - Complexity: O(links), and up to 64 best responses a turn for each pair, of
  ///   up to 6 turns.
  func contract(_ box: inout Box) -> Bool {
    for pair in replies.pairs {
      for _ in 0..<Self.rounds {
        let before = box[pair.first]
        guard shrink(pair, in: &box) else { return false }
        let isWorthwhile =
          box[pair.first].width < Self.worthwhile * before.width
        guard isWorthwhile else { break }
      }
    }
    return true
  }

  /// Cuts off what one pair does in no equilibrium; false if nothing is left.
  private func shrink(_ pair: PairReplies.Pair, in box: inout Box) -> Bool {
    let slices = slices(of: box[pair.first])
    guard let lower = slices.firstIndex(where: { !isEmpty($0, pair) }),
      let upper = slices.lastIndex(where: { !isEmpty($0, pair) })
    else { return false }
    box[pair.first] = slices[lower].hull(slices[upper])
    let answers = replies.reply(of: pair.second, to: box[pair.first], pair)
    guard let left = answers.flatMap({ box[pair.second].intersection($0) })
    else { return false }
    box[pair.second] = left
    return true
  }

  /// The cut between what is left of the pair between which most is left out;
  /// nil if no pair falls into ranges.
  ///
  /// - Complexity: 64 best responses for each pair whose interval is wide.
  var cut: (variable: Int, points: [Double])? {
    var best: (variable: Int, points: [Double])?
    var largest = 0.0
    for pair in replies.pairs {
      let range = box[pair.first]
      let whole = game.strategies.interval(of: pair.first).width
      guard range.width > Self.leastWidth * whole else { continue }
      let gaps = gaps(of: range, pair)
      let share = gaps.reduce(0) { $0 + $1.width } / whole
      if share > largest {
        (best, largest) = ((pair.first, gaps.map(\.midpoint)), share)
      }
    }
    return best
  }

  /// The ranges of a level of no equilibrium, between others.
  private func gaps(of range: Interval, _ pair: PairReplies.Pair) -> [Interval]
  {
    var gaps: [Interval] = []
    var gap: Interval?
    for slice in slices(of: range).drop(while: { isEmpty($0, pair) }) {
      if isEmpty(slice, pair) {
        gap = gap?.hull(slice) ?? slice
      } else if let last = gap {
        gaps.append(last)
        gap = nil
      }
    }
    return gaps
  }

  /// Equal parts of an interval, which cover it.
  private func slices(of range: Interval) -> [Interval] {
    guard range.width > 0 else { return [range] }
    let ends = (0...Self.parts).map { k in
      k == Self.parts
        ? range.upper
        : range.lower + (range.upper - range.lower)
          * (Double(k) / Double(Self.parts))
    }
    return zip(ends, ends.dropFirst()).map { Interval(lower: $0, upper: $1) }
  }

  /// Whether it is proven that no equilibrium has a level of the first one in a
  /// part of its interval.
  private func isEmpty(_ part: Interval, _ pair: PairReplies.Pair) -> Bool {
    guard let reply = replies.reply(of: pair.second, to: part, pair) else {
      return true
    }
    return replies.reply(of: pair.first, to: reply, pair)?.intersection(part)
      == nil
  }
}

extension DirectedSharingGame {
  /// Whether what pairs do is bounded by ``PairConditions``.
  var splitsIntoPairs: Bool {
    cluster.model.sharing == .firms && returns.innovation.curvature <= 1
  }

  /// Shrinks what each pair does to where both respond to each other.
  func propagateConditions(in box: inout Box) -> Bool {
    !splitsIntoPairs || PairConditions(self, over: box).contract(&box)
  }

  /// Cuts between the equilibria of one pair.
  func separatingCut(of box: Box) -> (variable: Int, points: [Double])? {
    splitsIntoPairs ? PairConditions(self, over: box).cut : nil
  }
}
