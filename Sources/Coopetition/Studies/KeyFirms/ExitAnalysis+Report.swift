import Reports

extension ExitAnalysis {
  /// The most exits that are listed in data.
  private static let mostListed = 1000
  /// The most exits that are shown.
  private static let mostShown = 20

  /// The sentences and the table of the exits.
  var sections: [Report.Section] {
    var table = Table(
      "exits by loss of \(study.loss == .others ? "others" : study.loss.rawValue)",
      columns: [
        "leave", "welfare lost", "own", "others", "sharing lost",
        "levels lost",
      ])
    for exit in exits.prefix(Self.mostShown) {
      table.add(
        exit.firms.map { cluster.firms[$0].name }.joined(separator: ", "),
        [
          exit.welfareLoss, exit.ownPayoff, exit.othersLoss, exit.sharingLoss,
          exit.levelsLoss,
        ])
    }
    let tried =
      isComplete
      ? "Every group of \(study.groupSize) was tried."
      : "\(exits.count) groups of \(study.groupSize) were tried, not all."
    return [.table(table), .text(tried)] + Report.Section.pictures(picture)
  }

  /// What the exits cost, the dearest first.
  private var picture: SVGDocument? {
    TornadoPicture.fromZero(
      "What exits cost",
      [
        (
          study.loss.rawValue,
          exits.prefix(Self.mostShown).map { exit in
            (
              exit.firms.map { cluster.firms[$0].name }
                .joined(separator: ", "), exit.loss(study.loss)
            )
          }
        )
      ])
  }

  /// The exits as data.
  var data: JSONValue {
    .object([
      ("base", base), ("groups", .integer(groupCount)),
      ("by", .text(study.loss.rawValue)), ("complete", .boolean(isComplete)),
      ("exits", .list(exits.prefix(Self.mostListed).map(\.data))),
    ])
  }

  private var base: JSONValue {
    .object([("levels", .numbers(levels)), ("welfare", .number(welfare))])
  }
}

extension ExitAnalysis.Exit {
  fileprivate var data: JSONValue {
    .object([
      ("firms", .places(firms)), ("welfareLoss", .number(welfareLoss)),
      ("ownPayoff", .number(ownPayoff)), ("othersLoss", .number(othersLoss)),
      ("sharingLoss", .number(sharingLoss)),
      ("levelsLoss", .number(levelsLoss)),
    ])
  }
}

extension JSONValue {
  /// Places of firms, counting from 1.
  static func places(_ firms: [Int]) -> JSONValue {
    .list(firms.map { .integer($0 + 1) })
  }
}
