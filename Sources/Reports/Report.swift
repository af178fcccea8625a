/// What a study found, for any reader: sentences, tables and pictures, and the
/// same as data.
///
/// A study says its answer once, as a report; how it reads as text, CSV, JSON,
/// Markdown or HTML is the renderers' business.
public struct Report: Sendable {
  /// What the report is about: its first line.
  public var title: String
  /// The parts, in the order of reading: the answer first.
  package var sections: [Section]
  /// The same for programs; its keys are a contract. It is made each time it is
  /// asked for.
  public var data: JSONValue { makeData() }
  /// The rows for spreadsheets; the tables of the sections if it is nil. They
  /// are made each time they are asked for.
  package var records: Table? { makeRecords() }
  /// Whether the question was answered in full: false for a search that was
  /// stopped or left something undecided.
  public var isComplete: Bool
  /// The language of the words.
  package var language: Language
  private var makeData: @Sendable () -> JSONValue
  private let makeRecords: @Sendable () -> Table?

  /// A part of a report.
  package enum Section: Sendable {
    /// The head of the parts that follow.
    case heading(String)
    /// A paragraph; its lines are wrapped.
    case text(String)
    /// A table.
    case table(Table)
    /// A picture; left out where only text is shown.
    case picture(SVGDocument)
    /// The answer in a few sentences, set off from the rest.
    case lead([String])
    /// A picture with its words and numbers.
    case figure(Figure)
    /// A text whose lines stay as they are.
    case listing(Listing)
  }

  /// A language that a page is written in.
  package enum Language: String, Sendable {
    case english = "en"
    case chinese = "zh-CN"
  }

  /// A report.
  ///
  /// - Parameters:
  ///   - title: What it is about.
  ///   - sections: The parts, in the order of reading.
  ///   - data: The same for programs, made where somebody asks for it.
  ///   - records: The rows for spreadsheets, likewise; nil for the tables.
  ///   - isComplete: Whether the question was answered in full.
  ///   - language: The language of the words.
  package init(
    title: String, sections: [Section] = [],
    data: @autoclosure @escaping @Sendable () -> JSONValue,
    records: @autoclosure @escaping @Sendable () -> Table? = nil,
    isComplete: Bool = true, language: Language = .english
  ) {
    self.title = title
    self.sections = sections
    makeData = data
    makeRecords = records
    self.isComplete = isComplete
    self.language = language
  }

  /// The pictures, in order.
  public var pictures: [SVGDocument] {
    sections.compactMap { section in
      switch section {
      case .picture(let picture): picture
      case .figure(let figure): figure.picture
      case .heading, .text, .table, .lead, .listing: nil
      }
    }
  }

  /// The tables, in order.
  package var tables: [Table] {
    sections.compactMap { section in
      switch section {
      case .table(let table): table
      case .figure(let figure): figure.table
      case .heading, .text, .picture, .lead, .listing: nil
      }
    }
  }

  /// Changes the data when they are made.
  ///
  /// - Parameter change: Yields the new data from the old.
  public mutating func changeData(
    _ change: @escaping @Sendable (JSONValue) -> JSONValue
  ) {
    makeData = { [makeData] in change(makeData()) }
  }

  /// The report as one JSON document.
  public var json: String { data.description }
}
