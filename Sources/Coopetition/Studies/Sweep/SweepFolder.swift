/// The folder that the processes of a sweep share.
///
/// | file | is |
/// |---|---|
/// | `sweep.json` | the plan, written first and never changed |
/// | `part-k-of-n.csv` | rows in the order in which points end, by one writer |
/// | `results.csv` | every row by point, written when none is missing |
/// | `summary.json` | what the rows say together |
///
/// Nothing is locked but the part that a process writes, and the lock goes
/// with the process. So a run is resumed, and shards are put together, by
/// running the same command again.
struct SweepFolder: Sendable {
  /// The path of the folder.
  let path: String
  /// What is swept.
  let sweep: Sweep

  /// The name of the file in which a ``SweepTable`` keeps its numbers, which
  /// is never seen.
  static let values = "values"

  /// The path of a file of the folder.
  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// The names of the parts, in order.
  var partNames: [String] {
    SystemFile.names(in: path).filter {
      $0.hasPrefix("part-") && $0.hasSuffix(".csv")
    }.sorted()
  }

  /// The parts that are there.
  var parts: [SweepPart] {
    partNames.map { SweepPart(path: path($0), sweep: sweep) }
  }

  /// Makes the folder and its plan, or compares the plan that is there; what
  /// killed processes left half written is removed.
  ///
  /// - Throws: an error if the folder cannot be written or belongs to another
  ///   sweep.
  func prepare() throws(ScenarioError) {
    try SystemFile.makeFolder(path)
    let file = path("sweep.json")
    let text = sweep.json.description + "\n"
    for name in ["sweep.json", "results.csv", "summary.json", Self.values] {
      Draft.removeLeftovers(of: path(name))
    }
    if SystemFile.exists(file) { return try compare(file, with: text) }
    let draft = try Draft(of: file)
    try draft.append(Array(text.utf8))
    if try !draft.claim() { try compare(file, with: text) }
  }

  /// Compares the plan that is there, if any.
  ///
  /// - Throws: an error if it is that of another sweep.
  func checkPlan() throws(ScenarioError) {
    let file = path("sweep.json")
    guard SystemFile.exists(file) else { return }
    try compare(file, with: sweep.json.description + "\n")
  }

  private func compare(
    _ file: String, with text: String
  ) throws(ScenarioError) {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes(path: file).readAll(limit: YAMLDocument.mostBytes)
    } catch {
      throw error.inFile(file)
    }
    let theirs = String(decoding: bytes, as: UTF8.self)
    guard theirs != text else { return }
    let difference = try Self.difference(theirs, text)
    throw ScenarioError(
      file: file,
      "belongs to another sweep\(difference); choose another --out")
  }

  /// The first value in which two plans differ: ` (seed 1, here 2)`.
  private static func difference(
    _ theirs: String, _ ours: String
  ) throws(ScenarioError) -> String {
    guard let there = try? YAMLDocument.parse(theirs) else { return "" }
    let here = try YAMLDocument.parse(ours)
    return difference(there, here, name: "plan")
  }

  private static func difference(
    _ theirs: DocumentNode, _ ours: DocumentNode, name: String
  ) -> String {
    if case .mapping(let entries) = ours {
      for entry in entries {
        guard let other = theirs[entry.key] else { continue }
        guard other != entry.value else { continue }
        return difference(other, entry.value, name: entry.key)
      }
    }
    guard case .scalar(let there, _) = theirs,
      case .scalar(let here, _) = ours
    else { return " (other \(name))" }
    return " (\(name) \(there), here \(here))"
  }
}
