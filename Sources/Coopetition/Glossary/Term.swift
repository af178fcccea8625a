/// A word of reports, in English and in Chinese: the glossary of help, of memos
/// and of the documentation.
package enum Term: String, CaseIterable, Sendable {
  // What firms do and earn.
  case firm, tier, level, openness, payoff, channel, welfare
  case complementarity, rivalry
  // What will happen and what would be best.
  case equilibrium, normalisedEquilibrium, stable, unstable, regret, optimum
  case efficiency
  case priceOfAnarchy, priceOfStability, paretoFront, bargain, hypervolume
  // How sure it is.
  case proven, numerical, undecided, bound, gap, residual
  // Change.
  case elasticity, fold, lever, subsidy
  // Partners.
  case alliance, worth, core, nucleolus, shapleyValue, keyFirm
  // Time and state.
  case basin, multiplier, aligned, trap, dilemma

  /// A text in both languages.
  package typealias Pair = (english: String, chinese: String)

  /// The word.
  package var name: Pair { (entry.english.name, entry.chinese.name) }

  /// What it means, in one line.
  package var meaning: Pair { (entry.english.meaning, entry.chinese.meaning) }

  private var entry: Entry {
    switch self {
    case .firm:
      Entry(
        "firm", "a member of the cluster, which sets its own level",
        "企业", "集群成员，自行选择共享水平")
    case .tier:
      Entry(
        "tier",
        "core, ordinary or general: who may use how much of whose knowledge",
        "层级", "核心、一般或外围：决定谁可使用谁的多少知识")
    case .level:
      Entry(
        "level",
        "the share of its knowledge that a firm discloses, 0 to its cap",
        "水平", "企业公开其知识的比例，从零到其上限")
    case .openness:
      Entry(
        "openness",
        "the share of all knowledge that is disclosed, from 0 to 1",
        "开放度", "全部知识中已公开的比例，从零到一")
    case .payoff:
      Entry(
        "payoff",
        "what a firm earns, in the money of the file; the sum of its channels",
        "收益", "企业的所得，以文件中的货币计；为各渠道之和")
    case .channel:
      Entry(
        "channel",
        "a part of the payoff, such as innovation, premium, leakage or cost",
        "渠道", "收益的组成部分，如创新、集群溢价、泄露、共享成本")
    case .welfare:
      Entry(
        "welfare", "the payoffs of all firms less what others pay as subsidies",
        "福利", "全体企业收益之和，减去他人支付的补贴")
    case .complementarity:
      Entry(
        "complementarity", "how much one firm can use of what another knows",
        "互补性", "一家企业能在多大程度上使用另一家的知识")
    case .rivalry:
      Entry(
        "rivalry", "how much a firm loses by what a rival learns from it",
        "竞争性", "竞争者从中获知后，企业因此受损的程度")
    case .equilibrium:
      Entry(
        "equilibrium",
        "levels at which no firm gains by changing its own level alone",
        "均衡", "任何企业单独改变自身水平都无法获益的状态")
    case .normalisedEquilibrium:
      Entry(
        "normalised equilibrium",
        "one at which a shared constraint has the same multiplier for all",
        "规范化均衡", "共享约束对所有遵守者具有同一乘子的均衡")
    case .stable:
      Entry(
        "stable", "of an equilibrium: small deviations die out",
        "稳定", "指均衡：微小偏离会自行消失")
    case .unstable:
      Entry(
        "unstable", "of an equilibrium: some small deviations grow",
        "不稳定", "指均衡：某些微小偏离会不断扩大")
    case .regret:
      Entry(
        "regret",
        "the most that any firm could gain by changing its own level alone",
        "遗憾值", "任何企业单独改变自身水平最多能获得的增益")
    case .optimum:
      Entry(
        "optimum", "the levels of greatest welfare, if one decided for all",
        "最优", "由一方统一决策时，总福利最大的水平")
    case .efficiency:
      Entry(
        "efficiency",
        "the share gained of what could be gained over \"nobody shares\"",
        "效率", "相对“无人共享”的潜在增益中已实现的比例")
    case .priceOfAnarchy:
      Entry(
        "price of anarchy",
        "welfare of the optimum over that of the worst equilibrium",
        "无政府代价", "最优福利与最差均衡福利之比")
    case .priceOfStability:
      Entry(
        "price of stability",
        "welfare of the optimum over that of the best equilibrium",
        "稳定代价", "最优福利与最好均衡福利之比")
    case .paretoFront:
      Entry(
        "Pareto front",
        "outcomes that are better for nobody without harm to somebody",
        "帕累托前沿", "不损害他人便无法使任何一方更好的结果")
    case .bargain:
      Entry(
        "Nash bargain", "the agreement with the greatest product of all gains",
        "纳什谈判解", "使各方增益之积最大的协议")
    case .hypervolume:
      Entry(
        "hypervolume",
        "the part of the payoffs above a reference point that a front dominates",
        "超体积", "参考点之上被前沿支配的收益空间的大小")
    case .proven:
      Entry(
        "proven", "shown by interval arithmetic, rounding errors included",
        "已证明", "用区间算法得出，包含舍入误差")
    case .numerical:
      Entry(
        "numerical", "computed to the precision shown, but not proven",
        "数值结果", "计算至所示精度，但未经证明")
    case .undecided:
      Entry(
        "undecided", "neither proven nor excluded; more --effort may decide it",
        "未定", "既未证明也未排除；增大 --effort 或可判定")
    case .bound:
      Entry(
        "bound", "no profile has more than this",
        "界", "任何方案都不会超过此值")
    case .gap:
      Entry(
        "gap", "the bound less the value found",
        "差距", "界与所得数值之差")
    case .residual:
      Entry(
        "residual", "how far the conditions of an optimum are from being met",
        "残差", "最优条件未满足的程度")
    case .elasticity:
      Entry(
        "elasticity",
        "by how many percent welfare changes for one percent more of a number",
        "弹性", "数值增加百分之一时福利变化的百分比")
    case .fold:
      Entry(
        "fold", "where two equilibria meet and vanish as a number changes",
        "折叠点", "随数值变化，两个均衡相会并消失之处")
    case .lever:
      Entry(
        "lever",
        "a response of policy, such as rules, information, demand, royalty",
        "政策工具", "一类政策措施，如规则、信息、需求、许可费")
    case .subsidy:
      Entry(
        "subsidy", "what is paid to a firm per unit of its level",
        "补贴", "按企业每单位水平支付的款项")
    case .alliance:
      Entry(
        "alliance",
        "firms that decide together or open their knowledge to each other",
        "联盟", "共同决策或相互开放知识的企业")
    case .worth:
      Entry(
        "worth", "what the members of an alliance earn in all",
        "联盟价值", "联盟成员的收益总和")
    case .core:
      Entry(
        "core", "divisions that leave no group with less than it is worth",
        "核", "使任何子集所得不低于其价值的分配")
    case .nucleolus:
      Entry(
        "nucleolus", "the division whose largest complaint of a group is least",
        "核仁", "使各子集最大不满最小的分配")
    case .shapleyValue:
      Entry(
        "Shapley value",
        "what each firm adds, on average over all orders of joining",
        "沙普利值", "按所有加入顺序平均的每家企业的贡献")
    case .keyFirm:
      Entry(
        "key firm",
        "a firm whose exit costs most, or whose sharing lifts the others",
        "关键企业", "退出损失最大，或其共享能带动他人的企业")
    case .basin:
      Entry(
        "basin", "the starts from which play ends in an equilibrium",
        "吸引域", "最终到达某一均衡的全部起点")
    case .multiplier:
      Entry(
        "multiplier",
        "by how much the responses of all amplify a small change of one firm",
        "乘数", "一家企业的微小变化经各方反应放大的倍数")
    case .aligned:
      Entry(
        "aligned",
        "the state in which most is gained even in the worst equilibrium",
        "利益一致", "即使在最差均衡下，也已实现大部分增益的状态")
    case .trap:
      Entry(
        "trap", "the state in which most is lost for want of coordination",
        "协调陷阱", "大部分增益因缺乏协调而损失的状态")
    case .dilemma:
      Entry(
        "dilemma", "the state in which most is lost for want of incentives",
        "激励困境", "大部分增益因缺乏激励而损失的状态")
    }
  }

  /// A word and what it means.
  private struct Entry {
    let english, chinese: (name: String, meaning: String)

    init(
      _ name: String, _ meaning: String, _ chineseName: String,
      _ chineseMeaning: String
    ) {
      english = (name, meaning)
      chinese = (chineseName, chineseMeaning)
    }
  }
}
