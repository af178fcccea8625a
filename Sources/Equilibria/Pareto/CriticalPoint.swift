import Games

/// A profile that solves a ``PascolettiSerafini`` problem, at least locally.
struct CriticalPoint {
  var levels: [Double]
  var payoffs: [Double] { didSet { id = nil } }
  /// What each constraint is worth: `Σ λ_i r_i = 1`.
  var multipliers: [Double]
  /// The advance t.
  var advance = -Double.infinity
  /// The projected gradient of `Σ λ_i u_i`, in units of t and widths of the
  /// bounds; infinite where nothing was solved.
  var residual = Double.infinity

  /// Which point of a front it is; nil before it is taken up, and for what it
  /// is moved to.
  var id: Int?

  /// Whether the payoffs are those of the levels; those of the end of a ray in
  /// a gap of the front are not.
  var isReal = true

  /// Whether the point came out of a solver.
  var isSolved: Bool { residual < .infinity }
}
