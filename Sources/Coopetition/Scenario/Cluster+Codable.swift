import Reports

/// A cluster is coded as the scenario file that describes it, so that the
/// JSON of a `JSONEncoder` is a scenario for the command too.
extension Cluster: Codable {
  /// Writes ``document``.
  public func encode(to encoder: any Encoder) throws {
    try document.encode(to: encoder)
  }

  /// Reads what a scenario file may hold, except for the names of files.
  ///
  /// - Throws: `DecodingError.dataCorrupted` that says what is wrong and where,
  ///   with the `ScenarioError` beneath it.
  public init(from decoder: any Decoder) throws {
    try self.init(JSONValue(from: decoder), from: decoder)
  }

  fileprivate init(_ document: JSONValue, from decoder: any Decoder) throws {
    do {
      self = try ScenarioFile(
        text: document.description, named: "cluster", reach: .nowhere
      ).cluster()
    } catch {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: error.description,
          underlyingError: error))
    }
  }
}

/// A firm is coded as an entry of a scenario file.
extension Firm: Codable {
  /// Writes the keys of the firm.
  public func encode(to encoder: any Encoder) throws {
    try document.encode(to: encoder)
  }

  /// Reads the keys of a firm; those that are missing have their defaults.
  ///
  /// - Throws: `DecodingError.dataCorrupted` that says what is wrong.
  public init(from decoder: any Decoder) throws {
    let firm = try JSONValue(from: decoder)
    let alone = JSONValue.object([("firms", .list([firm]))])
    self = try Cluster(alone, from: decoder).firms[0]
  }
}
