/// How inflow becomes innovation and who else gains from it.
public struct InnovationModel: Sendable, Hashable {
  /// Joint innovation κ ≥ 0: how much disclosing raises what a firm can do
  /// with its inflow (`model.reciprocity`).
  public var reciprocity: Double
  /// The diminishing returns ε ≥ 0 of innovation: 0 linear, 1 logarithm
  /// (`model.curvature`).
  public var curvature: Double
  /// The weight β ≥ 0 of rivals' gains from third parties
  /// (`model.stealing`).
  public var stealing: Double
  /// For whom a firm sets its level apart (`model.sharing`).
  public var sharing: SharingClasses

  /// What firms choose between (`model.choice`).
  public var choice = SharingMode.level
  /// How imprecisely firms choose, in money: η ≥ 0 of logit choice
  /// (`model.noise`).
  public var noise = 0.0

  /// A model with the defaults of a scenario file.
  ///
  /// - Parameters:
  ///   - reciprocity: joint innovation κ ≥ 0
  ///   - curvature: the diminishing returns ε ≥ 0 of innovation
  ///   - stealing: the weight β ≥ 0 of rivals' gains from third parties
  ///   - sharing: for whom a firm sets its level apart
  public init(
    reciprocity: Double = 1, curvature: Double = 1, stealing: Double = 0,
    sharing: SharingClasses = .uniform
  ) {
    self.reciprocity = reciprocity
    self.curvature = curvature
    self.stealing = stealing
    self.sharing = sharing
  }
}
