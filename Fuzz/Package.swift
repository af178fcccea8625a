// swift-tools-version: 6.2

import PackageDescription

/// Fuzzers, apart from the package because they need the sanitizers' runtime.
let package = Package(
  name: "Fuzz",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "Coopetition", path: "..")],
  targets: [
    .executableTarget(
      name: "FormulaFuzzer",
      dependencies: [.product(name: "Coopetition", package: "Coopetition")],
      exclude: ["Wide/WideTests.swift", "Wide/WideGolden.swift"]),
    .executableTarget(
      name: "ScenarioFuzzer",
      dependencies: [.product(name: "Coopetition", package: "Coopetition")]),
    .executableTarget(
      name: "IntervalFuzzer",
      dependencies: [.product(name: "Scalars", package: "Coopetition")],
      exclude: ["Wide/WideTests.swift", "Wide/WideGolden.swift"],
      swiftSettings: [.unsafeFlags(["-O", "-sanitize=fuzzer,address"])],
      linkerSettings: [
        .unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])
      ]),
  ]
)
