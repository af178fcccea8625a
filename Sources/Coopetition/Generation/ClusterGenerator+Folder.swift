extension ClusterGenerator {
  /// Writes the cluster as a scenario folder: `cluster.yaml`, `firms.csv` and
  /// the edge list `links.csv`.
  ///
  /// The scenario comes last and names how many links there are, so that what
  /// is left of a run that was ended is no scenario.
  ///
  /// - Parameter folder: The folder, made if there is none; files of these
  ///   names are replaced.
  /// - Throws: `ScenarioError` if a file cannot be written.
  /// - Complexity: O(firms · degree²); the links are never in memory, except
  ///   for 4 bytes each of a scale-free network.
  public func write(to folder: String) throws(ScenarioError) {
    let scenario = "\(folder)/cluster.yaml"
    try SystemFile.makeFolder(folder)
    SystemFile.remove(scenario)
    var random = SplitMix64(seed: seed)
    try writeFirms(to: "\(folder)/firms.csv", &random)
    let links = try writeLinks(to: "\(folder)/links.csv", &random)
    var file = try FileWriter(path: scenario)
    try file.append(
      """
      name: \(name)
      model: {reciprocity: \(Self.reciprocity)}
      firms: firms.csv
      complementarity: {file: links.csv, links: \(links)}
      \(hasTiers ? "access: tiers\n" : "")
      """)
    try file.finish()
  }

  private func writeFirms(
    to path: String, _ random: inout SplitMix64
  ) throws(ScenarioError) {
    var file = try FileWriter(path: path)
    let tier = hasTiers ? ",tier" : ""
    try file.append(
      "name,knowledge,absorption,opportunity,cost.linear,cost.quadratic"
        + "\(tier)\n")
    for i in 0..<firms {
      let (firm, thousandths) = draw(firm: i, &random)
      try file.append(firm.name + ",")
      for (k, number) in thousandths.enumerated() {
        let isLast = k == thousandths.count - 1 && !hasTiers
        file.append(number, decimals: 3, then: isLast ? "\n" : ",")
      }
      if let tier = firm.tier { try file.append("\(tier.rawValue)\n") }
      try file.endLine()
    }
    try file.finish()
  }

  /// Writes the links and returns how many there are.
  private func writeLinks(
    to path: String, _ random: inout SplitMix64
  ) throws(ScenarioError) -> Int {
    var links = 0
    var file = try FileWriter(path: path)
    try file.append("from,to,weight\n")
    try forEachLink(&random) { to, from, weight throws(ScenarioError) in
      file.append(from + 1, then: ",")
      file.append(to + 1, then: ",")
      file.append(weight, decimals: Self.decimals, then: "\n")
      try file.endLine()
      links += 1
    }
    try file.finish()
    return links
  }
}
