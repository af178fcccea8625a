import ArgumentParser
import Coopetition

/// Checks a certificate.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a certificate without searching again.",
    discussion: """
      Proves each claimed equilibrium anew and walks through the recorded \
      division of the strategy space, every part of which must be closed. A \
      certificate that claims what is not so is refused with exit status 1.

        coopetition solve three-firms.yaml --certificate proof.json
        coopetition verify three-firms.yaml proof.json
        coopetition verify three-firms.yaml proof.json --effort 1000
      """)

  @Argument(help: "The scenario file.", completion: .file())
  var file: String

  @Argument(help: "The certificate.", completion: .file())
  var certificate: String

  @Option(help: "How many boxes of the certificate may be looked at.")
  var effort = 1_000_000

  @OptionGroup var references: ReferenceOptions
  @OptionGroup var waiting: WaitingOptions

  func run() throws {
    let game = try game()
    let proof = try naming(certificate) {
      try ProofCertificate(path: certificate)
    }
    let progress = ProgressLine(waiting)
    let outcome = progress.watching {
      proof.check(game, by: CompletenessCheck(boxLimit: effort, monitor: $0))
    }
    switch outcome {
    case .refused(let reason):
      throw Output.failure("\(certificate): refused: \(reason)")
    case .holds(let verdict):
      Output.write(summary(of: proof, verdict) + "\n")
    }
  }

  private func game() throws -> any ScenarioGame {
    try naming(file) {
      do {
        return try scenario(in: references.scenarioFile(file))
          .game(keepsConstraints: true)
      } catch let error as ScenarioError {
        guard (try? ProofCertificate(path: file)) != nil else { throw error }
        throw ScenarioError(
          "is a certificate; the scenario comes first, then the certificate")
      }
    }
  }

  private func summary(
    of proof: ProofCertificate, _ verdict: CompletenessCheck.Verdict
  ) -> String {
    let count = proof.claims.count
    let optimum =
      proof.optimum == nil
      ? "" : "; the optimum is proven, to the tolerance of solve"
    let claims =
      "\(NumberText.counted(count, "equilibrium", "equilibria")) proven"
    if case .incomplete(let parts) = verdict {
      return "\(certificate): \(claims); there may be others in "
        + NumberText.counted(parts, "part") + " of the strategy space\(optimum)"
    }
    return "\(certificate): \(claims), and that there is no other\(optimum)"
  }
}
