#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How many threads the BLAS library may use.
///
/// OpenBLAS splits its work by the number of threads, and the bits of a result
/// can depend on the split. So that they do not depend on the machine, the
/// first call that reaches BLAS sets one thread; whoever prefers speed on
/// large dense matrices sets more. The number holds for the whole process. On
/// a library without OpenBLAS's interface the number is always 1.
package enum BLASThreads {
  /// The number of threads; what is set below 1 counts as 1.
  ///
  /// Not to be set while another thread is inside a factorisation.
  ///
  /// - Complexity: O(1).
  package static var count: Int {
    get {
      prepare()
      return interface.map { Int($0.get()) } ?? 1
    }
    set {
      prepare()
      interface?.set(Int32(clamping: max(1, newValue)))
    }
  }

  /// Whether the BLAS library lets its threads be counted.
  package static var isAdjustable: Bool { interface != nil }

  /// Sets one thread, the first time it is called.
  @inline(__always)
  static func prepare() { _ = initialised }

  private static let initialised: Void = { interface?.set(1) }()

  private struct Interface {
    let get: @convention(c) () -> Int32
    let set: @convention(c) (Int32) -> Void
  }

  private static let interface: Interface? = {
    guard let process = dlopen(nil, RTLD_NOW),
      let get = dlsym(process, "openblas_get_num_threads"),
      let set = dlsym(process, "openblas_set_num_threads")
    else { return nil }
    return Interface(
      get: unsafeBitCast(get, to: (@convention(c) () -> Int32).self),
      set: unsafeBitCast(set, to: (@convention(c) (Int32) -> Void).self))
  }()
}
