/// The sentences of studies as patterns, in English and in Chinese.
enum StudySentences {
  /// Whole sentences, the more special ones first.
  static let sentences = [
    general, design, alliances, linking, growth, diffusion, shock, adjustment,
    division, policies,
  ].joined().flatMap(SentencePattern.patterns)

  /// What stands in cells, in heads and in the places of sentences.
  static let phrases = (counts + cells).flatMap(SentencePattern.patterns)

  private static let general: [Term.Pair] = [
    (
      """
      Not answered: the work was stopped before the sharing levels were known.
      """,
      "未作答：在得知共享水平之前计算已被中止。"
    )
  ]

  private static let design: [Term.Pair] = [
    (
      "Best setting by {objective}[ for an efficiency of {n}] in the {which}.",
      "在{which}中使{objective}最好的设定[（效率须达 {n}）]。"
    ),
    (
      "Least spending[ for an efficiency of {n}] in the {which}.",
      "在{which}中支出最少的设定[（效率须达 {n}）]。"
    ),
    (
      "It is proven that no setting satisfies the constraints.",
      "已证明没有任何设定满足约束。"
    ),
    (
      "No setting that satisfies the constraints was found.",
      "未找到满足约束的设定。"
    ),
    (
      """
      The value is {n} (today {today})[, a limit: next to the setting \
      equilibria appear or vanish].
      """,
      "目标值为 {n}（现状 {today}）[，为极限值：在该设定近旁有均衡出现或消失]。"
    ),
    (
      "How much better a setting could be is not known.",
      "更好的设定能好多少尚不可知。"
    ),
    (
      "It is proven that it could be at most {n} (gap {n1}).",
      "已证明目标值至多为 {n}（差距 {n1}）。"
    ),
    (
      "It is proven that it could be at least {n} (gap {n1}).",
      "已证明目标值至少为 {n}（差距 {n1}）。"
    ),
    (
      "{n} equilibrium at it, proven complete.",
      "该设定下有 {n} 个均衡，已证明完整。"
    ),
    (
      "{n} equilibria at it, proven complete.",
      "该设定下有 {n} 个均衡，已证明完整。"
    ),
    (
      "{n} equilibrium at it, not proven complete.",
      "该设定下有 {n} 个均衡，未证明完整。"
    ),
    (
      "{n} equilibria at it, not proven complete.",
      "该设定下有 {n} 个均衡，未证明完整。"
    ),
    (
      "No setting was found that reaches the target in any equilibrium.",
      "未找到能在某个均衡中达到目标的设定。"
    ),
    (
      """
      In the best equilibrium the target takes {n}; no setting was found that \
      reaches it in every one.
      """,
      "在最好均衡中达到目标需要 {n}；未找到在每个均衡中都达到目标的设定。"
    ),
    (
      """
      In the best equilibrium the target takes {n}, in every one {n1}: the \
      price of robustness is {n2}.
      """,
      "在最好均衡中达到目标需要 {n}，在每个均衡中都达到需要 {n1}：稳健的代价为 {n2}。"
    ),
  ]

