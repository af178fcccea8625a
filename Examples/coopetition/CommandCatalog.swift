import ArgumentParser

/// Every command by the question that it answers: the groups of `help`, and the
/// table of `help topics`, whose questions the README asks too.
enum CommandCatalog {
  /// Commands for questions of one kind.
  struct Group {
    let name: String
    let topics: [Topic]
  }

  /// A question and the command that answers it.
  struct Topic {
    let question: String
    let command: any ParsableCommand.Type

    init(_ question: String, _ command: any ParsableCommand.Type) {
      self.question = question
      self.command = command
    }
  }

  /// The groups as `help` lists them.
  static var groups: [Group] {
    [answer, change, partners, time, state, manyRuns, files]
  }

  private static var answer: Group {
    Group(
      name: "Answer",
      topics: [
        Topic("What will happen, and what would be best?", SolveCommand.self),
        Topic(
          "What is best for some without harm to others?", ParetoCommand.self),
        Topic("How do two firms answer each other?", PlotCommand.self),
      ])
  }

  private static var change: Group {
    Group(
      name: "Change",
      topics: [
        Topic("What if a number of the file changes?", TraceCommand.self),
        Topic("Which numbers matter most?", SensitivityCommand.self),
        Topic("Which policy closes the gap?", DesignCommand.self),
        Topic("Which lever works, here and elsewhere?", PoliciesCommand.self),
        Topic("Who should move first?", LeadCommand.self),
      ])
  }

  private static var partners: Group {
    Group(
      name: "Partners",
      topics: [
        Topic("Who should ally, and who leaves first?", AlliancesCommand.self),
        Topic("Who is key, and whom to win first?", KeyCommand.self),
        Topic("Which links form, and which last?", FormCommand.self),
      ])
  }

  private static var time: Group {
    Group(
      name: "Time",
      topics: [
        Topic("Where does today's sharing end?", EvolveCommand.self),
        Topic("What tips the balance?", ShockCommand.self),
        Topic("Does sharing make knowledge grow?", GrowCommand.self),
        Topic("How fast do innovations reach whom?", SpreadCommand.self),
      ])
  }

  private static var state: Group {
    Group(
      name: "State",
      topics: [
        Topic("Where do we stand?", DiagnoseCommand.self),
        Topic("What do typical clusters look like?", PathsCommand.self),
        Topic("Who should collect what?", DivideCommand.self),
      ])
  }

  private static var manyRuns: Group {
    Group(
      name: "Many runs",
      topics: [
        Topic("How sure is all this?", SweepCommand.self),
        Topic("What do I show others?", ReportCommand.self),
      ])
  }

  private static var files: Group {
    Group(
      name: "Files and proofs",
      topics: [
        Topic("Is my file right?", CheckCommand.self),
        Topic("Is the proof right?", VerifyCommand.self),
        Topic("Where do I get a cluster to try?", GenerateCommand.self),
        Topic("What does the literature say?", ModelsCommand.self),
      ])
  }
}
