/// The heads of tables, the titles and the single words of studies in Chinese.
enum StudyWords {
  /// Words that mean the same in every study.
  static let general: [String: String] = {
    var words = heads.merging(values) { $1 }
    for term in Term.allCases where words[term.name.english] == nil {
      words[term.name.english] = term.name.chinese
    }
    return words
  }()

  /// Titles, names of rows and heads of columns.
  private static let heads: [String: String] = [
    "player": "参与者", "gain": "增益", "all": "合计", "today": "现状",
    "number": "数值", "value": "数值", "period": "时期", "state": "状态",
    "status": "状态", "knowledge": "知识", "phase": "阶段",
    "contraction": "收缩率", "half-life": "半衰期", "stability": "稳定性",
    "from": "下限", "to": "上限", "±": "±",
    // Diagnosis.
    "finding": "结论", "aspect": "方面", "State": "状态", "Forces": "作用力",
    "Risk": "风险",
    "Path": "路径", "GEM": "GEM 评分", "Factors": "要素", "Mode": "增长方式",
    "Phase": "阶段", "Turnover": "企业更替", "Note": "说明",
    "feature": "特征", "says": "含义", "leadership": "领导度",
    "reciprocity": "互惠度", "exposure": "暴露度", "breadth": "广度",
    "concentration": "集中度", "density": "密度",
    "Growth in points a year": "年增长（百分点）", "points": "百分点",
    "share": "占比", "productivity": "生产率", "estimate": "估计值",
    "standard error": "标准误", "trend a year": "年趋势", "constant": "常数项",
    "Growth by contribution": "按贡献分解的增长",
    // Division.
    "topic": "主题", "collected by": "收集者", "bounties": "奖励",
    "alone by": "自行收集者", "for others": "为他人", "by others": "由他人",
    "Who collects what": "谁收集什么",
    // Design and policies.
    "instrument": "工具", "for": "对象", "counts": "计入", "objective": "目标值",
    "spending": "支出", "fairness": "公平度", "step": "力度", "worst": "最差",
    "best": "最好", "change in worst": "最差均衡的变化",
    "firms worse off": "受损企业数", "ends the trap at": "摆脱陷阱所需力度",
    "The best setting": "最好的设定", "What each firm is paid": "各企业的奖金",
    "bonus, weak": "奖金（弱）", "bonus, robust": "奖金（稳健）",
    "What each lever adds to welfare": "各政策工具增加的福利",
    // Alliances.
    "What each gains by the alliances": "联盟使各方获得的增益",
    "Who joins?": "谁会加入", "rule": "分配规则", "internally stable": "内部稳定",
    "reached from all": "自全体结盟所至", "leaves": "退出者",
    "What they divide": "如何分配", "candidate": "候选企业",
    "Solved before the stop": "中止前已求解者", "size": "规模",
    "largest complaint": "最大不满",
    "What a sponsor pays": "资助者须付多少",
    "deficit": "缺口", "per unit gained": "每单位增益",
    "direct outlay": "直接补贴支出", "direct welfare": "直接补贴时的福利",
    "The same members under each kind": "相同成员在各类联盟下",
    "The same members under each kind, without alliances.terms":
      "相同成员在各类联盟下（不计 alliances.terms）",
    "kind": "类型", "equilibria": "均衡数", "members earn": "成员收益",
    "Structures of several alliances that nobody wants to leave":
      "无人愿意退出的多联盟结构",
    "open to all": "自由加入", "by consent": "经同意加入",
    "Which alliances hold together": "哪些联盟能够维持",
    // Links.
    "pairwise stable": "成对稳定", "stable with side payments": "有旁支付时稳定",
    "of greatest welfare": "福利最大", "links": "联系", "probability": "概率",
    "Networks by their links": "各网络的福利与联系数",
    "most": "最大", "least": "最小", "rounds": "各轮", "round": "轮次", "stage": "阶段",
    "changes": "变动数",
    "mean level": "平均水平", "sharing firms": "共享企业数", "flow": "流量",
    "by links": "因联系", "by levels": "因水平", "Formation": "联系的形成",
    // Growth, diffusion, shocks and adjustment.
    "In the long run": "长期", "Knowledge of all firms": "全体企业的知识",
    "Diffusion": "扩散", "delay": "延迟", "innovation": "创新",
    "measure": "指标", "slope": "斜率", "sharing": "共享",
    "difference": "差异", "adopters": "采用企业数",
    "fastest growth, share a period": "最快增速（每期占比）", "at": "时间",
    "share at the horizon": "期末采用率", "mean field": "平均场近似",
    "area": "累积采用量", "inequality of delays": "延迟的不均度",
    "gain, money": "增益（货币）", "free": "可变动",
    "How many times a change by each moves the cluster": "各家变动使集群变动的倍数",
    "tips alone by": "单独引发所需变动",
    "starts that end here": "到达此处的起点占比",
    "Levels period by period": "逐期水平", "Where levels go": "水平的走向",
  ]

