import Scalars

/// The driver of libFuzzer: calls back with byte strings that reach new code.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<
    UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  >,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// Runs the formula that some bytes stand for; libFuzzer wants this name.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  let buffer = UnsafeBufferPointer(start: bytes, count: size)
  var machine = StackMachine(program: Array(buffer))
  machine.run()
  return 0
}

/// Searches for formulas whose value escapes its interval.
@main
enum IntervalFuzzer {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    _ = runDriver(&count, &arguments) { testOneInput($0, $1) }
  }
}
