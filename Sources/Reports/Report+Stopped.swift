extension Report {
  /// Says that the work was stopped before its end, first of all and in the
  /// data (`stopped`); the answer is incomplete.
  public mutating func markStopped() {
    isComplete = false
    let notice =
      switch language {
      case .english: "Stopped before the end; what is missing is not known."
      case .chinese: "计算在结束前被中止；缺失的部分未知。"
      }
    sections.insert(.text(notice), at: 0)
    changeData { data in
      guard case .object(let members) = data,
        !members.contains(where: { $0.key == "stopped" })
      else { return data }
      return .object(members + [("stopped", .boolean(true))])
    }
  }
}
