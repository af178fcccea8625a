import Testing

/// Scenarios with a wrong value, a wrong shape or a wrong key.
@Suite struct ClusterReaderErrorTests {
  @Test(arguments: values + shapes)
  func badValueIsReported(_ scenario: BadScenario) throws {
    try scenario.check()
  }

  static let values = [
    BadScenario(
      "an absorption above 1", "firms: [{}, {}, {absorption: 1.7}]",
      "chem.yaml: firms[2].absorption: 1.7 is not in [0, 1]"),
    BadScenario(
      "a cap above 1", "firms: [{cap: 1.01}]",
      "chem.yaml: firms[0].cap: 1.01 is not in [0, 1]"),
    BadScenario(
      "a negative cap", "firms: [{cap: -0.1}]",
      "chem.yaml: firms[0].cap: -0.1 is not in [0, 1]"),
    BadScenario(
      "an irreplaceability above 1", "firms: [{irreplaceability: 2}]",
      "chem.yaml: firms[0].irreplaceability: 2 is not in [0, 1]"),
    BadScenario(
      "no knowledge", "firms: [{knowledge: 0}]",
      "chem.yaml: firms[0].knowledge: 0 is not greater than 0"),
    BadScenario(
      "negative knowledge", "firms: [{knowledge: -1}]",
      "chem.yaml: firms[0].knowledge: -1 is not greater than 0"),
    BadScenario(
      "a negative opportunity", "firms: [{opportunity: -1e-9}]",
      "chem.yaml: firms[0].opportunity: -1e-9 is less than 0"),
    BadScenario(
      "a negative market", "firms: [{market: -1}]",
      "chem.yaml: firms[0].market: -1 is less than 0"),
    BadScenario(
      "a negative innovation cost", "firms: [{innovationCost: -1}]",
      "chem.yaml: firms[0].innovationCost: -1 is less than 0"),
    BadScenario(
      "a negative linear cost", "firms: [{cost: {linear: -1}}]",
      "chem.yaml: firms[0].cost.linear: -1 is less than 0"),
    BadScenario(
      "a negative quadratic cost", "firms: [{}, {cost: {quadratic: -0.5}}]",
      "chem.yaml: firms[1].cost.quadratic: -0.5 is less than 0"),
    BadScenario(
      "an infinite base", "firms: [{base: -.inf}]",
      "chem.yaml: firms[0].base: -.inf is not a finite number"),
    BadScenario(
      "a negative environment", "environment: -1\nfirms: [{}, {}, {}]\n",
      "chem.yaml: environment: -1 is less than 0"),
    BadScenario(
      "a negative reciprocity",
      "model: {reciprocity: -1}\nfirms: [{}, {}, {}]\n",
      "chem.yaml: model.reciprocity: -1 is less than 0"),
    BadScenario(
      "a negative curvature", "model: {curvature: -1}\nfirms: [{}, {}, {}]\n",
      "chem.yaml: model.curvature: -1 is less than 0"),
    BadScenario(
      "a negative stealing", "model: {stealing: -0.1}\nfirms: [{}, {}, {}]\n",
      "chem.yaml: model.stealing: -0.1 is less than 0"),
    BadScenario(
      "a negative premium", "premium: {value: -4}\nfirms: [{}, {}, {}]\n",
      "chem.yaml: premium.value: -4 is less than 0"),
    BadScenario(
      "a negative premium curvature",
      "premium: {curvature: -4}\nfirms: [{}, {}, {}]\n",
      "chem.yaml: premium.curvature: -4 is less than 0"),
    BadScenario(
      "a negative price", "policy: {price: -1}\nfirms: [{}, {}, {}]\n",
      "chem.yaml: policy.price: -1 is less than 0"),
    BadScenario(
      "an environment that is no number",
      "environment: .nan\nfirms: [{}, {}, {}]\n",
      "chem.yaml: environment: .nan is not a finite number"),
    BadScenario(
      "an infinite environment", "environment: .inf\nfirms: [{}, {}, {}]\n",
      "chem.yaml: environment: .inf is not a finite number"),
    BadScenario(
      "a number too large for a double",
      "environment: 1e400\nfirms: [{}, {}, {}]\n",
      "chem.yaml: environment: 1e400 is too large"),
    BadScenario(
      "a number in quotes", "environment: \"1.4\"\nfirms: [{}, {}, {}]\n",
      "chem.yaml: environment: \"1.4\" is a text; a number has no quotes"),
    BadScenario(
      "a text for a number", "environment: high\nfirms: [{}, {}, {}]\n",
      "chem.yaml: environment: high is not a number"),
    BadScenario(
      "a thousands separator", "environment: 1_000\nfirms: [{}, {}, {}]\n",
      "chem.yaml: environment: 1_000 is not a number"),
    BadScenario(
      "a sexagesimal number", "environment: 1:30\nfirms: [{}, {}, {}]\n",
      "chem.yaml: environment: 1:30 is not a number"),
    BadScenario(
      "a decimal comma", "environment: 1,4\nfirms: [{}, {}, {}]\n",
      "chem.yaml: environment: 1,4 is not a number; write 1.4"),
    BadScenario(
      "a unit", "environment: 1.4 EUR\nfirms: [{}, {}, {}]\n",
      "chem.yaml: environment: 1.4 EUR is not a number"),
    BadScenario(
      "a truth value for a number", "environment: yes\nfirms: [{}, {}, {}]\n",
      "chem.yaml: environment: yes is not a number"),
    BadScenario(
      "nothing for a number", "environment:\nfirms: [{}, {}, {}]\n",
      "chem.yaml: environment: is empty; a number is needed"),
    BadScenario(
      "null for a number", "environment: null\nfirms: [{}, {}, {}]\n",
      "chem.yaml: environment: is empty; a number is needed"),
    BadScenario(
      "a list for a number", "environment: [1]\nfirms: [{}, {}, {}]\n",
      "chem.yaml: environment: a list is not a number"),
  ]

