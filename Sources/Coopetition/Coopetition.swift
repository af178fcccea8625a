@_exported import Equilibria
@_exported import Reports

/// Facts about this package.
public enum CoopetitionPackage {
  /// The version, as `coopetition --version` and `solver.version` tell it.
  public static let version = "0.2.0"
}
