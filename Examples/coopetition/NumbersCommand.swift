import ArgumentParser

/// Explains the numbers that reports show.
struct NumbersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "numbers",
    abstract: "Explain the numbers that reports show.",
    discussion: """
      level         the share of its knowledge that a firm discloses, 0 to its \
      cap
      payoff        what a firm earns, in the money of the file; the sum of its \
      channels
      welfare       the payoffs of all firms less what others pay as subsidies
      efficiency    the share of what could be gained over "nobody shares" that \
      is gained: 0 % as nobody, 100 % as the optimum
      price of anarchy, of stability
                    welfare of the optimum over that of the worst, of the best \
      equilibrium; infinite if that is 0
      regret        the most that any firm could gain by changing its own level \
      alone; 0 at an equilibrium
      stable        small deviations die out; "undecided" says that this could \
      not be decided, not that the equilibrium is in doubt
      proven        shown by interval arithmetic, rounding errors included; \
      numbers without this word are numerical
      bound, gap    no profile has more than the bound; the gap is the bound \
      less the value found
      elasticity    by how many percent welfare changes for one percent more of \
      a number
      residual      how far the conditions of an optimum are from being met
      hypervolume   the part of the payoffs above a reference point that a \
      front dominates

      For example: coopetition solve sematech-1991.yaml
      """,
    shouldDisplay: false)

  func run() throws { throw CleanExit.helpRequest(self) }
}
