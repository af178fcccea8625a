// swift-tools-version: 6.2

import PackageDescription

/// What every target of ours is held to.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

/// Numeric targets, and tests that bring games of their own, are optimised in
/// debug builds too: without it they run a hundred times slower.
let numeric: [SwiftSetting] =
  house
  + [
    .unsafeFlags(
      [
        "-O", "-whole-module-optimization", "-num-threads", "2",
        "-disable-batch-mode",
      ],
      .when(configuration: .debug))
  ]

/// A program that shows the library at work.
func example(_ name: String, in folder: String) -> Target {
  .executableTarget(
    name: name, dependencies: ["Coopetition"], path: "Examples/\(folder)",
    swiftSettings: house)
}

let package = Package(
  name: "Coopetition",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "Coopetition", targets: ["Coopetition"]),
    .library(name: "PublishedGames", targets: ["PublishedGames"]),
    .library(name: "Equilibria", targets: ["Equilibria"]),
    .library(name: "Games", targets: ["Games"]),
    .library(name: "Scalars", targets: ["Scalars"]),
    .library(name: "Networks", targets: ["Networks"]),
    .library(name: "LinearAlgebra", targets: ["LinearAlgebra"]),
    .library(name: "Reports", targets: ["Reports"]),
    .executable(name: "coopetition", targets: ["CoopetitionCommand"]),
  ],
  dependencies: [
    .package(
      url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(
      url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLAPACKE",
      pkgConfig: "lapacke",
      providers: [.apt(["liblapacke-dev"]), .brew(["lapack"])]),
    .target(
      name: "Scalars",
      dependencies: [.product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: numeric),
    .target(
      name: "LinearAlgebra",
      dependencies: ["CLAPACKE"],
      swiftSettings: numeric),
    .target(
      name: "Networks",
      dependencies: ["LinearAlgebra"],
      swiftSettings: numeric),
    .target(
      name: "Games",
      dependencies: ["Scalars", "LinearAlgebra"],
      swiftSettings: numeric),
    .target(
      name: "Equilibria",
      dependencies: [
        "Games", "LinearAlgebra",
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: numeric),
    .target(
      name: "Reports",
      dependencies: [.product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: house),
    .target(
      name: "PublishedGames",
      dependencies: ["Equilibria", "LinearAlgebra"],
      swiftSettings: numeric),
    .target(
      name: "Coopetition",
      dependencies: ["Equilibria", "Networks", "Reports", "Yams"],
      swiftSettings: numeric),
    .executableTarget(
      name: "CoopetitionCommand",
      dependencies: [
        "Coopetition", "LinearAlgebra", "PublishedGames",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Examples/coopetition",
      swiftSettings: house),
    example("TwoFirms", in: "two-firms"),
    example("SematechAnalysis", in: "sematech-analysis"),
    example("WhereWeStand", in: "where-we-stand"),
    example("OnTheWay", in: "on-the-way"),
    example("WhoShouldAlly", in: "who-should-ally"),
    example("WithWhom", in: "with-whom"),
    example("ClosingTheGap", in: "closing-the-gap"),
    example("OwnGame", in: "own-game"),
    .target(
      name: "TestSupport", path: "Tests/TestSupport", swiftSettings: numeric),
    .testTarget(
      name: "ScalarsTests",
      dependencies: ["Scalars", "TestSupport"],
      swiftSettings: numeric),
    .testTarget(
      name: "LinearAlgebraTests",
      dependencies: ["LinearAlgebra", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "NetworksTests",
      dependencies: ["Networks", "TestSupport"],
      resources: [.copy("Golden")],
      swiftSettings: house),
    .testTarget(
      name: "GamesTests",
      dependencies: ["Games", "TestSupport"],
      swiftSettings: numeric),
    .testTarget(
      name: "EquilibriaTests",
      dependencies: ["Equilibria", "TestSupport"],
      swiftSettings: numeric),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports"],
      swiftSettings: house),
    .testTarget(
      name: "PublishedGamesTests",
      dependencies: ["PublishedGames", "CoopetitionCommand", "TestSupport"],
      resources: [.copy("Golden")],
      swiftSettings: house),
    .testTarget(
      name: "CoopetitionTests",
      dependencies: ["Coopetition", "CoopetitionCommand", "TestSupport"],
      resources: [.copy("Golden")],
      swiftSettings: house),
    .testTarget(
      name: "ExamplesTests",
      dependencies: [
        "Coopetition", "CoopetitionCommand", "TwoFirms", "SematechAnalysis",
        "WhereWeStand", "OnTheWay", "WhoShouldAlly", "WithWhom",
        "ClosingTheGap", "OwnGame", "TestSupport",
      ],
      resources: [.copy("Expected")],
      swiftSettings: house),
  ]
)
