import Coopetition
import LinearAlgebra
import Synchronization

/// Shows how far a long computation is, and ends it in time.
///
/// On a terminal one line is replaced twice a second and cleared at the end;
/// elsewhere, if it is asked for, a line is added every ten seconds.
final class ProgressLine: Sendable {
  private struct State {
    var last: ContinuousClock.Instant
    var phase = ""
    var phaseStart: ContinuousClock.Instant
    var isVisible = false
  }

  private let start = ContinuousClock.now
  private let isShown: Bool
  private let replaces: Bool
  private let limit: Duration?
  private let wasStopped = Atomic(false)
  private let state: Mutex<State>

  /// A line as the options ask for.
  init(_ options: WaitingOptions) {
    replaces = Output.hasTerminal
    isShown = !options.quiet && (replaces || options.progress)
    limit = options.timeLimit.map { .seconds($0) }
    state = Mutex(State(last: start, phaseStart: start))
    Interruption.listen()
  }

  /// Whether some work was told to stop: its answer lacks something.
  var hasStopped: Bool { wasStopped.load(ordering: .relaxed) }

  /// Marks answers whose work was told to stop, and says so.
  func noteStop(of reports: inout [Report]) {
    guard hasStopped else { return }
    for k in reports.indices { reports[k].markStopped() }
    Output.complain("coopetition: \(Report.stopNotice(in: .english))\n")
  }

  /// Does work that ends soon after Ctrl-C, SIGTERM or the end of the time, and
  /// clears the line after it.
  ///
  /// - Parameter body: The work, with what it asks whether to go on.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  func watching<Result>(
    _ body: (Monitor) throws -> Result
  ) rethrows -> Result {
    defer { finish() }
    let monitor = Monitor { event in
      self.show(event)
      return self.goesOn
    }
    return try Cancellation.asking({ !self.goesOn }) {
      try ReadingProgress.heard(by: monitor) { try body(monitor) }
    }
  }

  /// Clears the line.
  private func finish() {
    state.withLock { state in
      if state.isVisible && replaces { Output.complain(Self.clearing) }
      state.isVisible = false
    }
  }

  private var goesOn: Bool {
    let goesOn =
      !Interruption.isRequested
      && limit.map { ContinuousClock.now - start < $0 } ?? true
    if !goesOn { wasStopped.store(true, ordering: .relaxed) }
    return goesOn
  }

  private func show(_ event: Monitor.Event) {
    guard isShown else { return }
    let now = ContinuousClock.now
    state.withLock { state in
      if state.phase != event.phase {
        (state.phase, state.phaseStart) = (event.phase, now)
      }
      guard now - state.last >= (replaces ? Self.pause : Self.logPause) else {
        return
      }
      (state.last, state.isVisible) = (now, true)
      let text = Self.text(event, after: now - state.phaseStart)
      Output.complain(replaces ? Self.clearing + text : text + "\n")
    }
  }

  /// How far, how fast and, where the whole is known, how long still.
  private static func text(
    _ event: Monitor.Event, after time: Duration
  ) -> String {
    let seconds = time / .seconds(1)
    let rate = Double(event.done) / max(seconds, leastSeconds)
    let done = NumberText.grouped(event.done)
    let speed = "\(NumberText.significant(rate, digits: 2)) a second"
    guard let total = event.total else {
      return "\(done) \(event.phase), \(speed)"
    }
    let left = Double(total - event.done) / max(rate, leastRate)
    return "\(done) of \(NumberText.grouped(total)) \(event.phase), \(speed), "
      + "\(duration(left)) left"
  }

  /// A time for people.
  private static func duration(_ seconds: Double) -> String {
    guard seconds < 1e7 else { return "very long" }
    let whole = Int(seconds.rounded(.up))
    return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }

  /// Between two changes of the line on a terminal.
  private static let pause = Duration.milliseconds(500)
  /// Between two lines elsewhere.
  private static let logPause = Duration.seconds(10)
  private static let clearing = "\r\u{1B}[K"
  /// Rates are not taken over shorter times, in seconds.
  private static let leastSeconds = 1e-3
  /// Rates count as at least this, a second.
  private static let leastRate = 1e-9
}
