import LinearAlgebra
import Synchronization

/// The course of a ``Diffusion`` over many runs, each number with its standard
/// error.
///
/// An innovation that is never dropped and hindered by none is run by
/// shortest paths, others event by event. Every run has random numbers of its
/// own that do not depend on the rates: two diffusions that differ in their
/// rates, or in the weights of links, can be compared run by run.
public struct DiffusionSimulation: Sendable {
  /// How many runs.
  public var runs: Int
  /// The seed of the random numbers.
  public var seed: UInt64
  /// Is asked before each block of runs whether to go on, with the runs done.
  public var monitor: Monitor

  /// How many blocks the runs are dealt into; they run side by side.
  private static let blocks = 32

  /// A simulation.
  ///
  /// - Precondition: There is a run.
  public init(
    runs: Int = 1_000, seed: UInt64 = 1, monitor: Monitor = .unattended
  ) {
    precondition(runs > 0, "there is a run")
    self.runs = runs
    self.seed = seed
    self.monitor = monitor
  }

  /// The expected courses, with what varies from run to run.
  ///
  /// - Parameters:
  ///   - diffusion: What spreads.
  ///   - values: What a use is worth to each node, per period.
  /// - Returns: Means and standard errors over the runs.
  /// - Complexity: O(links log nodes) a run.
  package func courses(
    of diffusion: Diffusion, values: [Double]
  ) -> Outcome {
    let sampler = Sampler(diffusion, values: values, seed: seed)
    let blocks = min(Self.blocks, runs)
    let done = Atomic(0)
    let sums = Parallel.map(blocks) { block in
      let range = (block * runs / blocks)..<((block + 1) * runs / blocks)
      var own = RunSums(diffusion)
      let already = done.load(ordering: .relaxed)
      if monitor.continues("runs", done: already, of: runs) {
        for run in range { own.add(sampler.run(run)) }
        done.add(range.count, ordering: .relaxed)
      }
      return own
    }
    var total = RunSums(diffusion)
    for block in sums { total.add(block) }
    return total.outcome(of: diffusion)
  }

  /// The times of adoption in one run, innovation by innovation; infinite for
  /// never.
  public func adoptionTimes(
    of diffusion: Diffusion, run: Int
  ) -> [[Double]] {
    Sampler(diffusion, values: [], seed: seed).times(run).adopted
  }

  /// What many runs say.
  package struct Outcome: Sendable {
    /// How many runs it was.
    package var runs: Int
    /// The mean course of each innovation.
    package var courses: [AdoptionCourse]
    /// The mean gain of each innovation.
    package var gains: [Double]
    /// The standard errors of the same numbers.
    package var errors: [AdoptionErrors]
    /// Final share, area and gain in each run of each innovation, in the
    /// order of the runs.
    package var samples: [[[Double]]]
  }
}

/// Standard errors of the numbers of a course.
package struct AdoptionErrors: Sendable {
  /// Of the share at each time.
  package var share: [Double]
  /// Of the reach of each node.
  package var reach: [Double]
  /// Of the delay of each node.
  package var delay: [Double]
  /// Of the expected times; nil where there is none.
  package var expectedTimes: [Double?]
  /// Of the share at the horizon.
  package var final: Double
  /// Of the area.
  package var area: Double
  /// Of the gain.
  package var gain: Double
}
