import Games
import Reports

extension FrontAnalysis {
  /// The front of two objectives as a picture: with the equilibria, the
  /// optimum, what could be agreed on and the disagreement. For more
  /// objectives the first two are shown.
  public var picture: SVGDocument {
    let (first, second) = (objectives[0].name, objectives[1].name)
    let marked = marks
    let all =
      front.points.map { ($0.payoffs[0], $0.payoffs[1]) }
      + marked.flatMap(\.points)
    var chart = Chart(
      title: "\(game.name): Pareto front", summary: summary,
      horizontal: ("payoff of \(first)", all.map(\.0)),
      vertical: ("payoff of \(second)", all.map(\.1)))
    drawFront(on: &chart)
    for group in marked where !group.points.isEmpty {
      for point in group.points {
        chart.addMark(group.mark, at: point, ink: group.ink)
      }
      chart.explain(group.name, mark: group.mark, ink: group.ink)
    }
    return chart.document
  }

  private typealias Marks = (
    name: String, mark: Chart.Mark, ink: Ink, points: [(Double, Double)]
  )

  private var marks: [Marks] {
    func points(_ payoffs: [[Double]]) -> [(Double, Double)] {
      payoffs.map(objectivePayoffs).map { ($0[0], $0[1]) }
    }
    let stable = equilibria.filter(\.isStable).map(\.payoffs)
    let others = equilibria.filter { !$0.isStable }.map(\.payoffs)
    var marks: [Marks] = [
      ("stable equilibrium", .dot, .red, points(stable)),
      ("other equilibrium", .ring, .red, points(others)),
      ("social optimum", .star, .leaf, points([optimum.payoffs])),
    ]
    let shapes: [Chart.Mark] = [.triangle, .diamond, .square, .openSquare]
    for (improvement, shape) in zip(improvements, shapes) {
      marks.append(
        (
          improvement.solution.title, shape, .pink,
          points([improvement.payoffs])
        ))
    }
    marks.append(
      ("nobody shares", .cross, .faint, [(reference[0], reference[1])]))
    return marks
  }

  /// Two objectives: a line that stops at gaps. More: points.
  private func drawFront(on chart: inout Chart) {
    let ink = Ink.blue
    guard objectives.count == 2 else {
      for point in front.points {
        chart.addMark(
          .openSquare, at: (point.payoffs[0], point.payoffs[1]),
          ink: ink)
      }
      return chart.explain("front", mark: .openSquare, ink: ink)
    }
    var piece: [(Double, Double)] = []
    for (k, point) in front.points.enumerated() {
      if k > 0 && isGap(before: k) {
        chart.addLine(piece, ink: ink, width: 3)
        piece = []
      }
      piece.append((point.payoffs[0], point.payoffs[1]))
    }
    chart.addLine(piece, ink: ink, width: 3)
    chart.explain("Pareto front", ink: ink)
  }

  /// Whether the step before a point is wider than any within a piece.
  private func isGap(before k: Int) -> Bool {
    let (a, b) = (front.points[k - 1].payoffs, front.points[k].payoffs)
    return a.indices.contains { i in
      let extent = front.ideal[i] - front.nadir[i]
      return abs(a[i] - b[i]) > front.widestStep * extent * Self.rounding
    }
  }

  private var summary: String {
    let count = front.points.count
    let ends = [front.points.first, front.points.last].compactMap { $0 }.map {
      "("
        + $0.payoffs.map { NumberText.significant($0) }.joined(separator: ", ")
        + ")"
    }
    let names = objectives.map(\.name).joined(separator: " and ")
    let range = ends.joined(separator: " to ")
    var text =
      "The payoffs of \(names) at \(count) Pareto-optimal profiles, "
      + "from \(range). "
    for group in marks where !group.points.isEmpty {
      let places = group.points.map {
        "(\(NumberText.significant($0.0)), \(NumberText.significant($0.1)))"
      }
      text += "\(group.name) at \(places.joined(separator: ", ")). "
    }
    return text
  }

  private static var rounding: Double { 1.000001 }
}
