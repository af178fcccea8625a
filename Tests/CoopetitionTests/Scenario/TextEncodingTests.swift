import Testing

@testable import Coopetition

/// Bytes of names in the encodings of spreadsheets, as their tables give them
/// (ISO 8859-1; GBK, GB 18030-2005).
@Suite struct TextEncodingTests {
  @Test(
    arguments: [
      // Müller, Société Générale, São João, "naïf" and "l’Oréal" of Windows.
      [0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72],
      [0x53, 0x6F, 0x63, 0x69, 0xE9, 0x74, 0xE9, 0x20, 0x47, 0xE9, 0x6E, 0xE9],
      [0x53, 0xE3, 0x6F, 0x20, 0x4A, 0x6F, 0xE3, 0x6F],
      [0x63, 0x61, 0x66, 0xE9],
      [0x6C, 0x92, 0x4F, 0x72, 0xE9, 0x61, 0x6C],
    ] as [[UInt8]])
  func lettersThatStandAloneAreWestern(bytes: [UInt8]) {
    #expect(TextEncoding.candidates(for: bytes) == [.latin1])
  }

  @Test(
    arguments: [
      // 公司, 企业 with a figure, and 朱镕基, of which 镕 ends in an ASCII letter.
      [0xB9, 0xAB, 0xCB, 0xBE],
      [0x41, 0x2C, 0xC6, 0xF3, 0xD2, 0xB5, 0x2C, 0x31],
      [0xD6, 0xEC, 0xE9, 0x46, 0xBB, 0xF9, 0xBB, 0xF9],
    ] as [[UInt8]])
  func pairsAreChinese(bytes: [UInt8]) {
    #expect(TextEncoding.candidates(for: bytes) == [.gbk])
  }

  /// Two letters side by side, as in "créée", are a Chinese character too.
  @Test func whatMayBeBothIsNamedSo() {
    let bytes: [UInt8] = [0x63, 0x72, 0xE9, 0xE9, 0x65]
    #expect(TextEncoding.candidates(for: bytes) == [.gbk, .latin1])
    #expect(
      SourceText.problem(with: bytes)
        == "is not UTF-8 text but looks like GBK or Latin-1; save it as UTF-8")
  }

  @Test func noiseIsNeither() {
    #expect(TextEncoding.candidates(for: [0xFF, 0xFF, 0xFF]).isEmpty)
    #expect(TextEncoding.candidates(for: Array("plain".utf8)).isEmpty)
  }
}
