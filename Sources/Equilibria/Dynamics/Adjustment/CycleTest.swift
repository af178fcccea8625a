/// Brent's test for cycles: a state is remembered, anew at powers of two.
///
/// Reference: Brent, BIT 20, 1980.
struct CycleTest<State: Equatable> {
  private var memory: State?
  private var count = 0

  /// Whether a state is the one that is remembered.
  mutating func recurs(_ state: State) -> Bool {
    if state == memory { return true }
    if count & (count - 1) == 0 { memory = state }
    count += 1
    return false
  }
}
