import Equilibria
import Games

extension Equilibrium {
  /// Tells the equilibrium in other variables.
  ///
  /// - Parameters:
  ///   - pointMap: What a point becomes.
  ///   - boxes: What a box becomes: one that holds what its points become.
  mutating func tell(
    levels pointMap: ([Double]) -> [Double], boxes: (Box) -> Box
  ) {
    levels = pointMap(levels)
    switch certificate {
    case .proven(let box, let region):
      certificate = .proven(box: boxes(box), uniqueIn: boxes(region))
    case .component(let box): certificate = .component(box: boxes(box))
    case .absent(let box): certificate = .absent(box: boxes(box))
    case .undecided(let box): certificate = .undecided(box: boxes(box))
    case .numerical: break
    }
  }
}
