#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files of numbers as they lie in memory, which numpy reads.
public enum RawNumbers {
  /// Writes numbers to a file.
  public static func write<T: BitwiseCopyable>(
    _ numbers: [T], to path: String
  ) throws {
    guard let file = fopen(path, "w") else { throw Failure.cannotWrite }
    let written = fwrite(numbers, MemoryLayout<T>.stride, numbers.count, file)
    guard fclose(file) == 0 && written == numbers.count else {
      throw Failure.cannotWrite
    }
  }

  /// Why there is no file.
  public enum Failure: Error { case cannotWrite }
}
