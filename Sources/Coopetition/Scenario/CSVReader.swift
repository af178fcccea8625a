/// Reads a file of comma-separated values record by record (RFC 4180).
///
/// Fields may be quoted, with doubled quotes, commas and line breaks inside.
/// Blanks around a field do not belong to it, except in quotes. Lines may end
/// with a carriage return; empty lines may follow the last record.
struct CSVReader: ~Copyable {
  private var lines: LineReader
  /// Where each field of the record lies in the line.
  private var fields: [Range<Int>] = []
  /// The line where the record starts.
  private var recordNumber = 0

  /// Opens a file, to read it or a part of it.
  ///
  /// - Throws: an error without file and place when it cannot be opened.
  init(path: String, part: FilePart = .whole) throws(ScenarioError) {
    lines = try LineReader(path: path, part: part)
  }

  /// The number of fields in the record.
  var count: Int { fields.count }

  /// Whether every field of the record is empty.
  var isBlank: Bool { fields.allSatisfy { $0.isEmpty } }

  /// The line where the record starts, counting from 1.
  var number: Int { recordNumber }

  /// The place of the record, for messages.
  var place: String { "line \(recordNumber)" }

  /// The bytes of a field, valid until the next record is read.
  subscript(field: Int) -> UnsafeBufferPointer<UInt8> {
    let line = UnsafeBufferPointer(lines.line)
    return UnsafeBufferPointer(rebasing: line[fields[field]])
  }

  /// The text of a field.
  ///
  /// - Throws: an error when the bytes are no text.
  func text(_ field: Int) throws(ScenarioError) -> String {
    let bytes = self[field]
    guard !bytes.contains(where: SourceText.isControl),
      let text = String(validating: bytes, as: UTF8.self)
    else {
      throw ScenarioError(at: place, SourceText.problem(with: bytes))
    }
    return text
  }

  /// Throws if a field of a header or of a row of numbers shows that fields are
  /// separated by something else than commas.
  func checkSeparators() throws(ScenarioError) {
    for field in 0..<count
    where self[field].contains(where: { $0 == .semicolon || $0 == .tab }) {
      throw ScenarioError(
        at: "\(place): column \(field + 1)",
        "fields are separated by commas only; save the table as "
          + "comma-separated values")
    }
  }

  /// Reads the next record; false at the end of the file.
  mutating func advance() throws(ScenarioError) -> Bool {
    guard try lines.advance() else { return false }
    recordNumber = lines.number
    if lines.line.isEmpty { return try skipEmptyLines() }
    fields.removeAll(keepingCapacity: true)
    var position = 0
    repeat {
      skipBlanks(&position)
      let isQuoted =
        position < lines.line.count && lines.line[position] == .quote
      fields.append(
        isQuoted ? try quoted(&position) : unquoted(&position))
      position += 1
    } while position <= lines.line.count
    return true
  }

  /// Skips empty lines at the end; false unless one is followed by another
  /// line, which is an error.
  private mutating func skipEmptyLines() throws(ScenarioError) -> Bool {
    while try lines.advance() {
      guard lines.line.isEmpty else {
        throw ScenarioError(at: place, "is empty")
      }
    }
    return false
  }

  private func skipBlanks(_ position: inout Int) {
    let line = lines.line
    while position < line.count && line[position].isBlank { position += 1 }
  }

  /// Takes a field up to a comma or the end of the line.
  private func unquoted(_ position: inout Int) -> Range<Int> {
    let line = lines.line
    let start = position
    while position < line.count && line[position] != .comma { position += 1 }
    var end = position
    while end > start && line[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// Takes a field in quotes and unquotes it in place.
  private mutating func quoted(
    _ position: inout Int
  )
    throws(ScenarioError) -> Range<Int>
  {
    let start = position
    var end = start
    position += 1
    while true {
      let line = lines.line
      if position >= line.count {
        guard try lines.extend() else {
          throw ScenarioError(at: place, "a quote is not closed")
        }
        continue
      }
      if line[position] == .quote {
        position += 1
        let isDoubled = position < line.count && line[position] == .quote
        guard isDoubled else { break }
      }
      line[end] = line[position]
      (position, end) = (position + 1, end + 1)
    }
    skipBlanks(&position)
    guard position >= lines.line.count || lines.line[position] == .comma else {
      throw ScenarioError(at: place, "text follows a closing quote")
    }
    return start..<end
  }
}

extension UInt8 {
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let semicolon = UInt8(ascii: ";")
  fileprivate static let tab = UInt8(ascii: "\t")

  /// Whether the byte is a space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
}
