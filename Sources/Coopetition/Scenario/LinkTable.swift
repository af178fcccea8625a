import LinearAlgebra

/// A file of links, read as a stream into a sparse matrix.
struct LinkTable {
  let path: String
  /// The file as the scenario names it; errors start with it.
  let name: String
  let index: FirmIndex
  /// The range of every weight off the diagonal.
  let range: AdmissibleRange
  /// How many links the file has; nil if that is not said.
  var count: Double?
  /// Whether the row of a line `from,to` is `from`, as of what is paid for
  /// disclosing, and not `to`, whom a link matters to.
  var rowsDisclose = false

  /// A link as a file gives it.
  struct Link {
    /// The firm that the link matters to.
    let row: Int
    /// The firm that it comes from.
    let column: Int
    /// The weight, in range.
    let weight: Double
    /// The line of the file.
    let line: Int

    /// The link with row and column exchanged.
    var transposed: Link {
      Link(row: column, column: row, weight: weight, line: line)
    }
  }

  /// The links, without a diagonal and without zeros, and the columns that were
  /// ignored, as notes for the user.
  ///
  /// - Throws: an error with file and line.
  /// - Complexity: O(bytes) time, and 16 bytes a link while reading.
  func links() throws(ScenarioError) -> (links: Links, notes: [String]) {
    do throws(ScenarioError) {
      guard try FileBytes(path: path).isPlain else {
        throw ScenarioError("is not a plain file; save it as one first")
      }
      let source = try self.source()
      return (
        .network(try matrix(source)),
        source.ignored.map { "\(name): column \($0) is ignored" }
      )
    } catch {
      throw error.inFile(name)
    }
  }

  /// The reader of the file's form: Matrix Market by its extension or its
  /// banner, a matrix when the first field is a number in any spelling or the
  /// header names all firms, else an edge list.
  private func source() throws(ScenarioError) -> any LinkSource {
    var lines = try LineReader(path: path)
    guard try lines.advance() else { throw ScenarioError("is empty") }
    let hasBanner = lines.line.starts(with: MatrixMarketFile.banner.utf8)
    if hasBanner || path.hasSuffix(".mtx") {
      return MatrixMarketFile(table: self)
    }
    var records = try CSVReader(path: path)
    guard try records.advance() else { throw ScenarioError("is empty") }
    if let named = NamedMatrixFile(table: self, header: records) {
      return named
    }
    try records.checkSeparators()
    return NumberCell.isNumber(records[0])
      ? MatrixFile(table: self)
      : try EdgeListFile(table: self, header: records)
  }

  private func matrix(
    _ source: any LinkSource
  ) throws(ScenarioError)
    -> SparseMatrix
  {
    var triplets = TripletList()
    let found = try collect(source, into: &triplets)
    if let count, Double(found) != count {
      throw ScenarioError(
        "has \(NumberText.counted(found, "link")), not "
          + "\(count.shortDescription); is it cut off?")
    }
    let n = index.count
    do {
      return try SparseMatrix(
        rows: n, columns: n, reordering: &triplets)
    } catch .duplicateElement(let row, let column) {
      throw try duplicate(row, column, source)
    } catch {
      throw ScenarioError("\(error)")
    }
  }

  /// Fills a list with the links of all parts, which are read side by side, and
  /// returns how many there are with those that are left out.
  private func collect(
    _ source: any LinkSource, into triplets: inout TripletList
  ) throws(ScenarioError) -> Int {
    let parts = try source.parts()
    var lists = Parallel.map(parts.count) { k in
      Result { () throws(ScenarioError) in try links(source, in: parts[k]) }
    }
    var found = 0
    for k in lists.indices {
      let list = try lists[k].get()
      lists[k] = .success((TripletList(), 0))
      found += list.found
      if k == 0 {
        triplets = list.triplets
        if parts.count > 1 {
          triplets.reserveCapacity(parts.reduce(0) { $0 + $1.lines })
        }
      } else {
        triplets.append(contentsOf: list.triplets)
      }
    }
    return found
  }

  /// The links of a part that are neither zero nor of a firm to itself, and how
  /// many there are with those.
  private func links(
    _ source: any LinkSource, in part: FilePart
  ) throws(ScenarioError) -> (triplets: TripletList, found: Int) {
    var triplets = TripletList()
    triplets.reserveCapacity(try source.mostLinks(in: part))
    var found = 0
    try source.forEachLink(in: part) { link in
      found += 1
      guard link.weight != 0, link.row != link.column else { return }
      triplets.append(row: link.row, column: link.column, value: link.weight)
    }
    return (triplets, found)
  }

  /// The error for a link that is there twice, with the line of the second.
  private func duplicate(
    _ row: Int, _ column: Int, _ source: any LinkSource
  ) throws(ScenarioError) -> ScenarioError {
    var lines: [Int] = []
    try source.forEachLink(in: .whole) { link in
      if link.row == row, link.column == column { lines.append(link.line) }
    }
    let (provider, receiver) = (index.firms[column].name, index.firms[row].name)
    return ScenarioError(
      at: "line \(lines.dropFirst().first ?? 0)",
      "the link from \(provider) to \(receiver) is on line "
        + "\(lines.first ?? 0) too")
  }
}

/// A form in which a file gives links.
protocol LinkSource: Sendable {
  /// The names of columns that are the user's own.
  var ignored: [String] { get }

  /// The parts of the file that can be read side by side, in order.
  func parts() throws(ScenarioError) -> [FilePart]

  /// At most how many links a part gives, to make room for them.
  func mostLinks(in part: FilePart) throws(ScenarioError) -> Int

  /// Calls a function with each link of a part, in the order of the file.
  ///
  /// - Throws: an error with the line for what is no link, and what the
  ///   function throws.
  /// - Complexity: O(bytes).
  func forEachLink(
    in part: FilePart,
    _ body: (LinkTable.Link) throws(ScenarioError) -> Void)
    throws(ScenarioError)
}

extension LinkSource {
  var ignored: [String] { [] }
  func parts() -> [FilePart] { [.whole] }
  func mostLinks(in part: FilePart) -> Int { 0 }
}
