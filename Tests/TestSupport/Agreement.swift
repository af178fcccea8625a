/// How far two numbers are apart, relative to the larger of 1 and their size;
/// infinite if either is not a number.
public func relativeDistance(_ a: Double, _ b: Double) -> Double {
  if a == b { return 0 }
  let distance = abs(a - b) / max(1, abs(a), abs(b))
  return distance.isNaN ? .infinity : distance
}

/// The largest ``relativeDistance(_:_:)-(Double,Double)`` of numbers in the
/// same place; infinite if one list is longer.
public func relativeDistance(_ a: [Double], _ b: [Double]) -> Double {
  guard a.count == b.count else { return .infinity }
  return zip(a, b).reduce(0) { max($0, relativeDistance($1.0, $1.1)) }
}
