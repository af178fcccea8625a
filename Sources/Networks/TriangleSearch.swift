import LinearAlgebra

/// A tie seen from one of its nodes: the places of both its elements.
struct TrianglePlace {
  /// The node at the other end.
  let node: Int
  /// The position of the tie in the row of the near node.
  let there: Int
  /// The position of the tie in the row of the other node.
  let back: Int

  /// The same tie seen from the other end.
  @inline(__always)
  func reversed(to node: Int) -> Self {
    Self(node: node, there: back, back: there)
  }
}

/// A triangle seen from one of its nodes.
struct TriangleCorner {
  /// The node.
  let node: Int
  /// The tie to one of the others.
  let left: TrianglePlace
  /// The tie to the other.
  let right: TrianglePlace
  /// The tie from the left to the right node.
  let across: TrianglePlace
}

/// The triangles of an undirected network.
///
/// Each tie is directed from the node with fewer partners to the other, so
/// that no node keeps more than √(2 · ties) of them; a triangle is then found
/// once, from its first node. See Latapy, Theoretical Computer Science 407
/// (2008) 458-473.
struct TriangleSearch {
  private let starts: [Int]
  private let targets: [Int32]
  /// The position of each directed tie in the symmetric matrix.
  private let places: [Int]
  /// The position of the opposite of each element of the matrix.
  private let opposites: [Int]

  /// Directs the ties of a symmetric matrix.
  ///
  /// - Complexity: O(rows + elements).
  init(of ties: SparseMatrix) {
    let degrees = ties.rowCounts
    opposites = Self.opposites(in: ties)
    var starts = [0]
    var targets: [Int32] = []
    var places: [Int] = []
    starts.reserveCapacity(ties.rows + 1)
    targets.reserveCapacity(ties.nonzeroCount / 2)
    places.reserveCapacity(ties.nonzeroCount / 2)
    for i in 0..<ties.rows {
      for k in ties.rowStarts[i]..<ties.rowStarts[i + 1] {
        let j = Int(ties.columnIndices[k])
        guard (degrees[i], i) < (degrees[j], j) else { continue }
        targets.append(Int32(j))
        places.append(k)
      }
      starts.append(targets.count)
    }
    (self.starts, self.targets, self.places) = (starts, targets, places)
  }

  /// The position of element (j, i) for that of each element (i, j).
  private static func opposites(in ties: SparseMatrix) -> [Int] {
    var next = ties.rowStarts
    return ties.columnIndices.map { column in
      defer { next[Int(column)] += 1 }
      return next[Int(column)]
    }
  }

  /// Calls a closure with the three corners of each triangle, in an order that
  /// depends on the network alone.
  ///
  /// - Complexity: O(rows + elements^1.5).
  @inline(__always)
  func forEachCorner(_ body: (TriangleCorner) -> Void) {
    let none = -1
    var marks = Array(repeating: none, count: starts.count - 1)
    marks.withUnsafeMutableBufferPointer { marks in
      targets.withUnsafeBufferPointer { targets in
        for a in marks.indices {
          let own = starts[a]..<starts[a + 1]
          guard own.count > 1 else { continue }
          for k in own { marks[Int(targets[k])] = places[k] }
          for k in own {
            let b = Int(targets[k])
            for l in starts[b]..<starts[b + 1] {
              let c = Int(targets[l])
              guard marks[c] != none else { continue }
              let at = (places[k], marks[c], places[l])
              visitCorners((a, b, c), at, body)
            }
          }
          for k in own { marks[Int(targets[k])] = none }
        }
      }
    }
  }

  /// Visits the corners of a triangle, given the positions of its directed
  /// ties from a to b, from a to c and from b to c.
  @inline(__always)
  private func visitCorners(
    _ nodes: (a: Int, b: Int, c: Int), _ at: (ab: Int, ac: Int, bc: Int),
    _ body: (TriangleCorner) -> Void
  ) {
    let ab = TrianglePlace(
      node: nodes.b, there: at.ab, back: opposites[at.ab])
    let ac = TrianglePlace(
      node: nodes.c, there: at.ac, back: opposites[at.ac])
    let bc = TrianglePlace(
      node: nodes.c, there: at.bc, back: opposites[at.bc])
    let (ba, ca) = (ab.reversed(to: nodes.a), ac.reversed(to: nodes.a))
    let cb = bc.reversed(to: nodes.b)
    body(TriangleCorner(node: nodes.a, left: ab, right: ac, across: bc))
    body(TriangleCorner(node: nodes.b, left: ba, right: bc, across: ac))
    body(TriangleCorner(node: nodes.c, left: ca, right: cb, across: ab))
  }
}
