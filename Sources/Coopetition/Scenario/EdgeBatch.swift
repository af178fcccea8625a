import Reports

/// Some edges of a list whose firms are looked up together.
///
/// Looking a firm up mostly waits for memory; lookups that follow each other
/// closely wait together.
struct EdgeBatch {
  /// A firm as an edge names it.
  enum Reference {
    /// A firm whose position is known.
    case position(Int)
    /// A short name.
    case name(FirmKey)
  }

  /// An edge whose weight is a finite number.
  struct Edge {
    let from: Reference
    let to: Reference
    let weight: Double
    let line: Int
  }

  /// The number of edges that are worth a lookup.
  static let size = 256

  private let table: LinkTable
  private var edges: [Edge] = []
  private var firms: [(from: Int?, to: Int?)] = []

  /// An empty batch for a table.
  init(table: LinkTable) {
    self.table = table
    edges.reserveCapacity(Self.size)
    firms.reserveCapacity(Self.size)
  }

  /// Whether it is time to look the firms up.
  var isFull: Bool { edges.count >= Self.size }

  /// Adds an edge.
  mutating func append(_ edge: Edge) { edges.append(edge) }

  /// Looks the firms up, calls a function with each link in order and empties
  /// the batch.
  ///
  /// - Throws: an error with the line for a firm that is not there and a
  ///   weight out of range, and what the function throws.
  mutating func resolve(
    _ body: (LinkTable.Link) throws(ScenarioError) -> Void
  ) throws(ScenarioError) {
    firms.removeAll(keepingCapacity: true)
    for edge in edges {
      firms.append((position(edge.from), position(edge.to)))
    }
    for (edge, firms) in zip(edges, firms) {
      guard let column = firms.from else {
        throw unknownFirm(edge.from, at: "line \(edge.line): from")
      }
      guard let row = firms.to else {
        throw unknownFirm(edge.to, at: "line \(edge.line): to")
      }
      if row != column {
        try table.range.check(edge.weight, at: "line \(edge.line): weight")
      }
      try body(
        LinkTable.Link(
          row: row, column: column, weight: edge.weight, line: edge.line))
    }
    edges.removeAll(keepingCapacity: true)
  }

  private func position(_ reference: Reference) -> Int? {
    switch reference {
    case .position(let position): position
    case .name(let key): table.index.position(of: key)
    }
  }

  private func unknownFirm(
    _ reference: Reference, at place: String
  )
    -> ScenarioError
  {
    guard case .name(let key) = reference else {
      return ScenarioError(at: place, "there is no such firm")
    }
    return table.index.unknownFirm(key.name, at: place)
  }
}

extension FirmIndex {
  /// The error for a name that no firm has, with the nearest one that is.
  func unknownFirm(_ name: String, at place: String) -> ScenarioError {
    let text = DocumentNode.shortened(name)
    guard !name.utf8.allSatisfy(\.isDigit) else {
      return ScenarioError(
        at: place, "there is no firm \(text) among \(count)")
    }
    let near = Array(firms.prefix(Self.mostCompared))
    return .unknownFirm(name, among: near, at: place)
  }

  /// The most firms whose names are compared with an unknown one.
  private static let mostCompared = 10_000
}
