import type { Role } from '#shared/access.ts'

export const roleTitles: Record<Role, string> = {
  interviewer: 'Interviewer',
  candidate: 'Candidate',
  reviewer: 'Reviewer',
  observer: 'Observer',
}

/** What somebody with the role can do, for whoever hands out a link. */
export const roleAbouts: Record<Role, string> = {
  interviewer: 'Draws, comments, leads, and sees the interviewers’ notes',
  candidate: 'Draws and comments',
  reviewer: 'Comments; the drawing is read-only',
  observer: 'Reads along',
}

/** Why nothing can be drawn, for the roles that cannot. */
export const readOnlyReasons: Partial<Record<Role, string>> = {
  reviewer: 'You are a reviewer: comment anywhere; the drawing is read-only.',
  observer: 'You are an observer: this board is read-only.',
}
