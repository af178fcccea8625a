import LinearAlgebra
import TestSupport
import Testing

@Suite struct StructuredMatrixElementwiseProductTests {
  /// Every pair of forms; the diagonal counts as zero if one of them has none.
  @Test func everyPairOfForms() {
    var random = SplitMix64(seed: 11)
    var matrices = StructuredMatrixTests.examples
    matrices.append(.sparse(random.sparse(12, 12, density: 0.6)))
    matrices.append(.blockUniform(random.blockUniform(12, groups: 2)))
    for a in matrices {
      for b in matrices {
        let product = a.elementwiseProduct(b)
        for i in 0..<12 {
          for j in 0..<12 {
            let expected = a.element(i, j) * b.element(i, j)
            #expect(abs(product.element(i, j) - expected) < 1e-15)
          }
        }
      }
    }
  }

  @Test func oneSparseFactorMakesTheProductSparse() {
    let (sparse, block) = (
      StructuredMatrixTests.examples[0], StructuredMatrixTests.examples[1]
    )
    for product in [
      sparse.elementwiseProduct(block), block.elementwiseProduct(sparse),
    ] {
      guard case .sparse = product else {
        Issue.record("the product is not sparse")
        continue
      }
    }
  }
}
