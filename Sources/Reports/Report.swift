/// What a study found, for any reader: sentences, tables and pictures, and the
/// same as data.
///
/// A study says its answer once, as a report; how it reads as text, CSV, JSON,
/// Markdown or HTML is the renderers' business.
public struct Report: Sendable {
  /// What the report is about: its first line.
  public var title: String
  /// The parts, in the order of reading: the answer first.
  public var sections: [Section]
  /// The same for programs; its keys are a contract.
  public var data: JSONValue
  /// The rows for spreadsheets; the tables of the sections if it is nil.
  public var records: Table?
  /// Whether the question was answered in full: false for a search that was
  /// stopped or left something undecided.
  public var isComplete: Bool

  /// A part of a report.
  public enum Section: Sendable {
    /// The head of the parts that follow.
    case heading(String)
    /// A paragraph; its lines are wrapped.
    case text(String)
    /// A table.
    case table(Table)
    /// A picture; left out where only text is shown.
    case picture(SVGDocument)
  }

  /// A report.
  ///
  /// - Parameters:
  ///   - title: What it is about.
  ///   - sections: The parts, in the order of reading.
  ///   - data: The same for programs.
  ///   - records: The rows for spreadsheets; nil for the tables.
  ///   - isComplete: Whether the question was answered in full.
  public init(
    title: String, sections: [Section] = [], data: JSONValue,
    records: Table? = nil, isComplete: Bool = true
  ) {
    self.title = title
    self.sections = sections
    self.data = data
    self.records = records
    self.isComplete = isComplete
  }

  /// The pictures, in order.
  public var pictures: [SVGDocument] {
    sections.compactMap { section in
      guard case .picture(let picture) = section else { return nil }
      return picture
    }
  }

  /// The tables, in order.
  public var tables: [Table] {
    sections.compactMap { section in
      guard case .table(let table) = section else { return nil }
      return table
    }
  }

  /// The report as one JSON document.
  public var json: String { data.description }
}