  private static let alliances: [Term.Pair] = [
    (
      "0 structures, as far as they were solved before the stop.",
      "0 种结构，限于中止前已求解者。"
    ),
    ("and {n} more in --csv", "另有 {n} 个见 --csv"),
    (
      """
      {n} structure[, others {others}][; {n1} with several equilibria \
      ({which} taken)]; all proven[, as far as they were solved before the stop].
      """,
      """
      {n} 种结构[，其余企业{others}][；其中 {n1} 种有多个均衡（{which}）]；\
      均已证明[，限于中止前已求解者]。
      """
    ),
    (
      """
      {n} structure[, others {others}][; {n1} with several equilibria \
      ({which} taken)]; not all proven[, as far as they were solved before the stop].
      """,
      """
      {n} 种结构[，其余企业{others}][；其中 {n1} 种有多个均衡（{which}）]；\
      未全部证明[，限于中止前已求解者]。
      """
    ),
    (
      """
      {n} structures[, others {others}][; {n1} with several equilibria \
      ({which} taken)]; all proven[, as far as they were solved before the stop].
      """,
      """
      {n} 种结构[，其余企业{others}][；其中 {n1} 种有多个均衡（{which}）]；\
      均已证明[，限于中止前已求解者]。
      """
    ),
    (
      """
      {n} structures[, others {others}][; {n1} with several equilibria \
      ({which} taken)]; not all proven[, as far as they were solved before the stop].
      """,
      """
      {n} 种结构[，其余企业{others}][；其中 {n1} 种有多个均衡（{which}）]；\
      未全部证明[，限于中止前已求解者]。
      """
    ),
    (
      """
      All {n} can stay together if they divide what they earn, with {n1} to \
      spare.
      """,
      "若分配所得，{n} 家可以保持结盟，尚余 {n1}。"
    ),
    (
      "All {n} stay together only if a sponsor adds {n1}.",
      "只有资助者补足 {n1}，{n} 家才会保持结盟。"
    ),
    (
      "If everybody keeps what it earns, {firm} leaves first, and {n} stay.",
      "若各自保留所得，{firm} 最先退出，{n} 家留下。"
    ),
    ("The budget is best spent on {members}.", "预算最宜用于 {members}。"),
    (
      "A division keeps every group content[ (proven)][; the game is {is}].",
      "存在使任何子集都满意的分配[（已证明）][；该博弈{is}]。"
    ),
    (
      "No division keeps every group content[ (proven)][; the game is {is}].",
      "不存在使任何子集都满意的分配[（已证明）][；该博弈{is}]。"
    ),
    (
      """
      Whether a division keeps every group content is open[ (proven)]\
      [; the game is {is}].
      """,
      "是否存在使任何子集都满意的分配尚无结论[（已证明）][；该博弈{is}]。"
    ),
  ]

  private static let linking: [Term.Pair] = [
    (
      """
      {n} candidate pairs, {n1} networks: {n2} pairwise stable, {n3} with side \
      payments.
      """,
      """
      {n} 对候选联系，{n1} 个网络：{n2} 个成对稳定，{n3} 个在有旁支付时稳定。
      """
    ),
    (
      """
      {n} candidate pair, {n1} networks: {n2} pairwise stable, {n3} with side \
      payments.
      """,
      """
      {n} 对候选联系，{n1} 个网络：{n2} 个成对稳定，{n3} 个在有旁支付时稳定。
      """
    ),
    (
      "Equilibria and comparisons are numerical.",
      "均衡与比较均为数值结果。"
    ),
    (
      "Every equilibrium and every comparison is proven.",
      "每个均衡与每次比较均已证明。"
    ),
    (
      """
      Every equilibrium is proven, and every comparison but those of \
      {networks}.
      """,
      "每个均衡均已证明，除涉及{networks}者外每次比较亦已证明。"
    ),
    (
      "Where single links end is not known: comparisons are open.",
      "逐条变动联系的终点未知：有比较尚未判定。"
    ),
    (
      "Single links end in a stable network with certainty.",
      "逐条变动联系必定到达某个稳定网络。"
    ),
    (
      "Single links go round without end with probability {n}.",
      "逐条变动联系以概率 {n} 循环不止。"
    ),
    (
      "Stopped before every network was solved.",
      "在求解所有网络之前被中止。"
    ),
    ("Nothing changes any more.", "不再有任何变化。"),
    (
      "After {n} round[s] links still change.",
      "{n} 轮[]之后联系仍在变化。"
    ),
    ("Round {n}: resting.", "第 {n} 轮：静止。"),
    ("Rounds {rounds}: resting.", "第 {rounds} 轮：静止。"),
    (
      "Round {n}: {stage}, {links}[, {n1} of the growth of flow by links].",
      "第 {n} 轮：{stage}，{links}[，流量增长的 {n1} 来自联系]。"
    ),
    (
      """
      Rounds {rounds}: {stage}, {links}[, {n1} of the growth of flow by \
      links].
      """,
      "第 {rounds} 轮：{stage}，{links}[，流量增长的 {n1} 来自联系]。"
    ),
  ]

