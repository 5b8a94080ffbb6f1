import { expect, it } from 'vitest'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { accessPathsOf, fieldsIn, hasField, isSameField } from './access-paths.ts'
import { contextOf } from './check-design.ts'

function fieldsReadIn(sections: string): readonly string[] {
  const text = `\`\`\`mermaid\nflowchart LR\n  api[API] --> db[(MySQL)]\n\`\`\`\n${sections}`
  const context = contextOf(parseDesignDocument(text).design)
  const [entity] = context.design.answers.entities
  return entity === undefined ? [] : accessPathsOf(context, entity).map(({ field }) => field)
}

it('reads fields from queries, paths and words', () => {
  const model = '## Data model\n- Order in MySQL: key id'
  expect(fieldsReadIn(`## API\n- \`GET /v1/orders?customer=&cursor=\` lists\n${model}`)).toEqual([
    'customer',
  ])
  expect(fieldsReadIn(`## API\n- \`GET /users/{id}/orders\` lists\n${model}`)).toEqual(['user'])
  expect(fieldsReadIn(`${model}; read by courier and day`)).toEqual(['courier', 'day'])
})

it('takes neither other collections nor writes for a look-up', () => {
  const model = '## Data model\n- Order in MySQL: key id'
  expect(fieldsReadIn(`## API\n- \`GET /users?city=\` lists\n${model}`)).toEqual([])
  expect(fieldsReadIn(`## API\n- \`POST /orders?customer=\` creates\n${model}`)).toEqual([])
})

it('knows one field by its usual spellings', () => {
  expect(isSameField('ownerId', 'owner')).toBe(true)
  expect(isSameField('owner_id', 'OWNER')).toBe(true)
  expect(isSameField('owner', 'order')).toBe(false)
  expect(fieldsIn('(user_id, created_at)')).toEqual(['user_id', 'created_at'])
  const entity = { name: 'Order', storeIds: [], ephemeral: false }
  expect(hasField({ ...entity, fields: ['customer_id (fk)'] }, 'customer')).toBe(true)
  expect(hasField(entity, 'customer')).toBeUndefined()
})
