import Testing

@testable import Coopetition

@Suite("SHA-256")
struct SHA256Tests {
  /// FIPS PUB 180-4, and the examples of NIST for it.
  @Test(
    "Hashes of published messages",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (
        "abc",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      ),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func published(message: String, digest: String) {
    var hash = SHA256()
    hash.update(message.utf8)
    #expect(hash.digest == digest)
  }

  @Test("A million letters, added in pieces")
  func million() {
    var hash = SHA256()
    for _ in 0..<1000 { hash.update([UInt8](repeating: 0x61, count: 1000)) }
    #expect(
      hash.digest
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
