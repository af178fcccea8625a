import Games
import Reports

extension ProofCertificate {
  /// What a certificate file calls its format.
  static let format = "coopetition certificate 2"

  /// The certificate as a document; numbers read back to the same double.
  public var json: JSONValue {
    .object([
      ("format", .text(Self.format)),
      ("scenario", .text(scenario)),
      ("digest", .text(digest)),
      ("players", .texts(players)),
      ("complete", .boolean(isComplete)),
      ("equilibria", .list(claims.map(Self.json))),
      ("uniqueness", .texts(uniqueness.map(\.rawValue))),
      ("optimum", optimum.map(Self.json) ?? .null),
      ("directions", .list(tree.directions.map { .numbers($0) })),
      ("tree", .text(tree.text)),
    ])
  }

  private static func json(_ claim: CompletenessCheck.Claim) -> JSONValue {
    .object([
      ("levels", .numbers(claim.levels)),
      ("box", claim.box.json),
      ("stability", .text(claim.stability.rawValue)),
      ("index", .integer(claim.index)),
    ])
  }

  private static func json(_ claim: OptimumCheck.Claim) -> JSONValue {
    .object([
      ("levels", .numbers(claim.levels)),
      ("welfare", .number(claim.welfare)),
      ("bound", .number(claim.bound)),
    ])
  }

  /// Reads a certificate file.
  ///
  /// - Throws: an error when the file cannot be read or is no certificate.
  public init(path: String) throws(ScenarioError) {
    do {
      let bytes = try FileBytes(path: path)
        .readAll(limit: YAMLDocument.mostBytes)
      let document = try YAMLDocument.parse(try SourceText.decode(bytes))
      try self.init(ScenarioValue(node: document, place: nil))
    } catch {
      throw error.inFile(path)
    }
  }

  init(_ document: ScenarioValue) throws(ScenarioError) {
    let keys = [
      "format", "scenario", "digest", "players", "complete", "equilibria",
      "uniqueness", "optimum", "directions", "tree",
    ]
    let values = try document.values(of: keys)
    func value(_ key: String) throws(ScenarioError) -> ScenarioValue {
      guard let value = values[key] else {
        throw ScenarioError(at: key, "is missing; it is no certificate")
      }
      return value
    }
    guard try value("format").text() == Self.format else {
      throw ScenarioError(at: "format", "is not \(Self.format)")
    }
    var players: [String] = []
    for node in try value("players").list() {
      players.append(try ScenarioValue(node: node, place: "players").text())
    }
    var claims: [CompletenessCheck.Claim] = []
    for (k, node) in try value("equilibria").list().enumerated() {
      claims.append(
        try Self.claim(ScenarioValue(node: node, place: "equilibria[\(k)]")))
    }
    var directions: [[Double]] = []
    for (k, node) in try (values["directions"]?.list() ?? []).enumerated() {
      directions.append(
        try ScenarioValue(node: node, place: "directions[\(k)]")
          .numbers(.finite))
    }
    let complete = try value("complete").text("true or false")
    guard complete == "true" || complete == "false" else {
      throw ScenarioError(at: "complete", "\(complete) is not true or false")
    }
    self.init(
      scenario: try value("scenario").text(),
      digest: try value("digest").text(), players: players, claims: claims,
      isComplete: complete == "true",
      uniqueness: try Self.theorems(try value("uniqueness")),
      optimum: try Self.optimum(try value("optimum")),
      tree: try SearchTree(
        text: try value("tree").text(), directions: directions))
  }

  private static func theorems(
    _ value: ScenarioValue
  ) throws(ScenarioError) -> [UniquenessTheorem] {
    var theorems: [UniquenessTheorem] = []
    for node in try value.list() {
      let name = ScenarioValue(node: node, place: value.place)
      guard let theorem = UniquenessTheorem(rawValue: try name.text()) else {
        throw name.mismatch("the name of a theorem")
      }
      theorems.append(theorem)
    }
    return theorems
  }

  private static func optimum(
    _ value: ScenarioValue
  ) throws(ScenarioError) -> OptimumCheck.Claim? {
    if value.node.isNull { return nil }
    let keys = ["levels", "welfare", "bound"]
    let values = try value.values(of: keys)
    guard let levels = values["levels"], let welfare = values["welfare"],
      let bound = values["bound"]
    else {
      throw ScenarioError(
        at: value.place, "lacks one of \(keys.joined(separator: ", "))")
    }
    return .init(
      levels: try levels.numbers(.finite), welfare: try welfare.number(.finite),
      bound: try bound.number(.finite))
  }

  private static func box(
    _ value: ScenarioValue
  ) throws(ScenarioError) -> Box {
    var box: Box = []
    for node in try value.list() {
      let bounds = try ScenarioValue(node: node, place: value.place)
        .numbers(.finite, count: 2)
      guard bounds[0] <= bounds[1] else {
        throw value.mismatch("a list of intervals, [lower, upper]")
      }
      box.append(Interval(lower: bounds[0], upper: bounds[1]))
    }
    return box
  }

  private static func claim(
    _ value: ScenarioValue
  ) throws(ScenarioError) -> CompletenessCheck.Claim {
    let keys = ["levels", "box", "stability", "index"]
    let values = try value.values(of: keys)
    guard let levels = values["levels"], let box = values["box"],
      let stability = values["stability"], let index = values["index"]
    else {
      throw ScenarioError(
        at: value.place, "lacks one of \(keys.joined(separator: ", "))")
    }
    guard let known = Stability(rawValue: try stability.text()) else {
      throw stability.mismatch("stable, unstable or undecided")
    }
    let sign = try index.number(.finite)
    guard [-1, 0, 1].contains(sign) else { throw index.mismatch("−1, 0 or 1") }
    return .init(
      levels: try levels.numbers(.finite), box: try Self.box(box),
      stability: known, index: Int(sign))
  }
}

extension SearchTree {
  /// The nodes in order: a dot for a leaf, `variable:point,point` for a cut,
  /// `wdirection:point,point` for a slice.
  var text: String {
    nodes.map { node in
      switch node {
      case .leaf: "."
      case .cut(let variable, let points):
        "\(variable):" + points.map { "\($0)" }.joined(separator: ",")
      case .slice(let direction, let points):
        "w\(direction):" + points.map { "\($0)" }.joined(separator: ",")
      }
    }.joined(separator: " ")
  }

  /// Reads a tree.
  ///
  /// - Throws: an error at `tree` when the text is none.
  init(text: String, directions: [[Double]] = []) throws(ScenarioError) {
    var nodes: [Node] = []
    for word in text.split(separator: " ") {
      guard let node = Self.node(word) else {
        throw ScenarioError(
          at: "tree",
          "\(DocumentNode.shortened(String(word))) is neither a leaf nor a cut")
      }
      nodes.append(node)
    }
    self.init(nodes, directions: directions)
  }

  private static func node(_ word: Substring) -> Node? {
    if word == "." { return .leaf }
    let parts = word.split(
      separator: ":", omittingEmptySubsequences: false)
    let isSlice = word.hasPrefix("w")
    guard parts.count == 2, let index = Int(parts[0].dropFirst(isSlice ? 1 : 0))
    else { return nil }
    var points: [Double] = []
    for text in parts[1].split(separator: ",") {
      guard let point = Double(text), point.isFinite else { return nil }
      points.append(point)
    }
    return isSlice
      ? .slice(direction: index, points: points)
      : .cut(variable: index, points: points)
  }
}
