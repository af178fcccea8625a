extension Cluster {
  /// The cluster with some of its numbers moved by parameters.
  ///
  /// - Precondition: The numbers may take their values.
  func moving(
    _ varied: [NumberTable.Varied], to parameters: [Double]
  ) -> Cluster {
    var cluster = self
    for number in varied {
      let value = number.offset + number.slope * parameters[number.parameter]
      cluster.put(value, at: number.place)
    }
    return cluster
  }

  /// Puts a number at its place in a ``NumberTable``.
  private mutating func put(_ value: Double, at place: Int) {
    let scalars = Self.scalarKeys.count
    if place < scalars {
      self[keyPath: Self.scalarKeys[place].property] = value
      return
    }
    let families = Self.linkFamilies
    if place < scalars + families.count {
      let links = families[place - scalars].property
      self[keyPath: links] = self[keyPath: links].scaled(by: value)
      return
    }
    let keys = Firm.scalarKeys.count
    let each = keys + Self.rateFamilies.count
    let (firm, key) = (place - scalars - families.count)
      .quotientAndRemainder(dividingBy: each)
    if key < keys {
      firms[firm][keyPath: Firm.scalarKeys[key].property] = value
    } else {
      let property = Self.rateFamilies[key - keys].property
      var rates = self[keyPath: property].rates(count: firms.count)
      rates[firm] = value
      self[keyPath: property] = .perFirm(rates)
    }
  }
}
