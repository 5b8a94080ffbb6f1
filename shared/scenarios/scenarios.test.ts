import { describe, expect, it } from 'vitest'
import { publicScenario } from '#shared/api.ts'
import { checkDesign } from '#shared/checker/check-design.ts'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { difficulties, toPublic, type HiddenPart } from './define-scenario.ts'
import { scenarios } from './index.ts'

const coreSections = [
  'Functional requirements',
  'Non-functional requirements',
  'Estimates',
  'API',
  'Data model',
  'Trade-offs',
]

describe('the registry of scenarios', () => {
  it('has ids and titles of its own, easy ones first', () => {
    expect(new Set(scenarios.map((scenario) => scenario.id)).size).toBe(scenarios.length)
    expect(new Set(scenarios.map((scenario) => scenario.title)).size).toBe(scenarios.length)
    const levels = scenarios.map((scenario) => difficulties.indexOf(scenario.difficulty))
    expect(levels).toEqual([...levels].sort((a, b) => a - b))
  })
})

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
  '%s',
  (id, scenario) => {
    it('has a public part that fits the interface and is complete', () => {
      expect(publicScenario.parse(toPublic(scenario))).toEqual(toPublic(scenario))
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(scenario.minutes).toBeGreaterThanOrEqual(20)
      expect(scenario.minutes).toBeLessThanOrEqual(90)
      expect(scenario.domains.length).toBeGreaterThan(0)
      expect(scenario.asks.length).toBeGreaterThanOrEqual(5)
      expect(sentencesIn(scenario.summary)).toBe(1)
    })

    it('has a prompt of two to four vague sentences: the numbers have to be asked for', () => {
      expect(sentencesIn(scenario.prompt)).toBeGreaterThanOrEqual(2)
      expect(sentencesIn(scenario.prompt)).toBeLessThanOrEqual(4)
      expect(scenario.prompt).not.toMatch(/\d/)
    })

    it('leaks nothing hidden into its public part', () => {
      const canaries: string[] = []
      // The second field stands for one that a later author may add beside the hidden part.
      const hidden = plant(scenario.hidden, canaries)
      const planted = { ...scenario, hidden, interviewerNotes: canary(canaries) }
      expect(canaries.length).toBeGreaterThan(40)
      expect(canaries.filter((canary) => !JSON.stringify(planted).includes(canary))).toEqual([])
      const text = JSON.stringify(toPublic(planted))
      expect(canaries.filter((canary) => text.includes(canary))).toEqual([])
    })

    it('says none of its hidden sentences in public', () => {
      const text = JSON.stringify(toPublic(scenario))
      expect(stringsIn(scenario.hidden).filter((hidden) => text.includes(hidden))).toEqual([])
    })

    it('gives an interviewer enough to lead with', () => {
      const { numbers, expected, hints, followUps, curveballs, pitfalls } = scenario.hidden
      expect(numbers.length).toBeGreaterThanOrEqual(5)
      expect(expected.length).toBeGreaterThanOrEqual(8)
      expect(hints.length).toBeGreaterThanOrEqual(4)
      expect(followUps.length).toBeGreaterThanOrEqual(6)
      expect(curveballs.length).toBeGreaterThanOrEqual(4)
      expect(pitfalls.length).toBeGreaterThanOrEqual(4)
      const texts = stringsIn(scenario.hidden)
      expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
      expect(texts.filter((text) => !/[.?]$/.test(text.trim())).sort()).toEqual(
        curveballs.map((curveball) => curveball.title).sort(),
      )
    })

    it('has a reference that is read without a problem and fills every core section', () => {
      const document = parseDesignDocument(scenario.hidden.reference)
      expect(document.problems).toEqual([])
      expect(document.title).toBe(scenario.title)
      expect(document.frontMatter.scenario).toBe(id)
      expect(document.frontMatter.peakQps).toBeGreaterThan(
        document.frontMatter.averageQps ?? Infinity,
      )
      expect(document.sections.map((section) => section.title)).toEqual(
        expect.arrayContaining(coreSections),
      )
      expect(document.design.graph.nodes.length).toBeGreaterThanOrEqual(8)
    })

    it('has a reference that no rule objects to beyond a suggestion', () => {
      const { design } = parseDesignDocument(scenario.hidden.reference)
      const { findings, failures } = checkDesign(design)
      expect(failures).toEqual([])
      const grave = findings.filter(({ severity }) => ['error', 'warning'].includes(severity))
      expect(grave).toEqual([])
    })
  },
)

/** The same shape with every text made unique, so that a leak of any part of it is seen. */
function plant(hidden: HiddenPart, canaries: string[]): HiddenPart {
  const copy = (value: unknown): unknown => {
    if (typeof value === 'string') return canary(canaries)
    if (Array.isArray(value)) return value.map(copy)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copy(part)]))
  }
  // The copy keeps every key and the type of every value.
  return copy(hidden) as HiddenPart
}

function canary(canaries: string[]): string {
  const text = `canary-${canaries.length}-of-the-hidden-part`
  canaries.push(text)
  return text
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

function sentencesIn(text: string): number {
  return text.match(/[.?](?=\s|$)/g)?.length ?? 0
}
