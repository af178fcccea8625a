/// The instructions that some results depend on, in order, for going through
/// them again and again.
struct FormulaCone {
  /// The places of the instructions, the results' own included.
  let places: [Int]
  /// Where the operands of each instruction are in `places`; -1 for none.
  let firstOperands: [Int]
  /// The same for second operands.
  let secondOperands: [Int]
  /// Where the results are in `places`.
  let results: [Int]

  /// - Complexity: O(the last place of a result).
  init(of results: [Int], in instructions: [FormulaInstruction]) {
    let count = (results.max() ?? -1) + 1
    var isNeeded = [Bool](repeating: false, count: count)
    for place in results { isNeeded[place] = true }
    for place in (0..<count).reversed() where isNeeded[place] {
      let operands = instructions[place].operands
      if let first = operands.first { isNeeded[first] = true }
      if let second = operands.second { isNeeded[second] = true }
    }
    let places = (0..<count).filter { isNeeded[$0] }
    var position = [Int](repeating: -1, count: count)
    for (k, place) in places.enumerated() { position[place] = k }
    self.places = places
    self.results = results.map { position[$0] }
    firstOperands = places.map {
      instructions[$0].operands.first.map { position[$0] } ?? -1
    }
    secondOperands = places.map {
      instructions[$0].operands.second.map { position[$0] } ?? -1
    }
  }
}
