/// A linear map that is applied without being written out: it computes the
/// image of its first argument into its second.
///
/// Both vectors have the order of the operator. The image holds anything
/// before the call and must be written whole.
public typealias LinearOperator = (_ x: [Double], _ image: inout [Double]) ->
  Void
