/// A table of text for people: columns aligned, numbers to the right.
public struct TextTable: Sendable {
  private var rows: [[String]]

  /// A table with the heads of its columns; the first one names the rows.
  public init(columns: [String]) { rows = [columns] }

  /// Adds a row: its name and its cells.
  public mutating func add(_ name: String, _ cells: [String]) {
    rows.append([name] + cells)
  }

  /// Adds a row of numbers in four significant digits.
  public mutating func add(_ name: String, _ numbers: [Double]) {
    add(name, numbers.map { Self.text($0) })
  }

  /// The lines of the table.
  public var lines: [String] {
    let columns = rows[0].indices
    let widths = columns.map { column in
      rows.map { $0[column].count }.reduce(0, max)
    }
    return rows.map { row in
      let cells = columns.map { column in
        let space = String(
          repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + space : space + row[column]
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// A number for people: four significant digits, trailing zeros kept short.
  public static func text(_ value: Double, digits: Int = 4) -> String {
    guard value.isFinite else { return "\(value)" }
    guard value != 0 else { return "0" }
    let size = abs(value)
    guard size >= 1e-4 && size < 1e9 else {
      return scientific(value, digits: digits)
    }
    let exponent = Int(Double.log10(size).rounded(.down))
    return fixed(value, decimals: max(0, digits - 1 - exponent))
  }

  /// A number with a fixed count of decimals.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    let scale = Double.pow(10, decimals)
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 1e15 else { return "\(value)" }
    let digits = String(Int(scaled))
    let padded =
      String(repeating: "0", count: max(0, decimals + 1 - digits.count))
      + digits
    let sign = value < 0 && scaled > 0 ? "−" : ""
    guard decimals > 0 else { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  private static func scientific(_ value: Double, digits: Int) -> String {
    let exponent = Int(Double.log10(abs(value)).rounded(.down))
    let mantissa = value / Double.pow(10, exponent)
    return fixed(mantissa, decimals: digits - 1) + "e\(exponent)"
  }
}