  private static let growth: [Term.Pair] = [
    (
      """
      In period {n} the equilibrium that was followed ends, and levels go to \
      another.
      """,
      "在第 {n} 期，所跟随的均衡终止，水平转向另一均衡。"
    ),
    (
      "Discounted welfare: {n}[; with what follows: {n1}].",
      "贴现福利：{n}[；计入其后：{n1}]。"
    ),
    (
      "Knowledge may grow without bound: no state lasts for sure.",
      "知识可能无限增长：没有必定持续的状态。"
    ),
    (
      "It is proven that no other state lasts.",
      "已证明没有其他能够持续的状态。"
    ),
    ("There may be other states that last.", "可能还有其他能够持续的状态。"),
    (
      """
      The cluster can be trapped: state {n} has {n1} more welfare a period \
      than state {n2}, and neither is left by small changes.
      """,
      """
      集群可能陷入困境：状态 {n} 每期福利比状态 {n2} 多 {n1}，\
      而微小变化不会使其离开任何一种。
      """
    ),
  ]

  private static let diffusion: [Term.Pair] = [
    ("Sharing: {which} ({levels}).", "共享：{which}（{levels}）。"),
    (
      "Exact, by the Markov chain of all states.",
      "由全部状态的马尔可夫链精确得出。"
    ),
    (
      "{n} run[s], seed {n1}; ± is one standard error.",
      "{n} 次模拟[]，种子 {n1}；± 为一个标准误。"
    ),
    (
      "{n} of {n1} firms adopt, the last of them in period {n2}.",
      "{n1} 家企业中 {n} 家采用，最后一家在第 {n2} 期。"
    ),
    ("Exact.", "精确结果。"),
  ]

