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
      let words = StudyTranslator(of: study.key, leaving: names(in: study))
      let isLeft =
        language == .chinese
        && study.report.sections.contains {
          if case .text(let text) = $0 {
            words.paragraph(text) == nil
          } else {
            false
          }
        }
      let note = text(isLeft ? .original : .allTranslated)
      return [.heading(head(of: study)), .text(note)]
        + study.report.sections.map { inLanguage($0, words) }
    }
  }

  /// The question of a study; its title if it has none.
  private func head(of study: Study) -> String {
    MemoText.question(study.key).map { text($0) } ?? study.report.title
  }

  /// What the user has named, as far as a study shows it.
  private func names(in study: Study) -> Set<String> {
    var names = Set(analysis.game.playerNames + analysis.game.variableNames)
    if let division = scenario.section(DivisionSection.self),
      study.key == DivisionSection.key
    {
      names.formUnion(division.topics.map(\.name))
    }
    if let diffusion = scenario.section(DiffusionSection.self),
      study.key == DiffusionSection.key
    {
      names.formUnion(diffusion.innovations.map(\.name))
    }
    return names
  }

  /// A section in the language of the page, with the marks of proof in tables.
  /// What sentences say of proof they say themselves.
  private func inLanguage(
    _ section: Report.Section, _ words: StudyTranslator
  ) -> Report.Section {
    if case .table(let table) = section {
      return .table(inLanguage(table, words))
    }
    if case .heading(let head) = section, language == .english {
      return .text(head)
    }
    guard language == .chinese else { return section }
    switch section {
    case .heading(let head): return .text(words.phrase(head[...]))
    case .text(let text): return .text(words.paragraph(text) ?? text)
    case .picture(let picture):
      return .picture(
        picture.translated {
          words.paragraph($0) ?? words.phrase($0[...])
        })
    default: return section
    }
  }

  private func inLanguage(_ table: Table, _ words: StudyTranslator) -> Table {
    var table = table
    let heads = table.columns.map(\.name)
    table.rows = table.rows.map { row in
      zip(row, heads).map { inLanguage($0, under: $1, words) }
    }
    guard language == .chinese else { return table }
    table.title = table.title.map { words.phrase($0[...]) }
    for (k, head) in heads.enumerated() {
      table.columns[k].name = words.head(head)
    }
    return table
  }

  /// A cell under a head in the language of the page, a status with its mark.
  private func inLanguage(
    _ cell: Table.Cell, under head: String, _ words: StudyTranslator
  ) -> Table.Cell {
    if StudyWords.addressHeads.contains(head) { return cell }
    let isWord = StudyWords.wordHeads.contains(head)
    switch cell {
    case .text(let text) where !isWord && words.names.contains(text):
      return cell
    case .text(Term.proven.name.english): return .text(mark(true))
    case .text(Term.numerical.name.english): return .text(mark(false))
    case .text(let text) where language == .chinese:
      return .text(isWord ? words.word(text) : words.phrase(text[...]))
    case .boolean(let value) where language == .chinese:
      return .text(words.word(value ? "yes" : "no"))
    default: return cell
    }
  }
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
