import Coopetition
import LinearAlgebra
import TestSupport
import Testing

/// The sharing game's derivatives through its aggregates against automatic
/// derivatives of the formulas as they stand.
@Suite struct DerivativeTests {
  @Test(arguments: 200..<260 as Range<UInt64>)
  func aggregatesAgreeWithTheFormulas(seed: UInt64) throws {
    let cluster = try RandomCluster().cluster(seed: seed)
    let game = try SharingGame(cluster)
    let reference = SpecificationGame(cluster)
    var random = SplitMix64(seed: seed)
    let levels = cluster.firms.map { random.number(in: 0...$0.cap) }
    agrees(game.payoffs(at: levels), reference.payoffs(at: levels))
    agrees([game.welfare(at: levels)], [reference.welfare(at: levels)])
    agrees(
      game.pseudoGradient(at: levels), reference.pseudoGradient(at: levels))
    agrees(
      game.jacobian(at: levels).elements,
      reference.jacobian(at: levels).elements)
    agrees(
      game.payoffGradients(at: levels).elements,
      reference.payoffGradients(at: levels).elements)
    agrees(welfareGradient(game, levels), welfareGradient(reference, levels))
    agrees(welfareHessian(game, levels), welfareHessian(reference, levels))
  }

  @Test func atTheCornersToo() throws {
    for (seed, level) in [(270, 0.0), (271, 1.0)] as [(UInt64, Double)] {
      let cluster = try RandomCluster().cluster(seed: seed)
      let levels = cluster.firms.map { level * $0.cap }
      let (game, reference) = (
        try SharingGame(cluster), SpecificationGame(cluster)
      )
      agrees(
        game.pseudoGradient(at: levels), reference.pseudoGradient(at: levels))
      agrees(
        game.jacobian(at: levels).elements,
        reference.jacobian(at: levels).elements)
    }
  }

  /// What firms owe for innovations that may fail, others receive.
  @Test(arguments: 280..<300 as Range<UInt64>)
  func royaltiesOfUncertainInnovationsAgreeToo(seed: UInt64) throws {
    let random = RandomCluster(hasCommitment: true, success: 0.3...0.9)
    var cluster = try random.cluster(seed: seed)
    let (game, reference) = (try cluster.game(), SpecificationGame(cluster))
    let levels = cluster.firms.map { 0.6 * $0.cap }
    agrees(game.payoffs(at: levels), reference.payoffs(at: levels))
    agrees(
      game.pseudoGradient(at: levels), reference.pseudoGradient(at: levels))
    cluster.policy.royalty = 0
    agrees(
      [game.welfare(at: levels)], [try cluster.game().welfare(at: levels)])
  }

  private func agrees(
    _ a: [Double], _ b: [Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(relativeDistance(a, b) <= 1e-12, sourceLocation: sourceLocation)
  }

  private func welfareGradient(
    _ game: some Game, _ levels: [Double]
  ) -> [Double] {
    let ones = [Double](repeating: 1, count: game.playerCount)
    var gradient = ones
    game.weightedGradient(ones, at: levels, into: &gradient)
    return gradient
  }

  private func welfareHessian(
    _ game: some Game, _ levels: [Double]
  ) -> [Double] {
    let ones = [Double](repeating: 1, count: game.playerCount)
    var hessian = Matrix(rows: levels.count, columns: levels.count)
    game.weightedHessian(ones, at: levels, into: &hessian)
    return hessian.elements
  }
}
