/// Reads the section `alliances` of a scenario.
struct AllianceReader {
  /// The names of the players, and what they are called.
  let names: [String]
  let noun: String
  /// Whether the players are firms of a cluster.
  let isCluster: Bool

  private static let termKeys = [
    "decides", "access", "complementarity", "rivalry", "leakage", "cost",
    "duty", "overhead.fixed", "overhead.member", "pooling", "guarantee",
  ]
  private static let keys =
    [
      "kind", "partners", "candidates", "structure", "others", "select",
      "division", "unions",
    ] + termKeys.map { "terms.\($0)" }
  /// What a game of formulas knows.
  private static let formulaTerms = [
    "terms.decides", "terms.overhead.fixed", "terms.overhead.member",
  ]

  /// The settings that a value gives.
  ///
  /// - Throws: the first thing that is wrong, with its place.
  func settings(
    _ value: ScenarioValue
  ) throws(ScenarioError) -> AllianceSettings {
    let values = try value.values(of: Self.keys)
    try refuseWhatFormulasLack(values)
    var settings = AllianceSettings(playerCount: names.count)
    if let value = values["kind"] { settings.kind = try word(value) }
    settings.terms = isCluster ? settings.kind.terms : AllianceTerms()
    try readTerms(values, into: &settings.terms)
    if let value = values["partners"] {
      settings.partners = try list(value, of: "partners", partner)
    }
    try readWords(values, into: &settings)
    try readMembers(values, into: &settings)
    return settings
  }

  private func refuseWhatFormulasLack(
    _ values: [String: ScenarioValue]
  ) throws(ScenarioError) {
    guard !isCluster else { return }
    let lacking = values.filter { key, _ in
      key.hasPrefix("terms.") && !Self.formulaTerms.contains(key)
        || key == "kind" || key == "partners"
    }.min { $0.key < $1.key }
    if let value = lacking?.value {
      throw ScenarioError(
        at: value.place,
        "a game of formulas knows decides and overhead only")
    }
  }

  private func readTerms(
    _ values: [String: ScenarioValue], into terms: inout AllianceTerms
  ) throws(ScenarioError) {
    if let value = values["terms.decides"] {
      terms.decidesJointly = try Self.flag(value, "jointly", "separately")
    }
    try read(values["terms.access"], .unit, into: &terms.access)
    try read(
      values["terms.complementarity"], .nonNegative,
      into: &terms.complementarity)
    try read(values["terms.rivalry"], .nonNegative, into: &terms.rivalry)
    try read(values["terms.leakage"], .unit, into: &terms.leakage)
    try read(values["terms.cost"], .nonNegative, into: &terms.cost)
    try read(
      values["terms.overhead.fixed"], .finite, into: &terms.fixedOverhead)
    try read(
      values["terms.overhead.member"], .finite, into: &terms.memberOverhead)
    if let value = values["terms.duty"] { terms.duty = try duty(value) }
    if let value = values["terms.pooling"] {
      terms.isPooling = try Self.flag(value, "true", "false")
    }
    if let value = values["terms.guarantee"] {
      terms.isGuaranteed = try Self.flag(value, "true", "false")
    }
  }

  private func duty(
    _ value: ScenarioValue
  ) throws(ScenarioError) -> AllianceTerms.Duty {
    guard case .list = value.node else {
      return .uniform(try value.number(.unit))
    }
    return .perFirm(try value.numbers(.unit, count: names.count))
  }

  private func partner(
    _ value: ScenarioValue
  ) throws(ScenarioError) -> AlliancePartner {
    let values = try value.values(of: [
      "name", "role", "fee", "grant", "brings.complementarity",
      "brings.rivalry", "brings.leakage", "brings.cost", "brings.access",
      "brings.pooling", "brings.guarantee",
    ])
    guard let name = values["name"] else {
      throw ScenarioError(at: value.place.map { "\($0).name" }, "is missing")
    }
    var partner = AlliancePartner(try name.text())
    partner.role = try values["role"]?.text() ?? ""
    try read(values["fee"], .nonNegative, into: &partner.fee)
    try read(values["grant"], .nonNegative, into: &partner.grant)
    try read(
      values["brings.complementarity"], .nonNegative,
      into: &partner.complementarity)
    try read(values["brings.rivalry"], .nonNegative, into: &partner.rivalry)
    try read(values["brings.leakage"], .unit, into: &partner.leakage)
    try read(values["brings.cost"], .nonNegative, into: &partner.cost)
    try read(values["brings.access"], .unit, into: &partner.access)
    if let value = values["brings.pooling"] {
      partner.isPooling = try Self.flag(value, "true", "false")
    }
    if let value = values["brings.guarantee"] {
      partner.isGuaranteed = try Self.flag(value, "true", "false")
    }
    return partner
  }

  private func readWords(
    _ values: [String: ScenarioValue], into settings: inout AllianceSettings
  ) throws(ScenarioError) {
    if let value = values["others"] { settings.others = try word(value) }
    if let value = values["select"] { settings.selection = try word(value) }
    guard let value = values["division"] else { return }
    settings.division = try word(value)
    let needsFirms: [AllianceSettings.Division] = [.knowledge, .contribution]
    if !isCluster, needsFirms.contains(settings.division) {
      throw ScenarioError(
        at: value.place,
        "\(settings.division.rawValue) is none of own, equal, outside")
    }
  }

