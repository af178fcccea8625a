import Equilibria
import Reports

/// The share of firms that adopted each innovation over time: solid for the
/// expected course, with a band where it was simulated, dashed for the mean
/// field above it, dotted for other sharing that it is compared with.
struct AdoptionPicture {
  /// The picture.
  let document: SVGDocument

  /// How many standard errors a band of 95 % reaches to either side.
  private static let reach = 1.959_963_984_540_054

  /// The picture of a course and of those that it is compared with.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - names: The names of the innovations.
  ///   - compared: Other courses by the name of their sharing.
  init(
    of course: Spread.Course, names: [String],
    compared: [(name: String, course: Spread.Course)] = []
  ) {
    let times = course.innovations.first?.times ?? []
    var chart = Chart(
      title: "Diffusion", summary: Self.summary(course, names),
      horizontal: ("period", times), isCounting: true,
      vertical: ("share of firms that adopted", [0, 1]))
    for (k, innovation) in course.innovations.enumerated() {
      let ink = Ink.series[k % Ink.series.count]
      let share = innovation.share
      if let errors = course.sample?.errors[k].share {
        for sign in [-Self.reach, Self.reach] {
          let edge = zip(share, errors).map { $0 + sign * $1 }
          chart.addLine(
            points(times, edge.map { min(max($0, 0), 1) }), ink: ink, width: 0.8
          )
        }
      }
      chart.addLine(points(times, share), ink: ink)
      chart.explain(names[k], ink: ink)
      if let field = course.meanField?.share[k] {
        chart.addLine(points(times, field), ink: ink, dash: "7 4", width: 1)
      }
      for other in compared {
        let own = other.course.innovations[k]
        chart.addLine(points(own.times, own.share), ink: ink, dash: "2 4")
      }
    }
    if course.meanField != nil {
      chart.explain("mean field", ink: .faint, dash: "7 4")
    }
    for other in compared {
      chart.explain("sharing: \(other.name)", ink: .faint, dash: "2 4")
    }
    document = chart.document
  }

  /// The picture of adoption by thresholds: how many have adopted.
  init(of adoption: ThresholdAdoption) {
    let periods = adoption.adopters.indices.map(Double.init)
    let counts = adoption.adopters.map(Double.init)
    var chart = Chart(
      title: "Diffusion",
      summary: NumberText.counted(adoption.adopters.last ?? 0, "adopter")
        + " in the end",
      horizontal: ("period", periods + [1]), isCounting: true,
      vertical: ("adopters", [0] + counts))
    chart.addLine(points(periods, counts), ink: Ink.series[0])
    for point in points(periods, counts) {
      chart.addMark(.dot, at: point, ink: Ink.series[0])
    }
    document = chart.document
  }

  private static func summary(
    _ course: Spread.Course, _ names: [String]
  ) -> String {
    zip(names, course.innovations).map { name, innovation in
      let half = innovation.crossing(0.5).map {
        "half of the firms by period " + NumberText.significant($0, digits: 3)
      }
      return "\(name): \(half ?? "never half of the firms"), "
        + "\(NumberText.percent(innovation.final)) in the end"
    }.joined(separator: "; ")
  }
}

/// Points of a line.
private func points(_ x: [Double], _ y: [Double]) -> [(Double, Double)] {
  Array(zip(x, y))
}
