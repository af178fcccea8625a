import RealModule

/// Numbers as a reader wants them: few digits, a true minus sign.
public enum NumberText {
  /// A number in significant digits; powers of ten beyond 1e-4 and 1e9.
  public static func significant(_ value: Double, digits: Int = 4) -> String {
    guard value.isFinite else { return notFinite(value) }
    guard value != 0 else { return "0" }
    let size = abs(value)
    guard isPlain(size) else {
      return scientific(value, digits: digits)
    }
    let exponent = Int(Double.log10(size).rounded(.down))
    return fixed(value, decimals: max(0, digits - 1 - exponent))
  }

  /// Whether two numbers are read as the same one in significant digits.
  package static func agree(_ a: Double, _ b: Double, digits: Int = 4) -> Bool {
    let texts = [a, b].map { significant($0, digits: digits) }
    return texts[0] == texts[1]
      || number(texts[0]).map { $0 == number(texts[1]) } == true
  }

  /// A bound from above in significant digits, rounded up: read as a number, the
  /// text is no less than the value.
  public static func roundedUp(_ value: Double, digits: Int = 4) -> String {
    let text = significant(value, digits: digits)
    guard value.isFinite, let read = number(text), read < value else {
      return text
    }
    let up = read + unit(of: value, digits: digits)
    return significant(up, digits: digits)
  }

  /// A bound from below in significant digits, rounded down: read as a number,
  /// the text is no more than the value.
  public static func roundedDown(_ value: Double, digits: Int = 4) -> String {
    let text = roundedUp(-value, digits: digits)
    if text.hasPrefix("−") { return String(text.dropFirst()) }
    return value.isNaN || value == 0 ? text : "−" + text
  }

  /// What the last digit of a number counts, shown in significant digits.
  private static func unit(of value: Double, digits: Int) -> Double {
    let size = abs(value)
    let place = Int(Double.log10(size).rounded(.down)) - digits + 1
    return Double.pow(10, isPlain(size) ? min(place, 0) : place)
  }

  /// Whether a size is shown without a power of ten.
  private static func isPlain(_ size: Double) -> Bool {
    size >= 1e-4 && size < 1e9
  }

  /// The number that a text of this type shows; nil for any other.
  private static func number(_ text: String) -> Double? {
    Double(text.hasPrefix("−") ? "-" + text.dropFirst() : text)
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

  /// A share in percent with a fixed count of decimals, such as `12.5 %`.
  public static func percent(_ share: Double, decimals: Int = 1) -> String {
    guard share.isFinite else { return notFinite(share) }
    return fixed(100 * share, decimals: decimals) + " %"
  }

  /// A whole number with a comma before each three digits.
  public static func grouped(_ count: Int) -> String {
    var text = ""
    for (k, digit) in String(count.magnitude).reversed().enumerated() {
      if k > 0 && k % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (count < 0 ? "−" : "") + String(text.reversed())
  }

  /// A count with its noun: `1 firm`, `2 firms`, `3 equilibria`.
  ///
  /// - Parameters:
  ///   - count: The count.
  ///   - noun: The noun of one.
  ///   - nouns: The noun of several; with an s after that of one if nil.
  /// - Returns: The two words.
  public static func counted(
    _ count: Int, _ noun: String, _ nouns: String? = nil
  ) -> String {
    "\(grouped(count)) " + (count == 1 ? noun : nouns ?? noun + "s")
  }

  /// What something is called and how many there are in it, which is left out
  /// where the name says it between commas, as in `12 firms, regional`.
  public static func title(
    _ name: String, _ count: Int, _ noun: String, after mark: String = ":"
  ) -> String {
    let size = counted(count, noun)
    let sizes = [size, size.filter { $0 != "," }]
    let isSaid = name.split(separator: ", ").contains {
      sizes.contains(String($0))
    }
    return isSaid ? name : "\(name)\(mark) \(size)"
  }

  /// Infinity and what is no number.
  private static func notFinite(_ value: Double) -> String {
    value.isNaN ? "undefined" : value < 0 ? "−∞" : "∞"
  }

  private static func scientific(_ value: Double, digits: Int) -> String {
    let exponent = Int(Double.log10(abs(value)).rounded(.down))
    // A power of ten that is no double is divided by in two steps.
    let half = exponent / 2
    let mantissa =
      value / Double.pow(10, half) / Double.pow(10, exponent - half)
    return fixed(mantissa, decimals: digits - 1) + "e\(exponent)"
  }
}
