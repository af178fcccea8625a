import Games

/// What every coalition of candidates is worth, given what the others do.
struct AllianceWorths: Sendable {
  let others: AllianceSettings.Others
  /// The worth of each coalition, by its bits; nil where there is no
  /// equilibrium.
  let worths: [EnclosedNumber?]
  /// The least and the greatest worth over all equilibria.
  let ranges: [ClosedRange<Double>?]

  /// The worths of coalitions whose structures were solved.
  init(
    others: AllianceSettings.Others, of structures: AllianceStructures,
    _ ledger: AllianceLedger, isRanged: Bool
  ) {
    self.others = others
    let everybody = Coalition.all(ledger.count)
    let coalitions = (0...everybody.bits).map { Coalition(bits: $0) }
    guard others != .withholding else {
      let security = AllianceSecurity(
        structures.solver.model, candidates: structures.candidates)
      worths = coalitions.map(security.worth)
      ranges = worths.map { $0.map { $0.value...$0.value } }
      return
    }
    let outcomes = coalitions.map { coalition in
      others == .alone
        ? structures[coalition]
        : structures[
          coalition, Coalition(bits: everybody.bits & ~coalition.bits)]
    }
    worths = zip(coalitions, outcomes).map { coalition, outcome in
      outcome?.selected.map { selected in
        coalition.members.map {
          selected.payoff(of: structures.candidates[$0])
        }.sum
      }
    }
    ranges = zip(coalitions, outcomes).map { coalition, outcome in
      let sums = (outcome?.equilibria ?? []).map { one in
        coalition.members.reduce(0) {
          $0 + one.payoffs[structures.candidates[$1]]
        }
      }
      guard let least = sums.min(), let most = sums.max() else { return nil }
      return least...most
    }
  }

  /// The game of coalitions; nil if a worth is not known.
  var game: CoalitionalGame? {
    let known = worths.compactMap { $0 }
    guard known.count == worths.count else { return nil }
    return CoalitionalGame(
      worths: [0] + known.dropFirst().map(\.value),
      enclosures: [.zero] + known.dropFirst().map(\.exact))
  }
}

/// What a coalition secures if nobody else shares anything.
struct AllianceSecurity {
  private let model: AllianceModel
  private let candidates: [Int]

  init(_ model: AllianceModel, candidates: [Int]) {
    self.model = model
    self.candidates = candidates
  }

  /// The most that a coalition earns together, all others at their least
  /// levels.
  func worth(of coalition: Coalition) -> EnclosedNumber? {
    let members = coalition.members.map { candidates[$0] }.sorted()
    guard !members.isEmpty else { return .zero }
    let game = model.game(of: members.count > 1 ? [members] : [])
    func most<G: ScenarioGame>(_ game: G) -> SocialOptimum {
      var held: [Double?] = game.strategies.lowerBounds
      for member in members {
        for v in game.strategies.variables(of: member) { held[v] = nil }
      }
      return GroupedGame(game, [members], held: held).socialOptimum()
    }
    // What a coalition can do has nothing to do with how precisely it chooses.
    var exact: any ScenarioGame = game.members
    if let played = game.members as? any PlayedGame { exact = played.exact }
    let found = most(exact)
    let overhead = members.reduce(0) {
      $0 + (game.overheads.isEmpty ? 0 : game.overheads[$1])
    }
    return EnclosedNumber(
      found.welfare - overhead,
      within: Interval(
        lower: found.welfare - overhead,
        upper: max(found.upperBound, found.welfare) - overhead))
  }
}
