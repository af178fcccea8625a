import LinearAlgebra
import Synchronization
import TestSupport
import Testing

@Suite struct SparseMatrixColumnRangesTests {
  @Test func placesAreThoseWithAColumnInTheRange() {
    var random = SplitMix64(seed: 31)
    let matrix = random.sparse(12, 20, density: 0.4)
    for row in 0..<12 {
      for first in 0...20 {
        for end in first...20 {
          let found = matrix.places(inRow: row, first..<end)
          let row = matrix.rowStarts[row]..<matrix.rowStarts[row + 1]
          let expected = row.filter {
            (first..<end).contains(Int(matrix.columnIndices[$0]))
          }
          #expect(Array(found) == expected)
        }
      }
    }
  }

  @Test(arguments: [0, 1, 20_000, 300_000])
  func rangesMakeUpTheColumns(columns: Int) {
    let matrix = SparseMatrix(rows: 1, columns: columns)
    for concurrently in [false, true] {
      let ranges = Mutex<[Range<Int>]>([])
      matrix.forEachColumnRange(concurrently: concurrently) { range in
        ranges.withLock { $0.append(range) }
      }
      let found = ranges.withLock { $0 }.sorted {
        $0.lowerBound < $1.lowerBound
      }
      #expect(found.first?.lowerBound == 0)
      #expect(found.last?.upperBound == columns)
      #expect(
        zip(found, found.dropFirst()).allSatisfy {
          $0.upperBound == $1.lowerBound
        })
      #expect((found.count > 1) == (concurrently && columns > 16_384))
    }
  }
}
