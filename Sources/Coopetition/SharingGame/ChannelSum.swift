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
/// function without a dynamic call; a parameter pack reads better and is some
/// twenty times slower.
enum ChannelSum<First: Channel, Rest: Channel>: Channel {
  static var name: String { "\(First.name) + \(Rest.name)" }

  /// Each channel on its own, in order.
  static var channels: [any Channel.Type] {
    [First.self]
      + ((Rest.self as? any ChannelList.Type)?.channels ?? [Rest.self])
  }

  @inline(__always)
  static func payoff<View: FirmView>(_ firm: View) -> View.Value {
    First.payoff(firm) + Rest.payoff(firm)
  }

  @inline(__always)
  static func marginal<View: FirmView>(_ firm: View) -> View.Value {
    First.marginal(firm) + Rest.marginal(firm)
  }
}

/// A channel that is a list of channels.
private protocol ChannelList {
  static var channels: [any Channel.Type] { get }
}

extension ChannelSum: ChannelList {}

extension Cluster {
  /// The channels that results show: those of a commitment, royalties and the
  /// platform, where the scenario makes one, and those of risk and of alliances
  /// where there are any.
  var channels: [any Channel.Type] {
    let standard = StandardChannels.channels
    let committed: [any Channel.Type] =
      makesCommitment
      ? standard.dropLast() + [Royalties.self, PlatformProfit.self, Base.self]
      : standard
    let risk: [any Channel.Type] = success < 1 ? [Risk.self] : []
    let overhead: [any Channel.Type] =
      firms.contains { $0.overhead != 0 } ? [Overhead.self] : []
    return committed + risk + overhead
  }
}
