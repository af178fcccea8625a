import Equilibria

/// How innovations spread over a cluster.
public struct Spread: Sendable {
  /// The cluster.
  public let cluster: Cluster
  /// What was asked.
  let plan: DiffusionSection
  /// The sharing levels at which knowledge flows.
  public let levels: [Double]
  /// The answer.
  public let answer: Answer
  /// The same at other sharing levels.
  public var compared: [Column] = []
  /// What a small change of a number does.
  public var effect: Effect?

  /// What was found.
  public enum Answer: Sendable {
    /// Adoption by thresholds.
    case threshold(ThresholdAdoption)
    /// Adoption by chance.
    case course(Course, seed: UInt64)
  }

  /// The course of every innovation.
  public struct Course: Sendable {
    /// The expected course of each innovation.
    public var innovations: [AdoptionCourse]
    /// What the uses of each innovation are worth.
    public var gains: [Double]
    /// The mean field at the same times; nil if it would take too long.
    package var meanField: DiffusionMeanField.Course?
    /// The runs, if it was simulated.
    package var sample: DiffusionSimulation.Outcome?
  }

  /// The course after a small change of a number of the scenario.
  public struct Effect: Sendable {
    /// The number.
    public var key: String
    /// Its value.
    public var value: Double
    /// How much it was changed.
    public var change: Double
    /// The course with the changed number.
    public var course: Course
  }

  /// The course at another sharing.
  public struct Column: Sendable {
    /// Which sharing.
    public var choice: SharingChoice
    /// Its levels.
    public var levels: [Double]
    /// The course.
    public var course: Course
  }
}
