/** What somebody answered to a finding of the checker: the server keeps it, the judges rest on it. */

/** Who did something and when; `change` names what fixed or reopened it, where that is known. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly by?: string
  readonly change?: string
}

export interface FindingAnswer {
  readonly status: 'defended' | 'accepted' | 'out-of-scope'
  /** Empty only where something was accepted that nobody had defended. */
  readonly reason: string
  /** What it was given about: it holds for this evidence alone. */
  readonly evidenceHash: string
  readonly since: Moment
  /** Who defended what was accepted. */
  readonly defendedBy?: Moment
}
