/// A part of a scenario file that a study reads, such as `growth`.
///
/// A section is a value: what the user asks, checked, with a default for every
/// number left out. Every command accepts it and checks it; the study that it
/// belongs to gets it by ``Scenario/section(_:)``.
///
/// ```swift
/// struct Growth: ScenarioSection {
///   static let key = "growth"
///   var discount = 0.95
///
///   init(
///     _ value: ScenarioValue, in context: SectionContext
///   ) throws(ScenarioError) {
///     let values = try value.values(of: ["discount"])
///     discount = try values["discount"]?.number(.openUnit) ?? discount
///   }
/// }
/// ```
///
/// A new section takes its place in ``ScenarioSections/all`` and nowhere else.
protocol ScenarioSection: Sendable {
  /// The key at the top of the file.
  static var key: String { get }
  /// The kinds of scenario that may have it; clusters unless said otherwise.
  static var kinds: [ScenarioKind] { get }

  /// Reads the section.
  ///
  /// - Parameters:
  ///   - value: What stands under the key, with its place.
  ///   - context: The file, and what the rest of it describes.
  /// - Throws: the first thing that is wrong, with its place.
  init(
    _ value: ScenarioValue, in context: SectionContext
  ) throws(ScenarioError)
}

extension ScenarioSection {
  static var kinds: [ScenarioKind] { [.cluster] }
}

/// What a section of a scenario may refer to.
struct SectionContext {
  /// The file; paths in a section are relative to its folder.
  let file: ScenarioFile
  /// What the rest of the file describes.
  let subject: Scenario.Subject
}

/// The sections that a scenario may have.
enum ScenarioSections {
  /// Every section, one a line.
  static let all: [any ScenarioSection.Type] = [
    AdjustmentSection.self,
    ShockSection.self,
    GrowthSection.self,
    DiffusionSection.self,
    DiagnosisSection.self,
    DivisionSection.self,
    Uncertain.self,
    Linking.self,
    DesignSection.self,
    PoliciesSection.self,
    AllianceSection.self,
  ]

  /// The keys of the sections that a kind of scenario may have.
  static func keys(of kind: ScenarioKind) -> [String] {
    all.filter { $0.kinds.contains(kind) }.map { $0.key }
  }

  /// Reads the sections of a file.
  ///
  /// - Throws: the first thing that is wrong, with its file and place.
  static func read(
    in context: SectionContext
  ) throws(ScenarioError) -> [any ScenarioSection] {
    var sections: [any ScenarioSection] = []
    for kind in all where kind.kinds.contains(context.file.kind) {
      guard let node = context.file.document[kind.key] else { continue }
      let value = ScenarioValue(node: node, place: kind.key)
      do {
        sections.append(try kind.init(value, in: context))
      } catch {
        throw error.inFile(context.file.name)
      }
    }
    return sections
  }
}
