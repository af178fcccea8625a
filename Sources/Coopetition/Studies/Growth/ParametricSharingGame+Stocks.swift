import Games

extension ParametricSharingGame {
  /// The game of a cluster whose stocks of knowledge are variables after the
  /// levels.
  init(_ cluster: Cluster, stocks: [ClosedRange<Double>]) {
    self.init(
      cluster,
      varying: cluster.firms.indices.map {
        NumberTable.Varied(
          place: NumberTable.place(ofKey: Keys.knowledge, firm: $0),
          parameter: $0)
      }, over: stocks)
  }

  /// `φ(q_i (1 + κ s_i); ε)` at levels and stocks.
  func innovation<S: Scalar>(of firm: Int, at variables: Profile<S>) -> S {
    let reciprocity = S(cluster.model.reciprocity)
    let reached =
      model.inflow(of: firm, at: variables)
      * (1 + reciprocity * variables[firm])
    return DiminishingReturns(curvature: cluster.model.curvature).value(reached)
  }
}
