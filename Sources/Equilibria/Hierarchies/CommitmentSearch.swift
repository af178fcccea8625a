import Games
import HeapModule
import LinearAlgebra

/// Finds the best commitment, with a bound on what any could earn.
///
/// Boxes of parameters are bounded, the most promising first. For the worst
/// equilibrium *any* branch that is proven to exist over the whole box bounds
/// what the committer earns there (`BranchProof`); a box in which such a
/// branch violates a constraint is infeasible. For the best equilibrium the
/// equilibria over a box are covered (`CorrespondenceCover`). Values are
/// judged at points, by complete searches.
///
/// Beyond ``boundedParameters`` parameters boxes are of no use, and what is
/// returned is the end of local searches from several starts.
public struct CommitmentSearch: Sendable {
  /// The gap between value and bound at which the search ends, relative to
  /// ``size``.
  public var gap: Double
  /// What ``gap`` is relative to, in the unit of the objective: nil for the
  /// value, which is the number that is read, and at least a thousandth of what
  /// lies between the equilibria of today and of the commitment found, where the
  /// value is next to nothing.
  public var size: Double?
  /// How many boxes of parameters may be examined.
  public var boxLimit: Int
  /// The search for the equilibria of one game.
  public var equilibria: BranchAndPrune
  /// A bound on the value that is known beforehand.
  public var knownBound: Double
  /// Is asked before each box whether to go on; what is known so far is
  /// returned when it says no.
  public var monitor: Monitor

  /// Commitments of more parameters are not bounded by boxes.
  public static let boundedParameters = 3

  /// A search with its limits.
  public init(
    gap: Double = 1e-3, size: Double? = nil, boxLimit: Int = 20_000,
    equilibria: BranchAndPrune = BranchAndPrune(),
    knownBound: Double = .infinity,
    monitor: Monitor = .unattended
  ) {
    self.gap = gap
    self.size = size
    self.boxLimit = boxLimit
    self.equilibria = equilibria
    self.knownBound = knownBound
    self.monitor = monitor
  }

  /// The share of a value that rounding may take or add.
  private static let rounding = 1e-12

  /// Whether a value exceeds what is known by more than rounding; any exceeds
  /// nothing.
  package static func exceeds(_ value: Double, _ known: Double?) -> Bool {
    guard let known else { return true }
    return value > known + rounding * abs(known)
  }

  /// The best commitment found, with its bound.
  ///
  /// - Parameters:
  ///   - commitment: The commitment.
  ///   - known: Profiles of the graph, levels and parameters, that are tried
  ///     where they promise more than what is found without them.
  /// - Returns: What was found.
  package func solve(
    _ commitment: Commitment, from known: [[Double]] = []
  ) -> CommitmentSolution {
    var search = Search(self, commitment)
    return search.run(from: known)
  }
}

/// How far a search for a commitment is.
package struct CommitmentProgress: Sendable {
  /// Boxes of parameters that were examined.
  package var boxes: Int
  /// Games whose equilibria were searched for.
  package var games: Int
  /// What the best commitment known earns; nil if none is feasible yet.
  package var value: Double?
  /// What none can exceed.
  package var bound: Double
}

/// The best commitment found.
package struct CommitmentSolution: Sendable {
  /// What follows it; nil if no feasible one was found.
  package var best: JudgedCommitment?
  /// What follows the parameters as they are.
  package var today: JudgedCommitment
  /// No commitment earns more; infinite if nothing is known.
  package var bound: Double
  /// Whether the value is earned at the parameters printed; otherwise there is
  /// none, or it is a limit next to them, where equilibria appear or vanish.
  package var isAttained: Bool
  /// Whether it is proven that no commitment earns more than the value and the
  /// gap.
  package var isProven: Bool
  /// Whether it is proven that no commitment satisfies the constraints.
  package var isInfeasible: Bool
  /// Why the search stopped.
  package var termination: Termination
  /// How much work it was.
  package var progress: CommitmentProgress

  /// What the committer earns.
  package var value: Double? { best?.value }
  /// What the value may lack at most.
  package var gap: Double? { value.map { max(0, bound - $0) } }
}

extension CommitmentSearch {
  /// The state of one search.
  struct Search {
    let parameters: CommitmentSearch
    let commitment: Commitment
    var incumbent: JudgedCommitment?
    var isAttained = true
    var open = Heap<Node>()
    var work: CommitmentProgress
    /// The greatest bound of boxes that are no longer open: given up, or
    /// closed since they could gain less than the gap.
    var leftBound = -Double.infinity
    /// Whether a box was given up.
    var gaveUp = false
    var created = 0
    /// Equilibria found at points before, to start from.
    var pool: EquilibriumPool
    /// The objectives in the equilibria of today.
    private var objectivesToday: [Double] = []

    /// The share of a parameter's range below which a box is not halved.
    static let leastWidth = 1e-7
    /// The share of the span of the objectives that is read at least.
    private static let leastShare = 1e-3
    /// The least number that the gap is relative to.
    private static let leastSize = 1e-12

    init(_ parameters: CommitmentSearch, _ commitment: Commitment) {
      self.parameters = parameters
      self.commitment = commitment
      pool = EquilibriumPool(commitment)
      work = CommitmentProgress(
        boxes: 0, games: 0, value: nil, bound: parameters.knownBound)
    }

