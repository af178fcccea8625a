/// What generates the direction numbers of a coordinate of Sobol's sequence.
///
/// The values are those of Joe and Kuo, Constructing Sobol sequences with
/// better two-dimensional projections, SIAM Journal on Scientific Computing 30
/// (2008), file new-joe-kuo-6.21201, of which the first 64 coordinates stand
/// here.
struct SobolDirections: Sendable {
  /// A primitive polynomial over two elements, its coefficients as bits, the
  /// leading one first; 1 for the first coordinate, which has none.
  let polynomial: UInt32
  /// The initial numbers, as many as the degree of the polynomial.
  let initial: [UInt32]

  private init(_ polynomial: UInt32, _ initial: [UInt32]) {
    self.polynomial = polynomial
    self.initial = initial
  }

  /// The first 64 coordinates.
  static let all: [SobolDirections] = [
    .init(1, [1]),
    .init(3, [1]),
    .init(7, [1, 3]),
    .init(11, [1, 3, 1]),
    .init(13, [1, 1, 1]),
    .init(19, [1, 1, 3, 3]),
    .init(25, [1, 3, 5, 13]),
    .init(37, [1, 1, 5, 5, 17]),
    .init(41, [1, 1, 5, 5, 5]),
    .init(47, [1, 1, 7, 11, 19]),
    .init(55, [1, 1, 5, 1, 1]),
    .init(59, [1, 1, 1, 3, 11]),
    .init(61, [1, 3, 5, 5, 31]),
    .init(67, [1, 3, 3, 9, 7, 49]),
    .init(91, [1, 1, 1, 15, 21, 21]),
    .init(97, [1, 3, 1, 13, 27, 49]),
    .init(103, [1, 1, 1, 15, 7, 5]),
    .init(109, [1, 3, 1, 15, 13, 25]),
    .init(115, [1, 1, 5, 5, 19, 61]),
    .init(131, [1, 3, 7, 11, 23, 15, 103]),
    .init(137, [1, 3, 7, 13, 13, 15, 69]),
    .init(143, [1, 1, 3, 13, 7, 35, 63]),
    .init(145, [1, 3, 5, 9, 1, 25, 53]),
    .init(157, [1, 3, 1, 13, 9, 35, 107]),
    .init(167, [1, 3, 1, 5, 27, 61, 31]),
    .init(171, [1, 1, 5, 11, 19, 41, 61]),
    .init(185, [1, 3, 5, 3, 3, 13, 69]),
    .init(191, [1, 1, 7, 13, 1, 19, 1]),
    .init(193, [1, 3, 7, 5, 13, 19, 59]),
    .init(203, [1, 1, 3, 9, 25, 29, 41]),
    .init(211, [1, 3, 5, 13, 23, 1, 55]),
    .init(213, [1, 3, 7, 3, 13, 59, 17]),
    .init(229, [1, 3, 1, 3, 5, 53, 69]),
    .init(239, [1, 1, 5, 5, 23, 33, 13]),
    .init(241, [1, 1, 7, 7, 1, 61, 123]),
    .init(247, [1, 1, 7, 9, 13, 61, 49]),
    .init(253, [1, 3, 3, 5, 3, 55, 33]),
    .init(285, [1, 3, 1, 15, 31, 13, 49, 245]),
    .init(299, [1, 3, 5, 15, 31, 59, 63, 97]),
    .init(301, [1, 3, 1, 11, 11, 11, 77, 249]),
    .init(333, [1, 3, 1, 11, 27, 43, 71, 9]),
    .init(351, [1, 1, 7, 15, 21, 11, 81, 45]),
    .init(355, [1, 3, 7, 3, 25, 31, 65, 79]),
    .init(357, [1, 3, 1, 1, 19, 11, 3, 205]),
    .init(361, [1, 1, 5, 9, 19, 21, 29, 157]),
    .init(369, [1, 3, 7, 11, 1, 33, 89, 185]),
    .init(391, [1, 3, 3, 3, 15, 9, 79, 71]),
    .init(397, [1, 3, 7, 11, 15, 39, 119, 27]),
    .init(425, [1, 1, 3, 1, 11, 31, 97, 225]),
    .init(451, [1, 1, 1, 3, 23, 43, 57, 177]),
    .init(463, [1, 3, 7, 7, 17, 17, 37, 71]),
    .init(487, [1, 3, 1, 5, 27, 63, 123, 213]),
    .init(501, [1, 1, 3, 5, 11, 43, 53, 133]),
    .init(529, [1, 3, 5, 5, 29, 17, 47, 173, 479]),
    .init(539, [1, 3, 3, 11, 3, 1, 109, 9, 69]),
    .init(545, [1, 1, 1, 5, 17, 39, 23, 5, 343]),
    .init(557, [1, 3, 1, 5, 25, 15, 31, 103, 499]),
    .init(563, [1, 1, 1, 11, 11, 17, 63, 105, 183]),
    .init(601, [1, 1, 5, 11, 9, 29, 97, 231, 363]),
    .init(607, [1, 1, 5, 15, 19, 45, 41, 7, 383]),
    .init(617, [1, 3, 7, 7, 31, 19, 83, 137, 221]),
    .init(623, [1, 1, 1, 3, 23, 15, 111, 223, 83]),
    .init(631, [1, 1, 5, 13, 31, 15, 55, 25, 161]),
    .init(637, [1, 1, 3, 13, 25, 47, 39, 87, 257]),
  ]
}
