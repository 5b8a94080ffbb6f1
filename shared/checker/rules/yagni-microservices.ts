import type { SectionId } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { edgesTo } from '#shared/design/graph.ts'
import { deployablesOf } from '../deployables.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { exampleDocument } from '../example-document.ts'
import { namesOf, plays, sentence } from '../parts.ts'
import { isSaidInAnswers, isSaidInDrawing, sayingsAbout } from '../said.ts'

export default defineRule({
  id: 'yagni-microservices',
  title: 'More services than the load or the team asks for',
  category: 'anti-patterns',
  why: 'Every border between services adds latency, failures half way, and work to run it; at this size it buys nothing.',
  fix: 'Start with one modular monolith, and take a service out of it when a measured need appears.',
  question:
    'Which of these services has to scale or be released apart from the others, and how do you know?',
  examples: {
    bad: [
      `---
peakQps: 12
---
flowchart LR
  web[Browser] --> gw[API gateway]
  gw --> u[User service] & o[Order service] & c[Catalogue service] & b[Basket service] & n[Notification service]
  u & o & c & b & n --> db[(PostgreSQL)]`,
      `---
peakQps: 400
teamSize: 4
---
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> gw[API gateway]
  gw --> habits[Habit service] --> hdb[(Habits in PostgreSQL)]
  gw --> goals[Goal service] --> gdb[(Goals in PostgreSQL)]
  gw --> friends[Friend service] --> fdb[(Friends in PostgreSQL)]
  gw --> badges[Badge service] --> bdb[(Badges in PostgreSQL)]
  gw --> profile[Profile service] --> pdb[(Profiles in PostgreSQL)]
\`\`\`
## Decisions
- Storage: PostgreSQL over MongoDB because records are related; consequence: migrations.`,
    ],
    good: [
      `---
peakQps: 12
---
flowchart LR
  web[Browser] --> shop[Shop monolith] --> db[(PostgreSQL)]`,
      `---
peakQps: 400
---
flowchart LR
  web[Browser] --> gw[API gateway]
  subgraph mono[Modular monolith]
    u[Users] & o[Orders] & c[Catalogue] & b[Basket] & n[Notifications]
  end
  gw --> u & o & c & b & n
  o --> db[(PostgreSQL)]`,
      `---
peakQps: 400
teamSize: 30
---
flowchart LR
  web[Browser] --> gw[API gateway]
  gw --> u[User service] & o[Order service] & c[Catalogue service] & b[Basket service] & n[Notification service]`,
      `---
peakQps: 40
---
flowchart LR
  web[Browser] --> lb[Load balancer]
  lb --> a1[App server 1] & a2[App server 2] & a3[App server 3] & a4[App server 4] & a5[App server 5]
  a1 & a2 & a3 & a4 & a5 --> db[(PostgreSQL)]`,
      exampleDocument({}),
    ],
  },
  appliesTo: ({ band }) => band === 'XS' || band === 'S',
  check(context) {
    const services = deployablesOf(context)
      .filter((node) => isSurelyOne(context, node))
      .map((node) => node.id)
    if (services.length < enough || hasManyHands(context) || isReasoned(context)) return []
    const { peakQps = 0, teamSize } = context.design.scale
    const load = `${Math.round(peakQps)} requests a second`
    return [
      {
        subject: services,
        severity: 'warning',
        message: sentence(`${namesOf(context, services)} share ${load}, each released on its own.`),
        evidence: { services: services.length, band: context.band, team: teamSize ?? null },
      },
    ]
  },
})

const enough = 5
const oneTeam = 5
const manyTeams =
  /\b(?:(?:several|many|multiple|two|three|four|five|six|\d+) (?:independent )?(?:teams|squads|departments|business units)|multi-?team|(?:a |one )?team (?:per|for each)|each team|(?:teams|squads) own|enterprise|own(?:ed|ership) by (?:different|separate) teams)\b/i
const reasons =
  /\b(?:micro-?services?|(?:split|separate|distinct|own) services?|services? (?:are|is|stay|were) (?:split|separate\w*|cut)|(?:scal|deploy|releas|fail)\w* (?:\w+ )?(?:independent\w*|separate\w*|apart|on (?:its|their) own)|independent(?:ly)? (?:scal|deploy|releas|fail)\w*|bounded contexts?|fault isolation|blast radius|strangler|migrat\w* (?:from|off|out of) (?:the |a )?(?:monolith|legacy))\b/i
const everywhere: readonly SectionId[] = [
  'functional-requirements',
  'non-functional-requirements',
  'decisions',
  'trade-offs',
  'operations',
]
const reasoned: readonly SectionId[] = ['decisions', 'trade-offs', 'non-functional-requirements']

/** What is no reason. */
const fashion =
  /\b(?:(?:wanted|want|fun|chance) to (?:try|learn)|everybody|everyone|modern|state of the art|netflix|hype|fashion\w*|cool|curriculum|cv)\b/i

const serviceName =
  /\b(?:micro-?)?services?\b|service$|\bsvc\b|\bapi\b|\bservers?\b|\bback-?end\b|-ms\b/i

/** A box that nobody named is read as a service: it counts where requests are handed to it at the door. */
function isSurelyOne(context: CheckContext, node: DesignNode): boolean {
  if (serviceName.test(node.label) || node.replicas !== undefined) return true
  return edgesTo(context.index, node.id).some(
    ({ from, type }) => type === 'sync' && plays(context, from, 'balancer'),
  )
}

function hasManyHands(context: CheckContext): boolean {
  const { teamSize = 0 } = context.design.scale
  if (teamSize > oneTeam) return true
  const { nodes } = context.design.graph
  const teams = new Set(
    nodes.map(({ properties }) => properties['team']).filter((t) => t !== undefined),
  )
  if (teams.size > 1) return true
  return isSaidInDrawing(context, manyTeams) || isSaidInAnswers(context, manyTeams, everywhere)
}

function isReasoned(context: CheckContext): boolean {
  return sayingsAbout(context, reasons).some(
    ({ section, text }) => reasoned.includes(section) && !fashion.test(text),
  )
}
