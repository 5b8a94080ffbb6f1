/** Waits for a condition, looking often; says what it waited for when it never came. */
export async function until(what: string, holds: () => boolean, patienceMs = 10_000) {
  const deadline = Date.now() + patienceMs
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
