/// The hash SHA-256 of bytes (FIPS PUB 180-4), by which files are recognised.
struct SHA256 {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f,
    0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var block: [UInt8] = []
  private var count: UInt64 = 0

  /// Adds bytes.
  ///
  /// - Complexity: O(bytes).
  mutating func update(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      block.append(byte)
      count &+= 1
      if block.count == Self.blockSize {
        compress()
        block.removeAll(keepingCapacity: true)
      }
    }
  }

  /// The hash of the bytes added so far, as 64 hexadecimal digits.
  var digest: String {
    var padded = self
    let bits = count &* 8
    padded.update(CollectionOfOne(0x80))
    while padded.block.count != Self.blockSize - 8 {
      padded.update(CollectionOfOne(0))
    }
    padded.update(
      (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) })
    return padded.state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private static let blockSize = 64

  private mutating func compress() {
    var words = (0..<16).map { k in
      (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(block[4 * k + $1]) }
    }
    for k in 16..<64 {
      let (a, b) = (words[k - 15], words[k - 2])
      let s0 = a.rotated(7) ^ a.rotated(18) ^ a >> 3
      let s1 = b.rotated(17) ^ b.rotated(19) ^ b >> 10
      words.append(words[k - 16] &+ s0 &+ words[k - 7] &+ s1)
    }
    // Instead of moving the eight variables a to h, their places turn.
    var v = state
    for k in 0..<64 {
      func place(_ variable: Int) -> Int { (variable &- k) & 7 }
      let (a, e) = (v[place(0)], v[place(4)])
      let (b, c) = (v[place(1)], v[place(2)])
      let choice = (e & v[place(5)]) ^ (~e & v[place(6)])
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let first =
        v[place(7)] &+ (e.rotated(6) ^ e.rotated(11) ^ e.rotated(25))
        &+ choice &+ Self.constants[k] &+ words[k]
      let second = (a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)) &+ majority
      v[place(3)] &+= first
      v[place(7)] = first &+ second
    }
    for k in 0..<8 { state[k] &+= v[k] }
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first
  /// 64 primes.
  private static let constants: [UInt32] = primes(64).map { prime in
    var root = UInt64(0)
    // The largest integer whose cube is at most prime · 2⁹⁶, bit by bit.
    for bit in (0..<36).reversed() {
      let trial = root | 1 << UInt64(bit)
      if isCube(trial, atMost: prime) { root = trial }
    }
    return UInt32(truncatingIfNeeded: root)
  }

  /// Whether `root³ ≤ prime · 2⁹⁶`.
  private static func isCube(_ root: UInt64, atMost prime: UInt64) -> Bool {
    let wide = UInt128(root)
    return wide * wide * wide <= UInt128(prime) << 96
  }

  private static func primes(_ count: Int) -> [UInt64] {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < count {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }
}

extension UInt32 {
  fileprivate func rotated(_ count: UInt32) -> UInt32 {
    self >> count | self << (32 - count)
  }
}