  private static let shock: [Term.Pair] = [
    ("No stable equilibrium was found.", "未找到稳定均衡。"),
    ("Left out: {parts}.", "略去：{parts}。"),
    (
      """
      Levels return by best responses at a rate of {n}, whatever \
      adjustment.rule says.
      """,
      "无论 adjustment.rule 如何设定，水平均以速度 {n} 按最优反应恢复。"
    ),
    (
      """
      A change by {firm} moves the cluster {n} times, the most of all; loop \
      gain {n1}[, largest amplification {most}].
      """,
      """
      {firm} 的变动使集群变动 {n} 倍，为各家之最；回路增益 {n1}\
      [，最大放大倍数 {most}]。
      """
    ),
    ("Numerical.", "数值结果。"),
    (
      "Proven, to within {n}; what they are worth, to within {n1} of money.",
      "已证明，误差不超过 {n}；其价值的误差不超过 {n1}（货币）。"
    ),
    (
      "Proven, to within {n}; what they are worth is numerical.",
      "已证明，误差不超过 {n}；其价值为数值结果。"
    ),
    (
      """
      The multipliers are proven, to within {n}; what they are worth, to \
      within {n1} of money.
      """,
      "乘数已证明，误差不超过 {n}；其价值的误差不超过 {n1}（货币）。"
    ),
    (
      """
      The multipliers are proven, to within {n}; what they are worth is \
      numerical.
      """,
      "乘数已证明，误差不超过 {n}；其价值为数值结果。"
    ),
    (
      """
      Shocks in every period give openness a standard deviation of {n}; {n1} \
      of its variance comes from {firm}.
      """,
      "每期的冲击使开放度的标准差为 {n}；其方差的 {n1} 来自 {firm}。"
    ),
    ("Random shocks do not die out.", "随机冲击不会消退。"),
    (
      "No branch was found through this equilibrium.",
      "未找到经过该均衡的分支。"
    ),
    (
      "It lasts while {key}, today {n}, is between {n1} and {n2}; numerical.",
      "当 {key}（现为 {n}）介于 {n1} 与 {n2} 之间时，它持续存在；数值结果。"
    ),
    (
      """
      It disappears when {key}, today {n}, falls to {n1} ({proof})[ or rises \
      to {n2} ({proof2})].
      """,
      """
      当 {key}（现为 {n}）降至 {n1}（{proof}）[或升至 {n2}（{proof2}）]时，\
      它消失。
      """
    ),
    (
      "It disappears when {key}, today {n}, rises to {n1} ({proof}).",
      "当 {key}（现为 {n}）升至 {n1}（{proof}）时，它消失。"
    ),
    (
      "It tips to equilibrium {n} if all rise by {n1} ({proof}).",
      "若所有水平上升 {n1}，则转向均衡 {n}（{proof}）。"
    ),
    (
      "It tips to equilibrium {n} if all fall by {n1} ({proof}).",
      "若所有水平下降 {n1}，则转向均衡 {n}（{proof}）。"
    ),
    (
      """
      It tips to an equilibrium that is not listed if all rise by {n} \
      ({proof}).
      """,
      "若所有水平上升 {n}，则转向未列出的均衡（{proof}）。"
    ),
    (
      """
      It tips to an equilibrium that is not listed if all fall by {n} \
      ({proof}).
      """,
      "若所有水平下降 {n}，则转向未列出的均衡（{proof}）。"
    ),
    (
      "No other equilibrium is known that it could tip to.",
      "没有已知的其他均衡可供其转向。"
    ),
    (
      "Play returns from every shift that was tried.",
      "从所试的每次变动都会返回。"
    ),
    (
      "{n} firm then move by more than 1 % of their caps.",
      "此时有 {n} 家企业的变动超过其上限的 1 %。"
    ),
    (
      "{n} firms then move by more than 1 % of their caps.",
      "此时有 {n} 家企业的变动超过其上限的 1 %。"
    ),
    (
      "{n} player then move by more than 1 % of their caps.",
      "此时有 {n} 个参与者的变动超过其上限的 1 %。"
    ),
    (
      "{n} players then move by more than 1 % of their caps.",
      "此时有 {n} 个参与者的变动超过其上限的 1 %。"
    ),
    (
      "It takes {firms} at least to tip it ({sets}), for example {who}.",
      "至少需要{firms}才能使其转向（{sets}），例如 {who}。"
    ),
    (
      """
      Moved to their bounds {firms} tip it together (numerical; fewer may be \
      enough): {who}.
      """,
      "{firms}同时移至界限即可使其转向（数值结果；或许更少即可）：{who}。"
    ),
  ]

