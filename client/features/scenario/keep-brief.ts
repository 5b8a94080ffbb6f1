/** Briefs that were read before, so that one is there without network. They are public and small. */
import type { PublicScenario } from '#shared/api.ts'
import { getScenario } from '#client/lib/requests.ts'

/** From the server, else as this browser remembers it; rejects when it does neither. */
export async function findBrief(id: string): Promise<PublicScenario> {
  try {
    const scenario = await getScenario(id)
    keep(scenario)
    return scenario
  } catch (error) {
    const kept = recall(id)
    if (kept === undefined) throw error
    return kept
  }
}

const keyOf = (id: string) => `loadbearing-brief-${id}`

function keep(scenario: PublicScenario): void {
  try {
    localStorage.setItem(keyOf(scenario.id), JSON.stringify(scenario))
  } catch {
    // A full or forbidden storage costs the brief without network, nothing else.
    return
  }
}

/** What `keep` wrote; whatever is no JSON counts as absent. */
function recall(id: string): PublicScenario | undefined {
  try {
    const text = localStorage.getItem(keyOf(id))
    return text === null ? undefined : (JSON.parse(text) as PublicScenario)
  } catch {
    return undefined
  }
}
