extension Distribution {
  /// The names of the families, as scenarios spell them.
  static let familyNames = ["uniform", "triangular", "normal", "lognormal"]

  /// Reads a distribution of a number that may take the values of a range:
  /// `{normal: [1, 0.2], from: 0.5}`.
  ///
  /// - Throws: an error at the place of the value or of what is wrong in it.
  init(
    _ value: ScenarioValue, over range: AdmissibleRange
  ) throws(ScenarioError) {
    let parts = try value.values(of: Self.familyNames + ["from", "to"])
    let given = Self.familyNames.filter { parts[$0] != nil }
    guard given.count == 1, let numbers = parts[given[0]] else {
      throw ScenarioError(
        at: value.place,
        "give one of \(Self.familyNames.joined(separator: ", "))")
    }
    try self.init(
      given[0], try numbers.numbers(.finite), over: range,
      from: try parts["from"]?.number(.finite),
      to: try parts["to"]?.number(.finite), at: value.place ?? "")
  }

  /// A distribution by the name of its family.
  ///
  /// - Parameters:
  ///   - name: one of ``familyNames``
  ///   - numbers: the parameters in the order of ``Family``
  ///   - range: the values that the number may take
  ///   - from: the least value of a normal or lognormal number
  ///   - to: its greatest value
  ///   - place: where the distribution stands
  /// - Throws: an error at the place, or at the name below it.
  init(
    _ name: String, _ numbers: [Double], over range: AdmissibleRange,
    from: Double? = nil, to: Double? = nil, at place: String
  ) throws(ScenarioError) {
    let family = try Family(name, numbers, over: range, at: "\(place).\(name)")
    let limits = range.limits
    switch family {
    case .uniform(let a, let b), .triangular(let a, _, let b):
      if from != nil || to != nil {
        throw ScenarioError(
          at: place, "from and to limit normal and lognormal only")
      }
      self.init(family, from: a, to: b)
    case .normal, .lognormal:
      let (lower, upper) = (from ?? limits.lower, to ?? limits.upper)
      self.init(
        family, from: max(lower, limits.lower), to: min(upper, limits.upper))
      guard truncated.mass >= Self.leastMass else {
        let ends = Self.interval(lower, upper)
        throw ScenarioError(at: place, "\(ends) has probability below 1e-6")
      }
    }
  }

  /// The least probability, within the whole distribution, that its ends may
  /// leave.
  private static let leastMass = 1e-6

  /// The numbers from one end to another as a text: `[5, ∞)`.
  private static func interval(_ lower: Double, _ upper: Double) -> String {
    let left = lower.isFinite ? "[\(lower.shortDescription)" : "(−∞"
    let right = upper.isFinite ? "\(upper.shortDescription)]" : "∞)"
    return "\(left), \(right)"
  }
}

extension Distribution.Family {
  /// A family by its name.
  ///
  /// - Throws: an error at the place for parameters that make no distribution
  ///   or lie outside the range of the number.
  init(
    _ name: String, _ numbers: [Double], over range: AdmissibleRange,
    at place: String
  ) throws(ScenarioError) {
    let count = name == "triangular" ? 3 : 2
    guard numbers.count == count else {
      throw .wrongCount(numbers.count, of: "number", count, at: place)
    }
    switch name {
    case "uniform", "triangular":
      for number in numbers { try range.check(number, at: place) }
      let (lower, upper) = (numbers[0], numbers[count - 1])
      try Self.check(lower < upper, at: place) {
        "\($0(lower)) is not less than \($0(upper))"
      }
      guard count == 3 else {
        self = .uniform(lower: lower, upper: upper)
        return
      }
      try Self.check(lower...upper ~= numbers[1], at: place) {
        "the mode \($0(numbers[1])) is not in [\($0(lower)), \($0(upper))]"
      }
      self = .triangular(lower: lower, mode: numbers[1], upper: upper)
    case "normal":
      try Self.checkPositive(numbers[1], "deviation", at: place)
      self = .normal(mean: numbers[0], deviation: numbers[1])
    default:
      try Self.checkPositive(numbers[0], "median", at: place)
      try Self.checkPositive(numbers[1], "spread", at: place)
      self = .lognormal(median: numbers[0], spread: numbers[1])
    }
  }

  private static func checkPositive(
    _ number: Double, _ name: String, at place: String
  ) throws(ScenarioError) {
    try check(number > 0, at: place) {
      "the \(name) \($0(number)) is not greater than 0"
    }
  }

  private static func check(
    _ holds: Bool, at place: String,
    _ message: ((Double) -> String) -> String
  ) throws(ScenarioError) {
    guard !holds else { return }
    throw ScenarioError(at: place, message { $0.shortDescription })
  }
}