    mutating func run(from known: [[Double]]) -> CommitmentSolution {
      let today = judge(commitment.today)
      objectivesToday = today.equilibria.map(\.objective)
      let isInside = zip(commitment.today, commitment.family.ranges)
        .allSatisfy { $1.contains($0) }
      if isInside { offer(today) }
      for start in starts { offer(judge(start)) }
      let isBounded =
        commitment.family.parameterCount
        <= CommitmentSearch.boundedParameters
      polish()
      if improves(by: known) { polish() }
      var termination = Termination.iterationLimit
      if isBounded {
        termination =
          commitment.selection == .worst ? boundBranches() : boundCover()
        polish()
      }
      let bound = min(
        parameters.knownBound,
        isBounded ? max(openBound, leftBound) : .infinity)
      return conclude(today, bound, termination)
    }

    /// The gap in the unit of the objective.
    var tolerance: Double { parameters.gap * (parameters.size ?? sizeRead) }

    /// The size of the number that is read; see ``CommitmentSearch/size``.
    var sizeRead: Double {
      let found = incumbent?.equilibria.map(\.objective) ?? []
      let read = (objectivesToday + found).filter(\.isFinite)
      let span = (read.max() ?? 0) - (read.min() ?? 0)
      let least = max(Self.leastSize, Self.leastShare * span)
      return max(least, abs(incumbent?.value ?? 0))
    }

    /// The greatest bound of the open boxes, no less than the value.
    private var openBound: Double {
      max(open.max?.bound ?? -.infinity, incumbent?.value ?? -.infinity)
    }

    private func conclude(
      _ today: JudgedCommitment, _ bound: Double, _ termination: Termination
    ) -> CommitmentSolution {
      let value = incumbent?.value
      let isClosed = value.map { bound - $0 <= tolerance } ?? false
      let isSound =
        incumbent.map {
          $0.isComplete || commitment.selection == .best
        } ?? false
      let isEmpty = open.isEmpty && !gaveUp
      return CommitmentSolution(
        best: incumbent, today: today, bound: max(bound, value ?? bound),
        isAttained: isAttained && incumbent != nil,
        isProven: isClosed && isSound,
        isInfeasible: incumbent == nil && termination == .converged && isEmpty,
        termination: termination, progress: work)
    }

    /// Where judging starts: the middle of all ranges and their corners, of
    /// which there are few.
    private var starts: [[Double]] {
      let ranges = commitment.family.ranges
      let middle = ranges.map { ($0.lowerBound + $0.upperBound) / 2 }
      guard ranges.count <= CommitmentSearch.boundedParameters else {
        return [middle, ranges.map(\.lowerBound), ranges.map(\.upperBound)]
      }
      let corners = (0..<(1 << ranges.count)).map { k in
        ranges.enumerated().map { p, range in
          k >> p & 1 == 0 ? range.lowerBound : range.upperBound
        }
      }
      return [middle] + corners
    }

    /// Judges profiles of the graph that promise more than what is known.
    ///
    /// - Parameter known: The profiles.
    /// - Returns: Whether one of them is better.
    private mutating func improves(by known: [[Double]]) -> Bool {
      let before = incumbent?.value
      for profile in known where !Cancellation.isRequested {
        let levels = Array(profile.prefix(commitment.family.dimension))
        let point = Array(profile.dropFirst(levels.count))
        guard let here = pool.local(at: point, from: [levels]),
          here.violation <= 0,
          CommitmentSearch.exceeds(here.value, incumbent?.value)
        else { continue }
        offer(judge(point, from: [levels]))
      }
      return incumbent?.value != before
    }

    /// Judges a commitment by a complete search, from profiles known besides.
    mutating func judge(
      _ point: [Double], from near: [[Double]] = []
    ) -> JudgedCommitment {
      work.games += 1
      let judged = commitment.judged(
        at: point, by: parameters.equilibria, from: near + pool.starts)
      pool.add(judged)
      return judged
    }

    /// Takes a commitment if it is better than the one known.
    mutating func offer(_ judged: JudgedCommitment, isAttained: Bool = true) {
      guard let value = judged.value,
        judged.isComplete || commitment.selection == .best
      else { return }
      if let known = incumbent?.value {
        guard value > known || value == known && isNearer(judged) else {
          return
        }
      }
      incumbent = judged
      self.isAttained = isAttained
      work.value = value
    }

    /// Whether a commitment is nearer to today's than the one known.
    private func isNearer(_ judged: JudgedCommitment) -> Bool {
      guard let incumbent else { return true }
      return distance(judged.parameters) < distance(incumbent.parameters)
    }

    private func distance(_ point: [Double]) -> Double {
      point.indices.reduce(0) { sum, p in
        let range = commitment.family.ranges[p]
        let width = range.upperBound - range.lowerBound
        guard width > 0 else { return sum }
        return sum + abs(point[p] - commitment.today[p]) / width
      }
    }
  }

  /// An open box of parameters, and of levels where these are covered.
  struct Node: Comparable {
    let box: Box
    let bound: Double
    /// Equilibria at the centre of the box around it.
    let levels: [[Double]]
    let order: Int

    static func < (a: Node, b: Node) -> Bool {
      (a.bound, -a.order) < (b.bound, -b.order)
    }

    static func == (a: Node, b: Node) -> Bool { a.order == b.order }
  }
}
