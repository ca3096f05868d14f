// swift-tools-version: 6.2
import PackageDescription

/// One package, one program. Imports point only down: `Docs/Architecture.md` has the layers, and a
/// test compares them with every `import` in `Sources`.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "stet",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "stet", targets: ["stet"]),
    .executable(name: "stet-bench", targets: ["stet-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    // Layer 0
    .target(name: "TextAnalysis", swiftSettings: settings),

    // Layer 1
    .systemLibrary(
      name: "CLibpq", pkgConfig: "libpq",
      providers: [.apt(["libpq-dev"]), .yum(["libpq-devel"]), .brew(["libpq"])]),
    .target(name: "Postgres", dependencies: ["CLibpq"], swiftSettings: settings),
    .target(
      name: "Editorial", dependencies: ["TextAnalysis", crypto, yams],
      exclude: ["Texts"], swiftSettings: settings, plugins: ["EmbedText"]),

    // Layer 2
    .target(
      name: "EmbeddedPostgres", dependencies: ["Postgres", subprocess], swiftSettings: settings),
    .target(
      name: "Store", dependencies: ["Editorial", "TextAnalysis", "Postgres"], swiftSettings: settings,
      plugins: ["EmbedText"]),
    .target(name: "Wire", dependencies: ["Editorial", "TextAnalysis"], swiftSettings: settings),

    // Layer 3
    .target(
      name: "Server",
      dependencies: [
        "Store", "Editorial", "TextAnalysis", "Wire", hummingbird, httpTypes, nioCore, logging, subprocess,
      ],
      swiftSettings: settings),
    .target(name: "Nightly", dependencies: ["Store", "Editorial", "TextAnalysis"], swiftSettings: settings),
    .target(
      name: "Watching",
      dependencies: ["Store", "Editorial", asyncHTTPClient, nioCore, nioHTTP1, nioPosix],
      swiftSettings: settings),
    .target(
      name: "Client",
      dependencies: [
        "Wire", "Editorial", "TextAnalysis", asyncHTTPClient, nioCore, nioHTTP1, nioPosix, nioSSL,
      ], swiftSettings: settings),

    // Layer 4
    .executableTarget(
      name: "stet",
      dependencies: [
        "Server", "Nightly", "Watching", "Client", "EmbeddedPostgres", "Postgres", "Store", "Wire",
        "Editorial",
        "TextAnalysis",
        argumentParser, lifecycle, logging, nioCore, subprocess, systemPackage, unixSignals, yams,
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "stet-bench", dependencies: ["Client", "Wire", "TextAnalysis", argumentParser, subprocess],
      exclude: ["Training"], swiftSettings: settings),

    // Tests. `TestCluster` gives each test a database of its own on a real PostgreSQL.
    .target(
      name: "TestCluster", dependencies: ["Postgres", "EmbeddedPostgres"], path: "Tests/TestCluster",
      swiftSettings: settings),
    .testTarget(name: "TextAnalysisTests", dependencies: ["TextAnalysis"], swiftSettings: settings),
    .testTarget(
      name: "EditorialTests", dependencies: ["Editorial", "TextAnalysis"], swiftSettings: settings),
    .testTarget(name: "PostgresTests", dependencies: ["Postgres", "TestCluster"], swiftSettings: settings),
    .testTarget(
      name: "EmbeddedPostgresTests", dependencies: ["EmbeddedPostgres", "Postgres", "TestCluster"],
      swiftSettings: settings),
    .testTarget(
      name: "StoreTests",
      dependencies: ["Store", "Nightly", "Editorial", "TextAnalysis", "Postgres", "TestCluster", subprocess],
      swiftSettings: settings),
    .testTarget(
      name: "ServerTests",
      dependencies: [
        "Server", "Nightly", "Watching", "Store", "Client", "Wire", "Editorial", "TextAnalysis", "Postgres",
        "TestCluster", "stet-bench",
        asyncHTTPClient, httpTypes, hummingbird, lifecycle, logging, nioCore,
      ], swiftSettings: settings),
    .testTarget(
      name: "WatchingTests",
      dependencies: [
        "Watching", "Store", "Editorial", "Postgres", "TestCluster", nioCore, nioHTTP1, nioPosix,
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ClientTests", dependencies: ["Client", "Wire", nioCore, nioPosix], swiftSettings: settings),
    .testTarget(
      name: "StetTests",
      dependencies: [
        "stet", "Client", "Wire", "Editorial", "TextAnalysis", "TestCluster", argumentParser, subprocess,
      ],
      swiftSettings: settings),
    .testTarget(
      name: "StetBenchTests", dependencies: ["stet-bench", "TextAnalysis"], swiftSettings: settings),
    .testTarget(name: "ProjectTests", dependencies: [subprocess, yams], swiftSettings: settings),

    .plugin(name: "EmbedText", capability: .buildTool(), path: "Sources/EmbedText"),
  ]
)
