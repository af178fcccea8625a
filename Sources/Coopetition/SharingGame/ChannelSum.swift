import Games

/// The channels of the standard game, in the order of results.
///
/// A new channel takes its place in this list and nowhere else.
typealias StandardChannels = ChannelSum<
  Innovation,
  ChannelSum<
    Saving,
    ChannelSum<
      PremiumChannel,
      ChannelSum<
        Leakage,
        ChannelSum<
          Stealing,
          ChannelSum<
            SharingCost, ChannelSum<SubsidyChannel, ChannelSum<Fees, Base>>
          >
        >
      >
    >
  >
>

/// A channel and those after it, added up.
///
/// The list is a type, so that the sum of all formulas is one specialised
/// function without a dynamic call, and the stakes of a firm lie side by side.
struct ChannelSum<First: Channel, Rest: Channel>: Channel {
  private let first: First
  private let rest: Rest

  struct Stake: Sendable {
    fileprivate let first: First.Stake
    fileprivate let rest: Rest.Stake
  }

  init(_ data: SharingData) {
    first = First(data)
    rest = Rest(data)
  }

  func stake(of firm: Int, in data: SharingData) -> Stake {
    Stake(
      first: first.stake(of: firm, in: data),
      rest: rest.stake(of: firm, in: data))
  }

  static var name: String { "\(First.name) + \(Rest.name)" }

  /// Each channel on its own, in order.
  static var channels: [any Channel.Type] {
    [First.self]
      + ((Rest.self as? any ChannelList.Type)?.channels ?? [Rest.self])
  }

  @inline(__always)
  func payoff<S: Scalar>(
    _ stake: Stake, own: S, aggregates: Aggregates<S>
  ) -> S {
    first.payoff(stake.first, own: own, aggregates: aggregates)
      + rest.payoff(stake.rest, own: own, aggregates: aggregates)
  }

  @inline(__always)
  func marginal<S: Scalar>(
    _ stake: Stake, own: S, aggregates: Aggregates<S>
  ) -> S {
    first.marginal(stake.first, own: own, aggregates: aggregates)
      + rest.marginal(stake.rest, own: own, aggregates: aggregates)
  }
}

/// A channel that is a list of channels.
private protocol ChannelList {
  static var channels: [any Channel.Type] { get }
}

extension ChannelSum: ChannelList {}
