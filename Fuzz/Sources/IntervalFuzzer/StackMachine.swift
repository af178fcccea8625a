import Foundation
import Scalars

/// A machine that runs any byte string as a formula in postfix notation, over
/// intervals and at a point of each at once.
struct StackMachine {
  /// A box and the value at a point of it.
  struct Entry {
    var box: Interval
    var point: Wide
  }

  private var program: ArraySlice<UInt8>
  private var stack: [Entry] = []

  init(program: [UInt8]) { self.program = program[...] }

  /// Runs to the end of the program; traps where a value escapes its box.
  mutating func run() {
    while let code = next() {
      switch code % 4 {
      case 0: push(leaf())
      case 1: binary(Operator.all[Int(code / 4) % Operator.all.count])
      default: unary(Function.all[Int(code / 4) % Function.all.count])
      }
    }
  }

  private mutating func unary(_ function: Function) {
    guard let x = stack.popLast(), function.isDefined(x.point) else { return }
    let result = Entry(
      box: function.interval(x.box), point: function.reference(x.point))
    check(result, "\(function.name) of \(x.box)")
    push(result)
  }

  private mutating func binary(_ operation: Operator) {
    guard stack.count >= 2 else { return push(leaf()) }
    let y = stack.removeLast()
    let x = stack.removeLast()
    guard operation.isDefined(x.point, y.point) else { return }
    let result = Entry(
      box: operation.interval(x.box, y.box),
      point: operation.reference(x.point, y.point))
    check(result, "\(x.box) \(operation.name) \(y.box)")
    push(result)
  }

  /// Keeps what the reference can go on with: numbers of a double's size.
  private mutating func push(_ entry: Entry) {
    let isUsual = entry.point.isZero || entry.point.exponent.magnitude < 1200
    if isUsual { stack.append(entry) }
  }

  private func check(_ entry: Entry, _ operation: @autoclosure () -> String) {
    let (box, point) = (entry.box, entry.point)
    let isEnclosed =
      (box.lower == -.infinity || Wide(box.lower) <= point)
      && (box.upper == .infinity || Wide(box.upper) >= point)
    let isValid =
      box.lower <= box.upper && box.lower < .infinity && box.upper > -.infinity
    guard isEnclosed && isValid else {
      // Standard output may still be in a buffer when the trap comes.
      let text = "\(operation()) gave \(box), not \(point.approximation)\n"
      try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
      preconditionFailure("a value is not enclosed")
    }
  }

  /// A box with one of its members.
  private mutating func leaf() -> Entry {
    let (a, b) = (number(), number())
    let box = Interval(lower: min(a, b), upper: max(a, b))
    let share = Double(next() ?? 0) / 255
    let middle = box.lower * (1 - share) + box.upper * share
    let member = min(max(middle, box.lower), box.upper)
    return Entry(box: box, point: Wide(member))
  }

  /// A finite double: a small multiple of 1/64, or any.
  private mutating func number() -> Double {
    guard let kind = next() else { return 1 }
    let length = kind % 2 == 0 ? 2 : 8
    var bits: UInt64 = 0
    for _ in 0..<length { bits = bits << 8 | UInt64(next() ?? 0) }
    if length == 2 { return Double(Int16(truncatingIfNeeded: bits)) / 64 }
    let value = Double(bitPattern: bits)
    return value.isFinite ? value : 0
  }

  private mutating func next() -> UInt8? { program.popFirst() }
}
