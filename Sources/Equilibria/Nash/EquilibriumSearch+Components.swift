import Games

extension EquilibriumSearch {
  /// The sets of equilibria: what is proven for ranges of indifferent players'
  /// levels, and undecided boxes in which there are many equilibria.
  var components: [EquilibriumComponent] {
    let proven = known.filter { !$0.parameters.isEmpty }.map { result in
      EquilibriumComponent(
        box: result.box, indifferent: result.parameters.keys.sorted(),
        isProven: true, levels: result.levels)
    }
    let open = degenerate.map { part in
      EquilibriumComponent(
        box: part.box,
        indifferent: part.box.indices.filter { !part.box[$0].isPoint },
        isProven: false, levels: part.levels)
    }
    return EquilibriumComponent.joined(proven + open)
  }

  /// One equilibrium of each component.
  var representatives: [Equilibrium] {
    components.map { component in
      let stability = known.first {
        !$0.parameters.isEmpty && component.box.contains($0.box)
      }?.stability
      return Equilibrium(
        levels: component.levels,
        certificate: component.isProven
          ? .component(box: component.box) : .undecided(box: component.box),
        regret: regret(at: component.levels),
        stability: stability ?? .undecided, index: 0)
    }
  }
}
