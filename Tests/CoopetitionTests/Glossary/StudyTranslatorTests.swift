import Testing

@testable import Coopetition

@Suite("Studies in Chinese")
struct StudyTranslatorTests {
  @Test("Every pattern has the same places in both languages, and no twin")
  func patterns() {
    for pattern in StudySentences.sentences + StudySentences.phrases {
      #expect(pattern.isBalanced, "\(pattern)")
    }
    for pattern in StudySentences.sentences {
      #expect(pattern.isAnchored, "\(pattern)")
    }
    #expect(StudySentences.sentences.count > 70)
  }

  @Test("Sentences follow one another, with numbers and names as they are")
  func sentences() {
    let words = StudyTranslator(of: "growth", leaving: [])
    #expect(
      words.paragraph(
        "It is proven that no other state lasts. The cluster can be trapped: "
          + "state 3 has 27.16 more welfare a period than state 1, and neither "
          + "is left by small changes.")
        == "已证明没有其他能够持续的状态。集群可能陷入困境：状态 3 每期福利比状态 1 "
        + "多 27.16，而微小变化不会使其离开任何一种。")
    #expect(
      words.paragraph("Discounted welfare: −1.2e-5; with what follows: 3.")
        == "贴现福利：−1.2e-5；计入其后：3。")
    #expect(words.paragraph("Discounted welfare: 3.") == "贴现福利：3。")
  }

  @Test("Names stay, whatever they look like")
  func names() {
    let hostile = "A moves the cluster 1 times. {n} [x]"
    let words = StudyTranslator(
      of: "shock", leaving: [hostile, "cost", "knowledge", "A, B"])
    #expect(
      words.paragraph(
        "A change by \(hostile) moves the cluster 2.00 times, the most of all; "
          + "loop gain 0.50. Numerical.")
        == "\(hostile) 的变动使集群变动 2.00 倍，为各家之最；回路增益 0.50。数值结果。")
    #expect(words.phrase("cost") == "cost")
    #expect(words.phrase("A, B") == "A, B")
    #expect(words.phrase("cost, yes") == "cost、是")
    #expect(words.phrase("knowledge") == "knowledge")
    #expect(words.word("knowledge") == "知识")
    #expect(words.head("knowledge") == "知识")
    let spread = StudyTranslator(of: "diffusion", leaving: ["delay"])
    #expect(spread.head("delay") == "delay")
    #expect(words.phrase("yes, something new") == "yes, something new")
  }

  @Test("A word may mean something else in another study")
  func contexts() {
    func word(_ word: Substring, in study: String) -> String {
      StudyTranslator(of: study, leaving: []).phrase(word)
    }
    #expect(word("core", in: "design") == "核心")
    #expect(word("core", in: "alliances") == "核")
    #expect(word("all", in: "design") == "全部")
    #expect(word("all", in: "diagnosis") == "合计")
    #expect(word("knowledge", in: "growth") == "知识")
    #expect(word("knowledge", in: "alliances") == "按知识")
    #expect(word("to", in: "shock") == "去向（均衡）")
  }

  @Test("What is not known stays, all of it")
  func unknown() {
    let words = StudyTranslator(of: "growth", leaving: [])
    #expect(words.paragraph("Something new.") == nil)
    #expect(
      words.paragraph("It is proven that no other state lasts. New.") == nil)
    #expect(words.paragraph("Discounted welfare: much.") == nil)
    #expect(words.phrase("something new") == "something new")
    #expect(words.paragraph("") == "")
    // Many beginnings, none of which leads to an end.
    let long = String(repeating: "a, b (c) ", count: 500)
    #expect(words.paragraph(long) == nil)
  }
}
