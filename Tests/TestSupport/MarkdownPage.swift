import Foundation

/// A page of the documentation with its blocks of code.
public struct MarkdownPage: Sendable {
  /// The name of the file, without its extension.
  public let name: String
  /// All of the page.
  public let text: String
  /// The blocks of code, in order.
  public let blocks: [Block]

  /// Lines between fences.
  public struct Block: Sendable {
    /// The word after the opening fence.
    public let language: String
    /// The lines.
    public internal(set) var lines: [String] = []

    /// The lines as one text.
    public var text: String { lines.joined(separator: "\n") }
  }

  /// Reads a page.
  ///
  /// - Parameter file: Where it is.
  /// - Throws: An error if it cannot be read.
  public init(_ file: URL) throws {
    name = file.deletingPathExtension().lastPathComponent
    text = try String(contentsOf: file, encoding: .utf8)
    blocks = Self.blocks(of: text)
  }

  private static func blocks(of text: String) -> [Block] {
    var blocks: [Block] = []
    var isOpen = false
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        if !isOpen { blocks.append(Block(language: String(line.dropFirst(3)))) }
        isOpen.toggle()
      } else if isOpen {
        blocks[blocks.count - 1].lines.append(line)
      }
    }
    return blocks
  }
}
