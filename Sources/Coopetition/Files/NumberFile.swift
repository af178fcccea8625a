/// Numbers kept in a file rather than in memory, which goes with its last user.
final class NumberFile: Sendable {
  private let path: String
  private let draft: Draft

  /// Opens the draft of a file that never takes its place.
  ///
  /// - Throws: an error that names the file and says why it cannot be written.
  init(path: String) throws(ScenarioError) {
    self.path = path
    draft = try Draft(of: path)
  }

  /// Writes numbers from a place on.
  ///
  /// - Throws: an error when the disk is full, say.
  func write(_ numbers: [Double], at place: Int) throws(ScenarioError) {
    let isWhole = numbers.withUnsafeBytes {
      SystemFile.write($0, to: draft.descriptor, at: Self.offset(of: place))
    }
    guard isWhole else { throw Draft.failure(path) }
  }

  /// The numbers at some places.
  ///
  /// - Throws: an error if they were not written or cannot be read.
  func numbers(at places: Range<Int>) throws(ScenarioError) -> [Double] {
    var numbers = [Double](repeating: 0, count: places.count)
    let isWhole = numbers.withUnsafeMutableBytes {
      SystemFile.fill(
        $0, from: draft.descriptor, at: Self.offset(of: places.lowerBound))
    }
    guard isWhole else {
      throw ScenarioError(file: path, "cannot be read back")
    }
    return numbers
  }

  private static func offset(of place: Int) -> Int {
    place * MemoryLayout<Double>.stride
  }
}
