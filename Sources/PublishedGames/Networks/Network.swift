import LinearAlgebra

/// Who is linked with whom, symmetrically.
struct Network: Sendable, Equatable {
  /// The weights of the links, row by row; 0 for no link.
  let weights: [[Double]]

  /// A network of given weights.
  init(weights: [[Double]]) { self.weights = weights }

  /// Links of weight 1 between players counted from 0.
  init(players: Int, links: [(Int, Int)]) {
    var weights = Array(
      repeating: [Double](repeating: 0, count: players), count: players)
    for (i, j) in links {
      weights[i][j] = 1
      weights[j][i] = 1
    }
    self.weights = weights
  }

  /// The number of players.
  var count: Int { weights.count }

  /// The players that a player is linked with.
  func neighbours(of player: Int) -> [Int] {
    weights[player].indices.filter { weights[player][$0] != 0 }
  }

  /// Whom each player is linked with.
  var neighbours: [[Int]] { weights.indices.map { neighbours(of: $0) } }

  /// The number of links that every player has; nil if numbers differ.
  var degree: Int? {
    let degrees = Set(neighbours.map(\.count))
    return degrees.count == 1 ? degrees.first : nil
  }

  /// The network without a player.
  func removing(_ player: Int) -> Network {
    var rest = weights
    rest.remove(at: player)
    for i in rest.indices { rest[i].remove(at: player) }
    return Network(weights: rest)
  }

  /// The network with a link added or severed.
  func toggling(_ i: Int, _ j: Int) -> Network {
    var changed = weights
    changed[i][j] = 1 - changed[i][j]
    changed[j][i] = changed[i][j]
    return Network(weights: changed)
  }

  /// The eigenvalues of the weights, the largest first; empty if LAPACK finds
  /// none.
  var eigenvalues: [Double] {
    let found = try? SymmetricEigendecomposition.eigenvalues(of: matrix)
    return (found ?? []).reversed()
  }

  /// The largest size of an eigenvalue.
  var spectralRadius: Double {
    eigenvalues.reduce(0) { max($0, abs($1)) }
  }

  /// The weights as a matrix.
  var matrix: Matrix { Matrix(rows: weights) }
}

// Networks as a user writes them.
extension Network {
  /// The network that a parameter holds: a symmetric matrix or a name.
  ///
  /// - Throws: ``ArgumentError`` for a matrix that is no network and for an
  ///   unknown name.
  init(_ arguments: Arguments, _ name: String) throws(ArgumentError) {
    if let text = arguments.values[name]?.text {
      guard let network = Network(named: text) else {
        throw ArgumentError(name, "\(text) is not a network; \(Self.help)")
      }
      self = network
      return
    }
    let rows = arguments.rows(name)
    for i in rows.indices {
      for j in rows.indices {
        guard rows[i][j].isFinite, rows[i][j] >= 0 else {
          throw ArgumentError(name, "has a weight below 0")
        }
        guard rows[i][j] == rows[j][i] else {
          throw ArgumentError(
            name, "is not symmetric in row \(i + 1), column \(j + 1)")
        }
      }
      guard rows[i][i] == 0 else {
        throw ArgumentError(name, "links player \(i + 1) with itself")
      }
    }
    weights = rows
  }

  /// The network that a list of pairs of players, counted from 1, describes.
  ///
  /// - Throws: ``ArgumentError`` for a pair that is no link.
  init(links: [[Double]], name: String) throws(ArgumentError) {
    var pairs: [(Int, Int)] = []
    for pair in links {
      guard let i = Int(exactly: pair[0]), let j = Int(exactly: pair[1]),
        i != j, 1...Self.largest ~= i, 1...Self.largest ~= j
      else {
        throw ArgumentError(
          name,
          "\(Value(pair).json) is not a pair of different players, "
            + "counted from 1")
      }
      pairs.append((i - 1, j - 1))
    }
    let players = pairs.reduce(0) { max($0, $1.0 + 1, $1.1 + 1) }
    self.init(players: players, links: pairs)
  }

  /// A network by name, such as `cycle C8`, `path4`, `star5`, `star K1,4`,
  /// `complete5`, `empty3` or `bridge11`; nil for any other.
  init?(named name: String) {
    let kind = name.prefix { $0.isLetter }.lowercased()
    let digits = name.split { !$0.isNumber }
    guard let last = digits.last, let number = Int(last),
      1...Self.largest ~= number
    else { return nil }
    let players = 0..<number
    switch kind {
    case "bridge" where name.hasPrefix("bridge11"): self = .bridge
    case "path":
      self.init(players: number, links: players.dropLast().map { ($0, $0 + 1) })
    case "cycle", "circle", "ring":
      guard number > 2 else { return nil }
      self.init(
        players: number, links: players.map { ($0, ($0 + 1) % number) })
    case "star":
      let size = digits.count > 1 ? number + 1 : number
      self.init(players: size, links: (0..<size).dropFirst().map { (0, $0) })
    case "complete": self = .circulant(number, degree: number - 1)
    case "empty": self.init(players: number, links: [])
    default: return nil
    }
  }

  /// What names there are.
  static let help =
    "known are path4, cycle5, star5, complete5, empty3 (of any size), bridge11"

  /// The largest number of players.
  static let largest = 200

  /// Player 1 between two groups of five: the example of Ballester,
  /// Calvó-Armengol and Zenou.
  static let bridge: Network = {
    var links = [(0, 1), (0, 5), (0, 6), (0, 10)]
    for group in [1...5, 6...10] {
      for i in group { for j in group where j > i { links.append((i, j)) } }
    }
    return Network(players: 11, links: links)
  }()

  /// Everybody linked with the nearest on a circle, and with the opposite if
  /// the degree is odd, which needs an even number of players.
  static func circulant(_ players: Int, degree: Int) -> Network {
    precondition(players * degree % 2 == 0, "no network has this degree")
    var links: [(Int, Int)] = []
    for i in 0..<players {
      for step in 0..<(degree / 2) {
        links.append((i, (i + step + 1) % players))
      }
      if degree % 2 == 1 { links.append((i, (i + players / 2) % players)) }
    }
    return Network(players: players, links: links)
  }
}
