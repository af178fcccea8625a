import Coopetition
import Foundation
import Scalars

/// Holds what is said of random formulas against the reference: a formula that
/// is called continuous on a box is defined at every point of it and encloses
/// its value, one that is called undefined is defined at none.
///
/// The arguments are the number of formulas and the seed.
@main
enum FormulaFuzzer {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let count = arguments.first ?? 10_000
    var random = SplitMix64(seed: UInt64(arguments.dropFirst().first ?? 1))
    var tally: [Decoration: Int] = [:]
    for _ in 0..<count {
      let formula = RandomFormula(&random, depth: 1 + random.below(4))
      let box = (0..<2).map { _ in interval(&random) }
      tally[try check(formula, over: box, &random), default: 0] += 1
    }
    let parts = [Decoration.continuous, .unknown, .undefined].map {
      "\(tally[$0] ?? 0) \($0)"
    }
    print("\(count) formulas: \(parts.joined(separator: ", ")); none wrong")
  }

  /// An interval of multiples of 1/8, a point now and then.
  private static func interval(_ random: inout SplitMix64) -> Interval {
    let lower = Double(random.below(33) - 16) / 8
    return Interval(lower...(lower + Double(random.below(17)) / 8))
  }

  private static func check(
    _ formula: RandomFormula, over box: Box, _ random: inout SplitMix64
  ) throws -> Decoration {
    let game = try FormulaGame(
      "random",
      players: [
        FormulaPlayer(
          "A",
          [
            "x": box[0].lower...box[0].upper, "y": box[1].lower...box[1].upper,
          ], payoff: formula.text)
      ])
    let decoration = game.decoration(of: 0, over: box)
    let range = game.payoffEnclosure(of: 0, over: box)
    for _ in 0..<pointCount {
      let point = box.map { interval in
        let share = Double(random.below(9)) / 8
        return interval.lower + share * (interval.upper - interval.lower)
      }
      switch (formula.outcome(at: point.map { Wide($0) }), decoration) {
      case (.undefined, .continuous):
        fail("called continuous, undefined", formula, box, point)
      case (.value, .undefined):
        fail("called undefined, defined", formula, box, point)
      case (.value(let value), .continuous):
        let error = value.magnitude * Wide(referenceError)
        if value + error < Wide(range.lower)
          || value - error > Wide(range.upper)
        {
          fail("not within \(range)", formula, box, point)
        }
      default: break
      }
    }
    return decoration
  }

  private static func fail(
    _ reason: String, _ formula: RandomFormula, _ box: Box, _ point: [Double]
  ) {
    print("\(formula.text) over \(box): \(reason) at \(point)")
    exit(1)
  }

  /// The relative error of the reference, whose powers are not exact: far below
  /// that of doubles.
  private static let referenceError = 1e-25

  /// At how many points each formula is tried.
  private static let pointCount = 12
}

extension SplitMix64 {
  /// A number from 0 up to a limit, the limit excluded.
  mutating func below(_ limit: Int) -> Int {
    Int(next() % UInt64(limit))
  }
}
