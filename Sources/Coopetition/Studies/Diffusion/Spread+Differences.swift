import Equilibria

extension Spread {
  /// How a measure differs from the first answer.
  struct Difference {
    /// The measure.
    var name: String
    /// The mean difference.
    var value: Double
    /// The reach of an interval of 95 % on either side; 0 for exact numbers.
    var reach: Double
  }

  /// The standard normal quantile of 97.5 %.
  private static let quantile = 1.959_963_984_540_054

  /// How the final share, the area and the gain of each innovation differ from
  /// the first answer.
  ///
  /// Runs of a simulation are compared one by one: both have the same luck.
  func differences(_ other: Course) -> [[Difference]] {
    guard case .course(let base, _) = answer else { return [] }
    return base.innovations.indices.map { a in
      let names = ["final", "area", "gain"]
      guard let left = base.sample?.samples[a],
        let right = other.sample?.samples[a]
      else {
        let first = [
          base.innovations[a].final, base.innovations[a].area, base.gains[a],
        ]
        let second = [
          other.innovations[a].final, other.innovations[a].area,
          other.gains[a],
        ]
        return names.indices.map {
          Difference(name: names[$0], value: second[$0] - first[$0], reach: 0)
        }
      }
      return names.indices.map { k in
        paired(names[k], zip(left, right).map { $1[k] - $0[k] })
      }
    }
  }

  /// How fast the same measures change with the number of an effect.
  func slopes(_ effect: Effect) -> [[Difference]] {
    differences(effect.course).map { innovation in
      innovation.map {
        Difference(
          name: $0.name, value: $0.value / effect.change,
          reach: $0.reach / abs(effect.change))
      }
    }
  }

  private func paired(_ name: String, _ numbers: [Double]) -> Difference {
    let n = Double(numbers.count)
    let mean = numbers.reduce(0, +) / n
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = n > 1 ? (squares / (n - 1) / n).squareRoot() : .infinity
    return Difference(
      name: name, value: mean, reach: Self.quantile * error)
  }
}
