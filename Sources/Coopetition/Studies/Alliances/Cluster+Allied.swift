import LinearAlgebra

extension Cluster {
  /// The cluster in which some firms are allied.
  ///
  /// Inside an alliance its terms change the numbers of members and of the
  /// links between them; nothing else changes. Who decides is not the
  /// cluster's business.
  ///
  /// - Parameters:
  ///   - alliances: The members of each alliance, disjoint.
  ///   - terms: The terms of all of them.
  /// - Returns: The cluster; this one if the terms change nothing.
  /// - Complexity: O(links), and O(firms²) where terms change links that are
  ///   all alike.
  public func allied(
    _ alliances: [[Int]], under terms: AllianceTerms
  ) -> Cluster {
    var cluster = self
    for members in alliances {
      cluster.changeFirms(of: members, terms)
    }
    cluster.changeLinks(between: alliances, terms)
    return cluster
  }

  private mutating func changeFirms(
    of members: [Int], _ terms: AllianceTerms
  ) {
    let pooled = members.reduce(0) { $0 + firms[$1].riskTolerance }
    let othersFail = (1..<members.count).reduce(1) { chance, _ in
      chance * (1 - success)
    }
    for member in members {
      var firm = firms[member]
      firm.irreplaceability *= terms.leakage
      firm.linearCost *= terms.cost
      firm.quadraticCost *= terms.cost
      firm.floor = max(
        firm.floor, min(terms.duty.level(of: member), firm.cap))
      firm.overhead += terms.overhead(members: members.count)
      if terms.isPooling { firm.riskTolerance = pooled }
      if terms.isGuaranteed { firm.distress *= othersFail }
      firms[member] = firm
    }
  }

  private mutating func changeLinks(
    between alliances: [[Int]], _ terms: AllianceTerms
  ) {
    if terms.complementarity != 1 {
      complementarity = complementarity.changed(
        inside: alliances, order: firms.count
      ) { $0 * terms.complementarity }
    }
    if terms.rivalry != 1 {
      rivalry = rivalry.changed(inside: alliances, order: firms.count) {
        $0 * terms.rivalry
      }
    }
    guard terms.access > 0, access != .full else { return }
    access = .links(
      rights.changed(inside: alliances, order: firms.count) {
        max($0, terms.access)
      })
  }

  /// The rights of all pairs as links.
  private var rights: Links {
    if case .links(let links) = access { return links }
    var matrix = Matrix(rows: firms.count, columns: firms.count)
    for i in firms.indices {
      for j in firms.indices where i != j {
        matrix[i, j] = access.right(of: i, to: j, among: firms)
      }
    }
    return .network(SparseMatrix(dense: matrix))
  }
}

extension Links {
  /// The links with those between members of one alliance changed.
  fileprivate func changed(
    inside alliances: [[Int]], order: Int, _ change: (Double) -> Double
  ) -> Links {
    var alliance = [Int?](repeating: nil, count: order)
    for (place, members) in alliances.enumerated() {
      for member in members { alliance[member] = place }
    }
    func areAllied(_ i: Int, _ j: Int) -> Bool {
      i != j && alliance[i] != nil && alliance[i] == alliance[j]
    }
    if case .network(var matrix) = self, change(0) == 0 {
      matrix.updateValues { areAllied($0, $1) ? change($2) : $2 }
      return .network(matrix)
    }
    if self == .uniform(0), change(0) == 0 { return self }
    var matrix = Matrix(rows: order, columns: order)
    for i in 0..<order {
      for j in 0..<order where i != j {
        let old = weight(i, j)
        matrix[i, j] = areAllied(i, j) ? change(old) : old
      }
    }
    return .network(SparseMatrix(dense: matrix))
  }
}
