import LinearAlgebra

extension AggregativeGroups {
  /// The number of aggregates of the base game.
  var aggregateCount: Int { base.aggregates.count }

  /// Encloses the own slopes and what each level does to other members.
  package func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval]
  ) {
    base.pseudoGradientEnclosure(over: box, into: &gradient)
    guard hasLinks else { return }
    let state = AggregateState(base.aggregates, count: aggregateCount, at: box)
    for link in links.joined() {
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
  package func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval], jacobian: inout [Interval]
  ) {
    base.pseudoGradientEnclosure(
      over: box, into: &gradient, jacobian: &jacobian)
    addEffects(at: box, to: &gradient, \.enclosure) { member, seen in
      base.expandedAggregateSlopes(
        of: member, own: box[member], aggregates: seen)
    } addSlope: {
      jacobian[$0 * box.count + $1] += $2
    }
  }

  /// What a group earns with its slopes and curvatures in its own levels, from
  /// the expansions of its members.
  ///
  /// - Complexity: O(links of the members × members).
  package func ownEnclosure(of group: Int, over box: Box) -> OwnEnclosure {
    let own = Array(strategies.variables(of: group))
    guard own.count > 1 else { return base.ownEnclosure(of: own[0], over: box) }
    let place = Dictionary(uniqueKeysWithValues: zip(own, 0...))
    var result = OwnEnclosure(
      value: .zero, gradient: own.map { _ in .zero },
      hessian: Array(repeating: .zero, count: own.count * own.count))
    let state = AggregateState(base.aggregates, count: aggregateCount, at: box)
    for link in links[group] {
      let expansion = base.expansion(
        of: link.member, own: box[link.member],
        aggregates: state.values(of: link.member, at: box))
      result.add(
        expansion, along: link.directions(placed: place, common: common))
    }
    return result
  }

  /// Bounds the own slopes as the base game does, and adds what each level
  /// does to other members while it is at either end.
  package func marginalBounds(
    over box: Box, into bounds: inout [MarginalBounds]
  ) {
    base.marginalBounds(over: box, into: &bounds)
    for group in groups.indices {
      addEffects(within: group, over: box, to: &bounds)
    }
  }

  /// Bounds those of the members alone.
  package func marginalBounds(
    of group: Int, over box: Box, into bounds: inout [MarginalBounds]
  ) {
    for member in groups[group] {
      base.marginalBounds(of: member, over: box, into: &bounds)
    }
    addEffects(within: group, over: box, to: &bounds)
  }

  /// Adds what the levels of members do to other members.
  private func addEffects(
    within group: Int, over box: Box, to bounds: inout [MarginalBounds]
  ) {
    guard !links[group].isEmpty else { return }
    let state = AggregateState(base.aggregates, count: aggregateCount, at: box)
    for link in links[group] {
      let member = link.member
      let values = state.values(of: member, at: box)
      let expanded = base.expandedAggregateSlopes(
        of: member, own: box[member], aggregates: values)
      for terms in link.termsByVariable {
        let v = terms[0].variable
        func slopes(at end: Interval) -> Aggregates<Interval> {
          base.aggregateSlopes(
            of: member, own: box[member],
            aggregates: values.moving(terms, from: box[v], to: end))
        }
        let atLower = slopes(at: box[v].lowerEnd)
        let atUpper = box[v].isPoint ? atLower : slopes(at: box[v].upperEnd)
        for term in terms {
          bounds[v].atLower += atLower[term.aggregate] * term.enclosure
          bounds[v].atUpper += atUpper[term.aggregate] * term.enclosure
          let effect = expanded[term.aggregate]
          bounds[v].over += effect.value * term.enclosure
          for other in terms {
            bounds[v].slope +=
              effect.aggregates[other.aggregate] * term.enclosure
              * other.enclosure
          }
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
    placed places: [Int: Int], common: [Term]
  ) -> [(argument: Int, place: Int, weight: Interval)] {
    var result = [(0, places[member] ?? 0, Interval(1))]
    for term in apart + common {
      guard let place = places[term.variable] else { continue }
      result.append((term.aggregate + 1, place, term.enclosure))
    }
    return result
  }
}

extension Aggregates<Interval> {
  /// The aggregates with one level, which has these terms, moved from its
  /// interval to an end of it.
  fileprivate func moving(
    _ terms: [MemberLinks.Term], from interval: Interval, to end: Interval
  ) -> Aggregates<Interval> {
    var result = self
    for term in terms {
      result[term.aggregate] =
        result[term.aggregate].removing(term.enclosure * interval)
        + term.enclosure * end
    }
    return result
  }
}
