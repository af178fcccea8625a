extension ScenarioFile {
  /// The files that the scenario consists of, as their names stand in it: its
  /// own first, then those that it names, in the order of the document.
  ///
  /// A text that is the path of a file that can be opened counts as its name.
  package var files: [(name: String, path: String)] {
    var files = [(name: name, path: name)]
    visit(document) { text in
      guard text.contains("."), !files.contains(where: { $0.name == text }),
        let path = try? path(of: text, at: nil)
      else { return }
      files.append((text, path))
    }
    return files
  }

  /// 16 hexadecimal digits that differ, but for an accident of one in 2⁶⁴,
  /// whenever the bytes of the scenario or of a file that it names do.
  ///
  /// - Throws: an error when a file cannot be read.
  /// - Complexity: O(bytes of all files).
  package func fingerprint() throws(ScenarioError) -> String {
    var hash = SHA256()
    for file in files {
      hash.update(try Self.hash(of: file.path).utf8)
    }
    return String(hash.digest.prefix(16))
  }

  /// The SHA-256 of the bytes of a file.
  ///
  /// - Throws: an error that names the file when it cannot be read.
  package static func hash(of path: String) throws(ScenarioError) -> String {
    do {
      let file = try FileBytes(path: path)
      let chunk = UnsafeMutableRawBufferPointer.allocate(
        byteCount: 1 << 16, alignment: 16)
      defer { chunk.deallocate() }
      var hash = SHA256()
      while case let count = try file.read(into: chunk), count > 0 {
        hash.update(chunk[..<count])
      }
      return hash.digest
    } catch {
      throw error.inFile(path)
    }
  }

  /// Calls a function with every scalar of a document that is a value.
  private func visit(_ node: DocumentNode, _ body: (String) -> Void) {
    switch node {
    case .scalar(let text, _): body(text)
    case .list(let nodes): for node in nodes { visit(node, body) }
    case .mapping(let entries):
      for entry in entries { visit(entry.value, body) }
    }
  }
}
