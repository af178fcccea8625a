/// The games of the literature that this library reproduces.
///
/// ```swift
/// let solved = try PublishedGames.named("aj1988").solve(["beta": 0.4])
/// print(solved.answer.values.json)
/// ```
public enum PublishedGames {
  /// Every model, in the order in which they are listed.
  public static let all: [any PublishedGame.Type] = [
    AspremontJacquemin.self, EndogenousDisclosure.self, KamienMullerZang.self,
    ResearchNetworks.self, KeyPlayer.self,
    TargetingInterventions.self, InformationSharing.self,
    SecurityAlliance.self, SecuritySharing.self, PublicGoods.self,
    LeakageSynergy.self, LeaderFollower.self, RepeatedSharing.self,
    RepeatedCournot.self, WithholdingDilemma.self, ShareOrWithhold.self,
    SpatialDilemma.self,
    SharedFacility.self, Consortium.self, WeightedMajority.self,
    KnowledgeStock.self, LeakingStocks.self, ClusterScore.self,
    BassDiffusion.self, Epidemic.self, ThresholdCascade.self,
    SharingLattice.self, Connections.self, Coauthors.self,
    Collaboration.self, ObserverNetworks.self,
  ]

  /// The model of a name.
  ///
  /// - Throws: ``ArgumentError`` for an unknown name, with the nearest one.
  public static func named(
    _ name: String
  ) throws(ArgumentError) -> any PublishedGame.Type {
    guard let model = all.first(where: { $0.name == name }) else {
      throw .unknown("model", name, among: all.map { $0.name })
    }
    return model
  }
}
