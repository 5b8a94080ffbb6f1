/** One step of the database's form. Steps are numbered from 1 without gaps. */
export interface Migration {
  readonly version: number
  readonly sql: string
}
