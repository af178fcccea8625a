import Games

/// Who wants to exchange with whom: what each firm gains if it and a partner
/// disclose everything to each other instead of nothing, all else as played.
///
/// A firm is *keen* on a partner if it gains, *averse* if it loses. A pair is
/// *wanted* if neither loses, *blocked* if one loses less than the other gains,
/// and else *unwanted*.
public struct Attitudes: Sendable {
  /// The number of partners that firms are keen on, rows the firm's tier,
  /// columns the partner's; one row and column without tiers.
  public private(set) var keen: [[Int]]
  /// The number of partners that firms are averse to.
  public private(set) var averse: [[Int]]
  /// The mean gain; nil where nobody has such a partner.
  public private(set) var meanGain: [[Double?]]
  /// Whether leaders are averse to all, laggards keen on all and middle firms
  /// keen upward and averse downward; nil without tiers.
  public private(set) var pattern: Bool?
  /// The number of wanted pairs.
  public private(set) var wanted = 0
  /// The number of blocked pairs.
  public private(set) var blockedPairs = 0
  /// What blocked exchanges would be worth to their firms together.
  public private(set) var blockedValue = 0.0
  /// The number of unwanted pairs.
  public private(set) var unwanted = 0

  init(in game: DirectedSharingGame, at levels: [Double]) {
    let links = game.links
    let tiers = game.cluster.firms.map(\.tier?.index)
    let hasTiers = !tiers.contains(nil)
    let size = hasTiers ? Tier.allCases.count : 1
    let zeros = Array(repeating: Array(repeating: 0, count: size), count: size)
    (keen, averse) = (zeros, zeros)
    var sums = zeros.map { $0.map(Double.init) }
    var counts = zeros
    let gains = game.exchangeGains(at: levels)
    for firm in 0..<links.firmCount {
      let row = hasTiers ? tiers[firm] ?? 0 : 0
      for place in links.places(of: firm) {
        let column = hasTiers ? tiers[links.partners[place]] ?? 0 : 0
        if gains[place] > 0 { keen[row][column] += 1 }
        if gains[place] < 0 { averse[row][column] += 1 }
        sums[row][column] += gains[place]
        counts[row][column] += 1
      }
    }
    meanGain = zip(sums, counts).map { sums, counts in
      zip(sums, counts).map { $1 > 0 ? $0 / Double($1) : nil }
    }
    countPairs(links, gains)
    pattern = hasTiers ? followsPattern(counts) : nil
  }

  private mutating func countPairs(_ links: DirectedLinks, _ gains: [Double]) {
    for firm in 0..<links.firmCount {
      for place in links.places(of: firm) where links.partners[place] > firm {
        let (own, other) = (gains[place], gains[links.opposites[place]])
        if min(own, other) >= 0 {
          wanted += 1
        } else if own + other > 0 {
          blockedPairs += 1
          blockedValue += own + other
        } else {
          unwanted += 1
        }
      }
    }
  }

  /// Whether the counts are those of leaders who refuse, laggards who ask, and
  /// middle firms who ask upward and refuse downward.
  private func followsPattern(_ counts: [[Int]]) -> Bool {
    let (core, ordinary, general) = (
      Tier.core.index, Tier.ordinary.index, Tier.general.index
    )
    return counts[core][ordinary] > 0 && counts[ordinary][general] > 0
      && averse[core] == counts[core] && keen[general] == counts[general]
      && keen[ordinary][core] == counts[ordinary][core]
      && averse[ordinary][general] == counts[ordinary][general]
  }
}

extension DirectedSharingGame {
  /// What the firm at each place gains if it and the partner there exchange
  /// everything instead of nothing, all other disclosures as they are.
  ///
  /// - Complexity: O(links).
  func exchangeGains(at levels: [Double]) -> [Double] {
    let disclosures = links.disclosures(at: levels)
    let open = clusterOpenness(at: levels)
    var gains = disclosures
    for firm in 0..<links.firmCount {
      let effect = effect(of: firm, at: disclosures)
      let inflow = links.places(of: firm).reduce(0) {
        $0 + links.uses[$1] * disclosures[links.opposites[$1]]
      }
      for place in links.places(of: firm) {
        let back = links.opposites[place]
        let rests = (
          effect: max(0, effect - pairTerms(place, at: disclosures).0),
          inflow: max(0, inflow - links.uses[place] * disclosures[back])
        )
        gains[place] = exchangeGain(
          firm, place, rests,
          open: open - openShare(firm, disclosures[place])
            - openShare(links.partners[place], disclosures[back]))
      }
    }
    return gains
  }

  /// What a disclosure of a level by a firm adds to openness.
  private func openShare(_ firm: Int, _ level: Double) -> Double {
    links.share(of: firm) * numbers[firm].knowledgeShare * level
  }

  private func exchangeGain(
    _ firm: Int, _ place: Int, _ rest: (effect: Double, inflow: Double),
    open: Double
  ) -> Double {
    let (own, innovation) = (numbers[firm], returns.innovation)
    let one = cluster.firms[firm]
    let partner = links.partners[place]
    let (level, other) = (one.cap, cluster.firms[partner].cap)
    let flow = links.uses[place] * other
    let full = rest.effect + flow * (1 + returns.reciprocity * level)
    let inflow = rest.inflow + flow
    var gain =
      own.gain * (innovation.value(full) - innovation.value(rest.effect))
    gain +=
      own.savedCost
      * (inflow / (1 + inflow)
        - rest.inflow / (1 + rest.inflow))
    if own.premiumShare != 0 {
      let after = open + openShare(firm, level) + openShare(partner, other)
      gain +=
        own.premiumShare
        * (returns.premium.value(after) - returns.premium.value(open))
    }
    gain -=
      one.irreplaceability * one.marketAtRisk * links.rivalries[place]
      * links.gives[place] * level
    let cost = (own.linearCost + own.quadraticCost * level / 2) * level
    let variable = links.variables[place]
    let members = links.weights[variable] / links.share(of: firm)
    gain += subsidies[variable] / members * level
    gain -= links.share(of: firm) * cost
    return gain + price * (links.gives[place] * level - flow)
  }
}
