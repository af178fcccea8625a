/// A picture with what it shows in words and the numbers in it.
package struct Figure: Sendable {
  /// The head.
  package var title: String
  /// The picture.
  package var picture: SVGDocument
  /// How to read it.
  package var caption: String
  /// The same numbers; nil if a table nearby has them.
  package var table: Table?

  /// A figure.
  package init(
    _ title: String, _ picture: SVGDocument, caption: String,
    table: Table? = nil
  ) {
    self.title = title
    self.picture = picture
    self.caption = caption
    self.table = table
  }
}

/// A text whose lines stay as they are, such as a command or a file.
package struct Listing: Sendable {
  /// What it is; nil for one that is always open.
  package var title: String?
  /// The text.
  package var text: String

  /// A listing; one with a title is closed until a reader opens it.
  package init(_ title: String? = nil, text: String) {
    self.title = title
    self.text = text
  }

  /// The lines of the text, without what would steer a terminal.
  var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { DisplayText.escaped(String($0)) }
  }
}
