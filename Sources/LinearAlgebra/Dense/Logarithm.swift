#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The sum of the logarithms of the absolute values.
func sumOfLogarithms(_ values: some Sequence<Double>) -> Double {
  values.reduce(0.0) { $0 + log(abs($1)) }
}
