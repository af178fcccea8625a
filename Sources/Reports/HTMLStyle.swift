/// How pages look: on white, on dark screens and on paper.
enum HTMLStyle {
  /// The style sheet of a page.
  static let text = """
    :root{color-scheme:light dark;\(Ink.variables(\.light))}
    @media(prefers-color-scheme:dark){:root{\(Ink.variables(\.dark))}}
    body{background:var(--page);color:var(--text);font:16px/1.5 \(fonts);\
    max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem;\
    overflow-wrap:break-word}
    h1{font-size:1.5rem;line-height:1.25}
    h2{font-size:1.2rem;margin:2.2rem 0 .6rem;padding-top:1rem;\
    border-top:1px solid var(--grid)}
    h3{font-size:1rem;margin:.2rem 0 .4rem}
    .lead{background:var(--tint);border-left:4px solid var(--blue);\
    padding:.6rem 1rem;margin:1rem 0}
    .lead p{margin:.35rem 0}
    figure{margin:1rem 0 1.6rem}
    figcaption{color:var(--faint);font-size:.85rem;margin:.3rem 0}
    svg{width:100%;min-width:30rem;height:auto;display:block;\
    font-size:13px}
    svg text{fill:var(--text)}
    \(Ink.pageRules)
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:.88rem;\
    font-variant-numeric:tabular-nums}
    th,td{padding:.22rem .5rem;text-align:right;\
    border-bottom:1px solid var(--grid)}
    th:first-child,caption{text-align:left}
    th[scope=row]{font-weight:400}
    .bar{display:block;height:.7em}
    .plus{background:var(--blue)}
    .minus{background:var(--orange)}
    pre{background:var(--tint);padding:.6rem;overflow-x:auto;font-size:.8rem}
    summary{cursor:pointer;color:var(--blue)}
    @media print{
    :root{color-scheme:light;\(Ink.variables(\.light))}
    body{max-width:none;font-size:10.5pt;padding:0}
    figure,tr,.lead{break-inside:avoid}
    h2,h3{break-after:avoid}
    .scroll{overflow:visible}
    svg{min-width:0}
    pre{white-space:pre-wrap}
    details::details-content{content-visibility:visible;block-size:auto}
    @page{size:A4;margin:18mm}
    }
    """

  /// Fonts that readers have, with Chinese characters in the styles of
  /// simplified Chinese.
  private static let fonts =
    "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\","
    + "\"Noto Sans CJK SC\",\"PingFang SC\",\"Microsoft YaHei\",sans-serif"
}
