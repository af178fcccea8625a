import Games

/// What follows from the worths of coalitions: whether all can stay together,
/// and how they may divide what they earn.
public struct AllianceValue: Sendable {
  /// A division of what all candidates earn.
  public struct Division: Sendable {
    /// Its name.
    public let name: String
    /// The share of each candidate.
    public let shares: [Double]
    /// The largest excess of a proper coalition's worth over its shares.
    public let excess: Double
  }

  /// Whether coalitions never lose by joining; nil if it is not decided.
  public var isSuperadditive: Bool?
  /// Whether candidates add the more, the larger the coalition; likewise.
  public var isConvex: Bool?
  /// Whether all can share so that nobody does better apart.
  public var core: Core
  /// The divisions.
  public var divisions: [Division] = []
  /// Whether Kohlberg's criterion holds for the nucleolus, in numbers; nil if
  /// there is none.
  public var meetsKohlberg: Bool?

  /// What follows from a game of coalitions.
  init(_ game: CoalitionalGame) {
    isSuperadditive = game.isSuperadditive
    isConvex = game.isConvex
    let nucleolus =
      game.playerCount <= AllianceStudy.nucleolusLimit
      ? game.prenucleolus() : nil
    core = game.core(nucleolus)
    meetsKohlberg = nucleolus?.meetsKohlberg
    add("shapley", game.shapleyValue, game)
    if let nucleolus { add("nucleolus", nucleolus.shares, game) }
  }

  /// What follows from the worths of alliances, with the rules by which they
  /// divide; nil if a worth is not known.
  init?(
    _ ledger: AllianceLedger, _ worths: AllianceWorths?,
    settings: AllianceSettings, _ scenario: any ScenarioGame
  ) {
    guard let game = worths?.game else { return nil }
    self.init(game)
    if let links = Self.links(of: settings.candidates, in: scenario) {
      add("myerson", game.myersonValue(neighbours: links), game)
    }
    if !settings.unions.isEmpty {
      let unions = settings.unions.map { union in
        Coalition(union.compactMap { settings.candidates.firstIndex(of: $0) })
      }
      add("owen", game.owenValue(unions: unions), game)
    }
    for rule in ledger.rules {
      guard let shares = ledger.shares(of: .all(ledger.count), by: rule) else {
        continue
      }
      add(rule.rawValue, shares.map(\.value), game)
    }
  }

  private mutating func add(
    _ name: String, _ shares: [Double], _ game: CoalitionalGame
  ) {
    divisions.append(
      Division(
        name: name, shares: shares, excess: game.largestExcess(of: shares)))
  }

  /// The candidates of whom each uses, or could use, what the other discloses;
  /// nil without firms.
  private static func links(
    of candidates: [Int], in game: any ScenarioGame
  ) -> [Coalition]? {
    guard let cluster = game.playingCluster else { return nil }
    let links = cluster.complementarity
    return candidates.map { i in
      Coalition(
        candidates.indices.filter { place in
          let j = candidates[place]
          return links.weight(i, j) + links.weight(j, i) > 0
        })
    }
  }
}
