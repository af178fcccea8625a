import LinearAlgebra

/// Who exchanges with whom in a cluster, and which level each disclosure has.
///
/// Partners are firms of whom one can use what the other knows. The partners
/// of firm i lie at places `starts[i]..<starts[i + 1]`, rising; a place stands
/// for what i discloses to that partner. A firm has a level for each class of
/// its partners, or one for the cluster at large if it has none.
struct DirectedLinks: Sendable {
  /// Where each firm's places start, and last where they end.
  private(set) var starts = [0]
  /// The partner at each place.
  private(set) var partners: [Int] = []
  /// The place of the disclosure in the other direction.
  private(set) var opposites: [Int] = []
  /// What the firm can use of the partner per unit of the partner's level.
  private(set) var uses: [Double] = []
  /// What the partner can use of the firm per unit of the firm's level.
  private(set) var gives: [Double] = []
  /// How much of the partner's gain is the firm's loss.
  private(set) var rivalries: [Double] = []
  /// The variable of each place.
  private(set) var variables: [Int] = []
  /// The variable of the disclosure in the other direction at each place.
  private(set) var sources: [Int] = []
  /// Where each firm's variables start, and last where they end.
  private(set) var variableStarts = [0]
  /// The share of the firm's partners in the class of each variable.
  private(set) var weights: [Double] = []
  /// The class of each variable: the partner, the place of the tier, or −1 for
  /// the cluster at large.
  private(set) var classes: [Int] = []

  /// The links of a cluster.
  ///
  /// - Complexity: O(links · log links a firm).
  init(_ data: SharingData) {
    let flows = data.flows.stored
    let ties = flows + flows.transposed()
    let firms = data.cluster.firms
    for i in firms.indices {
      for (j, weight) in ties[row: i] where weight > 0 {
        partners.append(j)
        uses.append(flows.element(i, j))
        gives.append(flows.element(j, i))
        rivalries.append(data.rivalry.element(i, j))
      }
      starts.append(partners.count)
      addVariables(of: i, data.cluster)
    }
    var next = starts
    opposites = partners.map { partner in
      defer { next[partner] += 1 }
      return next[partner]
    }
    sources = opposites.map { variables[$0] }
  }

  /// Gives each class of a firm's partners a variable.
  private mutating func addVariables(of firm: Int, _ cluster: Cluster) {
    let places = starts[firm]..<starts[firm + 1]
    let kinds = places.map { place in
      cluster.model.sharing == .firms
        ? partners[place] : cluster.firms[partners[place]].tier?.index ?? 0
    }
    let present = places.isEmpty ? [-1] : Array(Set(kinds)).sorted()
    let first = classes.count
    classes += present
    weights += present.map { kind in
      let members = kinds.count { $0 == kind }
      return places.isEmpty ? 1 : Double(members) / Double(places.count)
    }
    variables += kinds.map { kind in
      first + (present.firstIndex(of: kind) ?? 0)
    }
    variableStarts.append(classes.count)
  }

  /// The number of firms.
  var firmCount: Int { starts.count - 1 }

  /// The places of a firm's disclosures.
  func places(of firm: Int) -> Range<Int> { starts[firm]..<starts[firm + 1] }

  /// The variables of a firm.
  func variables(of firm: Int) -> Range<Int> {
    variableStarts[firm]..<variableStarts[firm + 1]
  }

  /// The share of each partner, 1 over their number.
  func share(of firm: Int) -> Double { 1 / Double(places(of: firm).count) }

  /// The level of each disclosure.
  func disclosures(at levels: [Double]) -> [Double] {
    variables.map { levels[$0] }
  }

  /// The mean level of each firm over its partners.
  func meanLevels(at levels: [Double]) -> [Double] {
    (0..<firmCount).map { firm in
      variables(of: firm).reduce(0) { $0 + weights[$1] * levels[$1] }
    }
  }
}
