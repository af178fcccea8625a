import ArgumentParser
import Coopetition

/// In which form an answer is given.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print one JSON object instead of tables.")
  var json = false

  @Flag(
    help: ArgumentHelp(
      "Print comma-separated values instead of tables; of several files or "
        + "tables the columns file and table say which."))
  var csv = false

  @Flag(help: "Print Markdown instead of tables.")
  var markdown = false

  @Option(
    help: ArgumentHelp("Also write a page of HTML.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var html: String?

  @Option(
    help: ArgumentHelp(
      "Also draw the picture of the answer, the first if there are several, "
        + "into an SVG file.", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var plot: String?

  @Flag(
    help: "Exit with status 2 if the answer or its picture is incomplete.")
  var strict = false

  @OptionGroup var waiting: WaitingOptions

  func validate() throws {
    guard [json, csv, markdown].count(where: { $0 }) <= 1 else {
      throw ValidationError("--json, --csv and --markdown exclude each other.")
    }
  }

  /// Prints the reports and writes their files.
  ///
  /// - Parameters:
  ///   - reports: The reports.
  ///   - files: The files that they are about, if there are any.
  ///   - together: What is said of several side by side, if anything.
  ///   - pages: The files.
  /// - Throws: `ExitCode` where a file cannot be written, or with `--strict`
  ///   where an answer is incomplete or has no picture to draw.
  func deliver(
    _ reports: [Report], from files: [String] = [], together: Report? = nil,
    on pages: OutputPages
  ) throws {
    Output.write(text(of: reports, from: files, together: together))
    let isWritten = try reports.first.map(pages.commit) ?? true
    if strict && !(isWritten && reports.allSatisfy(\.isComplete)) {
      throw ExitCode(Output.incompleteStatus)
    }
  }

  /// The reports as they are printed, after what is said of several side by
  /// side; several JSON documents make a list.
  private func text(
    of reports: [Report], from files: [String], together: Report?
  ) -> String {
    if json {
      let data = reports.map(\.data)
      return (data.count == 1 ? data[0] : .list(data)).description + "\n"
    }
    let files: [String?] = (together.map { _ in [nil] } ?? []) + files
    let reports = (together.map { [$0] } ?? []) + reports
    if csv {
      return Report.csv(
        of: reports.indices.map {
          (files.indices.contains($0) ? files[$0] : nil, reports[$0])
        })
    }
    if markdown { return reports.map(\.markdown).joined(separator: "\n") }
    return reports.map { $0.text(width: Output.width) + "\n" }
      .joined(separator: "\n")
  }
}
