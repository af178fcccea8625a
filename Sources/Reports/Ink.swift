/// The colours of pictures and pages, for paper and for dark screens.
///
/// They are those of Okabe and Ito, Color universal design (2008), which
/// readers with any kind of colour vision tell apart, darkened where they
/// must be seen on white. A picture names an ink by the class of an element;
/// what it looks like is said once, in the file of a picture or in the page
/// that holds it.
package enum Ink: String, CaseIterable, Sendable {
  /// For texts and frames.
  case text
  /// For what is secondary.
  case faint
  /// For lines that guide the eye.
  case grid
  /// The ground.
  case page
  /// The ground of what stands out.
  case tint
  case blue, sky, green, grey, orange, pink, gold
  /// For equilibria.
  case red
  /// For optima.
  case leaf

  /// The colour on a white ground.
  package var light: String {
    switch self {
    case .text: "#1a1a1a"
    case .faint: "#5c5c5c"
    case .grid: "#dddddd"
    case .page: "#ffffff"
    case .tint: "#f4f6f8"
    case .blue: "#0072b2"
    case .sky: "#56b4e9"
    case .green: "#009e73"
    case .grey: "#999999"
    case .orange: "#d55e00"
    case .pink: "#cc79a7"
    case .gold: "#b58900"
    case .red: "#b5182b"
    case .leaf: "#1b7837"
    }
  }

  /// The colour on a dark ground.
  package var dark: String {
    switch self {
    case .text: "#e8e8e8"
    case .faint: "#a8adb3"
    case .grid: "#3a3f45"
    case .page: "#16181b"
    case .tint: "#20242a"
    case .blue: "#4aa8e0"
    case .sky: "#8fd0f5"
    case .green: "#3ec9a0"
    case .grey: "#aaaaaa"
    case .orange: "#ff9248"
    case .pink: "#e5a6c8"
    case .gold: "#e0c04a"
    case .red: "#ff7b86"
    case .leaf: "#6fcf87"
    }
  }

  /// The classes of an element with this ink inside and another around it.
  package func filled(around other: Ink? = nil) -> String {
    "fill-\(rawValue)" + (other.map { " line-\($0.rawValue)" } ?? "")
  }

  /// The class of a line in this ink.
  package var line: String { "line-\(rawValue)" }

  /// The inks that tell parts of a whole apart, in order.
  package static let series: [Ink] = [
    .blue, .sky, .green, .grey, .orange, .pink, .gold, .leaf, .red,
  ]

  /// The rules of all classes, a colour being named by a function.
  static func rules(_ colour: (Ink) -> String) -> String {
    allCases.map { ink in
      let colour = colour(ink)
      return "svg .fill-\(ink.rawValue){fill:\(colour)}"
        + "svg .line-\(ink.rawValue){stroke:\(colour)}"
    }.joined(separator: "\n")
  }

  /// The rules for a page, whose colours are variables.
  static let pageRules = rules { "var(--\($0.rawValue))" }

  /// The variables of a page.
  static func variables(_ colour: (Ink) -> String) -> String {
    allCases.map { "--\($0.rawValue):\(colour($0))" }.joined(separator: ";")
  }
}
