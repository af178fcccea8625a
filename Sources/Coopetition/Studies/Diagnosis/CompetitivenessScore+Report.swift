import Reports

extension CompetitivenessScore {
  /// The score for programs.
  var json: JSONValue {
    func named(_ values: [Double]) -> JSONValue {
      .object(zip(model.items, values).map { ($0, .number($1)) })
    }
    return .object([
      ("score", .number(score)),
      ("standardError", standardError.map { .number($0) } ?? .null),
      (
        "groups",
        .object(zip(model.groups, groups).map { ($0.name, .number($1)) })
      ),
      ("means", named(means)), ("elasticities", named(elasticities)),
      ("onePointMore", named(onePointMore)), ("weakest", .text(weakest)),
      ("lever", .text(lever.item)), ("margin", .number(lever.margin)),
    ])
  }

  /// The score in words.
  var sentence: String {
    let error = standardError.map {
      " ± \(NumberText.significant($0, digits: 2))"
    }
    let gain = onePointMore.max() ?? 0
    return "\(NumberText.significant(score))\(error ?? "") of 1,000; "
      + "weakest \(weakest); one point more of \(lever.item) gains "
      + "\(NumberText.significant(gain, digits: 3)), "
      + "\(NumberText.significant(lever.margin, digits: 2)) ahead of the next"
  }
}
