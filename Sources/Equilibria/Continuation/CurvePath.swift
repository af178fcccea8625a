import Games

/// A point of a curve that is recorded.
struct CurveNode {
  var point: [Double]
  var stability: Stability
  var event: BranchEvent?
  /// Whether the parameter turns here.
  var isTurn = false
  /// Whether the curve ends here, other than at an end of the range.
  var isEnd = false
  /// The position of the parameter among the stops.
  var stop: Int?

  init(
    point: [Double], stability: Stability, event: BranchEvent?,
    isTurn: Bool = false, isEnd: Bool = false
  ) {
    self.point = point
    self.stability = stability
    self.event = event
    self.isTurn = isTurn
    self.isEnd = isEnd
  }

  init(_ position: CurveFollower.Position, stop: Int?) {
    point = position.point
    stability = position.stability
    self.stop = stop
  }
}

/// The recorded points of a curve, in order.
struct CurvePath {
  /// How a curve ended.
  enum Outcome {
    case ended
    /// It came back to where it began.
    case closed
    /// It came to a point that another curve passed before.
    case joined
    case cancelled
  }

  var nodes: [CurveNode] = []
  /// Other ways that lead from corners of the curve.
  var branchings: [CurveFollower.Position] = []
  var outcome = Outcome.ended
}
