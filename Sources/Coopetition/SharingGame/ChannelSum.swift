import Games

/// The channels of the standard game, in the order of results.
///
/// A new channel takes its place in this list and nowhere else.
typealias StandardChannels = ChannelSum<
  Innovation, ChannelSum<
    Saving, ChannelSum<
      PremiumChannel, ChannelSum<
        Leakage, ChannelSum<
          Stealing, ChannelSum<
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
/// function without a dynamic call.
struct ChannelSum<First: Channel, Rest: Channel>: Channel {
  private let first: First
  private let rest: Rest

  init(_ data: SharingData) {
    first = First(data)
    rest = Rest(data)
  }

  var name: String { "\(first.name) + \(rest.name)" }

  /// Each channel on its own, in order.
  var channels: [any Channel] {
    [first] + ((rest as? any ChannelList)?.channels ?? [rest])
  }

  @inline(__always)
  func payoff<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    first.payoff(of: firm, own: own, aggregates: aggregates)
      + rest.payoff(of: firm, own: own, aggregates: aggregates)
  }

  @inline(__always)
  func marginal<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    first.marginal(of: firm, own: own, aggregates: aggregates)
      + rest.marginal(of: firm, own: own, aggregates: aggregates)
  }
}

/// A channel that is a list of channels.
private protocol ChannelList {
  var channels: [any Channel] { get }
}

extension ChannelSum: ChannelList {}
