/// A text file that is written piece by piece, as a ``Draft`` until it is whole.
struct FileWriter: ~Copyable {
  private let draft: Draft
  private var buffer: [UInt8] = []

  /// How many bytes are kept before they are written.
  private static let capacity = 1 << 16

  /// Creates the draft of a file.
  ///
  /// - Throws: `ScenarioError` if it cannot be written.
  init(path: String) throws(ScenarioError) {
    draft = try Draft(of: path)
    buffer.reserveCapacity(Self.capacity + 256)
  }

  /// Puts the whole file in its place.
  ///
  /// - Throws: `ScenarioError` if it cannot be written.
  consuming func finish() throws(ScenarioError) {
    try flush()
    try draft.replace()
  }

  /// Adds text.
  mutating func append(_ text: String) throws(ScenarioError) {
    try append(text.utf8)
  }

  /// Adds bytes.
  mutating func append(
    _ bytes: some Collection<UInt8>
  ) throws(ScenarioError) {
    buffer.append(contentsOf: bytes)
    try endLine()
  }

  /// Adds an integer ≥ 0, followed by one character.
  mutating func append(
    _ number: Int, then separator: Unicode.Scalar
  ) {
    append(digitsOf: number, atLeast: 1)
    buffer.append(UInt8(ascii: separator))
  }

  /// Adds `number / 10^decimals`, followed by one character.
  mutating func append(
    _ number: Int, decimals: Int, then separator: Unicode.Scalar
  ) {
    append(digitsOf: number, atLeast: decimals + 1)
    buffer.insert(UInt8(ascii: "."), at: buffer.count - decimals)
    buffer.append(UInt8(ascii: separator))
  }

  /// Ends a line that was begun with numbers.
  mutating func endLine() throws(ScenarioError) {
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes what is kept.
  ///
  /// - Throws: `ScenarioError` if the file is not whole.
  private mutating func flush() throws(ScenarioError) {
    try draft.append(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func append(digitsOf number: Int, atLeast count: Int) {
    var rest = number
    var divisor = 1
    var digits = 1
    while digits < count || rest / divisor >= 10 {
      divisor *= 10
      digits += 1
    }
    while divisor > 0 {
      buffer.append(UInt8(ascii: "0") + UInt8(rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }
}
