/// A language that memos are written in.
package enum MemoLanguage: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"
}

/// Every text of a memo, in English and Chinese.
///
/// Placeholders have names, `{welfare}`, so that a translation may have them
/// in another order. Texts that begin with a plus follow another.
enum MemoText: CaseIterable, Sendable {
  // The answer.
  case title, oneState, oneOfSet, oneFound, unstableState
  case severalStates, allUnstable, stableStates, someUndecided, inAll, asFound
  case noState, noEquilibrium, searchStopped
  case achieved, achievedAtMost, nothingToAdd, worseThanNothing
  case freeLevels, mayBeOthers, stoppedEarly
  case best, bestOfSeveral, bestIsReached
  case everybodyGains, somebodyLoses, subsidy, noPayment, paymentsEnd
  case othersRemain
  case atLeastRemain, onlyOneRemains, othersMayRemain
  case bargain, noBargain, noDisagreement, tips, tipsSomewhere, range
  case list, everybody, nobody, levelsAre
  case someShare, oneShares, othersDoNot, otherDoesNot
  // Heads.
  case happens, gap, gains, closes, depends, sure, words, cluster, again
  // Figures.
  case levels, levelsCaption, levelsCaptionOfSigns, statesShown
  case welfareParts, welfarePartsCaption, `operator`
  case flows, flowsCaption, branches, branchesCaption
  case elasticities, elasticitiesCaption, tornado, tornadoCaption
  case heat, heatCaption, links, linksCaption, responses, responsesCaption
  // Words.
  case equilibrium, state, optimum, firm, player, level, payoff, gain, rate
  case payment, all, welfare, event, claim, status, channel, word, meaning
  case now, atOptimum, proven, numerical, stable, unstable, today, low, high
  case undecided, fold, otherEvent, noEvent
  case complementarity, rivalry, key, elasticity
  // Channels.
  case innovation, saving, premium, leakage, stealing, cost, channelSubsidy
  case fees, base, royalties, platform
  // Events of branches.
  case foldAppears, foldVanishes, branchingAppears, branchingVanishes
  case cornerAppears, cornerVanishes, corner, stabilityChanges
  case deviationEnds, deviationBegins, lost, reachesUpper, leavesUpper
  case reachesLower, leavesLower, meetsUpper, meetsLower
  case reachesUpperLimit, leavesUpperLimit, reachesLowerLimit, leavesLowerLimit
  case meetsUpperLimit, meetsLowerLimit
  // How sure.
  case eachIsEquilibrium, eachUnbounded, noOther, noOtherBesideSets
  case perhapsOthers, perhapsOthersStopped, optimumIsBest, branchesDrawn
  case derivatives, sample, whatProvenMeans
  // Further studies.
  case original, allTranslated, diagnosis, division, design, policies,
    alliances, linking
  case growth, diffusion, shock, adjustment
  // Reproduction.
  case version, timedVersion, scenarioFile, hashOnly, tooMany, formulasOnly

