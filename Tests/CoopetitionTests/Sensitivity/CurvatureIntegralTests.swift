import Scalars
import Testing

@testable import Coopetition

/// Diminishing returns where they have closed forms: at the curvatures 0, 1, 2.
@Suite struct CurvatureIntegralTests {
  @Test(arguments: [1e-6, 0.1, 0.5, 1, 3])
  func closedForms(z: Double) {
    let values = [z, .log(onePlus: z), z / (1 + z)]
    let slopes = [
      0, (z / (1 + z) - .log(onePlus: z)) / (z * z), -1 / ((1 + z) * (1 + z)),
    ]
    for (place, curvature) in [0.0, 1, 2].enumerated() {
      let value = CurvatureIntegral.value(z, curvature: curvature)
      let mean = CurvatureIntegral.mean(z, curvature: curvature)
      let slope = CurvatureIntegral.meanSlope(z, curvature: curvature)
      #expect(abs(value - values[place]) < 1e-13)
      #expect(abs(mean - values[place] / z) < 1e-13)
      // The closed form at 1 cancels where z is small.
      guard curvature != 1 || z >= 0.1 else { continue }
      #expect(abs(slope - slopes[place]) < 1e-13)
    }
  }
}