  private static let adjustment: [Term.Pair] = [
    (
      """
      From {levels}, firms go {n} of the way to their best response each \
      period.
      """,
      "从 {levels} 出发，各企业每期向其最优回应移动 {n} 的距离。"
    ),
    (
      """
      From {levels}, players go {n} of the way to their best response each \
      period.
      """,
      "从 {levels} 出发，各参与者每期向其最优回应移动 {n} 的距离。"
    ),
    (
      "From {levels}, {who} move up their marginal payoffs at speed {n}.",
      "从 {levels} 出发，{who}以速度 {n} 沿边际收益移动。"
    ),
    (
      "From {levels}, {who} imitate what pays at speed {n}.",
      "从 {levels} 出发，{who}以速度 {n} 模仿收益更高的做法。"
    ),
    (
      "They reach equilibrium {n} within a millionth in {n1} period[s]; {proof}.",
      "经 {n1} 期[]到达均衡 {n}（误差百万分之一以内）；{proof}。"
    ),
    (
      "They come to rest, but at no equilibrium.",
      "最终静止，但不在任何均衡处。"
    ),
    ("They end in a cycle of {n} periods.", "最终进入 {n} 期的循环。"),
    (
      "Where they end is not known: the work was stopped after {periods}.",
      "终点未知：计算在{periods}之后被中止。"
    ),
    (
      "They reach no equilibrium in {n} period[s].",
      "{n} 期[]内未到达任何均衡。"
    ),
    (
      """
      Where starts end is not known: the work was stopped before one was \
      followed.
      """,
      "各起点的终点未知：在跟随任何起点之前计算被中止。"
    ),
    (
      "{n} of the starts end at none of these equilibria.",
      "{n} 的起点不到达这些均衡中的任何一个。"
    ),
    (
      """
      If all share the same part of their caps, {n} decides between equilibria \
      {n1} and {n2} ({proof}).
      """,
      "若所有企业共享其上限的相同比例，{n} 为均衡 {n1} 与 {n2} 的分界（{proof}）。"
    ),
    (
      "Rare mistakes ({kind}): {names} survives ({sizes}).",
      "罕见失误（{kind}）：{names} 存续（{sizes}）。"
    ),
    (
      "Rare mistakes ({kind}): {names} survive ({sizes}).",
      "罕见失误（{kind}）：{names} 存续（{sizes}）。"
    ),
    (
      "In the long run at noise {n}, {profile} is seen {n1} of the time.",
      "噪声为 {n} 时，长期中 {n1} 的时间处于 {profile}。"
    ),
    (
      """
      The optimum cannot be held by repetition: somebody earns no less in \
      equilibrium {n}.
      """,
      "无法靠重复维持最优：在均衡 {n} 中有企业所得不更少。"
    ),
    (
      "Nobody gains by leaving the optimum.",
      "任何企业离开最优都不会获益。"
    ),
    (
      """
      The optimum holds by repetition if every firm values the next period at \
      {n} of this one; {firm} is the least patient.
      """,
      """
      若每家企业对下期的重视达到本期的 {n}，则靠重复可维持最优；\
      {firm} 最缺乏耐心。
      """
    ),
  ]

  private static let division: [Term.Pair] = [
    ("Optimum {n}, proven.", "最优为 {n}，已证明。"),
    (
      "Optimum {n}, at most {n1} below the best, proven in intervals.",
      "最优为 {n}，至多比最好者低 {n1}，已用区间算法证明。"
    ),
    (
      "Alone, firms have no pure equilibrium, proven.",
      "各企业自行决策时没有纯策略均衡，已证明。"
    ),
    (
      "Alone, firms have no pure equilibrium that was found.",
      "各企业自行决策时未找到纯策略均衡。"
    ),
    (
      "Alone {n} equilibrium, {completeness}: {range}.",
      "各自决策时有 {n} 个均衡，{completeness}：{range}。"
    ),
    (
      "Alone {count} equilibria, {completeness}: {range}.",
      "各自决策时有 {count} 个均衡，{completeness}：{range}。"
    ),
    (
      """
      Bounties of {n} in all make the optimum what firms do of their own \
      accord.
      """,
      "奖励共 {n}，即可使各企业自愿达到最优。"
    ),
    (
      "No bounty is needed[; the loss of {n} is one of coordination].",
      "无需奖励[；损失 {n} 源于缺乏协调]。"
    ),
  ]

  private static let policies: [Term.Pair] = [
    (
      "Today there is one equilibrium, of welfare {n}.",
      "现状有一个均衡，福利为 {n}。"
    ),
    (
      """
      Today there are {n} equilibria of welfare {n1} to {n2}: a trap; \
      coordination alone is worth {n3}.
      """,
      "现状有 {n} 个均衡，福利为 {n1} 至 {n2}：陷阱；单靠协调即值 {n3}。"
    ),
    (
      "In the worst equilibrium every firm loses by {levers}.",
      "在最差均衡中，每家企业都因{levers}受损。"
    ),
    (
      "Left out, since no cost is given: {levers}.",
      "因未给出成本而略去：{levers}。"
    ),
  ]

