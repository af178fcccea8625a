import Testing

@testable import Coopetition

@Suite struct YAMLDocumentTests {
  @Test(arguments: documents)
  func badDocumentIsReported(_ scenario: BadScenario) throws {
    try scenario.check()
  }

  static let documents = [
    BadScenario(
      "an empty file", "",
      "chem.yaml: is empty"),
    BadScenario(
      "blank lines only", "\n\n",
      "chem.yaml: is empty"),
    BadScenario(
      "a comment only", "# nothing\n",
      "chem.yaml: is empty"),
    BadScenario(
      "an empty document", "---\n...\n",
      "chem.yaml: is empty; a mapping with the key firms (or game) is needed"),
    BadScenario(
      "a text", "hello",
      "chem.yaml: hello is not a mapping with the key firms (or game)"),
    BadScenario(
      "a list", "- a\n- b\n",
      "chem.yaml: a list is not a mapping with the key firms (or game)"),
    BadScenario(
      "null", "null",
      "chem.yaml: is empty; a mapping with the key firms (or game) is needed"),
    BadScenario(
      "a duplicate key", "environment: 1\nfirms: [{}]\nenvironment: 2\n",
      "chem.yaml: line 1: duplicate key environment"),
    BadScenario(
      "a duplicate key of a firm", "firms:\n- {cap: 1, knowledge: 1, cap: 0}\n",
      "chem.yaml: line 2: duplicate key cap"),
    BadScenario(
      "a duplicate key in quotes", "firms: [{}]\n\"firms\": [{}]\n",
      "chem.yaml: line 1: duplicate key firms"),
    BadScenario(
      "two documents", "firms: [{}]\n---\nfirms: [{}]\n",
      "chem.yaml: line 2: a second document starts; a file holds one"),
    BadScenario(
      "a bracket that is not closed", "firms: [{name: A}, {name: B}",
      "chem.yaml: line 2: is not YAML: did not find expected ',' or ']'"),
    BadScenario(
      "a brace that is not closed", "model: {reciprocity: 1\nfirms: [{}]\n",
      "chem.yaml: line 2: is not YAML: did not find expected ',' or '}'"),
    BadScenario(
      "a quote that is not closed", "name: \"chem\nfirms: [{}]\n",
      "chem.yaml: line 3: is not YAML: found unexpected end of stream"),
    BadScenario(
      "a tab for indentation", "model:\n\treciprocity: 1\n",
      "chem.yaml: line 2: is not YAML: found character that cannot start any token"
    ),
    BadScenario(
      "a bad indentation", "model:\n   reciprocity: 1\n  curvature: 1\n",
      "chem.yaml: line 3: is not YAML: did not find expected key"),
    BadScenario(
      "two values on a line", "name: a: b\n",
      "chem.yaml: line 1: is not YAML: mapping values are not allowed in this context"
    ),
    BadScenario(
      "a reserved character", "name: @a\n",
      "chem.yaml: line 1: is not YAML: found character that cannot start any token"
    ),
    BadScenario(
      "an unknown tag", "environment: !euro 3\nfirms: [{}]\n",
      "chem.yaml: line 1: the tag !euro does not fit here"),
    BadScenario(
      "a list tagged as a text", "firms: !!str [{}]\n",
      "chem.yaml: line 1: the tag !!str does not fit here"),
    BadScenario(
      "a text tagged as a list", "firms: [{}]\nrivalry: !!seq abc\n",
      "chem.yaml: line 2: the tag !!seq does not fit here"),
    BadScenario(
      "a number tagged as a text", "environment: !!str 3\nfirms: [{}]\n",
      "chem.yaml: environment: \"3\" is a text; a number has no quotes"),
    BadScenario(
      "binary data tagged", "name: !!binary aGVsbG8=\nfirms: [{}]\n",
      "chem.yaml: line 1: the tag !!binary does not fit here"),
    BadScenario(
      "an undefined tag handle", "name: !e!euro 3\n",
      "chem.yaml: line 1: is not YAML: found undefined tag handle"),
    BadScenario(
      "an undefined alias", "firms: *all\n",
      "chem.yaml: line 1: is not YAML: found undefined alias"),
    BadScenario(
      "an alias of itself", "firms: &all [*all]\n",
      "chem.yaml: line 1: is not YAML: found undefined alias"),
    BadScenario(
      "an alias as a key", "name: &n firms\n*n : [{}]\n",
      "chem.yaml: line 2: an alias cannot be a key"),
    BadScenario(
      "a list as a key", "[a, b]: 1\nfirms: [{}]\n",
      "chem.yaml: line 1: a list or a mapping cannot be a key"),
    BadScenario(
      "a mapping as a key", "? {a: b}\n: 1\n",
      "chem.yaml: line 1: a list or a mapping cannot be a key"),
    BadScenario(
      "another version of YAML", "%YAML 3.0\n---\nfirms: [{}]\n",
      "chem.yaml: line 1: is not YAML: found incompatible YAML document"),
    BadScenario(
      "a game of formulas", "game: Sigmoid\nplayers: []\n",
      "chem.yaml: is a game of formulas, not a cluster of firms"),
  ]

  @Test func scalarsStayText() throws {
    let document = try YAMLDocument.parse(
      "{a: no, b: 'x', c: 1:30, d: 010, e: !!str 1, f: ! 2, g: ~}")
    let plain = ["a": "no", "c": "1:30", "d": "010", "g": "~"]
    for (key, text) in plain {
      #expect(document[key] == .scalar(text, isPlain: true))
    }
    for (key, text) in ["b": "x", "e": "1", "f": "2"] {
      #expect(document[key] == .scalar(text, isPlain: false))
    }
  }

  @Test func aliasesStandForTheirAnchors() throws {
    let document = try YAMLDocument.parse(
      "{a: &row [1, 2], b: [*row, *row], c: &x y, d: *x}")
    let row = DocumentNode.list([
      .scalar("1", isPlain: true), .scalar("2", isPlain: true),
    ])
    #expect(document["b"] == .list([row, row]))
    #expect(document["d"] == .scalar("y", isPlain: true))
  }

  @Test func jsonIsRead() throws {
    let document = try YAMLDocument.parse(
      #"{"a":1,"b":["x\u00e9",true,null],"c":{"d":-1.5e-3}}"#)
    #expect(
      document["b"]
        == .list([
          .scalar("xé", isPlain: false), .scalar("true", isPlain: true),
          .scalar("null", isPlain: true),
        ]))
    #expect(document["c"]?["d"] == .scalar("-1.5e-3", isPlain: true))
  }

  @Test(arguments: [YAMLDocument.mostLevels - 1, YAMLDocument.mostLevels])
  func levelsAreBounded(_ brackets: Int) throws {
    let text =
      String(repeating: "[", count: brackets) + "1"
      + String(repeating: "]", count: brackets)
    if brackets < YAMLDocument.mostLevels {
      _ = try YAMLDocument.parse(text)
    } else {
      #expect(throws: ScenarioError.self) { try YAMLDocument.parse(text) }
    }
  }
}
