import Equilibria
import Games

/// Welfare along every branch of equilibria as a number changes: solid where
/// stable, dashed where unstable, dotted where that is undecided, with a ring
/// at each fold and a diamond at every other event.
struct BranchPicture {
  /// What the parts of the picture are called.
  struct Names {
    var stable = "stable"
    var unstable = "unstable"
    var undecided = "stability undecided"
    var fold = "fold"
    var event = "other event"
    var today = "today"
  }

  private let title: String
  private let parameter: String
  private let outcome: String
  private let names: Names
  private let trace: ScenarioTrace
  private let describe: (BranchEvent) -> String
  private let today: Double?
  private let horizontal: ChartAxis
  private let vertical: ChartAxis

  /// The picture of a trace.
  ///
  /// - Parameters:
  ///   - title: What it shows.
  ///   - parameter: What the number is called.
  ///   - outcome: What is drawn upwards.
  ///   - names: What its parts are called.
  ///   - trace: The branches.
  ///   - describe: What happens at an event, in words.
  ///   - today: The value of today, if it is known.
  init(
    title: String, parameter: String, outcome: String, names: Names = Names(),
    trace: ScenarioTrace, describe: @escaping (BranchEvent) -> String,
    today: Double?
  ) {
    (self.title, self.parameter) = (title, parameter)
    (self.outcome, self.names) = (outcome, names)
    (self.trace, self.describe, self.today) = (trace, describe, today)
    let range = trace.trace.range
    horizontal = ChartAxis(
      holding: [range.lowerBound, range.upperBound],
      pixels: (Self.left, Self.right), margin: 0)
    vertical = ChartAxis(
      holding: trace.welfare.joined() + [0], pixels: (Self.bottom, Self.top))
  }

  private static let width = 680.0
  private static let height = 330.0
  private static let left = 64.0
  private static let right = 660.0
  private static let top = 56.0
  private static let bottom = 290.0

  /// A point of a branch.
  private typealias Point = (x: Double, y: Double)
  /// A part of a branch.
  private typealias Run = (stability: Stability, points: [Point])

  /// The picture.
  var document: SVGDocument {
    var document = SVGDocument(
      title: title, summary: summary, width: Self.width, height: Self.height)
    drawAxes(on: &document)
    let runs = trace.trace.branches.indices.flatMap(runs)
    for run in runs {
      document.addLine(run.points, style: Self.style(of: run.stability))
    }
    drawToday(on: &document)
    for event in trace.trace.events { draw(event, on: &document) }
    drawLegend(of: Set(runs.map(\.stability)), on: &document)
    return document
  }

  private func place(_ branch: Int, _ point: Int) -> Point {
    (
      horizontal.pixel(trace.trace.branches[branch].points[point].parameter),
      vertical.pixel(trace.welfare[branch][point])
    )
  }

  /// The parts of a branch of one stability. A point that alone is undecided,
  /// as at an event, belongs to both sides; several in a row are a part.
  private func runs(of branch: Int) -> [Run] {
    let found = trace.trace.branches[branch].points.map(\.stability)
    var runs: [Run] = []
    for (k, stability) in found.enumerated() {
      let sides = [k - 1, k + 1].filter(found.indices.contains)
      let isLone = !sides.contains { found[$0] == .undecided }
      let own =
        isLone && stability == .undecided
        ? sides.first.map { found[$0] } ?? stability : stability
      if let last = runs.last, last.stability == own {
        runs[runs.count - 1].points.append(place(branch, k))
      } else {
        let joint = runs.last?.points.last.map { [$0] } ?? []
        runs.append((own, joint + [place(branch, k)]))
      }
    }
    return runs
  }

  private static func style(of stability: Stability) -> SVGDocument.Style {
    let (ink, dash): (Ink, String) =
      switch stability {
      case .stable: (.blue, "none")
      case .unstable: (.orange, "6 4")
      case .undecided: (.grey, "2 3")
      }
    return [
      "class": ink.line, "stroke-width": "2.5", "stroke-linejoin": "round",
      "stroke-dasharray": dash,
    ]
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

  private func drawToday(on document: inout SVGDocument) {
    guard let today, trace.trace.range.contains(today) else { return }
    let x = horizontal.pixel(today)
    document.addLine(
      [(x, Self.top), (x, Self.bottom)],
      style: ["class": Ink.faint.line, "stroke-dasharray": "2 3"])
    document.addText(
      names.today, at: (x, Self.top - 6), style: PictureText.tick("middle"))
  }

  /// A mark at the end or in the course of a branch.
  private func draw(_ event: BranchEvent, on document: inout SVGDocument) {
    for branch in event.branches {
      let points = trace.trace.branches[branch].points
      let nearest = points.indices.min {
        abs(points[$0].parameter - event.parameter)
          < abs(points[$1].parameter - event.parameter)
      }
      guard let nearest else { continue }
      Self.drawMark(
        isFold: event.kind == .fold,
        at: (horizontal.pixel(event.parameter), place(branch, nearest).y),
        label: describe(event), on: &document)
    }
  }

  private static func drawMark(
    isFold: Bool, at point: Point, label: String? = nil,
    on document: inout SVGDocument
  ) {
    document.addPath(
      isFold ? "M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0" : "M0,-4l4,4l-4,4l-4,-4z",
      at: point,
      style: [
        "class": Ink.page.filled(around: isFold ? .red : .faint),
        "stroke-width": "1.5",
      ], label: label)
  }

  /// Says what is there.
  private func drawLegend(
    of stabilities: Set<Stability>, on document: inout SVGDocument
  ) {
    var x = 16.0
    let lines: [(Stability, String)] = [
      (.stable, names.stable), (.unstable, names.unstable),
      (.undecided, names.undecided),
    ]
    for (stability, name) in lines where stabilities.contains(stability) {
      document.addLine(
        [(x, 14), (x + 28, 14)], style: Self.style(of: stability))
      document.addText(name, at: (x + 36, 18), style: [:])
      x += 56 + PictureText.width(name)
    }
    let folds = trace.trace.events.map { $0.kind == .fold }
    for (isFold, name) in [(true, names.fold), (false, names.event)]
    where folds.contains(isFold) {
      Self.drawMark(isFold: isFold, at: (x + 6, 14), on: &document)
      document.addText(name, at: (x + 18, 18), style: [:])
      x += 38 + PictureText.width(name)
    }
  }

  private var summary: String {
    let branches = trace.trace.branches.indices.map(summary(of:))
    let events = trace.trace.events.map {
      "\(parameter) \(NumberText.significant($0.parameter)): "
        + describe($0)
    }
    return (branches + events).joined(separator: "; ")
  }

  private func summary(of branch: Int) -> String {
    let range = trace.trace.branches[branch].range
    let ends = [range.lowerBound, range.upperBound].map {
      NumberText.significant($0)
    }
    let welfare = [trace.welfare[branch].first, trace.welfare[branch].last]
      .map { NumberText.significant($0 ?? 0) }
    let stabilities = trace.trace.branches[branch].stabilities.map(name)
    return "\(branch + 1): \(parameter) \(ends[0]) – \(ends[1]), "
      + "\(outcome) \(welfare[0]) – \(welfare[1]), "
      + (stabilities.isEmpty ? names.undecided : "")
      + stabilities.joined(separator: ", ")
  }

  private func name(of stability: Stability) -> String {
    switch stability {
    case .stable: names.stable
    case .unstable: names.unstable
    case .undecided: names.undecided
    }
  }
}
