import Equilibria

/// Welfare along every branch of equilibria as a number changes: solid where
/// stable, dashed where unstable, with a ring at each event.
struct BranchPicture {
  var title: String
  /// What the number is called.
  var parameter: String
  /// What is drawn upwards.
  var outcome: String
  /// What lines are called: stable, unstable, and the value of today.
  var names: (stable: String, unstable: String, today: String)
  var trace: ScenarioTrace
  /// The value of today, if it is in the range.
  var today: Double?

  private static let width = 680.0
  private static let height = 330.0
  private static let left = 64.0
  private static let right = 660.0
  private static let top = 56.0
  private static let bottom = 290.0

  /// A point of a branch.
  private typealias Point = (x: Double, y: Double)

  /// The picture.
  var document: SVGDocument {
    let branches = trace.trace.branches
    var document = SVGDocument(
      title: title, summary: summary, width: Self.width, height: Self.height)
    drawAxes(on: &document)
    for branch in branches.indices {
      for run in runs(of: branch) {
        document.addLine(
          run.points,
          style: [
            "class": (run.isStable ? Ink.blue : .orange).line,
            "stroke-width": "2.5", "stroke-linejoin": "round",
            "stroke-dasharray": run.isStable ? "none" : "6 4",
          ])
      }
    }
    if let today {
      let x = horizontal.pixel(today)
      document.addLine(
        [(x, Self.top), (x, Self.bottom)],
        style: ["class": Ink.faint.line, "stroke-dasharray": "2 3"])
      document.addText(
        names.today, at: (x, Self.top - 6), style: PictureText.tick("middle"))
    }
    for event in trace.trace.events { draw(event, on: &document) }
    drawLegend(on: &document)
    return document
  }

  private var horizontal: ChartAxis {
    let range = trace.trace.range
    return ChartAxis(
      holding: [range.lowerBound, range.upperBound],
      pixels: (Self.left, Self.right), margin: 0)
  }

  private var vertical: ChartAxis {
    ChartAxis(
      holding: trace.welfare.joined() + [0], pixels: (Self.bottom, Self.top))
  }

  private func place(_ branch: Int, _ point: Int) -> Point {
    (
      horizontal.pixel(trace.trace.branches[branch].points[point].parameter),
      vertical.pixel(trace.welfare[branch][point])
    )
  }

  /// The parts of a branch of one stability; a point where it is undecided, as
  /// at an event, belongs to both sides.
  private func runs(of branch: Int) -> [(isStable: Bool, points: [Point])] {
    var runs: [(isStable: Bool, points: [Point])] = []
    var pending: [Point] = []
    for (k, point) in trace.trace.branches[branch].points.enumerated() {
      let here = place(branch, k)
      let isStable = point.stability != .unstable
      guard point.stability != .undecided else {
        if runs.isEmpty {
          pending.append(here)
        } else {
          runs[runs.count - 1].points.append(here)
        }
        continue
      }
      if let last = runs.last, last.isStable == isStable {
        runs[runs.count - 1].points.append(here)
      } else {
        let start = runs.last?.points.last.map { [$0] } ?? pending
        runs.append((isStable, start + [here]))
      }
    }
    return runs.isEmpty ? [(true, pending)] : runs
  }

  private func drawAxes(on document: inout SVGDocument) {
    for mark in vertical.marks {
      let y = vertical.pixel(mark)
      document.addLine(
        [(Self.left, y), (Self.right, y)], style: ["class": Ink.grid.line])
      document.addText(
        vertical.label(mark), at: (Self.left - 8, y + 4),
        style: PictureText.tick("end"))
    }
    for mark in horizontal.marks {
      document.addText(
        horizontal.label(mark), at: (horizontal.pixel(mark), Self.bottom + 18),
        style: PictureText.tick("middle"))
    }
    document.addText(outcome, at: (8, Self.top - 8), style: [:])
    document.addText(
      parameter, at: (Self.right, Self.bottom + 36),
      style: ["text-anchor": "end"])
    document.addLine(
      [(Self.left, Self.bottom), (Self.right, Self.bottom)],
      style: ["class": Ink.text.line])
  }

  /// A ring at the end or in the course of a branch.
  private func draw(_ event: BranchEvent, on document: inout SVGDocument) {
    for branch in event.branches {
      let points = trace.trace.branches[branch].points
      let nearest = points.indices.min {
        abs(points[$0].parameter - event.parameter)
          < abs(points[$1].parameter - event.parameter)
      }
      guard let nearest else { continue }
      document.addCircle(
        at: (
          horizontal.pixel(event.parameter), place(branch, nearest).y
        ), radius: 3.5,
        style: [
          "class": Ink.page.filled(around: .red), "stroke-width": "1.5",
        ])
    }
  }

  private func drawLegend(on document: inout SVGDocument) {
    let entries = [
      (names.stable, Ink.blue, "none"), (names.unstable, .orange, "6 4"),
    ]
    for (k, (name, ink, dash)) in entries.enumerated() {
      let x = 16 + 150 * Double(k)
      document.addLine(
        [(x, 14), (x + 28, 14)],
        style: [
          "class": ink.line, "stroke-width": "2.5", "stroke-dasharray": dash,
        ])
      document.addText(name, at: (x + 36, 18), style: [:])
    }
  }

  private var summary: String {
    trace.trace.branches.indices.map { branch in
      let range = trace.trace.branches[branch].range
      let ends = [range.lowerBound, range.upperBound].map {
        NumberText.significant($0)
      }
      let welfare = [trace.welfare[branch].first, trace.welfare[branch].last]
        .map { NumberText.significant($0 ?? 0) }
      return "\(branch + 1): \(parameter) \(ends[0]) – \(ends[1]), "
        + "\(outcome) \(welfare[0]) – \(welfare[1])"
    }.joined(separator: "; ")
  }
}
