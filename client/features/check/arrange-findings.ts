/** Findings under heads, by category or by the component that they are about. */
import { categories, severities, type Finding, type Severity } from '#shared/checker/define-rule.ts'
import type { DesignNode, Graph } from '#shared/design/design.ts'
import { findInPalette } from '#shared/kinds/find-in-palette.ts'
import { categoryTitles } from './category-titles.ts'
import { homeOf } from './finding-marks.ts'

export const arrangements = ['category', 'component'] as const
export type Arrangement = (typeof arrangements)[number]

export interface FindingSection {
  readonly key: string
  readonly title: string
  /** In the order given. */
  readonly findings: readonly Finding[]
}

/** Findings about what was said or left unsaid, not about the drawing. */
const beside = ''

/** The findings must be sorted by severity; sections with the gravest finding come first. */
export function arrangeFindings(
  findings: readonly Finding[],
  by: Arrangement,
  graph: Graph,
): readonly FindingSection[] {
  return by === 'category' ? byCategory(findings) : byComponent(findings, graph)
}

/** How many of each severity, the gravest first; severities without any are left out. */
export function countSeverities(
  findings: readonly Finding[],
): readonly { readonly severity: Severity; readonly count: number }[] {
  return severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [{ severity, count }]
  })
}

function byCategory(findings: readonly Finding[]): readonly FindingSection[] {
  const sections = categories.flatMap((category): FindingSection[] => {
    const own = findings.filter((finding) => finding.category === category)
    return own.length === 0
      ? []
      : [{ key: category, title: categoryTitles[category], findings: own }]
  })
  return gravestFirst(sections)
}

function byComponent(findings: readonly Finding[], graph: Graph): readonly FindingSection[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const ids = new Set(nodes.keys())
  const byNode = new Map<string, Finding[]>()
  for (const finding of findings) {
    const home = homeOf(finding, ids, graph) ?? beside
    const list = byNode.get(home)
    if (list === undefined) byNode.set(home, [finding])
    else list.push(finding)
  }
  const sections = [...byNode].map(([key, own]) => ({
    key,
    title: titleOf(nodes.get(key)),
    findings: own,
  }))
  return gravestFirst(sections)
}

function titleOf(node: DesignNode | undefined): string {
  if (node === undefined) return 'Beside the drawing'
  return node.label.trim() === '' ? findInPalette(node.kind).title : node.label
}

/** Then the fuller one first. */
function gravestFirst(sections: readonly FindingSection[]): readonly FindingSection[] {
  const rank = ({ findings }: FindingSection) =>
    Math.min(...findings.map(({ severity }) => severities.indexOf(severity)))
  return sections.toSorted((a, b) => rank(a) - rank(b) || b.findings.length - a.findings.length)
}
