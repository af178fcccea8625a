/// A place in a JSON document, written `optimum.levels[2]`.
///
/// Between brackets stands a position or a name that the reader of the
/// document turns into one.
package struct JSONPath: Sendable, Equatable {
  /// A step from a value to a part of it.
  package enum Step: Sendable, Equatable {
    /// The member of an object with a key.
    case member(String)
    /// The element of a list at a position or with a name.
    case element(String)
  }

  /// The steps from the top.
  package let steps: [Step]

  /// A path from its text; nil if it is none.
  package init?(_ text: String) {
    var steps: [Step] = []
    var rest = text[...]
    while !rest.isEmpty {
      if rest.first == "[" {
        guard let close = rest.firstIndex(of: "]") else { return nil }
        let name = rest[rest.index(after: rest.startIndex)..<close]
        guard !name.isEmpty, !steps.isEmpty else { return nil }
        steps.append(.element(String(name)))
        rest = rest[rest.index(after: close)...]
        if rest.first == "." { rest = rest.dropFirst() }
      } else {
        let name = rest.prefix { $0 != "." && $0 != "[" }
        guard !name.isEmpty else { return nil }
        steps.append(.member(String(name)))
        rest = rest.dropFirst(name.count)
        if rest.first == "." {
          rest = rest.dropFirst()
          guard !rest.isEmpty else { return nil }
        }
      }
    }
    guard !steps.isEmpty else { return nil }
    self.steps = steps
  }
}

extension JSONValue {
  /// What stands at a path.
  package enum Finding {
    /// A value.
    case value(JSONValue)
    /// Nothing here, though there may be in another document: a value on the
    /// way is null or a word in the place of numbers, or a list is too short.
    case nothing
    /// Nothing in any document: an object on the way has other keys, or there
    /// is no object or list to enter. The keys that there are.
    case unknown([String])
  }

  /// What stands at a path.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - names: The names of elements of lists, in order.
  /// - Returns: The value, or why there is none.
  package func find(_ path: JSONPath, names: [String] = []) -> Finding {
    var value = self
    for step in path.steps {
      switch (step, value) {
      case (_, .null), (.element, .text): return .nothing
      case (.member(let key), .object(let members)):
        guard let member = members.first(where: { $0.key == key }) else {
          return .unknown(members.map(\.key))
        }
        value = member.value
      case (.element(let name), .list(let elements)):
        guard let place = Int(name) ?? names.firstIndex(of: name) else {
          return .unknown(names)
        }
        guard elements.indices.contains(place) else { return .nothing }
        value = elements[place]
      default: return .unknown([])
      }
    }
    return .value(value)
  }
}
