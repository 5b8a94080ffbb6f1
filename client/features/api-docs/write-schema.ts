/** A JSON schema as a few lines that a person can read, close to how TypeScript writes a type. */
import { entriesOf, fieldOf, listOf, textOf } from './json-value.ts'

export function writeSchema(schema: unknown, indent = ''): string {
  const reference = textOf(fieldOf(schema, '$ref'))
  if (reference !== '') return reference.slice(reference.lastIndexOf('/') + 1)
  const choices = choicesOf(schema)
  if (choices.length > 0) return choices.map((one) => writeSchema(one, indent)).join(' | ')
  const values = valuesOf(schema)
  if (values.length > 0) return values.map((value) => JSON.stringify(value)).join(' | ')
  const types = typesOf(schema)
  return types.length === 0
    ? 'any'
    : types.map((type) => writeType(type, schema, indent)).join(' | ')
}

function choicesOf(schema: unknown): readonly unknown[] {
  return [...listOf(fieldOf(schema, 'anyOf')), ...listOf(fieldOf(schema, 'oneOf'))]
}

function valuesOf(schema: unknown): readonly unknown[] {
  const constant = fieldOf(schema, 'const')
  return constant === undefined ? listOf(fieldOf(schema, 'enum')) : [constant]
}

function typesOf(schema: unknown): readonly string[] {
  const type = fieldOf(schema, 'type')
  return (Array.isArray(type) ? listOf(type) : [type]).map(textOf).filter((name) => name !== '')
}

function writeType(type: string, schema: unknown, indent: string): string {
  if (type === 'object') return writeObject(schema, indent)
  if (type === 'array') return writeList(fieldOf(schema, 'items'), indent)
  return fieldOf(schema, 'format') === 'binary' ? 'bytes' : type
}

function writeList(item: unknown, indent: string): string {
  const written = writeSchema(item, indent)
  return choicesOf(item).length + valuesOf(item).length + typesOf(item).length > 1
    ? `(${written})[]`
    : `${written}[]`
}

function writeObject(schema: unknown, indent: string): string {
  const fields = entriesOf(fieldOf(schema, 'properties'))
  if (fields.length > 0) {
    const required = listOf(fieldOf(schema, 'required'))
    const lines = fields.map(([name, field]) =>
      writeField(required.includes(name) ? name : `${name}?`, field, `${indent}  `),
    )
    return `{\n${lines.join('\n')}\n${indent}}`
  }
  const rest = fieldOf(schema, 'additionalProperties')
  return typeof rest === 'object' ? `{ [name]: ${writeSchema(rest, indent)} }` : '{}'
}

function writeField(name: string, field: unknown, indent: string): string {
  const notes = notesOf(field)
  const note = notes.length === 0 ? '' : `  // ${notes.join(', ')}`
  return `${indent}${name}: ${writeSchema(field, indent)}${note}`
}

/** What a type alone does not say. */
function notesOf(schema: unknown): readonly string[] {
  const description = textOf(fieldOf(schema, 'description')).replace(/\.$/, '')
  const pattern = textOf(fieldOf(schema, 'pattern'))
  const fallback = fieldOf(schema, 'default')
  return [
    ...(description === '' ? [] : [description]),
    ...limitsOf(schema),
    ...(pattern === '' ? [] : [pattern]),
    ...(fallback === undefined ? [] : [`default ${JSON.stringify(fallback)}`]),
  ]
}

const limits = [
  ['minimum', '≥', ''],
  ['exclusiveMinimum', '>', ''],
  ['maximum', '≤', ''],
  ['maxLength', '≤', ' characters'],
  ['maxItems', '≤', ' items'],
] as const

/** The ends of what a number can hold exactly limit nobody. */
function limitsOf(schema: unknown): readonly string[] {
  return limits.flatMap(([name, sign, unit]) => {
    const limit = fieldOf(schema, name)
    return typeof limit === 'number' && Math.abs(limit) < Number.MAX_SAFE_INTEGER
      ? [`${sign} ${limit.toLocaleString('en')}${unit}`]
      : []
  })
}
