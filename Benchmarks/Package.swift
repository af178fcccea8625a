// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "Coopetition", path: "..")],
  targets: [
    .target(name: "AllocationCounter"),
    .target(name: "Measurement"),
    .executableTarget(
      name: "WarmStart",
      dependencies: [
        "AllocationCounter",
        .product(name: "Coopetition", package: "Coopetition"),
      ]),
    .executableTarget(
      name: "MillionFirms",
      dependencies: [
        "Measurement",
        .product(name: "Coopetition", package: "Coopetition"),
        .product(name: "LinearAlgebra", package: "Coopetition"),
      ]),
    .executableTarget(
      name: "DenseNetwork",
      dependencies: [.product(name: "Coopetition", package: "Coopetition")]),
    .executableTarget(
      name: "FormulaSpeed",
      dependencies: [
        .product(name: "Coopetition", package: "Coopetition"),
        .product(name: "LinearAlgebra", package: "Coopetition"),
      ]),
    .executableTarget(
      name: "SweepPoints",
      dependencies: [.product(name: "Coopetition", package: "Coopetition")]),
    .executableTarget(
      name: "NetworkDynamics",
      dependencies: [
        "Measurement",
        .product(name: "Coopetition", package: "Coopetition"),
        .product(name: "Equilibria", package: "Coopetition"),
        .product(name: "LinearAlgebra", package: "Coopetition"),
      ]),
    .executableTarget(
      name: "FeedbackDuopoly",
      dependencies: [
        .product(name: "Equilibria", package: "Coopetition"),
        .product(name: "LinearAlgebra", package: "Coopetition"),
      ]),
    .executableTarget(
      name: "NetworkMeasures",
      dependencies: [
        "Measurement",
        .product(name: "Coopetition", package: "Coopetition"),
        .product(name: "LinearAlgebra", package: "Coopetition"),
        .product(name: "Networks", package: "Coopetition"),
      ]),
    .executableTarget(
      name: "DirectedSweeps",
      dependencies: [
        "Measurement",
        .product(name: "Coopetition", package: "Coopetition"),
        .product(name: "Games", package: "Coopetition"),
      ]),
    .executableTarget(
      name: "ParetoFronts",
      dependencies: [.product(name: "Coopetition", package: "Coopetition")]),
  ]
)
