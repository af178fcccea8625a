/// The variables of one player, in increasing order.
///
/// A range of the flat vector where the players' variables follow one another,
/// any of its variables otherwise; either way without an array of its own.
public struct OwnedVariables: RandomAccessCollection, Sendable {
  /// Where the variables stand in `order`.
  @usableFromInline let places: Range<Int>
  /// The variables by owner; empty if they are in that order already.
  @usableFromInline let order: [Int]

  @inlinable
  init(places: Range<Int>, order: [Int] = []) {
    self.places = places
    self.order = order
  }

  /// The first place.
  @inlinable public var startIndex: Int { places.lowerBound }
  /// The place after the last.
  @inlinable public var endIndex: Int { places.upperBound }

  /// The variable at a place. O(1).
  @inlinable
  public subscript(place: Int) -> Int {
    order.isEmpty ? place : order[place]
  }
}

extension OwnedVariables: Equatable {
  /// Whether both hold the same variables.
  @inlinable
  public static func == (a: OwnedVariables, b: OwnedVariables) -> Bool {
    a.elementsEqual(b)
  }
}

extension Array {
  /// The elements of a player's variables, in their order.
  @inlinable
  public func elements(of variables: OwnedVariables) -> [Element] {
    variables.map { self[$0] }
  }

  /// Puts one element in the place of each of a player's variables.
  ///
  /// - Parameters:
  ///   - variables: The variables.
  ///   - elements: One for each variable, in order.
  @inlinable
  public mutating func setElements(
    of variables: OwnedVariables, to elements: [Element]
  ) {
    for (variable, element) in zip(variables, elements) {
      self[variable] = element
    }
  }
}
