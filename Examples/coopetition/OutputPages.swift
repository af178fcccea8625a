import ArgumentParser
import Coopetition

/// The files that an answer is written to besides standard output: a page of
/// HTML and a picture, opened before the work begins.
struct OutputPages {
  private let page: OutputFile?
  private let picture: (path: String, file: OutputFile)?

  /// Opens the files that are asked for.
  ///
  /// - Parameters:
  ///   - output: The options that ask for them.
  ///   - inputs: The scenarios, which they may not replace.
  /// - Throws: `ValidationError` for more than one scenario or twice the same
  ///   file, `ExitCode` after an error message if one cannot be written.
  init(_ output: OutputOptions, besides inputs: [String]) throws {
    for (option, path) in [("--html", output.html), ("--plot", output.plot)]
    where path != nil && inputs.count > 1 {
      throw ValidationError("\(option) is for one scenario at a time.")
    }
    guard output.plot == nil || output.plot != output.html else {
      throw ValidationError("--html and --plot name the same file.")
    }
    page = try output.html.map { try OutputFile($0, besides: inputs) }
    picture = try output.plot.map {
      ($0, try OutputFile($0, besides: inputs))
    }
  }

  /// Writes the files; where an answer has no picture, that is said.
  ///
  /// - Returns: Whether every file that was asked for is there.
  /// - Throws: `ExitCode` after an error message if one cannot be written.
  func commit(_ report: Report) throws -> Bool {
    try page?.commit(report.html)
    guard let (path, file) = picture else { return true }
    guard let drawn = report.pictures.first else {
      Output.complain(
        "coopetition: \(DisplayText.escaped(path)): not drawn: this answer has "
          + "no picture\n")
      return false
    }
    try file.commit(drawn.description)
    return true
  }
}
