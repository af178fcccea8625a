import LinearAlgebra

/// What sweeps of best responses keep of a profile for one aggregate; see
/// ``UnsafeAggregate``.
///
/// It holds memory that is released by hand.
struct GatheredAggregate {
  private let kind: UnsafeAggregate.Kind
  /// Gathered levels, one total for each group, or one sum.
  private let settled: UnsafeMutableBufferPointer<Double>
  /// Gathered levels of players who moved; the same memory as `settled` in
  /// sweeps of one block. Or the change of each total in each block of a wave.
  private let moved: UnsafeMutableBufferPointer<Double>

  /// Memory for an aggregate of a game that is swept in blocks.
  init(_ aggregate: UnsafeAggregate, playerCount: Int, blocks: SweepBlocks) {
    kind = aggregate.kind
    switch kind {
    case .weightedSum:
      settled = .zeros(1)
      moved = settled
    case .blockUniform:
      settled = .zeros(aggregate.groupCount)
      moved = .zeros(aggregate.groupCount * blocks.width)
    case .network, .general:
      settled = .zeros(playerCount)
      moved = blocks.count == 1 ? settled : .zeros(playerCount)
    }
  }

  func deallocate() {
    if moved.baseAddress != settled.baseAddress { moved.deallocate() }
    settled.deallocate()
  }

  /// The aggregate as one block of a wave sees it.
  func view(_ aggregate: UnsafeAggregate, block: Int) -> UnsafeAggregate {
    var view = aggregate
    view.settled = settled.baseAddress
    view.moved = moved.baseAddress
    if kind == .blockUniform {
      view.moved = moved.baseAddress.map { $0 + block * settled.count }
    }
    if kind == .weightedSum { view.total = settled[0] }
    return view
  }

  /// Takes in everything from the levels.
  func gather(
    _ aggregate: UnsafeAggregate, _ levels: UnsafeMutableBufferPointer<Double>
  ) {
    switch kind {
    case .weightedSum:
      var sum = CompensatedSum()
      for j in levels.indices { sum += aggregate.weight(of: j) * levels[j] }
      settled[0] = sum.value
    case .network, .general:
      for j in levels.indices {
        settled[j] = aggregate.weight(of: j) * levels[j]
        moved[j] = settled[j]
      }
    case .blockUniform:
      settled.update(repeating: 0)
      moved.update(repeating: 0)
      guard let groups = aggregate.groups else { return }
      for j in levels.indices {
        settled[Int(groups[j])] += aggregate.weight(of: j) * levels[j]
      }
    }
  }

  /// Takes in what a block moved, players `range`.
  func settle(_ view: UnsafeAggregate, _ range: Range<Int>) {
    switch kind {
    case .weightedSum: settled[0] += view.change
    case .network, .general:
      guard moved.baseAddress != settled.baseAddress else { return }
      for j in range { settled[j] = moved[j] }
    case .blockUniform:
      guard let changes = view.moved else { return }
      for group in settled.indices {
        settled[group] += changes[group]
        changes[group] = 0
      }
    }
  }
}

extension UnsafeMutableBufferPointer<Double> {
  /// New memory of zeros.
  fileprivate static func zeros(_ count: Int) -> Self {
    let result = Self.allocate(capacity: count)
    result.initialize(repeating: 0)
    return result
  }
}
