import Games
import HeapModule
import LinearAlgebra

/// The state of one search by ``BranchAndPrune``: what is proven, what is open
/// and what was done.
struct EquilibriumSearch<G: Game> {
  let parameters: BranchAndPrune
  let game: G
  var work = EquilibriumSet.Work()
  private(set) var known: [EquilibriumProof.Result] = []
  /// The boxes of what is known, and where it is alone.
  private(set) var boxes = BoxList()
  private var regions = BoxList()
  var undecided: [Box] = []
  var open = Heap<OpenCell>()
  var tree = GrowingTree()
  var directions: [[Double]] = []
  /// Theorems by which there is at most one equilibrium.
  var theorems: [UniquenessTheorem] = []
  /// Boxes with one of the many equilibria in each.
  var degenerate: [(box: Box, levels: [Double])] = []
  var created = 0
  /// Whether payoffs are proven to be defined on the whole strategy space.
  let isTotal: Bool

  init(_ parameters: BranchAndPrune, _ game: G) {
    self.parameters = parameters
    self.game = game
    isTotal = game.isTotal(over: game.strategies.box)
  }

  mutating func run() -> EquilibriumSet {
    let whole = game.strategies.box
    var root = whole
    let outcome =
      isTotal
      ? BranchAndPrune.contraction.contract(
        &root, of: game, sweeps: &work.sweeps) : .box
    if outcome == .box {
      findCandidates(in: root)
      if known.count <= 1 {
        theorems = UniquenessTests(game, over: root).theorems
      }
      if known.isEmpty || theorems.isEmpty { divide(root) }
    }
    let termination = examineAll(in: root)
    undecided += open.unordered.map(\.cell.box)
    return conclude(root, termination)
  }

  /// Opens the search with a box that holds every equilibrium.
  ///
  /// Slices serve linear conditions; a game without them is cut into boxes.
  private mutating func divide(_ root: Box) {
    if !Cancellation.isRequested,
      !game.linearConditions(over: root, where: []).isEmpty
    {
      directions =
        SlowDirections(
          game, unstable: known.filter { $0.index < 0 }.map(\.levels),
          in: root
        ).directions
    }
    push(Cell(root, directions), place: 0, triedWidth: .infinity)
  }

  /// Proves what Newton's method finds.
  private mutating func findCandidates(in box: Box) {
    let starts = parameters.multiStart
    work.starts += starts.count
    let indifferent = CellClosure(
      game: game, directions: [], isTotal: isTotal
    ).indifferent(in: box)
    let parameters = Dictionary(
      uniqueKeysWithValues: indifferent.map { ($0, box[$0]) })
    for levels in starts.candidates(of: game, within: box)
    where !Cancellation.isRequested
      && !regions.holds(levels)
    {
      let proof = EquilibriumProof(
        game, levels: levels, parameters: parameters)
      if let result = proof.result() { add(result) }
    }
  }

  /// Adds what is proven to what is known, if it is new.
  mutating func add(_ result: EquilibriumProof.Result) {
    let isKnown =
      regions.holds(result.levels)
      || result.parameters.isEmpty
        && !boxes.places(meeting: result.box).isEmpty
    guard !isKnown else { return }
    known.append(result)
    boxes.append(result.box)
    regions.append(result.region)
  }

