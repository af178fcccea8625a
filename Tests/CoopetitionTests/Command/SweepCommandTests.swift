import Foundation
import TestSupport
import Testing

@testable import Coopetition

/// What `coopetition sweep` does with files, signals and wrong calls.
@Suite("The command sweep")
struct SweepCommandTests {
  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder(["two.yaml": SweepSupport.text])
  }

  @Test("The summary is printed and the rows are in the folder")
  func json() throws {
    let folder = try folder()
    let run = try folder.coopetition(
      "sweep", "two.yaml", "--sample", "4", "--columns",
      "best.welfare,several", "--out", "out", "--json")
    #expect(run.status == 0)
    #expect(run.error == "")
    #expect(try run.output == folder.text("out/summary.json"))
    let rows = try folder.text("out/results.csv").split(separator: "\n")
    #expect(
      rows[0] == "point,rivalry,Alpha.opportunity,best.welfare,several,error")
    #expect(rows.count == 5)
  }

  @Test("A rehearsal writes nothing")
  func dryRun() throws {
    let folder = try folder()
    let run = try folder.coopetition(
      "sweep", "two.yaml", "--sample", "1000", "--out", "out", "--dry-run")
    #expect(run.status == 0)
    #expect(
      run.output.hasPrefix(
        "Two firms with reciprocity: 1,000 points, 0 done\n"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }

  @Test(
    "Bad input is named, with nothing on standard output",
    arguments: [
      (
        ["--columns", "worst.wellfare"],
        "--columns: worst.wellfare: unknown; did you mean worst.welfare?"
      ),
      (
        ["--vary", "enviroment=1"],
        "--vary: enviroment: unknown key; did you mean environment?"
      ),
      (
        ["--vary", "market=-1,1"], "two.yaml: market: -1 is less than 0"
      ),
    ])
  func bad(arguments: [String], message: String) throws {
    let folder = try folder()
    let run = try BuiltExecutable("coopetition", beside: .module).run(
      ["sweep", "two.yaml", "--sample", "2", "--out", "out"] + arguments,
      in: folder.path)
    #expect(run == badInput(message))
  }

  @Test("A folder that is a file is named")
  func badFolder() throws {
    let folder = try TemporaryFolder([
      "two.yaml": SweepSupport.text, "out": "",
    ])
    let run = try folder.coopetition(
      "sweep", "two.yaml", "--sample", "2", "--out", "out")
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.error.hasPrefix("coopetition: out/sweep.json"))
  }

  @Test("What is written before the disk is full stays good")
  func fullDisk() throws {
    let folder = try folder()
    let sweep = "coopetition sweep two.yaml --sample 40 --jobs 1 --quiet --out"
    let status = try shell(
      "trap '' XFSZ; ulimit -f 4; exec \(sweep) out >said 2>complaint",
      in: folder)
    #expect(status == 1)
    #expect(try folder.text("said") == "")
    #expect(
      try folder.text("complaint")
        .hasPrefix("coopetition: out/part-1-of-1.csv: "))
    #expect(try folder.names("out") == ["part-1-of-1.csv", "sweep.json"])
    let part = try folder.text("out/part-1-of-1.csv")
    let whole = part.prefix(through: try #require(part.lastIndex(of: "\n")))
    #expect(try shell("\(sweep) out && \(sweep) calm", in: folder) == 0)
    #expect(try folder.text("out/part-1-of-1.csv").hasPrefix(whole))
    #expect(try folder.results("out") == folder.results("calm"))
  }

  @Test("More parts than files may be open at once make one sweep")
  func manyParts() throws {
    let folder = try folder()
    let sweep =
      "coopetition sweep two.yaml --sample 60 --columns stable --quiet --out"
    #expect(try shell("\(sweep) whole && mkdir out", in: folder) == 0)
    try folder.write(
      Array(folder.text("whole/sweep.json").utf8), to: "out/sweep.json")
    let rows = try folder.text("whole/part-1-of-1.csv").split(separator: "\n")
    for (k, row) in rows.dropFirst().enumerated() {
      try folder.write(
        Array("\(rows[0])\n\(row)\n".utf8), to: "out/part-\(k + 1)-of-60.csv")
    }
    #expect(
      try shell("ulimit -n 32; exec \(sweep) out", in: folder) == 0)
    #expect(try folder.results("out") == folder.results("whole"))
  }

  @Test(
    "Wrong calls have exit status 64",
    arguments: [
      ["--sample", "2", "--shard", "5/4"], ["--sample", "0"],
      ["--sample", "2", "--tornado"], ["--vary", "environment=1:2"],
      ["--list", "points.csv", "--sample", "2"], [],
      ["--vary", "environment=uniform(1,2)"],
      ["--sample", "2", "--command", "pareto"],
    ])
  func usage(arguments: [String]) throws {
    let folder = try folder()
    let run = try BuiltExecutable("coopetition", beside: .module).run(
      ["sweep", "two.yaml", "--out", "out"] + arguments, in: folder.path)
    #expect(run.status == 64)
    #expect(run.output == "")
  }

  @Test("Points are solved by any command that answers in JSON")
  func otherCommand() throws {
    let folder = try folder()
    let run = try folder.coopetition(
      "sweep", "two.yaml", "--vary", "environment=1,1.2", "--command",
      "sensitivity", "--columns", "complete,equilibria[0].welfare", "--out",
      "out")
    #expect(run.status == 0)
    let rows = try folder.text("out/results.csv").split(separator: "\n")
    #expect(rows.count == 3)
    #expect(rows[1].hasPrefix("0,1,true,"))
  }

  @Test(
    "The commands of the guide share a sweep between processes",
    arguments: [
      (
        "parallel",
        """
        parallel coopetition sweep two.yaml --sample 12 --out out --jobs 1 \
          --shard {}/4 --quiet ::: 1 2 3 4
        """
      ),
      (
        "mpirun",
        """
        mpirun --oversubscribe -n 2 sh -c 'exec coopetition sweep two.yaml \
          --sample 12 --out out --jobs 1 \
          --shard $((OMPI_COMM_WORLD_RANK + 1))/$OMPI_COMM_WORLD_SIZE --quiet'
        """
      ),
    ])
  func launchers(program: String, command: String) throws {
    let folder = try folder()
    guard try shell("command -v \(program)", in: folder) == 0 else { return }
    #expect(try shell(command, in: folder) == 0)
    #expect(
      try shell(
        "coopetition sweep two.yaml --sample 12 --out whole --quiet",
        in: folder) == 0)
    #expect(try folder.results("out") == folder.results("whole"))
  }

  /// Runs a command of the shell, which finds the command of this package.
  private func shell(
    _ command: String, in folder: TemporaryFolder
  ) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let programs = Bundle.module.bundleURL.deletingLastPathComponent().path
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = "\(programs):\(environment["PATH"] ?? "/bin")"
    environment["OMPI_ALLOW_RUN_AS_ROOT"] = "1"
    environment["OMPI_ALLOW_RUN_AS_ROOT_CONFIRM"] = "1"
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
