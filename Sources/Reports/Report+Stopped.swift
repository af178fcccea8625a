extension Report {
  /// That the work was stopped before its end, to stand within a line.
  package static func stopNotice(in language: Language) -> String {
    switch language {
    case .english: "stopped before the end; what is missing is not known"
    case .chinese: "计算在结束前被中止；缺失的部分未知"
    }
  }

  /// Says that the work was stopped before its end, first of all and in the
  /// data (`stopped`); the answer is incomplete.
  public mutating func markStopped() {
    isComplete = false
    let words = Self.stopNotice(in: language)
    let end = language == .english ? "." : "。"
    sections.insert(
      .text(words.prefix(1).uppercased() + words.dropFirst() + end), at: 0)
    changeData { data in
      guard case .object(let members) = data,
        !members.contains(where: { $0.key == "stopped" })
      else { return data }
      return .object(members + [("stopped", .boolean(true))])
    }
  }
}
