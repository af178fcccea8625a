import Reports

/// A run of formation on one line of time: the share of pairs that are linked,
/// the mean level, and the flow as a share of its largest, with a star at each
/// breakthrough.
struct FormationPicture {
  /// The picture.
  let document: SVGDocument

  /// The picture of the start and each round of a run.
  ///
  /// - Precondition: There is a record.
  init(of rounds: [FormationRecord]) {
    let times = rounds.map { Double($0.round) }
    let most = rounds.reduce(0) { max($0, $1.flow) }
    let flows = rounds.map { most > 0 ? $0.flow / most : 0 }
    var chart = Chart(
      title: "Formation", summary: Self.summary(rounds),
      horizontal: ("round", times), isCounting: true,
      vertical: ("share", [0, 1]))
    let lines: [(name: String, values: [Double], ink: Ink)] = [
      ("pairs linked", rounds.map(\.density), Ink.series[0]),
      ("mean level", rounds.map(\.meanLevel), Ink.series[1]),
      ("flow, of the largest", flows, Ink.series[2]),
    ]
    for line in lines {
      chart.addLine(Array(zip(times, line.values)), ink: line.ink)
      chart.explain(line.name, ink: line.ink)
    }
    let breakthroughs = rounds.indices.filter {
      rounds[$0].stage == .breakthrough
    }
    for k in breakthroughs {
      chart.addMark(.star, at: (times[k], flows[k]), ink: .text)
    }
    if !breakthroughs.isEmpty {
      chart.explain("breakthrough", mark: .star, ink: .text)
    }
    document = chart.document
  }

  private static func summary(_ rounds: [FormationRecord]) -> String {
    let (first, last) = (rounds[0], rounds[rounds.count - 1])
    return
      "From \(first.links) to \(NumberText.counted(last.links, "link")) in "
      + "\(NumberText.counted(last.round, "round")); mean level "
      + "\(NumberText.significant(first.meanLevel)) to "
      + NumberText.significant(last.meanLevel)
  }
}