  private func readMembers(
    _ values: [String: ScenarioValue], into settings: inout AllianceSettings
  ) throws(ScenarioError) {
    if let value = values["candidates"] {
      settings.candidates = try players(value)
      guard settings.candidates.count >= 2 else {
        throw ScenarioError(
          at: value.place, "two or more players are needed to ally")
      }
    }
    settings.structure =
      settings.candidates.count > 1 ? [settings.candidates] : []
    if let value = values["structure"] {
      settings.structure = try structure(
        sets(value), at: value.place ?? "", among: settings.candidates)
      settings.hasStructure = true
    }
    if let value = values["unions"] {
      settings.unions = try disjoint(
        sets(value), at: value.place ?? "", among: settings.candidates)
      if let place = settings.unions.firstIndex(where: \.isEmpty) {
        throw ScenarioError(
          at: value.place.map { "\($0)[\(place)]" }, "names nobody")
      }
      let joined = Set(settings.unions.joined())
      if let lone = settings.candidates.first(where: { !joined.contains($0) }) {
        throw ScenarioError(at: value.place, "\(names[lone]) is in none")
      }
    }
  }

  /// Disjoint alliances of candidates, each of two or more.
  ///
  /// - Parameters:
  ///   - sets: For each alliance the players that each of its words means.
  ///   - place: Where they are listed.
  ///   - candidates: Who may ally.
  /// - Returns: The alliances, the members of each in order.
  /// - Throws: what is wrong, counted as the words are.
  func structure(
    _ sets: [[[Int]]], at place: String, among candidates: [Int]
  ) throws(ScenarioError) -> [[Int]] {
    let structure = try disjoint(sets, at: place, among: candidates)
    if let short = structure.firstIndex(where: { $0.count < 2 }) {
      throw ScenarioError(
        at: "\(place)[\(short)]", "an alliance has two or more members")
    }
    return structure
  }

  /// Sets of candidates without a common member, in each of which everybody is
  /// named once.
  private func disjoint(
    _ sets: [[[Int]]], at place: String, among candidates: [Int]
  ) throws(ScenarioError) -> [[Int]] {
    var home: [Int: Int] = [:]
    for (k, set) in sets.enumerated() {
      let here = "\(place)[\(k)]"
      let members = try distinct(set, at: here)
      for member in members {
        if let other = home[member] {
          throw ScenarioError(
            at: here, "\(names[member]) is in \(place)[\(other)] already")
        }
        guard candidates.contains(member) else {
          throw ScenarioError(
            at: here, "\(names[member]) is not among the candidates")
        }
      }
      for member in members { home[member] = k }
    }
    return sets.map { $0.joined().sorted() }
  }

  /// The players that some words mean, each once.
  private func distinct(
    _ words: [[Int]], at place: String
  ) throws(ScenarioError) -> [Int] {
    var found: [Int] = []
    for (m, players) in words.enumerated() {
      for player in players {
        guard !found.contains(player) else {
          throw ScenarioError(
            at: "\(place)[\(m)]", "\(names[player]) is named twice")
        }
        found.append(player)
      }
    }
    return found
  }

  /// The players that each name of each list means.
  private func sets(
    _ value: ScenarioValue
  ) throws(ScenarioError) -> [[[Int]]] {
    try list(value, of: "lists of names", named)
  }

  /// Players by their names, each once.
  private func players(
    _ value: ScenarioValue
  ) throws(ScenarioError) -> [Int] {
    try distinct(named(value), at: value.place ?? "")
  }

  /// The player that each name of a list means.
  private func named(_ value: ScenarioValue) throws(ScenarioError) -> [[Int]] {
    try list(value, of: "names") { item throws(ScenarioError) in
      [try player(named: try item.text("a name"), at: item.place)]
    }
  }

  /// A player by its name.
  private func player(
    named name: String, at place: String?
  ) throws(ScenarioError) -> Int {
    if let player = names.firstIndex(of: name) { return player }
    throw .unknown(noun, name, among: names, at: place)
  }

  // MARK: Values

  private func read(
    _ value: ScenarioValue?, _ range: AdmissibleRange,
    into number: inout Double
  ) throws(ScenarioError) {
    if let value { number = try value.number(range) }
  }

  /// One of the words of an enumeration.
  private func word<Word: RawRepresentable & CaseIterable>(
    _ value: ScenarioValue
  ) throws(ScenarioError) -> Word where Word.RawValue == String {
    let text = try value.text("a word")
    guard let word = Word(rawValue: text) else {
      let all = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw ScenarioError(
        at: value.place, "\(DocumentNode.shortened(text)) is none of \(all)")
    }
    return word
  }

  /// Whether a value is the first of two words.
  private static func flag(
    _ value: ScenarioValue, _ yes: String, _ no: String
  ) throws(ScenarioError) -> Bool {
    let text = try value.text("\(yes) or \(no)")
    guard text == yes || text == no else {
      throw ScenarioError(
        at: value.place,
        "\(DocumentNode.shortened(text)) is not \(yes) or \(no)")
    }
    return text == yes
  }

  private func list<Item>(
    _ value: ScenarioValue, of what: String,
    _ read: (ScenarioValue) throws(ScenarioError) -> Item
  ) throws(ScenarioError) -> [Item] {
    var items: [Item] = []
    for (k, node) in try value.list("a list of \(what)").enumerated() {
      items.append(
        try read(
          ScenarioValue(node: node, place: "\(value.place ?? "")[\(k)]")))
    }
    return items
  }
}
