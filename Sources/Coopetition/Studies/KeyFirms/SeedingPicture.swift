import Reports

/// The ladder of seeding: the knowledge shared while the firms won so far are
/// committed, dashed, and after their release, solid, beside the most that an
/// equilibrium has; without any firm the lowest equilibrium stays.
struct SeedingPicture {
  /// The picture.
  let document: SVGDocument

  /// The picture of what happens as one firm after the other is won.
  init(of seeding: SeedingAnalysis) {
    let firms = seeding.cluster.firms
    func sharing(_ levels: [Double]) -> Double {
      zip(firms, levels).reduce(0) { $0 + $1.0.knowledge * $1.1 }
    }
    let (least, most) = (sharing(seeding.lowest), sharing(seeding.highest))
    let ladder = seeding.ladder.filter { !$0.firms.isEmpty }
    let counts = [0] + ladder.map { Double($0.firms.count) }
    let committed = [least] + ladder.map(\.committedSharing)
    let rest = [least] + ladder.map(\.restSharing)
    var chart = Chart(
      title: "Whom to win first", summary: Self.summary(seeding),
      horizontal: ("firms won", counts), isCounting: true,
      vertical: ("knowledge shared", [0, most] + committed + rest))
    chart.addLine(counts.map { ($0, most) }, ink: .faint, width: 1)
    chart.addLine(
      Array(zip(counts, committed)), ink: Ink.series[0], dash: "7 4")
    chart.addLine(Array(zip(counts, rest)), ink: Ink.series[1])
    for point in zip(counts, rest) {
      chart.addMark(.dot, at: point, ink: Ink.series[1])
    }
    chart.explain("while committed", ink: Ink.series[0], dash: "7 4")
    chart.explain("in the end", mark: .dot, ink: Ink.series[1])
    chart.explain("highest equilibrium", ink: .faint)
    document = chart.document
  }

  private static func summary(_ seeding: SeedingAnalysis) -> String {
    seeding.ladder.map { rung in
      let name = rung.firms.last.map { seeding.cluster.firms[$0].name }
      return "\(name ?? "nobody"): \(NumberText.significant(rung.restSharing))"
    }.joined(separator: "; ")
  }
}
