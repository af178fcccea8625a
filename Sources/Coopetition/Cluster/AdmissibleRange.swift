/// The values that a number of a scenario may take; never an infinity and
/// never a NaN.
enum AdmissibleRange: Sendable {
  /// Any finite number.
  case finite
  /// 0 or more.
  case nonNegative
  /// More than 0.
  case positive
  /// 0 to 1, both included.
  case unit
  /// 0 to 1, both excluded.
  case openUnit
  /// 0 to 1, 0 excluded.
  case positiveUnit
  /// More than 0; infinite where nothing is said, but never in a file.
  case tolerance

  /// Whether a value is in the range.
  func contains(_ value: Double) -> Bool {
    if self == .tolerance { return value > 0 }
    guard value.isFinite else { return false }
    switch self {
    case .finite: return true
    case .nonNegative: return value >= 0
    case .positive, .tolerance: return value > 0
    case .unit: return value >= 0 && value <= 1
    case .openUnit: return value > 0 && value < 1
    case .positiveUnit: return value > 0 && value <= 1
    }
  }

  /// The ends of the range, infinite where it has none.
  var limits: (lower: Double, upper: Double) {
    switch self {
    case .finite: (-.infinity, .infinity)
    case .nonNegative, .positive, .tolerance: (0, .infinity)
    case .unit, .openUnit, .positiveUnit: (0, 1)
    }
  }

  /// What is wrong with a value that was written somehow, or nil when it is
  /// in the range.
  func problem(with value: Double, written: String? = nil) -> String? {
    guard !contains(value) || written != nil && !value.isFinite else {
      return nil
    }
    let text = written ?? value.shortDescription
    guard value.isFinite else {
      let isWrittenOut = text.contains { $0.isNumber }
      return "\(text) is \(isWrittenOut ? "too large" : "not a finite number")"
    }
    switch self {
    case .finite: return nil
    case .nonNegative: return "\(text) is less than 0"
    case .positive, .tolerance: return "\(text) is not greater than 0"
    case .unit: return "\(text) is not in [0, 1]"
    case .openUnit: return "\(text) is not in (0, 1)"
    case .positiveUnit: return "\(text) is not in (0, 1]"
    }
  }

  /// Throws what is wrong with a value, if anything.
  func check(
    _ value: Double, at place: @autoclosure () -> String
  )
    throws(ScenarioError)
  {
    if let message = problem(with: value) {
      throw ScenarioError(at: place(), message)
    }
  }
}

extension Double {
  /// The shortest text that reads back to the same number, without `.0`.
  var shortDescription: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
