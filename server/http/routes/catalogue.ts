import {
  publicScenario,
  rulesAnswer,
  scenariosAnswer,
  settingsAnswer,
  type PublicScenario,
  type RuleSummary,
} from '#shared/api.ts'
import { AppError } from '#shared/errors.ts'
import { defineRoute, type Route } from '../define-route.ts'

export interface Catalogue {
  /** The public parts alone: nothing hidden may come as far as a route. */
  readonly scenarios: readonly PublicScenario[]
  /** Without those that the host turned off, and with those of its packs. */
  readonly rules: () => Promise<readonly RuleSummary[]>
  readonly tldrawLicenseKey: string | undefined
}

/** What everybody may read, known or not. */
export function catalogueRoutes({ scenarios, rules, tldrawLicenseKey }: Catalogue) {
  const isPublic = true
  return [
    defineRoute({
      method: 'get',
      path: '/api/scenarios',
      summary: 'The catalogue of scenarios',
      isPublic,
      answer: scenariosAnswer,
      handle: async () => ({ scenarios: [...scenarios] }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/scenarios/:id',
      summary: 'The brief of one scenario',
      isPublic,
      answer: publicScenario,
      handle: async ({ param }) => {
        const scenario = scenarios.find(({ id }) => id === param('id'))
        if (scenario === undefined) throw new AppError('unknown_scenario')
        return scenario
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/rules',
      summary: 'The rules that designs are checked by',
      isPublic,
      answer: rulesAnswer,
      handle: async () => ({ rules: [...(await rules())] }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/settings',
      summary: 'What the page must know of how the server was started',
      isPublic,
      answer: settingsAnswer,
      handle: async () => ({ tldrawLicenseKey: tldrawLicenseKey ?? null }),
    }),
  ] satisfies readonly Route[]
}
