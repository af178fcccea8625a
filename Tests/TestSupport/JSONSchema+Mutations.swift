import Foundation

extension JSONSchema {
  /// A document that the schema has to refuse.
  public struct Mutation {
    /// What was changed where.
    public let change: String
    /// Whether the schema refuses it.
    public let isRefused: Bool
  }

  /// Documents made of a valid one: without each key that is required, and
  /// with a value of a wrong type in each place whose type is stated. Of lists
  /// only the first element is changed.
  public func mutations(of data: Data) throws -> [Mutation] {
    let document = try JSONSerialization.jsonObject(with: data)
    return Self.changes(of: document, root, at: "$").map { change, changed in
      Mutation(
        change: change,
        isRefused: !Self.problems(changed, root, at: "$").isEmpty)
    }
  }

  private typealias Change = (change: String, document: Any)

  private static func changes(
    of value: Any, _ schema: [String: Any], at place: String
  ) -> [Change] {
    var changes: [Change] = []
    if let other = stranger(to: schema) {
      changes.append(("\(place) is another type", other))
    }
    if let object = value as? [String: Any] {
      changes += memberChanges(of: object, schema, at: place)
    }
    if let list = value as? [Any], let first = list.first,
      let items = schema["items"] as? [String: Any]
    {
      changes += Self.changes(of: first, items, at: "\(place)[0]").map {
        ($0.change, [$0.document] + list.dropFirst())
      }
    }
    return changes
  }

  private static func memberChanges(
    of object: [String: Any], _ schema: [String: Any], at place: String
  ) -> [Change] {
    let required = schema["required"] as? [String] ?? []
    let known = schema["properties"] as? [String: [String: Any]] ?? [:]
    let others = schema["additionalProperties"] as? [String: Any]
    let removals = required.map { key -> Change in
      ("\(place).\(key) is missing", object.filter { $0.key != key })
    }
    return removals
      + object.sorted { $0.key < $1.key }.flatMap { key, member -> [Change] in
        guard let inner = known[key] ?? others else { return [] }
        return changes(of: member, inner, at: "\(place).\(key)").map {
          ($0.change, object.merging([key: $0.document]) { $1 })
        }
      }
  }

  /// A value of a type that a schema does not allow; nil if it allows all.
  private static func stranger(to schema: [String: Any]) -> Any? {
    guard let allowed = types(schema["type"]) else { return nil }
    let values: [(type: String, value: Any)] = [
      ("object", ["unknown": "key"]), ("string", "text"), ("boolean", true),
      ("array", ["element"]), ("null", NSNull()),
    ]
    return values.first { !allowed.contains($0.type) }?.value
  }
}
