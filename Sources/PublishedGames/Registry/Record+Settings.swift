extension Record {
  /// Parameters from the text of a file that holds a JSON object.
  ///
  /// - Parameter text: Such as `{"beta": 0.4, "gamma": 4}`.
  /// - Throws: ``ArgumentError`` if it is not JSON or not an object.
  public init(parametersIn text: String) throws(ArgumentError) {
    guard let record = try Value(json: text).record else {
      throw ArgumentError(
        "is not a JSON object of parameters such as {\"beta\": 0.4}")
    }
    self = record
  }

  /// Parameters as they are set one by one; a later one wins.
  ///
  /// ```swift
  /// let given = try Record(settings: ["beta=0.4", "network=path4"])
  /// ```
  ///
  /// - Parameter settings: A name, `=` and a value: JSON, or a text without
  ///   quotes.
  /// - Throws: ``ArgumentError`` for a text without a name and `=`.
  public init(settings: [String]) throws(ArgumentError) {
    self.init()
    for setting in settings {
      guard let sign = setting.firstIndex(of: "="), sign > setting.startIndex
      else {
        throw ArgumentError(
          setting, "is no setting; write name=value, such as beta=0.4")
      }
      let text = String(setting[setting.index(after: sign)...])
      self[String(setting[..<sign])] = (try? Value(json: text)) ?? .text(text)
    }
  }
}