  /// The text in English and in Chinese.
  var pair: Term.Pair {
    switch self {
    case .title:
      (
        "{name}: information sharing, what will happen and what would be best",
        "{name}：信息共享——将会怎样，怎样最好"
      )
    case .oneState:
      (
        "Left to themselves, the firms settle in one state: {who}. Welfare is "
          + "{welfare}{achieved}.",
        "各企业自行决策时只有一种稳定状态：{who}。总福利为 {welfare}{achieved}。"
      )
    case .oneOfSet:
      (
        "Left to themselves, the firms may settle in any of a set of states, in "
          + "which the level of {free} is free. In one of them {who}. Welfare "
          + "there is {welfare}{achieved}.",
        "各企业自行决策时可能停留在一组状态中的任何一种，其中 {free} 的水平"
          + "不受限定。例如其中一种状态下，{who}，总福利为 {welfare}{achieved}。"
      )
    case .oneFound:
      (
        "Left to themselves, the firms may settle in the one state that was "
          + "found: {who}. Welfare is {welfare}{achieved}.",
        "各企业自行决策时可能停留在已找到的一种状态：{who}。总福利为 "
          + "{welfare}{achieved}。"
      )
    case .unstableState:
      (
        "Left to themselves, the firms do not settle: the one equilibrium found "
          + "is unstable. In it {who}. Welfare there is {welfare}{achieved}.",
        "各企业自行决策时不会稳定下来：所找到的唯一均衡不稳定。其中{who}，"
          + "总福利为 {welfare}{achieved}。"
      )
    case .severalStates:
      (
        "Left to themselves, the firms may settle in any of {states}, of {count} "
          + "equilibria {extent}. Welfare ranges from {least} to {most}. In the "
          + "best of them {who}.",
        "各企业自行决策时可能停留在 {states}中的任何一种（{extent} {count} 个均衡），"
          + "总福利介于 {least} 与 {most} 之间。其中最好的状态下，{who}。"
      )
    case .allUnstable:
      (
        "Left to themselves, the firms do not settle: all {count} equilibria "
          + "{extent} are unstable. Welfare there ranges from {least} to {most}. "
          + "In the best of them {who}.",
        "各企业自行决策时不会稳定下来：{extent} {count} 个均衡，均不稳定，"
          + "总福利介于 {least} 与 {most} 之间。其中最好的状态下，{who}。"
      )
    case .stableStates: ("{count} stable states", "{count} 种稳定状态")
    case .someUndecided:
      (
        "{count} states, {stable} of them stable and {undecided} of undecided "
          + "stability",
        "{count} 种状态（{stable} 种稳定，{undecided} 种稳定性未定）"
      )
    case .inAll: ("in all", "共")
    case .asFound: ("found", "已找到")
    case .noState:
      (
        "No state was found in which the firms come to rest.",
        "未找到各企业能够稳定下来的状态。"
      )
    case .noEquilibrium:
      (
        "There is no state in which the firms come to rest.",
        "不存在各企业能够稳定下来的状态。"
      )
    case .searchStopped:
      (
        "The search was stopped before its end.",
        "搜索在结束前被中止。"
      )
    case .achieved:
      (
        ", {efficiency} of what sharing can add",
        "，实现信息共享潜在增益的 {efficiency}"
      )
    case .achievedAtMost:
      (
        ", at most {efficiency} of what sharing can add",
        "，至多实现信息共享潜在增益的 {efficiency}"
      )
    case .nothingToAdd:
      ("; sharing can add nothing", "；信息共享无法增加福利")
    case .worseThanNothing:
      (", less than if nobody shared", "，低于无人共享时的水平")
    case .freeLevels:
      (
        "The level of {free} makes no difference to who chooses it: each of "
          + "many levels belongs to an equilibrium, so that there are sets of "
          + "them.",
        "{free} 的水平对其自身收益没有影响：许多水平都属于某个均衡，"
          + "因此均衡成组出现。"
      )
    case .mayBeOthers:
      (
        "There may be other equilibria: it is not proven that these are all.",
        "可能还有其他均衡：未证明以上即为全部。"
      )
    case .stoppedEarly:
      (
        "There may be other equilibria: the search was stopped before its end.",
        "可能还有其他均衡：搜索在结束前被中止。"
      )
    case .best:
      (
        "The best for all together is welfare {welfare}, {difference} more.",
        "全体最优时总福利为 {welfare}，增加 {difference}。"
      )
    case .bestOfSeveral:
      (
        "The best for all together is welfare {welfare}, {difference} more than "
          + "in the worst of them.",
        "全体最优时总福利为 {welfare}，比其中最差的状态增加 {difference}。"
      )
    case .bestIsReached:
      (
        "This is also the best for all together: welfare {welfare}.",
        "这也是全体最优状态：总福利为 {welfare}。"
      )
    case .everybodyGains:
      (
        "At the optimum {gaining} of {count} firms earn more, and nobody loses. "
          + "The largest gain is that of {firm}: {gain}.",
        "在最优状态下，{gaining} 家企业（共 {count} 家）收益增加，无一受损；"
          + "增益最大的是 {firm}：{gain}。"
      )
    case .somebodyLoses:
      (
        "At the optimum {gaining} of {count} firms earn more, {losing} earn "
          + "less, {firm} most of all ({gain}): they need compensation.",
        "在最优状态下，{gaining} 家企业（共 {count} 家）收益增加，"
          + "{losing} 家减少，其中 {firm} 减少最多（{gain}）：需要补偿。"
      )
    case .subsidy:
      (
        "Payments of {outlay} in all, at the rates below, make the optimum an "
          + "equilibrium.",
        "按下表费率支付补贴共 {outlay}，即可使最优状态成为均衡。"
      )
    case .noPayment:
      (
        "No payment is needed to make the optimum an equilibrium: nobody gains "
          + "by leaving it.",
        "无需补贴：最优状态本身就是均衡，任何企业单独改变都不会获益。"
      )
    case .paymentsEnd:
      (
        "The optimum is an equilibrium if nothing is paid, not the payments of "
          + "the scenario either: nobody gains by leaving it then.",
        "若不支付任何补贴（包括情景中已有的补贴），最优状态本身就是均衡，任何企业单独改变都不会获益。"
      )
    case .othersRemain:
      (
        "This leaves other equilibria, {count} in all, down to a welfare of "
          + "{least}.",
        "其他均衡仍然存在，共 {count} 个，总福利最低为 {least}。"
      )
    case .atLeastRemain:
      (
        "This leaves other equilibria, at least {count}, of which one has a "
          + "welfare of {least}; there may be more, with less.",
        "其他均衡仍然存在，至少 {count} 个，其中之一的总福利为 {least}；"
          + "可能还有更多、福利更低的均衡。"
      )
    case .onlyOneRemains:
      (
        "It is then the only equilibrium.",
        "此时它是唯一的均衡。"
      )
    case .othersMayRemain:
      (
        "No other equilibrium was found then, but there may be others.",
        "此时未找到其他均衡，但可能存在。"
      )
    case .bargain:
      (
        "If all firms agree, none has to lose: an agreement that all of them "
          + "prefer has welfare {welfare}.",
        "若各企业能够达成协议，则无人受损：一项人人受益的协议可使总福利达到 "
          + "{welfare}。"
      )
    case .noBargain:
      (
        "No agreement was found that every firm prefers to a stable "
          + "equilibrium.",
        "未找到使每家企业都优于稳定均衡的协议。"
      )
    case .noDisagreement:
      (
        "What all firms would agree to is open: agreements are compared with a "
          + "stable equilibrium, and none was found.",
        "各企业会达成何种协议尚无结论：协议须与稳定均衡比较，而未找到稳定均衡。"
      )
    case .tips:
      (
        "{key} of {value} instead of {today} ends the present state: from there "
          + "the firms, answering one another, come to rest where {who}, and "
          + "welfare goes from {before} to {after}.",
        "{key} 由 {today} 变为 {value} 时现有状态消失：各企业相互回应，"
          + "最终{who}，总福利由 {before} 变为 {after}。"
      )
    case .tipsSomewhere:
      (
        "{key} of {value} instead of {today} ends the present state, whose "
          + "welfare is {before} there. Where the firms go from it is open; the "
          + "other stable states found have a welfare of {range}.",
        "{key} 由 {today} 变为 {value} 时现有状态消失，其总福利届时为 {before}。"
          + "各企业由此走向何处尚无结论；所找到的其他稳定状态的总福利为 {range}。"
      )
    case .range: ("{least} to {most}", "{least} 至 {most}")
    case .list: (", ", "、")
    case .everybody: ("all firms share", "所有企业都共享")
    case .nobody: ("nobody shares", "无人共享")
    case .levelsAre: ("the levels are {list}", "各水平为 {list}")
    case .someShare: ("{list} share", "{list} 共享")
    case .oneShares: ("{list} shares", "{list} 共享")
    case .othersDoNot: (", the other {rest} do not", "，其余 {rest} 家不共享")
    case .otherDoesNot: (", the other does not", "，其余 1 家不共享")
    case .happens: ("What will happen", "将会怎样")
    case .gap: ("What is best, and the gap", "怎样最好，差距多大")
    case .gains: ("Who gains", "谁受益")
    case .closes: ("What closes the gap", "如何弥合差距")
    case .depends: ("What it depends on", "取决于什么")
    case .sure: ("How sure this is", "结论有多可靠")
    case .words: ("What the words mean", "术语")
    case .cluster: ("The cluster", "集群数据")
    case .again: ("How to reproduce it", "如何重现")
    case .levels: ("Sharing levels", "共享水平")
    case .levelsCaption:
      (
        "Left: nothing is disclosed; right: all that may be. The line is the "
          + "gap.",
        "左端表示完全不公开，右端表示在允许范围内全部公开；连线为差距。"
      )
    case .levelsCaptionOfSigns:
      (
        "From the least to the greatest level; the line is the gap.",
        "由最低水平至最高水平；连线为差距。"
      )
    case .statesShown:
      (
        " {shown} of {count} states are shown, the one that is compared with "
          + "the optimum among them.",
        "图中为 {count} 种状态中的 {shown} 种，包括与最优相比较的状态。"
      )
    case .operator: ("the platform's operator", "平台运营方")
    case .welfareParts: ("Where welfare comes from", "福利的构成")
    case .welfarePartsCaption:
      (
        "Sums over all firms, by channel; what lies left of the line is a "
          + "loss.",
        "各渠道全体企业合计；竖线左侧为损失。"
      )
    case .flows: ("Flows of knowledge", "知识流动")
    case .flowsCaption:
      (
        "A disc is a firm, its area its knowledge, filled if it shares; a line "
          + "is a flow, its width the amount; it bends to the right of its "
          + "direction. {legend}.",
        "圆为企业，面积表示知识存量，填充表示共享；线为流动，宽度表示流量，"
          + "沿流向右侧弯曲。{legend}。"
      )
    case .branches:
      ("Welfare as {key} changes", "{key} 变化时的福利")
    case .branchesCaption:
      (
        "Each line is a branch of equilibria, dashed where unstable; at a ring "
          + "two of them meet and end, at a diamond a firm starts or stops "
          + "sharing or the stability changes.",
        "每条线为一支均衡，虚线为不稳定；圆圈处两支均衡相会并终止，"
          + "菱形处有企业开始或停止共享，或稳定性改变。"
      )
    case .elasticities: ("What moves welfare most", "影响福利最大的因素")
    case .elasticitiesCaption:
      (
        "Change of welfare in percent for one percent more of the number, at "
          + "the equilibrium.",
        "均衡处，数值增加百分之一时福利变化的百分比。"
      )
    case .tornado:
      ("What the uncertain numbers do to {column}", "不确定数值对 {column} 的影响")
    case .tornadoCaption:
      (
        "Each number at the low and the high end of what is likely, the others "
          + "in the middle.",
        "每个数值分别取其可能范围的低端与高端，其余取中间值。"
      )
    case .heat: ("{column} over {keys}", "{column} 随 {keys} 的变化")
    case .heatCaption: ("The darker, the more.", "颜色越深，数值越大。")
    case .links:
      ("Use and rivalry between firms", "企业间的互补与竞争")
    case .linksCaption:
      (
        "Row: the firm that uses, or that loses; column: the firm whose "
          + "knowledge it is, or that gains. The darker, the more.",
        "行为使用方（或受损方），列为知识提供方（或获益方）；"
          + "颜色越深，数值越大。"
      )
    case .responses: ("How the firms answer one another", "企业如何相互回应")
    case .responsesCaption:
      (
        "Each firm's best level for every level of the other; equilibria are "
          + "where the curves meet.",
        "一家企业对另一家企业每一水平的最优水平；曲线相交处为均衡。"
      )
    case .equilibrium: Term.equilibrium.name
    case .state: ("equilibrium {number}", "均衡 {number}")
    case .optimum: Term.optimum.name
    case .firm: Term.firm.name
    case .player: ("player", "参与者")
    case .level: Term.level.name
    case .payoff: Term.payoff.name
    case .gain: ("gain", "增益")
    case .rate: ("subsidy per unit of level", "单位水平补贴")
    case .payment: ("subsidy", "补贴额")
    case .all: ("all", "合计")
    case .welfare: Term.welfare.name
    case .event: ("what happens", "变化")
    case .claim: ("claim", "结论")
    case .status: ("status", "状态")
    case .channel: Term.channel.name
    case .word: ("word", "术语")
    case .meaning: ("meaning", "含义")
    case .now: ("at the equilibrium", "均衡时")
    case .atOptimum: ("at the optimum", "最优时")
    case .proven: Self.marked("✓", .proven)
    case .numerical: Self.marked("≈", .numerical)
    case .stable: Term.stable.name
    case .unstable: Term.unstable.name
    case .today: ("today", "现状")
    case .undecided: ("stability undecided", "稳定性未定")
    case .fold: Term.fold.name
    case .otherEvent: ("other event", "其他变化")
    case .noEvent: ("no event was met", "未遇到变化")
    case .low: ("low", "低")
    case .high: ("high", "高")
    case .complementarity: Term.complementarity.name
    case .rivalry: Term.rivalry.name
    case .key: ("number", "数值")
    case .elasticity: Term.elasticity.name
    case .innovation: ("innovation", "创新")
    case .saving: ("saving", "成本节约")
    case .premium: ("premium", "集群溢价")
    case .leakage: ("leakage", "泄露")
    case .stealing: ("stealing", "竞争侵蚀")
    case .cost: ("cost", "共享成本")
    case .channelSubsidy: Term.subsidy.name
    case .fees: ("fees", "使用费")
    case .base: ("base", "基础利润")
    case .royalties: ("royalties", "许可收益")
    case .platform: ("platform", "平台收益")
    case .foldAppears: ("two equilibria appear", "出现两个均衡")
    case .foldVanishes: ("two equilibria vanish", "两个均衡消失")
    case .branchingAppears:
      ("two equilibria leave another branch", "两个均衡从另一分支分出")
    case .branchingVanishes:
      ("two equilibria join another branch", "两个均衡汇入另一分支")
    case .cornerAppears:
      ("two equilibria appear at a corner", "在角点处出现两个均衡")
    case .cornerVanishes:
      ("two equilibria vanish at a corner", "两个均衡在角点处消失")
    case .corner: ("a level meets a limit", "有企业的水平触及界限")
    case .stabilityChanges: ("the stability changes", "稳定性改变")
    case .deviationEnds:
      ("no large deviation gains from here on", "此后任何大幅偏离都无利可图")
    case .deviationBegins:
      ("a large deviation gains from here on", "此后大幅偏离有利可图")
    case .lost:
      ("the branch could not be followed any further", "该分支无法继续追踪")
    case .reachesUpper: ("{firm} shares all", "{firm} 全部共享")
    case .leavesUpper: ("{firm} no longer shares all", "{firm} 不再全部共享")
    case .reachesLower: ("{firm} stops sharing", "{firm} 停止共享")
    case .leavesLower: ("{firm} starts sharing", "{firm} 开始共享")
    case .meetsUpper:
      ("{firm} shares all in one of them", "其中之一里 {firm} 全部共享")
    case .meetsLower:
      ("{firm} shares nothing in one of them", "其中之一里 {firm} 不共享")
    case .reachesUpperLimit:
      ("{firm} reaches its upper limit", "{firm} 达到上限")
    case .leavesUpperLimit:
      ("{firm} leaves its upper limit", "{firm} 离开上限")
    case .reachesLowerLimit:
      ("{firm} reaches its lower limit", "{firm} 达到下限")
    case .leavesLowerLimit:
      ("{firm} leaves its lower limit", "{firm} 离开下限")
    case .meetsUpperLimit:
      (
        "{firm} is at its upper limit in one of them",
        "其中之一里 {firm} 处于上限"
      )
    case .meetsLowerLimit:
      (
        "{firm} is at its lower limit in one of them",
        "其中之一里 {firm} 处于下限"
      )
    case .eachIsEquilibrium:
      (
        "each equilibrium is one: nobody can gain more than {regret} by "
          + "deviating",
        "各均衡均成立：任何企业偏离的增益不超过 {regret}"
      )
    case .eachUnbounded:
      (
        "each equilibrium is one; what deviating could gain was not bounded",
        "各均衡均成立；偏离的增益未能给出上界"
      )
    case .noOther: ("there is no other equilibrium", "没有其他均衡")
    case .noOtherBesideSets:
      (
        "there is no other equilibrium beside the sets in which the level of "
          + "{free} is free",
        "除 {free} 的水平不受限定的各组均衡外，没有其他均衡"
      )
    case .perhapsOthers:
      (
        "there may be other equilibria: parts of what can be chosen are "
          + "undecided",
        "可能还有其他均衡：部分可选范围尚未判定"
      )
    case .perhapsOthersStopped:
      (
        "there may be other equilibria: the search was stopped before its end",
        "可能还有其他均衡：搜索在结束前被中止"
      )
    case .optimumIsBest:
      ("the optimum is the maximum of welfare", "最优为福利最大值")
    case .branchesDrawn:
      ("branches between the points drawn", "图中各点之间的分支")
    case .derivatives: ("elasticities", "弹性")
    case .sample:
      ("what is said of a sample of {count} points", "关于 {count} 个样本点的结论")
    case .whatProvenMeans:
      (
        "Proven: by interval arithmetic, rounding errors included, for the "
          + "numbers of the scenario as written. Whether those numbers "
          + "describe the cluster is another question.",
        "“已证明”指用区间算法、包含舍入误差，针对情景文件中的数值；"
          + "这些数值是否符合实际另当别论。"
      )
    case .original:
      (
        "Where this part says that something is proven, it is; all else in it "
          + "is numerical.",
        "本部分未译出的句子为英文原文；句中写明 proven 或“已证明”、或表中标明"
          + "“已证明”者已证明，其余均为数值结果。"
      )
    case .allTranslated:
      (
        "Where this part says that something is proven, it is; all else in it "
          + "is numerical.",
        "本部分写明“已证明”者已证明，其余均为数值结果。"
      )
    case .diagnosis: ("Where the cluster stands", "集群处于何种状态")
    case .division: ("Who should collect what", "由谁收集何种信息")
    case .design: ("Which setting is best", "怎样设定政策最好")
    case .policies: ("Which lever works", "哪种政策工具有效")
    case .alliances: ("Who should ally", "谁应结盟")
    case .linking: ("Which links form", "会形成哪些联系")
    case .growth: ("Whether sharing makes knowledge grow", "共享能否使知识增长")
    case .diffusion: ("How fast innovations reach whom", "创新以多快速度扩散至谁")
    case .shock: ("What tips the balance", "何种冲击会打破平衡")
    case .adjustment: ("Where today's sharing ends", "今日的共享将走向何处")
    case .version:
      (
        "Version {version}; the scenario below, fingerprint {fingerprint}. The "
          + "same command writes the same file.",
        "版本 {version}；情景如下，指纹 {fingerprint}。同一命令生成同一文件。"
      )
    case .timedVersion:
      (
        "Version {version}; the scenario below, fingerprint {fingerprint}. The "
          + "command stops after a time, so that another run may know more or "
          + "less.",
        "版本 {version}；情景如下，指纹 {fingerprint}。该命令到时即止，"
          + "再次运行所得可能更多或更少。"
      )
    case .scenarioFile: ("The scenario: {name}", "情景文件：{name}")
    case .hashOnly:
      ("too long to be shown; SHA-256 {hash}", "内容过长，未列出；SHA-256 {hash}")
    case .tooMany:
      (
        "With more than {limit} levels or {equilibria} equilibria branches and "
          + "elasticities are left out.",
        "水平超过 {limit} 个或均衡超过 {equilibria} 个，故略去分支与弹性。"
      )
    case .formulasOnly:
      (
        "A game of formulas has no flows of knowledge, channels or subsidies.",
        "公式博弈没有知识流动、渠道与补贴。"
      )
    }
  }

  /// A term behind a mark.
  private static func marked(_ mark: String, _ term: Term) -> Term.Pair {
    ("\(mark) \(term.name.english)", "\(mark) \(term.name.chinese)")
  }

  /// The text in a language, with values in the place of placeholders.
  func text(
    in language: MemoLanguage, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    let template = language == .english ? pair.english : pair.chinese
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}")
    {
      let name = rest[rest.index(after: open)..<close]
      text += rest[..<open]
      text += values.first { $0.key == name }?.value ?? ""
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    return text
  }

  /// The text of a channel by its name in results; the name if it has none.
  static func channel(_ name: String, in language: MemoLanguage) -> String {
    let texts: [String: MemoText] = [
      "innovation": .innovation, "saving": .saving, "premium": .premium,
      "leakage": .leakage, "stealing": .stealing, "cost": .cost,
      "subsidy": .channelSubsidy, "fees": .fees, "base": .base,
      "royalties": .royalties, "platform": .platform,
    ]
    return texts[name]?.text(in: language) ?? name
  }
}
