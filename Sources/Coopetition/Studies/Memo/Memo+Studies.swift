// The answers of further studies, which speak English, on a page in another
// language.
extension Memo {
  /// The answer of a study that the scenario asks for by a key.
  struct Study: Sendable {
    /// The key of the scenario, such as `growth`.
    var key: String
    /// The answer.
    var report: Report
  }

  /// The answers, each under the question that it answers.
  var further: [Report.Section] {
    studies.flatMap { study in
      [.heading(head(of: study)), .text(text(.original))]
        + study.report.sections.map(inLanguage)
    }
  }

  /// The question of a study; its title if it has none.
  private func head(of study: Study) -> String {
    MemoText.question(study.key).map { text($0) } ?? study.report.title
  }

  /// A section with the words that the glossary has in the language of the
  /// page, and with the marks of proof in tables. What sentences say of proof
  /// they say themselves.
  private func inLanguage(_ section: Report.Section) -> Report.Section {
    switch section {
    case .heading(let head): .text(word(head))
    case .table(let table): .table(translated(table))
    default: section
    }
  }

  private func translated(_ table: Table) -> Table {
    var table = table
    table.title = table.title.map(word)
    for k in table.columns.indices {
      table.columns[k].name = word(table.columns[k].name)
    }
    table.rows = table.rows.map { row in
      row.map { cell in
        guard case .text(let text) = cell,
          !analysis.game.playerNames.contains(text)
        else { return cell }
        return .text(word(text))
      }
    }
    return table
  }

  /// A word of the glossary in the language of the page, a status with its
  /// mark; any other text as it is.
  private func word(_ text: String) -> String {
    switch text {
    case Term.proven.name.english: mark(true)
    case Term.numerical.name.english: mark(false)
    default:
      language == .english ? text : Self.translations[text] ?? text
    }
  }

  /// The words of the glossary and the short texts of memos.
  private static let translations: [String: String] = {
    var words: [String: String] = [:]
    for pair in MemoText.allCases.map(\.pair)
    where !pair.english.contains("{") {
      words[pair.english] = pair.chinese
    }
    for term in Term.allCases { words[term.name.english] = term.name.chinese }
    return words
  }()
}

extension MemoText {
  /// The question that a study answers, by its key in the scenario; nil for a
  /// key without one.
  static func question(_ key: String) -> MemoText? {
    let questions: [String: MemoText] = [
      "diagnosis": .diagnosis, "division": .division, "design": .design,
      "policies": .policies, "alliances": .alliances, "linking": .linking,
      "growth": .growth, "diffusion": .diffusion, "shock": .shock,
      "adjustment": .adjustment,
    ]
    return questions[key]
  }
}
