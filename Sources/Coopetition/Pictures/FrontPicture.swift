import Games
import Reports

extension FrontAnalysis {
  /// The front as a picture: with the equilibria, the optimum, what could be
  /// agreed on and the disagreement. Two objectives have an axis each, more
  /// have axes side by side, with a line for each profile.
  public var picture: SVGDocument {
    objectives.count == 2 ? plane : parallels
  }

  private var title: String { "\(game.name): Pareto front" }

  private var plane: SVGDocument {
    let marked = marks
    let all = (front.points.map(\.payoffs) + marked.flatMap(\.points))
    var chart = Chart(
      title: title, summary: summary,
      horizontal: ("payoff of \(objectives[0].name)", all.map { $0[0] }),
      vertical: ("payoff of \(objectives[1].name)", all.map { $0[1] }))
    drawFront(on: &chart)
    for group in marked where !group.points.isEmpty {
      for point in group.points {
        chart.addMark(group.mark, at: (point[0], point[1]), ink: group.ink)
      }
      chart.explain(group.name, mark: group.mark, ink: group.ink)
    }
    return chart.document
  }

  private var parallels: SVGDocument {
    ParallelPicture(
      title: title, summary: summary, axes: objectives.map(\.name),
      groups: [
        .init(
          name: "Pareto front", points: front.points.map(\.payoffs),
          ink: .blue, mark: nil)
      ]
        + marks.map {
          .init(name: $0.name, points: $0.points, ink: $0.ink, mark: $0.mark)
        }
    ).document
  }

  private typealias Marks = (
    name: String, mark: Chart.Mark, ink: Ink, points: [[Double]]
  )

  private var marks: [Marks] {
    let stable = equilibria.filter(\.isStable).map(\.payoffs)
    let others = equilibria.filter { !$0.isStable }.map(\.payoffs)
    var marks: [Marks] = [
      ("stable equilibrium", .dot, .red, stable.map(objectivePayoffs)),
      ("other equilibrium", .ring, .red, others.map(objectivePayoffs)),
      ("social optimum", .star, .leaf, [objectivePayoffs(optimum.payoffs)]),
    ]
    let shapes: [Chart.Mark] = [.triangle, .diamond, .square, .openSquare]
    for (improvement, shape) in zip(improvements, shapes) {
      marks.append(
        (
          improvement.solution.title, shape, .pink,
          [objectivePayoffs(improvement.payoffs)]
        ))
    }
    marks.append(("nobody shares", .cross, .faint, [reference]))
    return marks
  }

  /// A line that stops at gaps.
  private func drawFront(on chart: inout Chart) {
    let ink = Ink.blue
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
    let ends = [front.points.first, front.points.last].compactMap {
      ($0?.payoffs).map(Self.text)
    }
    let names = objectives.map(\.name).joined(
      separator: objectives.count == 2 ? " and " : ", ")
    let range = ends.joined(separator: " to ")
    var text =
      "The payoffs of \(names) at \(count) Pareto-optimal profiles, "
      + "from \(range). "
    for group in marks where !group.points.isEmpty {
      let places = group.points.map(Self.text)
      text += "\(group.name) at \(places.joined(separator: ", ")). "
    }
    return text
  }

  private static func text(_ payoffs: [Double]) -> String {
    let numbers = payoffs.map { NumberText.significant($0) }
    return "(\(numbers.joined(separator: ", ")))"
  }

  private static var rounding: Double { 1.000001 }
}
