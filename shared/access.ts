/**
 * Who may do what on a board: the whole of access in one file, consulted by the socket, by REST and by
 * the interface alike. It answers questions and may not look anything up.
 */
export const roles = ['interviewer', 'candidate', 'reviewer', 'observer'] as const
export type Role = (typeof roles)[number]

/** The three documents of a board; see docs/decisions for why rights are per document. */
export const documentNames = ['design', 'room', 'notes'] as const
export type DocumentName = (typeof documentNames)[number]

/** What a person is on one board. The owner keeps a role like everyone else. */
export interface Membership {
  readonly role: Role
  readonly owner: boolean
}

type Right = 'write' | 'read' | 'none'

/** Rights over the live socket. Everything else that is written goes through an act below. */
const documentRights: Record<DocumentName, Record<Role, Right>> = {
  design: { interviewer: 'write', candidate: 'write', reviewer: 'read', observer: 'read' },
  room: { interviewer: 'read', candidate: 'read', reviewer: 'read', observer: 'read' },
  notes: { interviewer: 'write', candidate: 'none', reviewer: 'none', observer: 'none' },
}

const everyone = roles
const participants = ['interviewer', 'candidate', 'reviewer'] as const

/** Acts by role; `owner` stands for the flag, whatever the role. */
const actRights = {
  draw: ['interviewer', 'candidate'],
  upload_image: ['interviewer', 'candidate'],
  import: ['interviewer', 'candidate'],
  export: everyone,
  point: everyone,
  follow: everyone,
  lead: ['interviewer', 'owner'],
  comment: participants,
  reply: participants,
  edit_own_comment: participants,
  delete_own_comment: participants,
  delete_any_comment: ['owner'],
  resolve: participants,
  reopen: participants,
  defend: ['interviewer', 'candidate'],
  set_aside: ['interviewer', 'candidate'],
  accept: ['interviewer', 'reviewer'],
  ask_back: participants,
  save_version: participants,
  restore: ['interviewer', 'candidate'],
  rename_board: ['interviewer', 'owner'],
  delete_board: ['owner'],
  see_links: ['owner'],
  revoke_link: ['owner'],
  change_role: ['owner'],
} as const satisfies Record<string, readonly (Role | 'owner')[]>

export type Act = keyof typeof actRights

/** Whether a role receives a document at all. */
export function mayRead(role: Role, document: DocumentName): boolean {
  return documentRights[document][role] !== 'none'
}

/** Whether a role may change a document over the live socket. */
export function mayWrite(role: Role, document: DocumentName): boolean {
  return documentRights[document][role] === 'write'
}

/** Whether a member may perform an act. */
export function mayAct(member: Membership, act: Act): boolean {
  const allowed: readonly (Role | 'owner')[] = actRights[act]
  return allowed.includes(member.role) || (member.owner && allowed.includes('owner'))
}

/**
 * Whether a member may make a link for a role: the owner makes links, and a link to the interviewer's
 * seat only from that seat, so that a candidate can never hand themself the lane.
 */
export function mayMakeLink(member: Membership, role: Role): boolean {
  return member.owner && (role !== 'interviewer' || member.role === 'interviewer')
}
