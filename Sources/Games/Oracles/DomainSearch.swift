import LinearAlgebra
import Scalars

/// Where payoffs are defined and continuous, by branch and bound over the
/// strategy space.
///
/// Each payoff is evaluated over decorated intervals. A box on which it is not
/// proven to be defined is halved along its widest variable, the later half
/// first, so that the search runs into the boundary of the domain; the sides,
/// corners and middles of boxes are tried as well, since poles have no width.
/// What is found to be undefined is so for certain; what is found to be defined
/// everywhere is proven.
package struct DomainSearch: Sendable {
  /// What is known about the payoffs of a game on a box.
  package enum Verdict: Sendable, Equatable {
    /// Every payoff is defined and continuous on all of the box.
    case everywhere
    /// The payoff of a player is defined nowhere on a part of the box.
    case undefined(player: Int, part: Box)
    /// Whether the payoff of a player is defined on a part of the box could not
    /// be decided.
    case undecided(player: Int, part: Box)
  }

  /// How many boxes may be halved for each player.
  package var boxLimit: Int

  /// A search with a limit on boxes.
  package init(boxLimit: Int = 500) { self.boxLimit = boxLimit }

  /// Decides where the payoffs of a game are defined.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - box: A part of its strategy space.
  /// - Returns: What is known: of all players, the worst; undecided where the
  ///   work was to stop.
  /// - Complexity: One evaluation of each payoff where that decides.
  package func verdict(on game: some Game, over box: Box) -> Verdict {
    if game.isDefined(over: box) { return .everywhere }
    var result = Verdict.everywhere
    for player in 0..<game.playerCount {
      guard !Cancellation.isRequested else {
        return .undecided(player: player, part: box)
      }
      switch verdict(on: player, over: box, in: game) {
      case .everywhere: continue
      case .undecided(let player, let part):
        if result == .everywhere {
          result = .undecided(player: player, part: part)
        }
      case let undefined: return undefined
      }
    }
    return result
  }

  private func verdict(
    on player: Int, over whole: Box, in game: some Game
  ) -> Verdict {
    func decoration(_ part: Box) -> Decoration {
      game.decoration(of: player, over: part)
    }
    var open: [Box] = []
    var undecided: Box?
    var halved = 0
    /// Keeps a part that is not closed; returns a part that is undefined.
    func take(_ part: Box) -> Box? {
      switch decoration(part) {
      case .continuous: return nil
      case .undefined: return part
      case .unknown:
        open.append(part)
        return Self.edges(of: part).first { decoration($0) == .undefined }
      }
    }
    if let part = take(whole) { return .undefined(player: player, part: part) }
    while let box = open.popLast() {
      let halves =
        halved < boxLimit && !Cancellation.isRequested
        ? Self.halves(of: box, in: whole, by: decoration) : []
      if halves.isEmpty { undecided = undecided ?? box }
      guard halved < boxLimit else { break }
      halved += 1
      for half in halves {
        guard let part = take(half) else { continue }
        return .undefined(player: player, part: part)
      }
    }
    return undecided.map { .undecided(player: player, part: $0) } ?? .everywhere
  }

  /// The sides of a box, its least and greatest corner and its middle.
  private static func edges(of box: Box) -> [Box] {
    let points = [
      box.map { Interval($0.lower) }, box.map { Interval($0.upper) },
      box.map { Interval($0.midpoint) },
    ]
    guard box.count <= mostSides else { return points }
    return box.indices.flatMap { v in
      [box[v].lower, box[v].upper].map { end in
        var side = box
        side[v] = Interval(end)
        return side
      }
    } + points
  }

  /// The halves along the variable that is widest as a share of the whole,
  /// among those that decide once they are fixed if there are any.
  private static func halves(
    of box: Box, in whole: Box, by decoration: (Box) -> Decoration
  ) -> [Box] {
    func share(_ v: Int) -> Double {
      box[v].isPoint ? 0 : box[v].width / whole[v].width
    }
    func decides(_ v: Int) -> Bool {
      var fixed = box
      fixed[v] = Interval(box[v].midpoint)
      return share(v) > 0 && decoration(fixed) != .unknown
    }
    let deciding = box.count <= mostSides ? box.indices.filter(decides) : []
    let candidates = deciding.isEmpty ? Array(box.indices) : deciding
    let widest = candidates.max { share($0) < share($1) }
    return widest.map { box.bisected(along: $0) } ?? []
  }

  /// Beyond this number of variables sides are not tried.
  private static let mostSides = 30
}
