import Games

/// Cuts curves at their folds and puts the branches in order.
struct TraceAssembly {
  /// A part of a curve on which the parameter rises.
  private struct Arc {
    var nodes: [(node: CurveNode, event: Int?)]

    var start: [Double] { nodes[0].node.point }
  }

  private let parameter: Int
  private var arcs: [Arc] = []
  private var events: [BranchEvent] = []

  init(dimension: Int) { parameter = dimension }

  /// Adds the nodes of a curve, in order.
  ///
  /// - Parameters:
  ///   - nodes: The nodes.
  ///   - isClosed: Whether the last node is the first one again.
  mutating func add(_ nodes: [CurveNode], isClosed: Bool = false) {
    var nodes = nodes
    if isClosed, let turn = nodes.firstIndex(where: \.isTurn) {
      nodes = Array(nodes[turn...]) + Array(nodes[1...turn])
    }
    var identified = nodes.map { node -> (node: CurveNode, event: Int?) in
      guard let event = node.event else { return (node, nil) }
      events.append(event)
      return (node, events.count - 1)
    }
    if isClosed, nodes.count > 1, nodes[0].isTurn {
      // Both ends are one event.
      events.removeLast()
      identified[identified.count - 1].event = identified[0].event
    }
    var arc = Arc(nodes: [])
    for (k, item) in identified.enumerated() {
      arc.nodes.append(item)
      if item.node.isTurn, k > 0, k < identified.count - 1 {
        append(arc)
        arc = Arc(nodes: [item])
      }
    }
    append(arc)
  }

  /// Adds an arc, turned so that the parameter rises.
  private mutating func append(_ arc: Arc) {
    guard let first = arc.nodes.first, let last = arc.nodes.last else { return }
    let isFalling = last.node.point[parameter] < first.node.point[parameter]
    arcs.append(isFalling ? Arc(nodes: arc.nodes.reversed()) : arc)
  }

  /// The branches and events in order.
  func trace(
    range: ClosedRange<Double>, checks: [TraceCheck], termination: Termination
  ) -> EquilibriumTrace {
    let order = events.indices.sorted {
      events[$0].parameter < events[$1].parameter
    }
    var places = [Int](repeating: 0, count: events.count)
    for (place, event) in order.enumerated() { places[event] = place }
    var sorted = order.map { events[$0] }
    markBranchings(&sorted, scale: range.upperBound - range.lowerBound)
    let branches = arcs.sorted(by: precedes).enumerated().map { index, arc in
      for event in arc.nodes.compactMap(\.event)
      where !sorted[places[event]].branches.contains(index) {
        sorted[places[event]].branches.append(index)
      }
      return branch(arc, places)
    }
    return EquilibriumTrace(
      range: range, branches: branches, events: sorted,
      checks: checks.sorted { $0.parameter < $1.parameter },
      termination: termination)
  }

  /// Folds that are not proven are branchings where the stability of another
  /// branch changes, or where it is lost, as at the end of the range.
  private func markBranchings(_ events: inout [BranchEvent], scale: Double) {
    let changes = events.filter { $0.kind == .stability || $0.kind == .lost }
    for k in events.indices
    where events[k].kind == .fold && !events[k].isProven {
      let isNear = changes.contains { other in
        abs(other.parameter - events[k].parameter) <= Self.near * scale
          && zip(other.levels, events[k].levels).allSatisfy {
            abs($0 - $1) <= Self.near.squareRoot()
          }
      }
      if isNear { events[k].kind = .branching }
    }
  }

  /// How close, as a share of the range, the parameters of a branching and of
  /// the change of stability must be; levels grow with the square root.
  private static let near = 1e-6

  private func precedes(_ a: Arc, _ b: Arc) -> Bool {
    let (first, second) = (a.start[parameter], b.start[parameter])
    return first != second
      ? first < second : a.start.lexicographicallyPrecedes(b.start)
  }

  /// The ends, stops and events of an arc, and between two events one more
  /// node, which tells the stability there.
  private func kept(of arc: Arc) -> [Int] {
    let last = arc.nodes.count - 1
    let marked = arc.nodes.indices.filter {
      $0 == 0 || $0 == last || arc.nodes[$0].node.stop != nil
        || arc.nodes[$0].event != nil
    }
    guard var previous = marked.first else { return [] }
    var kept = [previous]
    for next in marked.dropFirst() {
      let middle = (previous + next) / 2
      if middle > previous, arc.nodes[previous].event != nil,
        arc.nodes[next].event != nil
      {
        kept.append(middle)
      }
      kept.append(next)
      previous = next
    }
    return kept
  }

  private func branch(_ arc: Arc, _ places: [Int]) -> EquilibriumBranch {
    let last = arc.nodes.count - 1
    let kept = kept(of: arc)
    func limit(_ item: (node: CurveNode, event: Int?)) -> Int? {
      item.node.isTurn || item.node.isEnd ? item.event.map { places[$0] } : nil
    }
    return EquilibriumBranch(
      points: kept.map { k in
        let node = arc.nodes[k].node
        return EquilibriumBranch.Point(
          parameter: node.point[parameter],
          levels: Array(node.point.dropLast()), stability: node.stability)
      },
      beginning: limit(arc.nodes[0]),
      end: arc.nodes.count > 1 ? limit(arc.nodes[last]) : nil)
  }
}
