import Scalars

/// What one player sees of the others: a few numbers, each a linear function
/// of the profile.
public struct Aggregates<S: Scalar>: Sendable {
  /// The largest number of aggregates that a game can have.
  public static var capacity: Int { 4 }

  @usableFromInline var values: InlineArray<4, S>

  /// All zero.
  @inlinable
  public init() { values = InlineArray(repeating: .zero) }

  /// The aggregate at a position in the game's list.
  @inlinable
  public subscript(index: Int) -> S {
    get { values[index] }
    set { values[index] = newValue }
  }

  /// The aggregates with a function applied to each.
  @inlinable
  public func map<T: Scalar>(_ transform: (S) -> T) -> Aggregates<T> {
    var result = Aggregates<T>()
    for k in 0..<4 { result.values[k] = transform(values[k]) }
    return result
  }
}
