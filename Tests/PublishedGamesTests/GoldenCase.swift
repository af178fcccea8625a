import Foundation
import PublishedGames
import Testing

/// A solved case of a published game: parameters and the values they lead to,
/// computed elsewhere to twenty digits.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  let model: String
  let id: String
  let parameters: Record
  let expected: Record
  let tolerance: Double

  var testDescription: String { "\(model)/\(id)" }

  /// Every case, model by model.
  static let all: [GoldenCase] = PublishedGames.all.flatMap {
    cases(of: $0.name)
  }

  /// The cases of a model; none if there is no file of its name.
  static func cases(of model: String) -> [GoldenCase] {
    guard
      let file = Bundle.module.url(
        forResource: model, withExtension: "json", subdirectory: "Golden"),
      let text = try? String(contentsOf: file, encoding: .utf8),
      let list = try? Value(json: text).list
    else { return [] }
    return list.compactMap { GoldenCase(model, $0.record) }
  }

  private init?(_ model: String, _ record: Record?) {
    guard let record, let id = record["id"]?.text,
      let parameters = record["params"]?.record,
      let expected = record["expected"]?.record,
      let tolerance = record["tolerance"]?.number
    else { return nil }
    self.model = model
    self.id = id
    self.parameters = parameters
    self.expected = expected
    self.tolerance = tolerance
  }
}
