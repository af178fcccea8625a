import Games
import Reports

// What a search for every equilibrium says of sets of equilibria and of parts
// that it could not decide.

extension Analysis {
  /// The most undecided parts that are described one by one.
  private static var describedParts: Int { 5 }
  /// The most variables of a part that are named.
  private static var describedVariables: Int { 6 }

  /// Sentences on sets of equilibria and on undecided parts; empty if there
  /// are none.
  var searchSections: [Report.Section] {
    componentSections + undecidedSection
  }

  /// A sentence on each set of equilibria.
  var componentSections: [Report.Section] {
    components.map { .text(sentence($0)) }
  }

  /// What the search took, in a sentence, for those who compare searches.
  public var searchEffort: String {
    let seconds = NumberText.significant(solver.seconds, digits: 2) + " s"
    guard let work = solver.work else {
      let evaluations = NumberText.counted(solver.evaluations, "evaluation")
      return "Method \(solver.method): \(evaluations), \(seconds) in all."
    }
    let boxes = NumberText.counted(work.boxes, "box", "boxes")
    let programs = NumberText.counted(work.programs, "linear program")
    let sweeps = NumberText.counted(work.sweeps, "sweep")
    let starts = NumberText.counted(work.starts, "start")
    return "The search examined \(boxes), with \(programs), \(sweeps) of "
      + "contraction and \(starts) of Newton's method; \(seconds) in all."
  }

  private func sentence(_ component: EquilibriumComponent) -> String {
    let place = equilibria.firstIndex { $0.levels == component.levels }
    let verb = component.isProven ? "is" : "seems to be"
    let one = place.map { "Equilibrium \($0 + 1) \(verb) one of many" }
    let names = listed(component.indifferent) { game.variableNames[$0] }
    let ends = listed(component.indifferent) {
      "\(game.variableNames[$0]) "
        + Self.text(component.box[$0])
    }
    guard component.isProven else {
      return (one ?? "There seem to be many equilibria")
        + ", none of which is isolated (numerical): between " + ends
        + ". The levels of \(names) are not determined there."
    }
    return (one ?? "There are many equilibria")
      + ": the level of \(names) makes no difference to who chooses it. Each of "
      + "these levels belongs to an equilibrium, proven: \(ends)."
  }

  private var undecidedSection: [Report.Section] {
    guard !undecided.isEmpty else { return [] }
    let parts = undecided.merged.sorted { $0.width > $1.width }
    let lines = parts.prefix(Self.describedParts).map { part in
      let wide = part.indices.filter { !part[$0].isPoint }
      let shown = wide.isEmpty ? Array(part.indices) : wide
      return "Undecided, width "
        + NumberText.significant(part.width, digits: 2) + ": "
        + listed(shown) {
          "\(game.variableNames[$0]) " + Self.text(part[$0])
        } + "."
    }
    let rest = parts.count - lines.count
    return lines.map { .text($0) }
      + (rest > 0 ? [.text("Undecided parts besides: \(rest).")] : [])
  }

  /// The first of some variables, described.
  private func listed(
    _ variables: [Int], _ description: (Int) -> String
  ) -> String {
    let shown = variables.prefix(Self.describedVariables).map(description)
    let rest = variables.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// An interval as a number, where its ends agree in the digits shown, or as
  /// its ends.
  private static func text(_ range: Interval) -> String {
    let (low, high) = (
      NumberText.significant(range.lower), NumberText.significant(range.upper)
    )
    return low == high ? low : "\(low) to \(high)"
  }
}

extension EquilibriumComponent {
  /// The set for machines.
  func json(in game: any ScenarioGame) -> JSONValue {
    .object([
      ("indifferent", .texts(indifferent.map { game.variableNames[$0] })),
      ("box", box.json),
      ("levels", .numbers(levels)),
      ("proven", .boolean(isProven)),
    ])
  }
}

extension EquilibriumSet.Work {
  /// The counts for machines.
  var json: JSONValue {
    .object([
      ("boxes", .integer(boxes)), ("sweeps", .integer(sweeps)),
      ("programs", .integer(programs)), ("starts", .integer(starts)),
    ])
  }
}
