/// Values with names, in the order in which they were added.
public struct Record: Sendable, Equatable {
  /// The names, in order.
  public private(set) var names: [String] = []
  private var values: [String: Value] = [:]

  /// A record of the given pairs; a later pair replaces an earlier one of the
  /// same name.
  public init(_ pairs: [(String, Value)] = []) {
    for (name, value) in pairs { self[name] = value }
  }

  /// The value of a name; nil if there is none. Assigning nil removes it.
  public subscript(name: String) -> Value? {
    get { values[name] }
    set {
      if newValue == nil {
        names.removeAll { $0 == name }
      } else if values[name] == nil {
        names.append(name)
      }
      values[name] = newValue
    }
  }

  /// The value at the end of a path of names; nil if there is none.
  public func value(at path: [String]) -> Value? {
    path.reduce(Value.record(self)) { $0?.record?[$1] }
  }

  /// The number at the end of a path of names.
  ///
  /// Not a number if there is none, so that no comparison with it holds.
  public func number(_ path: String...) -> Double {
    value(at: path)?.number ?? .nan
  }

  /// The names and values, in order.
  public var pairs: [(name: String, value: Value)] {
    names.compactMap { name in values[name].map { (name, $0) } }
  }

  /// Whether there is nothing.
  public var isEmpty: Bool { names.isEmpty }

  /// This record with the values of another, which win.
  public func merging(_ other: Record) -> Record {
    var result = self
    for (name, value) in other.pairs { result[name] = value }
    return result
  }
}

extension Record: ExpressibleByDictionaryLiteral {
  /// A record as written.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self.init(elements)
  }
}

extension Record {
  /// Every combination of values of several names, the last name changing
  /// fastest.
  ///
  /// ```swift
  /// Record.grid([("beta", [0, 0.5, 1]), ("gamma", [4, 8])])   // six records
  /// ```
  public static func grid(_ axes: [(String, [Value])]) -> [Record] {
    axes.reduce([Record()]) { points, axis in
      points.flatMap { point in
        axis.1.map { value in
          var next = point
          next[axis.0] = value
          return next
        }
      }
    }
  }
}
