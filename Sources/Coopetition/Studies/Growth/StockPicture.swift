import Equilibria
import Reports

/// The knowledge of all firms together period by period, with a mark where a
/// phase of the cluster's life begins, a line for each run, and dashed lines at
/// the states that last.
struct StockPicture {
  /// The picture.
  let document: SVGDocument

  /// The picture of growth.
  init(_ growth: Growth) {
    let totals = growth.runs.map { growth.totals($0) }
    let states = growth.longRun.states.filter(\.isStable).map {
      $0.knowledge.reduce(0, +)
    }
    let length = totals.map(\.count).max() ?? 1
    let end = Double(max(1, length - 1))
    var chart = Chart(
      title: "Knowledge of all firms", summary: Self.summary(growth, totals),
      horizontal: ("period", [0, end]), isCounting: true,
      vertical: ("knowledge", totals.joined() + states))
    for state in states {
      chart.addLine(
        [(0, state), (end, state)], ink: .leaf, dash: "7 4", width: 1)
    }
    for (k, run) in growth.runs.enumerated() {
      let ink = Ink.series[k % Ink.series.count]
      chart.addLine(
        totals[k].enumerated().map { (Double($0), $1) }, ink: ink)
      for (t, phase) in LifeCycle.phases(of: totals[k]).beginnings {
        chart.addMark(
          Self.mark(phase), at: (Double(t), totals[k][t]), ink: ink)
      }
      chart.explain(run.play.rawValue, ink: ink)
    }
    for phase in LifeCycle.Phase.allCases {
      chart.explain(
        "\(phase.rawValue) begins", mark: Self.mark(phase), ink: .faint)
    }
    if !states.isEmpty {
      chart.explain("a state that lasts", ink: .leaf, dash: "7 4")
    }
    document = chart.document
  }

  private static func mark(_ phase: LifeCycle.Phase) -> Chart.Mark {
    switch phase {
    case .formation: .dot
    case .growth: .triangle
    case .maturity: .square
    case .decline: .diamond
    case .stationary: .ring
    }
  }

  private static func summary(
    _ growth: Growth, _ totals: [[Double]]
  ) -> String {
    zip(growth.runs, totals).map { run, series in
      let ends = [series.first, series.last].map {
        NumberText.significant($0 ?? 0)
      }
      let phase = LifeCycle.phases(of: series).last?.rawValue ?? "unknown"
      return "\(run.play.rawValue): from \(ends[0]) to \(ends[1]), \(phase)"
    }.joined(separator: "; ")
  }
}

extension [LifeCycle.Phase] {
  /// Each phase with the time at which it begins.
  fileprivate var beginnings: [(time: Int, phase: LifeCycle.Phase)] {
    enumerated().compactMap { time, phase in
      time > 0 && self[time - 1] == phase ? nil : (time, phase)
    }
  }
}
