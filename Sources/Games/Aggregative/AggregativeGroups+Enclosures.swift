import LinearAlgebra

extension AggregativeGroups {
  /// The number of aggregates of the base game.
  var aggregateCount: Int { base.aggregates.count }

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

  /// What a group earns with its slopes and curvatures in its own levels, from
  /// the expansions of its members.
  ///
  /// - Complexity: O(links of the members × members).
  public func ownEnclosure(of group: Int, over box: Box) -> OwnEnclosure {
    let own = Array(strategies.variables(of: group))
    guard own.count > 1 else { return base.ownEnclosure(of: own[0], over: box) }
    let place = Dictionary(uniqueKeysWithValues: zip(own, 0...))
    var result = OwnEnclosure(
      value: .zero, gradient: own.map { _ in .zero },
      hessian: Array(repeating: .zero, count: own.count * own.count))
    let state = AggregateState(base.aggregates, count: aggregateCount, at: box)
    for link in links where place[link.member] != nil {
      let expansion = base.expansion(
        of: link.member, own: box[link.member],
        aggregates: state.values(of: link.member, at: box))
      result.add(expansion, along: link.directions(placed: place))
    }
    return result
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

extension OwnEnclosure {
  /// Adds what a member earns, its arguments moving with the own variables.
  fileprivate mutating func add(
    _ expansion: Expansion<Interval>,
    along directions: [(argument: Int, place: Int, weight: Interval)]
  ) {
    value += expansion.value
    for a in directions {
      gradient[a.place] += expansion.slope(a.argument) * a.weight
      for b in directions {
        let curvature = expansion.curvature(a.argument, b.argument)
        guard curvature != .zero else { continue }
        hessian[a.place * gradient.count + b.place] +=
          curvature * a.weight * b.weight
      }
    }
  }
}

extension MemberLinks {
  /// Which arguments of the member's payoff move with which own variables of
  /// its group, and how fast.
  fileprivate func directions(
    placed places: [Int: Int]
  ) -> [(argument: Int, place: Int, weight: Interval)] {
    var result = [(0, places[member] ?? 0, Interval(1))]
    for term in all {
      guard let place = places[term.variable] else { continue }
      result.append((term.aggregate + 1, place, term.enclosure))
    }
    return result
  }

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
