import PublishedGames
import Testing

struct AnswerTests {
  @Test func theLargestDifferenceIsThatOfTheWorstValue() {
    let answer = Answer(
      values: ["a": 1, "b": 2.5, "c": 4], closedForm: ["a": 1, "b": 2, "c": 4])
    #expect(answer.largestDifference == 0.25)
    #expect(Answer(values: ["a": 1]).largestDifference == 0)
  }
}
