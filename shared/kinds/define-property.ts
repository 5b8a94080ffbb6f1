/** The contract of a property: what it means, in which unit and range, so that every form and judge agrees. */
interface NumberProperty {
  readonly type: 'number'
  readonly title: string
  /** Shown beside the field; empty for a plain count. */
  readonly unit: string
  readonly min: number
  readonly max: number
  readonly about: string
}

interface FlagProperty {
  readonly type: 'flag'
  readonly title: string
  readonly about: string
}

interface ChoiceProperty {
  readonly type: 'choice'
  readonly title: string
  readonly options: readonly string[]
  readonly about: string
}

interface TextProperty {
  readonly type: 'text'
  readonly title: string
  readonly about: string
}

export type PropertyDefinition = NumberProperty | FlagProperty | ChoiceProperty | TextProperty
