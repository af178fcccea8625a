/// A straight-line program for some of a graph's results.
///
/// Its slots hold constants, then parameters, then variables, then the results
/// of one instruction each. Nothing but the slots is written while it runs.
final class FormulaTape: Sendable {
  /// A result that is asked for: an element of a table.
  struct Output {
    /// What the owner of the tape numbers by rows.
    let row: Int
    /// What the owner of the tape numbers by columns.
    let column: Int
    /// The slot that holds it.
    let slot: Int
  }

  /// The numbers that the first slots hold.
  let constants: [Double]
  /// The parameters that the next slots hold.
  let parameters: [Int]
  /// The variables that the next slots hold.
  let variables: [Int]
  /// The instructions, their operands being slots.
  let instructions: [FormulaInstruction]
  /// The results.
  let outputs: [Output]

  /// How many slots there are.
  var slotCount: Int {
    constants.count + parameters.count + variables.count + instructions.count
  }

  /// The program for the elements of a table; what they do not depend on is
  /// left out.
  init(_ table: FormulaTable) {
    let graph = table.graph
    let cone = FormulaCone(
      of: table.elements.map(\.place), in: graph.instructions)
    let needed = cone.places.indices
    func kind(_ k: Int) -> FormulaOperation {
      graph.instructions[cone.places[k]].operation
    }
    let constants = needed.filter { kind($0) == .constant }
    let parameters = needed.filter { kind($0) == .parameter }
    let variables = needed.filter { kind($0) == .variable }
    let others = needed.filter { !kind($0).isInput }
    var slots = [Int](repeating: 0, count: cone.places.count)
    let order = constants + parameters + variables + others
    for (slot, k) in order.enumerated() { slots[k] = slot }
    func index(_ k: Int) -> Int {
      Int(graph.instructions[cone.places[k]].first)
    }
    self.constants = constants.map { graph.constants[index($0)] }
    self.parameters = parameters.map(index)
    self.variables = variables.map(index)
    instructions = others.map { k in
      let instruction = graph.instructions[cone.places[k]]
      return FormulaInstruction(
        instruction.operation, slots[cone.firstOperands[k]],
        instruction.operation.hasTwoOperands
          ? slots[cone.secondOperands[k]] : Int(instruction.second),
        Int(instruction.third))
    }
    outputs = zip(table.elements, cone.results).map { element, k in
      Output(row: element.row, column: element.column, slot: slots[k])
    }
  }
}
