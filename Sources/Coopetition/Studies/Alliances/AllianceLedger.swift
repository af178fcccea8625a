import Games
import LinearAlgebra

/// What every candidate earns in every alliance, others alone, and what
/// follows from it: divisions, stability, exits.
///
/// Candidates are counted from 0. A number is nil where a structure has no
/// equilibrium.
struct AllianceLedger: Sendable {
  let count: Int
  /// The outcome of each alliance, by its bits; coalitions of fewer than two
  /// are nobody allied.
  let outcomes: [AllianceOutcome]
  private let candidates: [Int]
  /// What each candidate knows; empty without firms.
  private let knowledge: [Double]
  /// What of the members' innovation is credited to each, by the bits.
  private let credits: [[EnclosedNumber]]
  /// How stable each alliance is under each rule, by its bits.
  private var stabilities: [AllianceSettings.Division: [Stability]] = [:]

  /// The ledger of structures that were solved.
  ///
  /// - Precondition: All alliances of candidates were solved.
  init(_ structures: AllianceStructures) {
    candidates = structures.candidates
    count = candidates.count
    let model = structures.solver.model
    outcomes = (0..<(1 << count)).compactMap {
      structures[Coalition(bits: $0)]
    }
    precondition(outcomes.count == 1 << count, "an alliance was not solved")
    let firms = model.game.firms
    knowledge =
      firms.map { firms in
        structures.candidates.map { firms[$0].knowledge }
      } ?? []
    credits = Parallel.map(outcomes.count) { [outcomes] place in
      let outcome = outcomes[place]
      guard firms != nil, let selected = outcome.selected,
        !outcome.blocks.isEmpty
      else { return [] }
      return Self.credits(
        of: Coalition(bits: place).members.map { structures.candidates[$0] },
        selected, in: model.members(of: outcome.blocks))
    }
    for rule in rules { stabilities[rule] = stabilities(by: rule) }
  }

  /// How stable an alliance is under one of the rules.
  func stability(
    of coalition: Coalition, by rule: AllianceSettings.Division
  ) -> Stability {
    stabilities[rule]?[coalition.bits] ?? Stability()
  }

  private static func credits(
    of block: [Int], _ selected: AllianceEquilibrium,
    in game: any ScenarioGame
  ) -> [EnclosedNumber] {
    let values = game.contributions(of: block, at: selected.levels)
    var box = selected.levels.map { Interval($0) }
    if case .proven(let proven, _) = selected.equilibrium.certificate {
      box = proven
    }
    return zip(values, game.contributions(of: block, at: box)).map {
      EnclosedNumber($0, within: $1)
    }
  }

  /// The rules that the players' data allow.
  var rules: [AllianceSettings.Division] {
    AllianceSettings.Division.allCases.filter {
      !knowledge.isEmpty || ![.knowledge, .contribution].contains($0)
    }
  }

  /// What a candidate earns when a coalition is allied.
  func payoff(of place: Int, in coalition: Coalition) -> EnclosedNumber? {
    outcomes[coalition.bits].selected?.payoff(of: candidates[place])
  }

  /// What a coalition earns when it is allied.
  func worth(of coalition: Coalition) -> EnclosedNumber? {
    coalition.members.known { payoff(of: $0, in: coalition) }?.sum
  }

  /// What a member would have after leaving.
  func outside(_ place: Int, of coalition: Coalition) -> EnclosedNumber? {
    payoff(of: place, in: coalition.removing(place))
  }

  /// What an alliance has beyond what its members would have outside, each
  /// leaving alone.
  func surplus(of coalition: Coalition) -> EnclosedNumber? {
    guard let worth = worth(of: coalition),
      let outside = coalition.members.known({ outside($0, of: coalition) })
    else { return nil }
    return worth - outside.sum
  }

  /// What an alliance gives its members, in their order; a lone candidate has
  /// what it earns.
  func shares(
    of coalition: Coalition, by rule: AllianceSettings.Division
  ) -> [EnclosedNumber]? {
    let members = coalition.members
    guard coalition.count > 1 else {
      return members.known { payoff(of: $0, in: coalition) }
    }
    guard let own = members.known({ payoff(of: $0, in: coalition) }),
      let before = members.known({ payoff(of: $0, in: .empty) }),
      let outside = members.known({ outside($0, of: coalition) })
    else { return nil }
    return AllianceDivision(
      own: own, before: before, outside: outside,
      knowledge: knowledge.isEmpty ? [] : members.map { knowledge[$0] },
      credits: credits[coalition.bits]
    ).shares(by: rule)
  }
}

extension Collection<Int> {
  /// What a function says of each, unless it does not know of one.
  func known<Value>(_ value: (Int) -> Value?) -> [Value]? {
    let values = compactMap(value)
    return values.count == count ? values : nil
  }
}
