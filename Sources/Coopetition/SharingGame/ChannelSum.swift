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
/// function without a dynamic call, and the numbers of a firm lie side by side.
struct ChannelSum<First: Channel, Rest: Channel>: Channel {
  private let first: First
  private let rest: Rest

  init(_ data: SharingData, firm: Int) {
    first = First(data, firm: firm)
    rest = Rest(data, firm: firm)
  }

  static var name: String { "\(First.name) + \(Rest.name)" }

  /// Each channel on its own, in order.
  static var channels: [any Channel.Type] {
    [First.self]
      + ((Rest.self as? any ChannelList.Type)?.channels ?? [Rest.self])
  }

  @inline(__always)
  func payoff<S: Scalar>(own: S, aggregates: Aggregates<S>) -> S {
    first.payoff(own: own, aggregates: aggregates)
      + rest.payoff(own: own, aggregates: aggregates)
  }

  @inline(__always)
  func marginal<S: Scalar>(own: S, aggregates: Aggregates<S>) -> S {
    first.marginal(own: own, aggregates: aggregates)
      + rest.marginal(own: own, aggregates: aggregates)
  }
}

/// A channel that is a list of channels.
private protocol ChannelList {
  static var channels: [any Channel.Type] { get }
}

extension ChannelSum: ChannelList {}