  /// What stands in cells and in the places of sentences.
  private static let values: [String: String] = [
    "proven": "已证明", "numerical": "数值结果", "nobody": "无人",
    "none": "无", "not known": "未知", "unknown": "未知", "yes": "是",
    "no": "否", "nothing": "无", "not sought": "未寻找", "complete": "完整",
    "perhaps not all": "或不完整", "very many": "极多", "…": "…",
    "core": "核心", "ordinary": "一般", "general": "外围",
    // Which sharing.
    "lowest": "最不开放的均衡", "highest": "最开放的均衡", "stay": "沿袭上期",
    "caps": "全部共享", "worst equilibrium": "最差均衡",
    "best equilibrium": "最好均衡",
    "equilibrium of greatest openness": "最开放的均衡",
    "equilibrium of least openness": "最不开放的均衡",
    // Objectives, levers, channels.
    "profit": "利润", "budget": "预算", "treasury": "财政收支",
    "saving": "成本节约", "premium": "集群溢价",
    "leakage": "泄露", "stealing": "竞争侵蚀", "cost": "共享成本",
    "fees": "使用费", "base": "基础利润", "royalties": "许可收益",
    "platform": "平台收益",
    // Alliances.
    "all proven": "均已证明", "not all proven": "未全部证明",
    "superadditive": "超可加", "not superadditive": "非超可加",
    "convex": "凸", "not convex": "非凸", "alone": "各自独立",
    "together": "另成一个联盟", "withholding": "不共享",
    // Phases, stages, states and paths.
    "formation": "形成期", "growth": "成长期", "maturity": "成熟期",
    "decline": "衰退期", "stationary": "停滞", "start": "开始",
    "linking": "建立联系", "strengthening": "加强联系", "resting": "静止",
    "breakthrough": "突破",
    "even the worst equilibrium does well": "即使最差均衡也表现良好",
    "a better equilibrium exists; moving together leads there":
      "存在更好的均衡，共同行动即可到达",
    "no equilibrium does well": "没有表现良好的均衡",
    "giant": "巨头型", "upgrade": "升级型", "introduced": "引进型",
    "fusion": "融合型", "independent": "自主型",
    "like none of the five": "与五种类型均不相似",
    "1: one source of knowledge": "1：只有一个知识来源",
    "share from those who take none": "来自不取用者的份额",
    "1: flows go both ways": "1：双向流动",
    "0: to no rivals, ½: as to others": "0：不流向竞争者，½：与其他企业相同",
    "1: many sources a firm": "1：每家企业来源众多",
    "of knowledge, 1: in one firm": "知识的集中，1：集中于一家",
    "share of all possible links": "占所有可能联系的份额",
    "resources": "资源", "infrastructure": "设施", "suppliers": "供应商",
    "structure": "企业结构", "localMarket": "本地市场",
    "externalMarket": "外部市场", "groundings": "基础", "enterprises": "企业",
    "markets": "市场",
    // Axes and legends of pictures.
    "surplus": "盈余", "somebody leaves": "有成员退出", "members": "成员数",
    "can stay together": "能够维持", "share of firms that adopted": "采用企业占比",
    "of what could be gained": "占可得增益",
    "equilibrium": "均衡", "foresight": "前瞻", "planner": "规划者",
    "a state that lasts": "持续的状态", "today's links": "现有联系",
  ]

  /// The heads of columns of addresses, which stay as files have them.
  static let addressHeads: Set<String> = ["instrument"]

  /// The heads of columns in which words stand and no names.
  static let wordHeads: Set<String> = [
    "rule", "kind", "stability", "tier", "phase", "stage", "feature", "says",
    "lever", "for", "measure",
  ]

  /// Words that mean something else in a study, by its key.
  static let special: [String: [String: String]] = [
    "design": [
      "all": "全部", "from": "下限", "to": "上限", "sharing": "开放度",
    ],
    "alliances": [
      "all": "全部", "core": "核", "own": "各自保留", "equal": "均分增益",
      "knowledge": "按知识", "contribution": "按贡献", "outside": "按外部机会",
      "shapley": "沙普利值", "myerson": "迈尔森值", "owen": "欧文值",
      "worst": "取最差者", "best": "取最好者", "highest": "取最开放者",
      "lowest": "取最不开放者", "research": "联合研发", "standard": "共同标准",
      "chain": "产业链", "market": "联合销售", "rules": "共同规则",
    ],
    "diagnosis": [
      "outside": "外部来源", "from": "来源", "coordination": "协调",
      "network": "网络", "environment": "环境", "lead": "领先企业",
    ],
    "diffusion": [
      "worst": "最差均衡", "best": "最好均衡", "highest": "最开放的均衡",
      "lowest": "最不开放的均衡",
    ],
    "growth": ["worst": "最差均衡", "best": "最好均衡"],
    "policies": [
      "rules": "规则", "information": "信息", "network": "网络",
      "demand": "需求", "environment": "环境", "royalty": "许可费",
    ],
    "shock": ["to": "去向（均衡）"],
  ]
}
