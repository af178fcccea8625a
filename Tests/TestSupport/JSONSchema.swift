import Foundation

/// The part of JSON Schema (draft 2020-12) that the package's schemas use:
/// `type`, `properties`, `required`, `additionalProperties`, `items`, `enum`,
/// `const` and `anyOf`.
public struct JSONSchema {
  let root: [String: Any]

  /// Reads a schema.
  public init(data: Data) throws {
    let document = try JSONSerialization.jsonObject(with: data)
    guard let root = document as? [String: Any] else {
      throw CocoaError(.fileReadCorruptFile)
    }
    self.root = root
  }

  /// What a document has that the schema does not allow, with its place; empty
  /// if it is valid.
  ///
  /// Keys that the schema does not name are refused too, although readers of a
  /// schema may meet such keys in later versions.
  public func problems(in data: Data) throws -> [String] {
    let document = try JSONSerialization.jsonObject(
      with: data, options: .fragmentsAllowed)
    return Self.problems(document, root, at: "$")
  }

  /// The keys that the schema does not describe, with their places.
  public var undescribed: [String] { Self.undescribed(root, at: "$") }

  private static func undescribed(
    _ schema: [String: Any], at place: String
  ) -> [String] {
    let known = schema["properties"] as? [String: [String: Any]] ?? [:]
    let own = known.sorted { $0.key < $1.key }.flatMap { key, value in
      let text = value["description"] as? String ?? ""
      return (text.isEmpty ? ["\(place).\(key)"] : [])
        + undescribed(value, at: "\(place).\(key)")
    }
    let parts = ["items": "[]", "additionalProperties": ".*"]
    return own
      + parts.sorted { $0.key < $1.key }.flatMap { key, sign in
        (schema[key] as? [String: Any]).map {
          undescribed($0, at: place + sign)
        } ?? []
      }
  }

  static func problems(
    _ value: Any, _ schema: [String: Any], at place: String
  ) -> [String] {
    let kinds = kinds(of: value)
    if let allowed = types(schema["type"]), kinds.isDisjoint(with: allowed) {
      return ["\(place) is \(kinds.sorted()), not \(allowed.sorted())"]
    }
    if let constant = schema["const"] as? String, value as? String != constant {
      return ["\(place) is not \(constant)"]
    }
    if let words = schema["enum"] as? [Any], let word = value as? String,
      !words.contains(where: { $0 as? String == word })
    {
      return ["\(place) is \(word), none of \(words)"]
    }
    if let choices = schema["anyOf"] as? [[String: Any]],
      choices.allSatisfy({ !problems(value, $0, at: place).isEmpty })
    {
      return ["\(place) is none of the \(choices.count) kinds of answer"]
    }
    if let object = value as? [String: Any] {
      return members(object, schema, at: place)
    }
    guard let list = value as? [Any],
      let items = schema["items"] as? [String: Any]
    else { return [] }
    return list.enumerated().flatMap {
      problems($1, items, at: "\(place)[\($0)]")
    }
  }

  private static func members(
    _ object: [String: Any], _ schema: [String: Any], at place: String
  ) -> [String] {
    let known = schema["properties"] as? [String: [String: Any]]
    let others = schema["additionalProperties"] as? [String: Any]
    let required = schema["required"] as? [String] ?? []
    let missing = required.filter { object[$0] == nil }
      .map { "\(place).\($0) is missing" }
    return missing
      + object.sorted { $0.key < $1.key }.flatMap { key, value in
        if let schema = known?[key] ?? others {
          return problems(value, schema, at: "\(place).\(key)")
        }
        return known == nil ? [] : ["\(place).\(key) is not known"]
      }
  }

  static func types(_ value: Any?) -> Set<String>? {
    (value as? String).map { [$0] } ?? (value as? [String]).map(Set.init)
  }

  /// The names of the types of a value; a whole number has two.
  private static func kinds(of value: Any) -> Set<String> {
    switch value {
    case is NSNull: ["null"]
    case is String: ["string"]
    case is [Any]: ["array"]
    case is [String: Any]: ["object"]
    case let number as NSNumber:
      if isBoolean(number) {
        ["boolean"]
      } else if number.doubleValue == number.doubleValue.rounded() {
        ["number", "integer"]
      } else {
        ["number"]
      }
    default: []
    }
  }

  /// Whether a number stands for true or false.
  private static func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c"
  }
}