  mutating func push(_ cell: Cell, place: Int, triedWidth: Double) {
    open.insert(
      OpenCell(
        cell: cell, place: place, width: relativeWidth(cell.box),
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

  private mutating func examineAll(in root: Box) -> Termination {
    let examiner = examiner(in: root)
    let size = BranchAndPrune.roundSize(dimension: root.count)
    while !open.isEmpty {
      guard !Cancellation.isRequested,
        parameters.monitor.continues("boxes examined", done: work.boxes)
      else { return .cancelled }
      guard work.boxes < parameters.boxLimit else { return .iterationLimit }
      var round: [OpenCell] = []
      while round.count < size, let node = open.popMax() {
        round.append(node)
      }
      for (node, result) in zip(round, examine(round, by: examiner)) {
        if let result {
          take(result, at: node.place)
        } else {
          open.insert(node)
        }
      }
    }
    return .converged
  }

  /// What examines the cells of a box that holds every equilibrium.
  private func examiner(in root: Box) -> BoxExaminer<G> {
    var gradient = [Interval](repeating: .zero, count: root.count)
    game.pseudoGradientEnclosure(over: root, into: &gradient)
    return BoxExaminer(
      closure: CellClosure(
        game: game, directions: directions, isTotal: isTotal),
      leastWidth: parameters.leastWidth,
      bands: Cell(root, directions).bands.map(\.width),
      flatness: gradient.map {
        $0.isBounded ? BranchAndPrune.flatness * $0.magnitude : 0
      })
  }

  /// Examines cells side by side; the results are in their order, and nil
  /// for what was not looked at when the work was to stop.
  private func examine(
    _ nodes: [OpenCell], by blank: BoxExaminer<G>
  ) -> [Examination?] {
    let examiner = blank.knowing(
      boxes: boxes, regions: regions)
    let examination = { (node: OpenCell) in
      Cancellation.isRequested
        ? nil : examiner.examine(node.cell, triedWidth: node.triedWidth)
    }
    guard nodes.count > 1, parameters.threads > 1 else {
      return nodes.map(examination)
    }
    return Parallel.map(nodes.count) { examination(nodes[$0]) }
  }

  private mutating func take(_ examination: Examination, at place: Int) {
    work.boxes += 1
    work.sweeps += examination.work.sweeps
    work.programs += examination.work.programs
    work.starts += examination.work.starts
    if let proof = examination.proof { add(proof) }
    switch examination.verdict {
    case .closed: break
    case .undecided(let box):
      if !regions.holds(box) {
        leave(box, examination.oneOfMany ?? setAround(box))
      }
    case .split(let cell, let cut):
      if let levels = setAround(cell.box) {
        leave(cell.box, levels)
        break
      }
      let places = tree.divide(place, by: cut)
      for (place, part) in zip(places, cut.parts(of: cell)) {
        guard let part else { continue }
        push(part, place: place, triedWidth: examination.triedWidth)
      }
    }
  }

  /// Leaves a box undecided; with an equilibrium, as a part of a set of many.
  private mutating func leave(_ box: Box, _ levels: [Double]?) {
    undecided.append(box)
    if let levels { degenerate.append((box, levels)) }
  }

  /// An equilibrium of a set of many that a narrow box touches: what cannot be
  /// excluded there counts as a part of the set.
  private func setAround(_ box: Box) -> [Double]? {
    guard relativeWidth(box) <= BranchAndPrune.setWidth else { return nil }
    return degenerate.first { $0.box.intersection(box) != nil }?.levels
  }

  private mutating func conclude(
    _ root: Box, _ termination: Termination
  ) -> EquilibriumSet {
    let sorted = known.sorted {
      $0.levels.lexicographicallyPrecedes($1.levels)
    }
    if sorted.contains(where: {
      $0.parameters.isEmpty && $0.region.contains(root)
    }) {
      theorems.insert(.contraction, at: 0)
    }
    if sorted.count > 1 { theorems = [] }
    var set = EquilibriumSet(
      equilibria: (isolated(sorted) + unproven + representatives).sorted {
        $0.levels.lexicographicallyPrecedes($1.levels)
      },
      undecided: undecided,
      uniqueness: theorems, termination: termination, work: work,
      tree: tree.tree(directions))
    set.components = components
    return set
  }

  private func isolated(_ results: [EquilibriumProof.Result]) -> [Equilibrium] {
    results.filter(\.parameters.isEmpty).map(describe)
  }

  private func describe(_ result: EquilibriumProof.Result) -> Equilibrium {
    Equilibrium(
      levels: result.levels,
      certificate: .proven(box: result.box, uniqueIn: result.region),
      regret: regret(at: result.levels),
      stability: result.stability, index: result.index)
  }

  /// An enclosure of the regret, if it is asked for.
  func regret(at levels: [Double]) -> Interval {
    parameters.enclosesRegrets
      ? game.regret(at: levels) : Interval(lower: 0, upper: .infinity)
  }
}

/// An open cell; the wider one comes first, then the older one.
struct OpenCell: Comparable {
  let cell: Cell
  /// Where the cell is in the tree.
  let place: Int
  let width: Double
  /// See ``BoxExaminer/examine(_:triedWidth:)``.
  let triedWidth: Double
  let order: Int

  static func < (a: OpenCell, b: OpenCell) -> Bool {
    (a.width, -a.order) < (b.width, -b.order)
  }

  static func == (a: OpenCell, b: OpenCell) -> Bool { a.order == b.order }
}