  static let shapes = [
    BadScenario(
      "a number for a mapping", "model: 1\nfirms: [{}, {}, {}]\n",
      "chem.yaml: model: 1 is not a mapping of reciprocity, curvature, stealing, noise, sharing, choice"
    ),
    BadScenario(
      "a list for a mapping", "premium: [4, 1]\nfirms: [{}, {}, {}]\n",
      "chem.yaml: premium: a list is not a mapping of value, curvature, shares"),
    BadScenario(
      "a mapping for a text", "name: {a: b}\nfirms: [{}, {}, {}]\n",
      "chem.yaml: name: a mapping is not a text"),
    BadScenario(
      "nothing for a name", "name:\nfirms: [{}, {}, {}]\n",
      "chem.yaml: name: is empty; a text is needed"),
    BadScenario(
      "an unknown tier", "firms: [{tier: cor}]",
      "chem.yaml: firms[0].tier: cor is not core, ordinary or general"),
    BadScenario(
      "a list for a tier", "firms: [{tier: [core]}]",
      "chem.yaml: firms[0].tier: a list is not core, ordinary or general"),
    BadScenario(
      "an unknown key of a firm", "firms: [{absorbtion: 0.5}]",
      "chem.yaml: firms[0].absorbtion: unknown key; did you mean absorption?"),
    BadScenario(
      "an unknown key far from all", "firms: [{colour: red}]",
      "chem.yaml: firms[0].colour: unknown key; known are name, tier, role, knowledge, absorption, opportunity, market, irreplaceability, innovationCost, cost, cap, floor, base, riskTolerance, distress"
    ),
    BadScenario(
      "an unknown key of the cost", "firms: [{cost: {lineal: 1}}]",
      "chem.yaml: firms[0].cost.lineal: unknown key; did you mean linear?"),
    BadScenario(
      "a dotted key", "firms: [{cost.linear: 1}]",
      "chem.yaml: firms[0].cost.linear: unknown key; write cost: {linear: …}"),
    BadScenario(
      "an unknown key of a scenario", "enviroment: 2\nfirms: [{}, {}, {}]\n",
      "chem.yaml: enviroment: unknown key; did you mean environment?"),
    BadScenario(
      "an unknown key of the model",
      "model: {reciprocty: 2}\nfirms: [{}, {}, {}]\n",
      "chem.yaml: model.reciprocty: unknown key; did you mean reciprocity?"),
    BadScenario(
      "a merge key", "firms: [{<<: {knowledge: 1}}]",
      "chem.yaml: firms[0].<<: unknown key; known are name, tier, role, knowledge, absorption, opportunity, market, irreplaceability, innovationCost, cost, cap, floor, base, riskTolerance, distress"
    ),
    BadScenario(
      "a number for a key", "1: 2\nfirms: [{}, {}, {}]\n",
      "chem.yaml: 1: unknown key; known are name, environment, model, premium, policy, platform, risk, firms, complementarity, rivalry, access, tiers, adjustment, shock, growth, diffusion, diagnosis, division, uncertain, linking, design, policies, alliances"
    ),
    BadScenario(
      "no firms", "name: chem",
      "chem.yaml: firms: is missing"),
    BadScenario(
      "an empty list of firms", "firms: []",
      "chem.yaml: firms: is empty; a cluster has 1 firm or more"),
    BadScenario(
      "nothing for firms", "firms:",
      "chem.yaml: firms: is empty; a list of firms or the path of a CSV file is needed"
    ),
    BadScenario(
      "a number for a firm", "firms: [1]",
      "chem.yaml: firms[0]: 1 is not a mapping of name, tier, role, knowledge, absorption, opportunity, market, irreplaceability, innovationCost, cost, cap, floor, base, riskTolerance, distress"
    ),
    BadScenario(
      "a mapping for firms", "firms: {A: {knowledge: 1}}",
      "chem.yaml: firms: a mapping is not a list of firms or the path of a CSV file"
    ),
    BadScenario(
      "an empty name", "firms: [{name: \"\"}]",
      "chem.yaml: firms[0].name: is empty"),
    BadScenario(
      "a name like an address", "firms: [{}, {name: \"firms[x]\"}]",
      "chem.yaml: firms[1].name: firms[x] is how options address a firm; choose "
        + "another name"),
    BadScenario(
      "two firms of one name", "firms: [{name: A}, {name: B}, {name: A}]",
      "chem.yaml: firms[2].name: A is the name of firms[0] too"),
    BadScenario(
      "a name like a default name", "firms: [{name: F2}, {}]",
      "chem.yaml: firms[1].name: F2 is the name of firms[0] too"),
    BadScenario(
      "shares that sum to less",
      "premium: {shares: [0.5, 0.3, 0.1]}\nfirms: [{}, {}, {}]\n",
      "chem.yaml: premium.shares: sum to 0.9, not to 1"),
    BadScenario(
      "shares that sum a little off",
      "premium: {shares: [0.5, 0.3, 0.200000002]}\nfirms: [{}, {}, {}]\n",
      "chem.yaml: premium.shares: sum to 1.000000002, not to 1"),
    BadScenario(
      "a negative share",
      "premium: {shares: [1.2, -0.1, -0.1]}\nfirms: [{}, {}, {}]\n",
      "chem.yaml: premium.shares[1]: -0.1 is less than 0"),
    BadScenario(
      "too few shares", "premium: {shares: [0.5, 0.5]}\nfirms: [{}, {}, {}]\n",
      "chem.yaml: premium.shares: has 2 numbers where 3 are needed"),
    BadScenario(
      "an unknown division",
      "premium: {shares: equally}\nfirms: [{}, {}, {}]\n",
      "chem.yaml: premium.shares: equally is not equal, knowledge or a list of numbers"
    ),
    BadScenario(
      "a number for shares", "premium: {shares: 1}\nfirms: [{}, {}, {}]\n",
      "chem.yaml: premium.shares: 1 is not equal, knowledge or a list of numbers"
    ),
    BadScenario(
      "too many subsidies",
      "policy: {subsidy: [1, 2, 3, 4]}\nfirms: [{}, {}, {}]\n",
      "chem.yaml: policy.subsidy: has 4 numbers where 3 are needed"),
    BadScenario(
      "a text among subsidies",
      "policy: {subsidy: [1, x, 3]}\nfirms: [{}, {}, {}]\n",
      "chem.yaml: policy.subsidy[1]: x is not a number"),
    BadScenario(
      "an infinite subsidy", "policy: {subsidy: .inf}\nfirms: [{}, {}, {}]\n",
      "chem.yaml: policy.subsidy: .inf is not a finite number"),
    BadScenario(
      "a subsidy by tier of a firm without one",
      "policy: {subsidy: {core: 1}}\nfirms: [{name: Beta}]\n",
      "chem.yaml: policy.subsidy: firm Beta has no tier"),
    BadScenario(
      "a negative price by tier",
      "policy: {price: {core: -1}}\nfirms: [{tier: core}]\n",
      "chem.yaml: policy.price.core: -1 is less than 0"),
    BadScenario(
      "an unknown operator",
      "platform: {operator: Gama}\nfirms: [{name: Gamma}]\n",
      "chem.yaml: platform.operator: no firm Gama; did you mean Gamma?"),
    BadScenario(
      "a margin for nobody", "platform: {margin: 0.2}\nfirms: [{}]\n",
      "chem.yaml: platform.operator: missing; margin and cost are those of service or of a firm"
    ),
    BadScenario(
      "a floor above the cap",
      "firms: [{}, {}, {cap: 0.5, floor: 0.9}]\n",
      "chem.yaml: firms[2].floor: 0.9 is above the cap 0.5"),
    BadScenario(
      "a matrix with too few rows",
      "rivalry: [[0, 1, 1], [1, 0, 1]]\nfirms: [{}, {}, {}]\n",
      "chem.yaml: rivalry: has 2 rows where 3 are needed"),
    BadScenario(
      "a matrix with a short row",
      "rivalry: [[0, 1, 1], [1, 0], [1, 1, 0]]\nfirms: [{}, {}, {}]\n",
      "chem.yaml: rivalry[1]: has 2 numbers where 3 are needed"),
    BadScenario(
      "a matrix with a number for a row",
      "rivalry: [1, 2, 3]\nfirms: [{}, {}, {}]\n",
      "chem.yaml: rivalry[0]: 1 is not a list of numbers"),
    BadScenario(
      "a negative weight",
      "complementarity: [[0, 1], [-1, 0]]\nfirms: [{name: A}, {name: B}]\n",
      "chem.yaml: complementarity[1][0]: -1 is less than 0"),
    BadScenario(
      "a weight that is no number",
      "complementarity: [[0, .nan], [1, 0]]\nfirms: [{name: A}, {name: B}]\n",
      "chem.yaml: complementarity[0][1]: .nan is not a finite number"),
    BadScenario(
      "a text for a weight",
      "complementarity: [[0, x], [1, 0]]\nfirms: [{name: A}, {name: B}]\n",
      "chem.yaml: complementarity[0][1]: x is not a number"),
    BadScenario(
      "no number on the diagonal",
      "complementarity: [[x, 1], [1, 0]]\nfirms: [{name: A}, {name: B}]\n",
      "chem.yaml: complementarity[0][0]: x is not a number"),
    BadScenario(
      "an empty matrix", "rivalry: []\nfirms: [{name: A}, {name: B}]\n",
      "chem.yaml: rivalry: has 0 rows where 2 are needed"),
    BadScenario(
      "nothing for links", "rivalry:\nfirms: [{name: A}, {name: B}]\n",
      "chem.yaml: rivalry: is empty; a matrix, {uniform: x} or the path of a file is needed"
    ),
    BadScenario(
      "a number for links", "rivalry: 0.2\nfirms: [{name: A}, {name: B}]\n",
      "chem.yaml: rivalry: 0.2 is no matrix; the same for all is {uniform: 0.2}"
    ),
    BadScenario(
      "a negative uniform weight",
      "rivalry: {uniform: -0.2}\nfirms: [{name: A}, {name: B}]\n",
      "chem.yaml: rivalry.uniform: -0.2 is less than 0"),
    BadScenario(
      "an empty mapping for links",
      "rivalry: {}\nfirms: [{name: A}, {name: B}]\n",
      "chem.yaml: rivalry: is empty; uniform is missing"),
    BadScenario(
      "an unknown form of links",
      "rivalry: {uniformly: 1}\nfirms: [{name: A}, {name: B}]\n",
      "chem.yaml: rivalry.uniformly: unknown key; did you mean uniform?"),
    BadScenario(
      "a right above 1",
      "access: [[0, 1.5], [1, 0]]\nfirms: [{name: A}, {name: B}]\n",
      "chem.yaml: access[0][1]: 1.5 is not in [0, 1]"),
    BadScenario(
      "a uniform right above 1",
      "access: {uniform: 2}\nfirms: [{name: A}, {name: B}]\n",
      "chem.yaml: access.uniform: 2 is not in [0, 1]"),
    BadScenario(
      "an unknown access", "access: ful\nfirms: [{name: A}, {name: B}]\n",
      "chem.yaml: access: ful: there is no such file; did you mean full?"),
    BadScenario(
      "a truth value for access",
      "access: [yes]\nfirms: [{name: A}, {name: B}]\n",
      "chem.yaml: access: has 1 row where 2 are needed"),
    BadScenario(
      "tiers without a tier", "access: tiers\nfirms: [{tier: core}, {}]",
      "chem.yaml: firms[1].tier: is missing; access by tiers needs it"),
    BadScenario(
      "a table of tiers that is not used",
      "tiers: {access: [[1, 1, 1], [1, 1, 1], [1, 1, 1]]}\nfirms: [{name: A}, {name: B}]\n",
      "chem.yaml: tiers.access: is given, but access is not tiers"),
    BadScenario(
      "a table of tiers with two rows",
      "access: tiers\ntiers: {access: [[1, 1, 1], [1, 1, 1]]}\nfirms: [{tier: core}]",
      "chem.yaml: tiers.access: has 2 rows where 3 are needed"),
    BadScenario(
      "a table of tiers with a short row",
      "access: tiers\ntiers: {access: [[1, 1, 1], [1, 1], [1, 1, 1]]}\nfirms: [{tier: core}]",
      "chem.yaml: tiers.access[1]: has 2 numbers where 3 are needed"),
    BadScenario(
      "a right between tiers above 1",
      "access: tiers\ntiers: {access: [[1, 1, 1], [1, 1.1, 1], [1, 1, 1]]}\nfirms: [{tier: core}]",
      "chem.yaml: tiers.access[1][1]: 1.1 is not in [0, 1]"),
    BadScenario(
      "a missing table of firms", "firms: firms.csv\n",
      "chem.yaml: firms: firms.csv: there is no such file"),
    BadScenario(
      "a directory for firms", "firms: .\n",
      "chem.yaml: firms: .: is a directory, not a file"),
    BadScenario(
      "an empty path", "firms: \"\"\n",
      "chem.yaml: firms: is empty; the path of a file is needed"),
    BadScenario(
      "a path with a NUL", "firms: \"a\\0b\"\n",
      "chem.yaml: firms: a b: there is no such file"),
    BadScenario(
      "missing links",
      "firms: [{name: A}, {name: B}, {name: C}]\nrivalry: links.csv\n",
      "chem.yaml: rivalry: links.csv: there is no such file"),
    BadScenario(
      "a path that is a number", "firms: [{}]\nrivalry: 17\n",
      "chem.yaml: rivalry: 17 is no matrix; the same for all is {uniform: 17}"),
  ]
}
