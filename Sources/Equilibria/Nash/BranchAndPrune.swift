import Dispatch
import Games
import HeapModule

/// Every equilibrium of a game, with proof that none is missing.
///
/// The strategy space is covered by boxes. Each is shrunk by ``Contraction``
/// and by Krawczyk's operator, both of which lose no equilibrium, and is then
///
/// - dropped if nothing is left of it,
/// - dropped if it lies where a proven equilibrium is proven to be alone,
/// - kept as undecided if it cannot be halved any further, or
/// - split.
///
/// Newton's method, started from many profiles beforehand and from boxes that
/// resist, supplies candidates; `EquilibriumProof` proves them and finds the
/// regions in which they are alone. What remains when the limit on boxes is
/// reached is returned as undecided.
///
/// The wider box comes first, and boxes are examined in rounds of fixed size:
/// the result does not depend on the number of threads.
///
/// Reference: Kearfott, Rigorous Global Search: Continuous Problems, 1996.
public struct BranchAndPrune: Sendable {
  /// How many boxes may be examined.
  public var boxLimit: Int
  /// Boxes narrower than this share of the strategy space are not split.
  public var leastWidth: Double
  /// The search for candidates.
  public var multiStart: MultiStart
  /// How many boxes are examined at a time.
  public var threads: Int
  /// Is asked before each round whether to go on; what is known so far is
  /// returned when it says no.
  public var shouldContinue: @Sendable (EquilibriumSet.Work) -> Bool

  /// A search with its limits.
  ///
  /// - Parameters:
  ///   - boxLimit: How many boxes may be examined.
  ///   - leastWidth: Boxes narrower than this share of the strategy space are
  ///     not split.
  ///   - multiStart: The search for candidates.
  ///   - threads: How many boxes are examined at a time; it does not change
  ///     the result.
  ///   - shouldContinue: Is asked before each round whether to go on.
  public init(
    boxLimit: Int = 100_000, leastWidth: Double = 1e-8,
    multiStart: MultiStart = MultiStart(), threads: Int = 2,
    shouldContinue: @escaping @Sendable (EquilibriumSet.Work) -> Bool = { _ in
      true
    }
  ) {
    self.boxLimit = boxLimit
    self.leastWidth = leastWidth
    self.multiStart = multiStart
    self.threads = threads
    self.shouldContinue = shouldContinue
  }

  /// The equilibria of a game and what remains undecided.
  public func equilibria<G: Game>(of game: G) -> EquilibriumSet {
    var search = Search(self, game)
    return search.run()
  }
}

extension BranchAndPrune {
  /// How many boxes are examined between two looks at the clock.
  static var roundSize: Int { 32 }

  /// The share of the strategy space up to which undecided boxes that touch
  /// count as one point.
  static var isolation: Double { 1e-5 }

  /// The state of one search.
  struct Search<G: Game> {
    let parameters: BranchAndPrune
    let game: G
    var work = EquilibriumSet.Work()
    var known: [EquilibriumProof.Result] = []
    var undecided: [Box] = []
    var open = Heap<Node>()
    var tree = GrowingTree()
    var created = 0

    init(_ parameters: BranchAndPrune, _ game: G) {
      self.parameters = parameters
      self.game = game
    }

    mutating func run() -> EquilibriumSet {
      let whole = game.strategies.box
      var root = whole
      let outcome = Contraction().contract(
        &root, of: game, sweeps: &work.sweeps)
      if outcome == .box {
        findCandidates(in: root)
        push(root, place: 0, triedWidth: .infinity)
      }
      let termination = examineAll()
      undecided += open.unordered.map(\.box)
      return conclude(root, termination)
    }

    /// Proves what Newton's method finds.
    private mutating func findCandidates(in box: Box) {
      let starts = parameters.multiStart
      work.starts += starts.points + 3
      for levels in starts.candidates(of: game, within: box) { prove(levels) }
    }

    /// Adds a candidate to what is known, if it can be proven and is new.
    mutating func prove(_ levels: [Double]) {
      guard !known.contains(where: { $0.region.contains(levels) }),
        let result = EquilibriumProof(game, levels: levels).result(),
        !known.contains(where: { $0.box.intersection(result.box) != nil })
      else { return }
      known.append(result)
    }

