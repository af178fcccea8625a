/// A Matrix Market file: coordinates, general or symmetric (Boisvert, Pozo
/// and Remington 1996).
///
/// The entry `i j w` is row i, column j, counting from 1. A symmetric file
/// gives each pair once. Values are `real` or `integer`; in a `pattern` file
/// every entry weighs 1.
struct MatrixMarketFile: LinkSource {
  let table: LinkTable

  /// What the first line of every such file starts with.
  static let banner = "%%MatrixMarket"

  func mostLinks(in part: FilePart) throws(ScenarioError) -> Int {
    var lines = try LineReader(path: table.path, part: part)
    let header = try Header(&lines)
    try header.check(order: table.index.count, at: lines.place)
    let lineCount = try FilePart.parts(path: table.path).reduce(0) {
      $0 + $1.lines
    }
    return min(header.entries, lineCount) * (header.isSymmetric ? 2 : 1)
  }

  func forEachLink(
    in part: FilePart, _ body: (LinkTable.Link) throws(ScenarioError) -> Void
  )
    throws(ScenarioError)
  {
    var lines = try LineReader(path: table.path, part: part)
    let header = try Header(&lines)
    try header.check(order: table.index.count, at: lines.place)
    var entries = 0
    while try lines.advance() {
      guard !lines.isBlankOrComment else { continue }
      guard entries < header.entries else {
        throw ScenarioError(
          at: lines.place,
          "is beyond the entries that the header promises, \(header.entries)")
      }
      let link = try self.link(lines, header)
      try body(link)
      if header.isSymmetric, link.row != link.column {
        try body(
          LinkTable.Link(
            row: link.column, column: link.row, weight: link.weight,
            line: link.line))
      }
      entries += 1
    }
    guard entries == header.entries else {
      throw ScenarioError(
        at: lines.place,
        "the file ends after \(entries) of the \(header.entries) entries "
          + "that the header promises")
    }
  }

  private func link(
    _ lines: borrowing LineReader, _ header: Header
  )
    throws(ScenarioError) -> LinkTable.Link
  {
    let line = UnsafeBufferPointer(lines.line)
    let needed = header.isPattern ? 2 : 3
    var words = Words(line)
    guard let first = words.next(), let second = words.next(),
      let third = header.isPattern ? first : words.next(),
      words.next() == nil
    else {
      throw ScenarioError(
        at: lines.place, "is not an entry of \(needed) numbers")
    }
    let row = try position(first, "row", at: lines.place)
    let column = try position(second, "column", at: lines.place)
    guard !header.isPattern else {
      return .init(row: row, column: column, weight: 1, line: lines.number)
    }
    let weight = try NumberCell.parse(
      third, row == column ? .finite : table.range, at: lines.place)
    return .init(row: row, column: column, weight: weight, line: lines.number)
  }

  private func position(
    _ word: UnsafeBufferPointer<UInt8>, _ what: String,
    at place: @autoclosure () -> String
  ) throws(ScenarioError) -> Int {
    guard let number = NumberCell.position(word), number >= 1,
      number <= table.index.count
    else {
      let text = NumberCell.text(word)
      throw ScenarioError(
        at: place(), "\(what) \(text) is not in 1...\(table.index.count)")
    }
    return number - 1
  }
}

extension MatrixMarketFile {
  /// What stands before the entries.
  struct Header {
    let isSymmetric: Bool
    let isPattern: Bool
    let rows: Int
    let columns: Int
    let entries: Int

    /// Reads the banner, the comments and the sizes.
    init(_ lines: inout LineReader) throws(ScenarioError) {
      _ = try lines.advance()
      let banner = String(
        decoding: lines.line.prefix(256), as: UTF8.self)
      let words = banner.lowercased().split(separator: " ").map(String.init)
      guard words.first == MatrixMarketFile.banner.lowercased() else {
        throw ScenarioError(
          at: lines.place, "does not start with \(MatrixMarketFile.banner)")
      }
      let (fields, symmetries) =
        (["real", "integer", "double", "pattern"], ["general", "symmetric"])
      guard words.count == 5, words[1] == "matrix", words[2] == "coordinate",
        fields.contains(words[3]), symmetries.contains(words[4])
      else {
        let found = words.dropFirst().joined(separator: " ")
        throw ScenarioError(
          at: lines.place,
          "\(DocumentNode.shortened(found)) is not matrix coordinate "
            + "real|integer|pattern general|symmetric")
      }
      isPattern = words[3] == "pattern"
      isSymmetric = words[4] == "symmetric"
      (rows, columns, entries) = try Self.sizes(&lines)
    }

    private static func sizes(
      _ lines: inout LineReader
    ) throws(ScenarioError)
      -> (Int, Int, Int)
    {
      while try lines.advance() {
        if lines.isBlankOrComment { continue }
        var words = Words(UnsafeBufferPointer(lines.line))
        var sizes: [Int] = []
        while let word = words.next(), let size = NumberCell.position(word) {
          sizes.append(size)
        }
        guard sizes.count == 3, words.next() == nil else { break }
        return (sizes[0], sizes[1], sizes[2])
      }
      throw ScenarioError(
        at: lines.place, "the sizes are missing: rows, columns, entries")
    }

    /// Throws unless the matrix has a row and a column for each firm.
    func check(order n: Int, at place: String) throws(ScenarioError) {
      guard rows == n, columns == n else {
        throw ScenarioError(
          at: place, "is \(rows) × \(columns) where \(n) × \(n) is needed")
      }
    }
  }

  /// The words of a line, blanks between them.
  struct Words {
    private let line: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ line: UnsafeBufferPointer<UInt8>) { self.line = line }

    /// The next word, or nil at the end of the line.
    mutating func next() -> UnsafeBufferPointer<UInt8>? {
      while position < line.count && line[position].isBlank { position += 1 }
      let start = position
      while position < line.count && !line[position].isBlank { position += 1 }
      guard position > start else { return nil }
      return UnsafeBufferPointer(rebasing: line[start..<position])
    }
  }
}

extension LineReader {
  /// Whether the line says nothing in a Matrix Market file.
  fileprivate var isBlankOrComment: Bool {
    let line = line
    return line.first == UInt8(ascii: "%") || line.allSatisfy(\.isBlank)
  }
}
