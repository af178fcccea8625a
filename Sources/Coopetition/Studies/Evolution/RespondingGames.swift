import Equilibria

// The games whose levels can be adjusted, beside those that firms play.
extension ParametricSharingGame: RespondingGame {}
extension FormulaGame: RespondingGame {}