  /// Counts with their nouns.
  private static let counts: [Term.Pair] = [
    ("{n} equilibrium", "{n} 个均衡"), ("{n} equilibria", "{n} 个均衡"),
    ("{n} firm", "{n} 家企业"), ("{n} firms", "{n} 家企业"),
    ("{n} player", "{n} 个参与者"), ("{n} players", "{n} 个参与者"),

    ("{n} network", "{n} 个网络"), ("{n} networks", "{n} 个网络"),
    ("{n} link", "{n} 条联系"), ("{n} links", "{n} 条联系"),
    ("{n} period", "{n} 期"), ("{n} periods", "{n} 期"),
    ("{n} such set", "共 {n} 组"), ("{n} such sets", "共 {n} 组"),
    ("{n} more", "另 {n} 组"), ("{n} to {n1}", "{n} 至 {n1}"),
    ("at least {n}", "至少 {n}"), ("all {n} allied", "{n} 家全部结盟"),
  ]

  /// Heads, cells and lists.
  private static let cells: [Term.Pair] = [
    ("Equilibrium {n}", "均衡 {n}"),
    ("Equilibrium {n} ({levels})", "均衡 {n}（{levels}）"),
    ("An equilibrium in each period ({which})", "每期一个均衡（{which}）"),
    ("Firms that look ahead; numerical", "前瞻的企业；数值结果"),
    ("The path of largest welfare found; numerical", "所找到的福利最大路径；数值结果"),
    ("Structure of {n} link[s]", "{n} 条联系[]的结构"),
    ("Hours of work at a price of {price}", "工时（价格 {price}）"),
    ("Per unit of {key}, today {n}", "{key} 每单位的影响（现为 {n}）"),
    ("Compared with sharing: {which}", "与共享方式“{which}”比较"),
    ("{n} % have adopted at", "采用率达 {n} % 的时间"),
    ("reached by {innovation}", "{innovation} 到达率"),
    ("Estimated from {n} observations", "由 {n} 个观测值估计"),
    ("all but {firms}", "除 {firms} 外全部"),
    ("State: {kind}", "状态：{kind}"), ("Phase: {kind}", "阶段：{kind}"),
    ("{phase} begins", "{phase}开始"),
    (
      "{kind} {n} ({others}): margin {n1}, {proof}; {meaning}",
      "{kind} {n}（{others}）：领先 {n1}，{proof}；{meaning}"
    ),
    (
      "worst equilibrium: {against} against {driving}; to the others {n}",
      "最差均衡：阻力 {against}，动力 {driving}；对其他企业 {n}"
    ),
    (
      """
      {shares}[; it changes at {n}]; to know is worth {n1} ({n2} sample[s], \
      numerical)
      """,
      "{shares}[；在 {n} 处改变]；知晓的价值为 {n1}（{n2} 个样本[]，数值结果）"
    ),
    (
      """
      {shares}[; it changes at {n}]; to know is worth at most {n1} ({n2} \
      sample[s], numerical)
      """,
      "{shares}[；在 {n} 处改变]；知晓的价值至多为 {n1}（{n2} 个样本[]，数值结果）"
    ),
    (
      """
      {path}, nearest {near}; try first: money or rules, since coordination \
      leaves no dilemma
      """,
      "{path}，最接近 {near}；宜先尝试：资金或规则，因为协调无法摆脱困境"
    ),
    (
      "{path}, nearest {near}; coordination has little to gain",
      "{path}，最接近 {near}；协调的增益很小"
    ),
    (
      "{path}, nearest {near}[; try first: {lever} (a hypothesis)]",
      "{path}，最接近 {near}[；宜先尝试：{lever}（假设）]"
    ),
    ("between {a} and {b}", "介于{a}与{b}之间"),
    (
      """
      {n} of 1,000; weakest {group}; one point more of {item} gains {n1}, {n2} \
      ahead of the next
      """,
      "{n}（满分 1,000）；最弱为{group}；{item}每增一分可得 {n1}，领先其次者 {n2}"
    ),
    ("{kind} P {n}", "{kind} 概率 {n}"), ("{channel} {n}", "{channel} {n}"),
  ]
}
