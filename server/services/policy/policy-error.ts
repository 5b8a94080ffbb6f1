/** A policy that cannot be read; the message is a sentence for who wrote it. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError'
}
