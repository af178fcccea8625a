import LinearAlgebra

extension AggregativeGroups: JointGame {
  /// The number of aggregates of the base game.
  public var aggregateCount: Int { base.aggregates.count }

  /// Encloses them for each member.
  public func aggregates(
    ofMembersOf player: Int, over box: Box
  ) -> [Aggregates<Interval>] {
    let state = AggregateState(base.aggregates, count: aggregateCount, at: box)
    return groups[player].map { state.values(of: $0, at: box) }
  }

  /// The base game's.
  public func expansion(
    ofMember member: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> Expansion<Interval> {
    base.expansion(of: member, own: own, aggregates: aggregates)
  }

  /// Encloses the own slopes and what each level does to other members.
  public func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval]
  ) {
    base.pseudoGradientEnclosure(over: box, into: &gradient)
    guard !links.isEmpty else { return }
    let state = AggregateState(base.aggregates, count: aggregateCount, at: box)
    for link in links {
      let slopes = base.aggregateSlopes(
        of: link.member, own: box[link.member],
        aggregates: state.values(of: link.member, at: box))
      for term in link.within {
        gradient[term.variable] += slopes[term.aggregate] * term.enclosure
      }
    }
  }

  /// Encloses the own slopes and what each level does to other members, with
  /// the slopes of both.
  public func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval], jacobian: inout [Interval]
  ) {
    base.pseudoGradientEnclosure(
      over: box, into: &gradient, jacobian: &jacobian)
    guard !links.isEmpty else { return }
    let n = box.count
    let state = AggregateState(base.aggregates, count: aggregateCount, at: box)
    var row = [Interval](repeating: .zero, count: n)
    for link in links {
      let member = link.member
      let values = state.values(of: member, at: box)
      let slopes = base.aggregateSlopes(
        of: member, own: box[member], aggregates: values)
      let expansion = base.expansion(
        of: member, own: box[member], aggregates: values)
      for k in 0..<aggregateCount {
        link.fill(&row, with: expansion, direction: k + 1)
        for term in link.within where term.aggregate == k {
          let v = term.variable
          gradient[v] += slopes[k] * term.enclosure
          for j in 0..<n where row[j] != .zero {
            jacobian[v * n + j] += row[j] * term.enclosure
          }
        }
      }
    }
  }

  /// What a group earns with the part of slopes and curvatures that is its
  /// own.
  public func ownEnclosure(of group: Int, over box: Box) -> OwnEnclosure {
    let n = box.count
    var gradient = [Interval](repeating: .zero, count: n)
    var jacobian = [Interval](repeating: .zero, count: n * n)
    pseudoGradientEnclosure(over: box, into: &gradient, jacobian: &jacobian)
    let own = strategies.variables(of: group)
    return OwnEnclosure(
      value: payoffEnclosure(of: group, over: box),
      gradient: gradient.elements(of: own),
      hessian: own.flatMap { v in own.map { jacobian[v * n + $0] } })
  }

  /// Bounds the own slopes as the base game does, and adds what each level
  /// does to other members while it is at either end.
  public func marginalBounds(over box: Box, into bounds: inout [MarginalBounds])
  {
    base.marginalBounds(over: box, into: &bounds)
    guard !links.isEmpty else { return }
    let state = AggregateState(base.aggregates, count: aggregateCount, at: box)
    for link in links {
      let member = link.member
      let values = state.values(of: member, at: box)
      let expansion = base.expansion(
        of: member, own: box[member], aggregates: values)
      for place in link.within.indices {
        let term = link.within[place]
        let v = term.variable
        func slope(at end: Interval) -> Interval {
          base.aggregateSlopes(
            of: member, own: box[member],
            aggregates: link.moving(v, from: box[v], to: end, in: values)
          )[term.aggregate] * term.enclosure
        }
        bounds[v].atLower += slope(at: box[v].lowerEnd)
        bounds[v].atUpper += slope(at: box[v].upperEnd)
        for other in link.within where other.variable == v {
          bounds[v].slope +=
            expansion.curvature(term.aggregate + 1, other.aggregate + 1)
            * term.enclosure * other.enclosure
        }
      }
    }
  }
}

extension MemberLinks {
  /// Writes the slopes in every level of the derivative along a direction.
  fileprivate func fill(
    _ row: inout [Interval], with expansion: Expansion<Interval>,
    direction: Int
  ) {
    for j in row.indices { row[j] = .zero }
    row[member] += expansion.curvature(direction, 0)
    for term in all {
      let curvature = expansion.curvature(direction, term.aggregate + 1)
      guard curvature != .zero else { continue }
      row[term.variable] += curvature * term.enclosure
    }
  }

  /// The aggregates with one level moved from its interval to an end of it.
  fileprivate func moving(
    _ variable: Int, from interval: Interval, to end: Interval,
    in values: Aggregates<Interval>
  ) -> Aggregates<Interval> {
    var result = values
    for term in within where term.variable == variable {
      result[term.aggregate] =
        result[term.aggregate].removing(term.enclosure * interval)
        + term.enclosure * end
    }
    return result
  }
}
