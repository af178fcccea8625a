#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A text file that is written piece by piece beside its place, and put there
/// when it is whole; one that is not finished leaves nothing behind.
struct FileWriter: ~Copyable {
  private let path: String
  private let draft: String
  private let file: UnsafeMutablePointer<FILE>
  private var buffer: [UInt8] = []

  /// How many bytes are kept before they are written.
  private static let capacity = 1 << 16

  /// Creates the draft of a file.
  ///
  /// - Throws: `ScenarioError` if it cannot be written.
  init(path: String) throws(ScenarioError) {
    draft = "\(path).\(getpid()).part"
    guard let file = fopen(draft, "w") else {
      throw ScenarioError(file: path, "cannot be written")
    }
    self.path = path
    self.file = file
    buffer.reserveCapacity(Self.capacity + 256)
  }

  deinit {
    fclose(file)
    unlink(draft)
  }

  /// Puts the whole file in its place.
  ///
  /// - Throws: `ScenarioError` if it cannot be written.
  mutating func finish() throws(ScenarioError) {
    try flush()
    guard fsync(fileno(file)) == 0, rename(draft, path) == 0 else {
      throw ScenarioError(file: path, "cannot be written")
    }
  }

  /// Removes a file if there is one.
  static func remove(_ path: String) { unlink(path) }

  /// Makes a folder unless there is one.
  static func makeFolder(_ path: String) throws(ScenarioError) {
    guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
    throw ScenarioError(file: path, "the folder cannot be made")
  }

  /// Adds text.
  mutating func append(_ text: String) throws(ScenarioError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity { try flush() }
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
    let written = fwrite(buffer, 1, buffer.count, file)
    guard written == buffer.count, fflush(file) == 0 else {
      throw ScenarioError(file: path, "cannot be written")
    }
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
