/** Whether callers are asked who they are, or anonymity is the choice that was made. */
import type { SectionId } from '#shared/design/answers.ts'
import type { CheckContext } from './define-rule.ts'
import { fieldNames } from './held-data.ts'
import { oncePerCheck } from './once-per-check.ts'
import { isSaidInAnswers, isSaidInDrawing, sayingsOf } from './said.ts'

/** Ways in which people speak of proving who one is. */
export const identity =
  /\b(?:auth(?!or(?!i[sz]))\w*|oauth2?|oidc|openid|jwts?|sso|saml|mfa|2fa|ldap|api[-\s]?keys?|tokens?(?! buckets?)|bearer|cognito|okta|auth0|keycloak|passkeys?|passwords?|logs? ?in|log(?:ged)?[-\s]in|login\w*|sign(?:s|ed)?[-\s](?:in|up|on)|signed (?:requests?|calls?|cookies?|addresses|urls?|links?)|m(?:utual )?tls|client certificates?|credentials?|identit(?:y|ies)|rbac|abac|acls?|permissions?|access (?:control|rights|list)|row[-\s]level security|(?:by|per|own(?:er of an)?) accounts?|membership|(?:owner|members?|author) (?:alone|only)|only (?:the|its|their) (?:owners?|authors?|members?)|sessions? (?:cookies?|ids?|check\w*|lives?|lasts?|expires?|timeouts?)|magic links?|one[-\s]time (?:codes?|passwords?)|otp)\b/i
const anonymous =
  /\b(?:anonym\w*|as (?:a )?guests?|guest (?:checkout|access|users?|mode)|without (?:an? |any )?(?:account|log(?:ging)?[-\s]?in|sign(?:ing)?[-\s]?(?:in|up)|registration|registering)|no (?:user )?(?:accounts?|log[-\s]?ins?|sign[-\s]?ups?|registration)(?: (?:is |are )?(?:needed|required|necessary|wanted))?|open to (?:everyone|everybody|anyone|all)|anyone can|anybody (?:can|may)|everyone (?:can|may)|unauthenticated by design|public (?:api|data|by design|read))\b/i
const notYet = /\b(?:yet|todo|tbd|later|for now|not decided)\b/i
/** Where people speak of it; a data model with a password in it proves nothing. */
export const identitySections: readonly SectionId[] = [
  'functional-requirements',
  'non-functional-requirements',
  'api',
  'flows',
  'decisions',
  'trade-offs',
  'failures',
  'security',
  'operations',
]

/** A column that says who may call. */
const caller =
  /^(?:the )?(?:own(?:er)?s?(?: ones?| rows?)?|account|members?|staff|admins?|customers?|employees?|managers?|tenants?|signed[- ]in|logged[- ]in)(?:\s?[;,(]|$)/i
/** Who keeps these asks for them. */
const hash = /^(?:password|pwd|passwd)[-_\s]?hash(?:ed)?$|^hashed[-_\s]?password$/i

/** Whether anything on the drawing or in the answers says how callers prove who they are. */
export const isProtected = oncePerCheck((context: CheckContext): boolean => {
  const { graph, answers } = context.design
  if (answers.endpoints.some(({ auth, text }) => auth === true || caller.test(text))) return true
  if (answers.entities.some((entity) => fieldNames(entity).some((name) => hash.test(name))))
    return true
  const asks = [...graph.nodes, ...graph.edges].some(({ properties }) => {
    const { authn } = properties
    return typeof authn === 'string' && !/^(?:none|no|-|)$/i.test(authn.trim())
  })
  if (asks || graph.nodes.some((node) => context.kindOf(node.id).id === 'auth-service')) return true
  return isSaidInDrawing(context, identity) || isSaidInAnswers(context, identity, identitySections)
})

/** "No accounts needed" is a choice, "no login yet" is a gap. */
export function isAnonymousByChoice(context: CheckContext): boolean {
  return sayingsOf(context).some(
    ({ section, text }) =>
      identitySections.includes(section) && anonymous.test(text) && !notYet.test(text),
  )
}
