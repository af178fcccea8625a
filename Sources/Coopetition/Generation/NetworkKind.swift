/// How the links of a generated cluster are drawn.
public enum NetworkKind: String, Sendable, CaseIterable {
  /// Regions of 100 firms; four links of five stay within the region.
  case regional
  /// Firms link to firms that have many links already, so that the number of
  /// links to a firm follows a power law (Barabási and Albert, Science 286,
  /// 1999).
  case scaleFree = "scale-free"
  /// One firm of a thousand is a hub; half of all links go to hubs.
  case hub
}

/// Draws whose knowledge each firm uses, firm by firm.
struct PartnerChoice {
  private let kind: NetworkKind
  private let firms: Int
  private let degree: Int
  /// The partners so far, for ``NetworkKind/scaleFree``.
  private var chosen: [Int32] = []

  /// The size of a region, and how many links of ten stay in it.
  private static let regionSize = 100
  private static let regionalTenths = 8
  /// How many firms there are for each hub.
  private static let firmsPerHub = 1000

  init(_ kind: NetworkKind, firms: Int, degree: Int) {
    self.kind = kind
    self.firms = firms
    self.degree = degree
    if kind == .scaleFree { chosen.reserveCapacity(firms * degree) }
  }

  /// Replaces `partners` by the partners of a firm, all different.
  mutating func draw(
    for firm: Int, into partners: inout [Int], _ random: inout SplitMix64
  ) {
    partners.removeAll(keepingCapacity: true)
    // Where a preferred group is used up, the others take its place.
    var misses = 0
    while partners.count < degree {
      let isPreferred = misses < 4 * degree
      let partner =
        isPreferred
        ? candidate(for: firm, &random) : random.number(below: firms)
      if partner != firm && !partners.contains(partner) {
        partners.append(partner)
      } else {
        misses += 1
      }
    }
    guard kind == .scaleFree else { return }
    for partner in partners {
      chosen.append(Int32(truncatingIfNeeded: partner))
    }
  }

  private func candidate(for firm: Int, _ random: inout SplitMix64) -> Int {
    switch kind {
    case .regional:
      guard random.number(below: 10) < Self.regionalTenths else {
        return random.number(below: firms)
      }
      let start = firm / Self.regionSize * Self.regionSize
      let size = min(Self.regionSize, firms - start)
      return start + random.number(below: size)
    case .scaleFree:
      // A random end of a random earlier link is a firm drawn in proportion to
      // its links.
      guard !chosen.isEmpty else { return random.number(below: firms) }
      let end = random.number(below: 2 * chosen.count)
      return end % 2 == 0 ? Int(chosen[end / 2]) : end / 2 / degree
    case .hub:
      let hubs = max(1, firms / Self.firmsPerHub)
      return random.number(below: random.number(below: 2) == 0 ? hubs : firms)
    }
  }
}
