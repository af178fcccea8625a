import LinearAlgebra

/// What the levels for each class of partners bring and cost by themselves, a
/// number for each variable of a ``DirectedSharingGame``.
struct ClassNumbers: Sendable {
  /// How much each variable adds to openness.
  private(set) var openness: [Double] = []
  /// What is paid per unit of each variable because of its class.
  var rates: [Double] = []
  /// What the level of each variable leaks to rivals, in money.
  let leakage: [Double]
  /// What others use per unit of each variable.
  let outflow: [Double]

  /// The numbers of a cluster.
  ///
  /// - Complexity: O(links).
  init(_ links: DirectedLinks, _ data: SharingData) {
    var leaked = links.classes.map { _ in CompensatedSum() }
    var used = leaked
    for i in 0..<links.firmCount {
      let loss =
        data.cluster.firms[i].irreplaceability
        * data.cluster.firms[i].marketAtRisk
      for place in links.places(of: i) {
        let variable = links.variables[place]
        leaked[variable] += loss * links.rivalries[place] * links.gives[place]
        used[variable] += links.gives[place]
      }
      for variable in links.variables(of: i) {
        openness.append(links.weights[variable] * data.knowledgeShares[i])
        rates.append(
          data.cluster.policy.disclosureSubsidy?.rate(
            of: i, towards: links.classes[variable]) ?? 0)
      }
    }
    leakage = leaked.map(\.value)
    outflow = used.map(\.value)
  }
}