    mutating func push(_ box: Box, place: Int, triedWidth: Double) {
      open.insert(
        Node(
          box: box, place: place, width: relativeWidth(box),
          triedWidth: triedWidth, order: created))
      created += 1
    }

    /// The widest interval as a share of its strategies.
    func relativeWidth(_ box: Box) -> Double {
      var widest = 0.0
      for (v, interval) in box.enumerated() where !interval.isPoint {
        let whole = game.strategies.interval(of: v)
        widest = max(widest, interval.width / whole.width)
      }
      return widest
    }

    private mutating func examineAll() -> Termination {
      while !open.isEmpty {
        guard parameters.shouldContinue(work) else { return .cancelled }
        guard work.boxes < parameters.boxLimit else { return .iterationLimit }
        var round: [Node] = []
        while round.count < BranchAndPrune.roundSize, let node = open.popMax() {
          round.append(node)
        }
        for (node, result) in zip(round, examine(round)) {
          take(result, at: node.place)
        }
      }
      return .converged
    }

    /// Examines boxes side by side; the results are in their order.
    private func examine(_ nodes: [Node]) -> [Examination] {
      let examiner = BoxExaminer(
        game: game, regions: known.map(\.region),
        leastWidth: parameters.leastWidth)
      guard nodes.count > 1, parameters.threads > 1 else {
        return nodes.map {
          examiner.examine($0.box, triedWidth: $0.triedWidth)
        }
      }
      let results = Slots<Examination>(count: nodes.count)
      DispatchQueue.concurrentPerform(iterations: nodes.count) { k in
        results.set(
          examiner.examine(nodes[k].box, triedWidth: nodes[k].triedWidth),
          at: k)
      }
      return results.all
    }

    private mutating func take(_ examination: Examination, at place: Int) {
      work.boxes += 1
      work.sweeps += examination.sweeps
      if let candidate = examination.candidate {
        work.starts += 1
        prove(candidate)
      }
      switch examination.verdict {
      case .closed: break
      case .undecided(let box):
        if !known.contains(where: { $0.region.contains(box) }) {
          undecided.append(box)
        }
      case .split(let box, let cut):
        let places = tree.divide(place, by: cut)
        for (place, part) in zip(places, cut.parts(of: box)) {
          guard let part else { continue }
          push(part, place: place, triedWidth: examination.triedWidth)
        }
      }
    }

    private func conclude(
      _ root: Box, _ termination: Termination
    ) -> EquilibriumSet {
      let sorted = known.sorted {
        $0.levels.lexicographicallyPrecedes($1.levels)
      }
      var theorems: [UniquenessTheorem] = []
      if sorted.count <= 1 {
        theorems = UniquenessTests(game, over: root).theorems
        if sorted.contains(where: { $0.region.contains(root) }) {
          theorems.insert(.contraction, at: 0)
        }
      }
      return EquilibriumSet(
        equilibria: (sorted.map(describe) + unproven).sorted {
          $0.levels.lexicographicallyPrecedes($1.levels)
        },
        undecided: undecided,
        uniqueness: theorems, termination: termination, work: work,
        tree: tree.tree)
    }

    private func describe(_ result: EquilibriumProof.Result) -> Equilibrium {
      Equilibrium(
        levels: result.levels,
        certificate: .proven(box: result.box, uniqueIn: result.region),
        regret: game.regret(at: result.levels), stability: result.stability,
        index: result.index)
    }
  }

  /// An open box; the wider one comes first, then the older one.
  struct Node: Comparable {
    let box: Box
    /// Where the box is in the tree.
    let place: Int
    let width: Double
    /// See ``BoxExaminer/examine(_:triedWidth:)``.
    let triedWidth: Double
    let order: Int

    static func < (a: Node, b: Node) -> Bool {
      (a.width, -a.order) < (b.width, -b.order)
    }

    static func == (a: Node, b: Node) -> Bool { a.order == b.order }
  }
}
