/** The differences of what was said beside two drawings, list by list and item by item. */
import { sectionTitles, type Answers } from '#shared/design/answers.ts'
import { applyList, diffLists, invertList, type ItemMarks, type ListDiff } from './list-changes.ts'
import { translateAnswers } from './translate-answers.ts'

export type ListName = keyof Answers
export type Item<K extends ListName> = Answers[K][number]
export type AnswersDiff = { readonly [K in ListName]: ListDiff<Item<K>> }

/** What items of each list are called, and the words in them. */
const marks: { readonly [K in ListName]: ItemMarks<Item<K>> } = {
  sections: { keys: [({ id }) => id], text: ({ id }) => sectionTitles[id] },
  requirements: { keys: [({ id, kind }) => `${kind} ${id}`], text: ({ text }) => text },
  estimates: { keys: [({ name, dimension }) => `${dimension} ${name}`], text: ({ text }) => text },
  endpoints: {
    keys: [({ path }) => path],
    text: ({ method, path, text }) => [method, path || text].join(' '),
  },
  entities: { keys: [], text: ({ name }) => name },
  flows: { keys: [({ steps }) => steps.join(' ')], text: ({ name }) => name },
  decisions: {
    keys: [({ topic }) => topic, ({ chosen }) => chosen],
    text: ({ text, topic, chosen }) => text || `${topic} ${chosen}`,
  },
  tradeOffs: { keys: [], text: ({ text }) => text },
  failures: { keys: [({ what }) => what], text: ({ text, what }) => text || what },
  security: { keys: [], text: ({ text }) => text },
  operations: { keys: [], text: ({ text }) => text },
  notes: { keys: [], text: ({ section, text }) => `${section} ${text}` },
}

/** The words by which an item is known. */
export function textOfItem<K extends ListName>(name: K, item: Item<K>): string {
  return marks[name].text(item)
}

/** `idOf` answers the later id of a component, or a mark that is nobody's id where it has none. */
export function diffAnswers(
  before: Answers,
  after: Answers,
  idOf: (nodeId: string) => string,
): AnswersDiff {
  const translated = translateAnswers(before, idOf)
  const listOf = <K extends ListName>(name: K): ListDiff<Item<K>> =>
    diffLists<Item<K>>([before[name], translated[name]], after[name], marks[name])
  return forEachList(listOf)
}

/** `idOf` answers the later id of a component that stays, and the same id for any other. */
export function applyAnswers(
  answers: Answers,
  diff: AnswersDiff,
  idOf: (nodeId: string) => string,
): Answers {
  const translated = translateAnswers(answers, idOf)
  return {
    sections: applyList(translated.sections, diff.sections),
    requirements: applyList(translated.requirements, diff.requirements),
    estimates: applyList(translated.estimates, diff.estimates),
    endpoints: applyList(translated.endpoints, diff.endpoints),
    entities: applyList(translated.entities, diff.entities),
    flows: applyList(translated.flows, diff.flows),
    decisions: applyList(translated.decisions, diff.decisions),
    tradeOffs: applyList(translated.tradeOffs, diff.tradeOffs),
    failures: applyList(translated.failures, diff.failures),
    security: applyList(translated.security, diff.security),
    operations: applyList(translated.operations, diff.operations),
    notes: applyList(translated.notes, diff.notes),
  }
}

export function invertAnswers(diff: AnswersDiff): AnswersDiff {
  return forEachList((name) => invertList(diff[name]))
}

function forEachList(diffOf: <K extends ListName>(name: K) => ListDiff<Item<K>>): AnswersDiff {
  return {
    sections: diffOf('sections'),
    requirements: diffOf('requirements'),
    estimates: diffOf('estimates'),
    endpoints: diffOf('endpoints'),
    entities: diffOf('entities'),
    flows: diffOf('flows'),
    decisions: diffOf('decisions'),
    tradeOffs: diffOf('tradeOffs'),
    failures: diffOf('failures'),
    security: diffOf('security'),
    operations: diffOf('operations'),
    notes: diffOf('notes'),
  }
}
