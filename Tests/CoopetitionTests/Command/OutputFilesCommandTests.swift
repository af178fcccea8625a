import Coopetition
import Foundation
import TestSupport
import Testing

/// Files that commands are asked to write.
@Suite struct OutputFilesCommandTests {
  private static let folder = [
    "chem.yaml": "firms: [{name: A}, {name: B}]\ncomplementarity: {uniform: 1}"
  ]

  @Test(arguments: [
    ["--levels", "out", "--certificate", "out"],
    ["--levels", "out", "--certificate", "./out"],
    ["--html", "out", "--plot", "./out"],
  ])
  func twoOptionsMayNotNameOneFile(options: [String]) throws {
    let folder = try TemporaryFolder(Self.folder)
    let run = try BuiltExecutable("coopetition", beside: .module)
      .run(["solve", "chem.yaml"] + options, in: folder.path)
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.error.contains("is written by two options"))
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.path)
    #expect(names == ["chem.yaml"])
  }
}
