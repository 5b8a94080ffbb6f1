import { defineKind } from './define-kind.ts'

/** Stands for an id that no kind has, so that a board of a newer version still opens. Not in the palette. */
export const genericKind = defineKind({
  id: 'component',
  title: 'Component',
  group: 'compute',
  order: 1000,
  traits: [],
  icon: '<path d="M12 2.75 20 7.25v9.5l-8 4.5-8-4.5v-9.5zM4 7.25l8 4.5 8-4.5M12 11.75v9.5"/>',
  isFor: 'Holds a place for a part whose kind is not decided yet.',
  notFor: 'A finished design: rules know nothing about it.',
  properties: [{ id: 'zones' }, { id: 'managed' }, { id: 'team' }],
  neighbours: [],
  words: ['component'],
  technologies: [],
})
