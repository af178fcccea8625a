/// A word of a formula.
struct FormulaToken: Equatable {
  /// What a word can be.
  enum Kind: Equatable {
    /// A decimal number, as the double nearest to it.
    case number(Double)
    /// A name: letters, digits and underscores, no digit in front.
    case name(String)
    /// One of `+ - * / ^ ( ) ,`.
    case symbol(Character)
    /// The end of the formula.
    case end
  }

  /// What it is.
  let kind: Kind
  /// Its first byte in the formula.
  let offset: Int
  /// How it is written.
  let text: String
}
