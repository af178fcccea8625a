import Foundation
import TestSupport
import Testing

/// Files that try the command's time and memory.
@Suite struct HostileFileCommandTests {
  /// A line that is larger than any scenario.
  static let longLine = String(repeating: "x", count: 100_000_000)

  private func refuses(
    _ scenario: String, _ message: String, table: (String, String)? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = try TemporaryFolder(["chem.yaml": scenario])
    if let (name, text) = table { try folder.write(Array(text.utf8), to: name) }
    for command in ["solve", "check"] {
      #expect(
        try folder.coopetition(command, "chem.yaml") == badInput(message),
        sourceLocation: sourceLocation)
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func aLineOfAHundredMegabytesInAScenario() throws {
    try refuses(
      "firms: [{}]\nname: \(Self.longLine)\n",
      "chem.yaml: is larger than 8388608 bytes; large tables go into CSV files")
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      ("firms", "name,knowledge\n", 2), ("rivalry", "from,to,weight\n", 2),
      ("rivalry", "", 1),
    ])
  func aLineOfAHundredMegabytesInATable(
    key: String, header: String, line: Int
  ) throws {
    let firms = key == "firms" ? "" : "firms: [{}, {}]\n"
    try refuses(
      "\(firms)\(key): big.csv\n",
      "big.csv: line \(line): is longer than 16777216 bytes",
      table: ("big.csv", "\(header)\(Self.longLine),1\n"))
  }

  /// Paths that leave the folder, by their names or by a link.
  @Test(arguments: ["/etc/hostname", "../outside.csv", "link.csv"])
  func aConfinedScenarioStaysInItsFolder(path: String) throws {
    let folder = try TemporaryFolder(["outside.csv": "name\nSecret\n"])
    try FileManager.default.createDirectory(
      atPath: folder.path("in"), withIntermediateDirectories: false)
    for (name, text) in [
      ("firms.csv", "name\nA\n"), ("mine.yaml", "firms: firms.csv\n"),
      ("theirs.yaml", "firms: \(path)\n"),
    ] {
      try folder.write(Array(text.utf8), to: "in/\(name)")
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("in/link.csv"),
      withDestinationPath: folder.path("outside.csv"))
    let mine = try folder.coopetition("check", "in/mine.yaml", "--confined")
    #expect(mine.status == 0)
    for command in ["check", "solve", "plot"] {
      #expect(
        try folder.coopetition(command, "in/theirs.yaml", "--confined")
          == badInput(
            "in/theirs.yaml: firms: \(path): lies outside the scenario's "
              + "folder; move it there, or leave out --confined"))
    }
  }

  @Test func aDeeplyNestedDocument() throws {
    let deep = String(repeating: "[", count: 1_000_000)
    try refuses(
      "firms: \(deep)",
      "chem.yaml: line 1: is nested more than 64 levels deep")
    try refuses(
      "firms: " + deep.replacingOccurrences(of: "[", with: "{a: "),
      "chem.yaml: line 1: is nested more than 64 levels deep")
  }

  @Test func anAliasBomb() throws {
    let letters = "abcdefghijklm".map(String.init)
    let bomb = zip(letters, letters.dropFirst()).map { before, name in
      let nine = Array(repeating: "*\(before)", count: 9)
      return "\(name): &\(name) [\(nine.joined(separator: ", "))]\n"
    }
    try refuses(
      "a: &a [x, x, x, x, x, x, x, x, x]\n\(bomb.joined())firms: *m\n",
      "chem.yaml: line 13: more than 100 aliases")
  }

  @Test func aTableThatPromisesTooMuch() throws {
    try refuses(
      "firms: [{}, {}]\nrivalry: a.mtx\n",
      "a.mtx: line 3: the file ends after 1 of the 1000000000000 entries "
        + "that the header promises",
      table: (
        "a.mtx",
        "%%MatrixMarket matrix coordinate real general\n"
          + "2 2 1000000000000\n1 2 1\n"
      ))
  }

  @Test func aMegabyteOfNoise() throws {
    var random = SplitMix64(seed: 1)
    let folder = try TemporaryFolder()
    let noise = (0..<1_000_000).map { _ in
      UInt8.random(in: .min ... .max, using: &random)
    }
    try folder.write([0x7F] + noise, to: "chem.yaml")
    #expect(
      try folder.coopetition("solve", "chem.yaml")
        == badInput(
          "chem.yaml: line 1: byte 0x7F is not text; is the file binary?"))
  }

  @Test func theEndOfAScenarioCutOffAnywhere() throws {
    let whole = Array(
      "firms: [{name: \"Ä\", cost: {linear: 0.5}}]\nrivalry: {uniform: 1}\n"
        .utf8)
    let folder = try TemporaryFolder()
    for count in stride(from: 0, to: whole.count, by: 3) {
      try folder.write(Array(whole[..<count]), to: "chem.yaml")
      let run = try folder.coopetition("check", "chem.yaml")
      #expect(run.status == 0 || run.status == 1)
      #expect(run.output.isEmpty == (run.status == 1))
      #expect(run.error.isEmpty == (run.status == 0))
    }
  }

  @Test func whatIsNoFile() throws {
    let folder = try TemporaryFolder(["empty.yaml": ""])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("loop.yaml"), withDestinationPath: "loop.yaml")
    for (name, message) in [
      ("none.yaml", "there is no such file"),
      ("empty.yaml/chem.yaml", "there is no such file"),
      ("", "there is no such file"), (".", "is a directory, not a file"),
      ("empty.yaml", "is empty"), ("/dev/null", "is empty"),
      (
        "/dev/zero",
        "is larger than 8388608 bytes; large tables go into CSV files"
      ),
      (
        "loop.yaml", "cannot be read: Too many levels of symbolic links"
      ),
    ] {
      let prefix = name.isEmpty ? "" : "\(name): "
      #expect(
        try folder.coopetition("solve", name)
          == badInput(prefix + message))
    }
  }

  /// A pipe that nothing writes to would be waited for without end.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      ("firms: pipe", "chem.yaml: firms: pipe: "),
      ("firms: [{}, {}]\nrivalry: pipe", "chem.yaml: rivalry: pipe: "),
      ("firms: [{}]\naccess: {file: pipe}", "chem.yaml: access.file: pipe: "),
      ("diagnosis: {panel: pipe}", "chem.yaml: diagnosis.panel: pipe: "),
    ])
  func aNamedPipeIsNotWaitedFor(scenario: String, place: String) throws {
    let folder = try TemporaryFolder(["chem.yaml": scenario])
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    let problem =
      "is a named pipe, not a file; save what it gives in a file first"
    #expect(
      try folder.coopetition("check", "chem.yaml") == badInput(place + problem))
    #expect(
      try folder.coopetition("check", "pipe") == badInput("pipe: " + problem))
  }

  /// What the shell hands over open is read, and waited for.
  @Test(.timeLimit(.minutes(10)))
  func pipesOfTheShellAreRead() throws {
    let folder = try TemporaryFolder(["firms.csv": "name\nA\nB\n"])
    for call in [
      "(sleep 1; echo 'firms: [{}, {}]') | coopetition check -",
      "(sleep 1; echo 'firms: [{}, {}]') | coopetition check /dev/fd/0",
      "echo 'firms: /dev/fd/3' > in.yaml; "
        + "(sleep 1; cat firms.csv) | coopetition check in.yaml 3<&0",
    ] {
      let run = try ShellLine(call, beside: .module).run(in: folder.path)
      #expect(run.status == 0, "\(run.error)")
      #expect(run.output.contains("2 firms"))
    }
  }
}
