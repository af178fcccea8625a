import Games
import Reports

extension ProofCertificate {
  /// What a certificate file calls its format.
  static let format = "coopetition certificate 1"

  /// The certificate as a document; numbers read back to the same double.
  public var json: JSONValue {
    .object([
      ("format", .text(Self.format)),
      ("scenario", .text(scenario)),
      ("players", .texts(players)),
      ("complete", .boolean(isComplete)),
      ("equilibria", .list(claims.map(Self.json))),
      ("tree", .text(tree.text)),
    ])
  }

  private static func json(_ claim: CompletenessCheck.Claim) -> JSONValue {
    .object([
      ("levels", .numbers(claim.levels)),
      ("stability", .text(claim.stability.rawValue)),
      ("index", .integer(claim.index)),
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
      "format", "scenario", "players", "complete", "equilibria", "tree",
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
    let complete = try value("complete").text("true or false")
    guard complete == "true" || complete == "false" else {
      throw ScenarioError(at: "complete", "\(complete) is not true or false")
    }
    self.init(
      scenario: try value("scenario").text(), players: players, claims: claims,
      isComplete: complete == "true",
      tree: try SearchTree(text: try value("tree").text()))
  }

  private static func claim(
    _ value: ScenarioValue
  ) throws(ScenarioError) -> CompletenessCheck.Claim {
    let keys = ["levels", "stability", "index"]
    let values = try value.values(of: keys)
    guard let levels = values["levels"], let stability = values["stability"],
      let index = values["index"]
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
      levels: try levels.numbers(.finite), stability: known, index: Int(sign))
  }
}

extension SearchTree {
  /// The nodes in order: a dot for a leaf, `variable:point,point` for a cut.
  var text: String {
    nodes.map { node in
      switch node {
      case .leaf: "."
      case .cut(let variable, let points):
        "\(variable):" + points.map { "\($0)" }.joined(separator: ",")
      }
    }.joined(separator: " ")
  }

  /// Reads a tree.
  ///
  /// - Throws: an error at `tree` when the text is none.
  init(text: String) throws(ScenarioError) {
    var nodes: [Node] = []
    for word in text.split(separator: " ") {
      guard let node = Self.node(word) else {
        throw ScenarioError(
          at: "tree",
          "\(DocumentNode.shortened(String(word))) is neither a leaf nor a cut")
      }
      nodes.append(node)
    }
    self.init(nodes)
  }

  private static func node(_ word: Substring) -> Node? {
    if word == "." { return .leaf }
    let parts = word.split(
      separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let variable = Int(parts[0]) else { return nil }
    var points: [Double] = []
    for text in parts[1].split(separator: ",") {
      guard let point = Double(text), point.isFinite else { return nil }
      points.append(point)
    }
    return .cut(variable: variable, points: points)
  }
}
