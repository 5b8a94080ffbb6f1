/**
 * The architecture as one table: which folder may use which, which packages it may use, and what must
 * never be reached, not even through others. ARCHITECTURE.md tells the story; this holds it.
 */
export interface Layer {
  readonly name: string
  /** Files of the layer, by path from the root of the repository. The first layer that matches wins. */
  readonly files: RegExp
  /** Names of other layers that it may import. Its own files it always may, unless `isolated`. */
  readonly mayUse: readonly string[]
  /** Packages that it may import; `node:` stands for Node's own modules. */
  readonly packages: RegExp
  /** One folder below this path may not import its sibling folders: they meet above. */
  readonly isolated?: string
}

export interface ForbiddenReach {
  readonly from: RegExp
  readonly to: RegExp
  readonly why: string
}

const nothing = /^$/
const schemaPackages = /^(@tldraw\/(tlschema|store|validate|utils))$/
const judged = ['shared base', 'shared design', 'shared kinds']
const everythingShared = [...judged, 'shared judges', 'shared scenarios']
const sharedButScenarios = [...judged, 'shared judges']

export const layers: readonly Layer[] = [
  {
    name: 'tests',
    files: /\.(test|contract)\.tsx?$|\/(testing|contract)\//,
    mayUse: ['*'],
    packages: /.*/,
  },
  { name: 'scripts', files: /^(scripts\/|[^/]+\.ts$)/, mayUse: ['*'], packages: /.*/ },
  { name: 'end-to-end', files: /^e2e\//, mayUse: ['*'], packages: /.*/ },

  { name: 'shared base', files: /^shared\/[^/]+\.ts$/, mayUse: [], packages: /^zod$/ },
  {
    name: 'shared design',
    files: /^shared\/design\//,
    mayUse: ['shared base'],
    packages: schemaPackages,
  },
  {
    name: 'shared kinds',
    files: /^shared\/kinds\//,
    mayUse: ['shared base', 'shared design'],
    packages: nothing,
  },
  {
    name: 'shared judges',
    files: /^shared\/(checker|estimation|simulation|exchange|model|review)\//,
    mayUse: judged,
    packages: /^(zod|yaml|pele(\/.*)?|@tldraw\/(tlschema|store|validate|utils))$/,
  },
  {
    name: 'shared scenarios',
    files: /^shared\/(scenarios|report)\//,
    mayUse: sharedButScenarios,
    packages: nothing,
  },

  { name: 'server main', files: /^server\/main\.ts$/, mayUse: ['server', '*'], packages: /.*/ },
  {
    name: 'server tools',
    files: /^server\/(cli|bench)\//,
    mayUse: ['*'],
    packages: /^(?!react|tldraw$|express$)/,
  },
  {
    name: 'server app',
    files: /^server\/(app|config|listen|session-secret)\.ts$/,
    mayUse: [
      'server http',
      'server live',
      'server log',
      'server ports',
      'server services',
      'server storage',
      ...everythingShared,
    ],
    packages: /.*/,
  },
  { name: 'server log', files: /^server\/log\.ts$/, mayUse: [], packages: /^pino$/ },
  { name: 'server heap', files: /^server\/lean-heap\.ts$/, mayUse: [], packages: /^node:/ },
  {
    name: 'server ports',
    files: /^server\/(storage\/storage|live\/live-server)\.ts$/,
    mayUse: ['shared base'],
    packages: /^yjs$/,
  },
  {
    name: 'server storage',
    files: /^server\/storage\//,
    mayUse: ['server ports', 'shared base'],
    packages: /^(node:.*|kysely|@photostructure\/sqlite|tar|zod)$/,
  },
  {
    name: 'server live',
    files: /^server\/live\//,
    mayUse: ['server ports', 'shared base', 'shared design'],
    packages:
      /^(node:.*|ws|yjs|lib0\/.*|y-protocols\/.*|@tldraw\/(tlschema|store|validate|utils))$/,
  },
  {
    name: 'server services',
    files: /^server\/services\//,
    mayUse: ['server ports', ...everythingShared],
    packages: /^(?!express|ws$)/,
  },
  {
    name: 'server http',
    files: /^server\/http\//,
    mayUse: ['server log', 'server ports', 'server services', ...everythingShared],
    packages: /^(?!ws$|kysely|@photostructure)/,
  },

  {
    name: 'client entry',
    files: /^client\/(main\.tsx|worker\/worker\.ts)$/,
    mayUse: ['client app', 'client ui', 'client lib'],
    packages: /.*/,
  },
  {
    name: 'client app',
    files: /^client\/app\//,
    mayUse: [
      'client features',
      'client canvas',
      'client live',
      'client ui',
      'client lib',
      ...sharedButScenarios,
    ],
    packages: /^(?!tldraw|@tldraw|yjs|node:)/,
  },
  {
    name: 'client canvas',
    files: /^client\/features\/canvas\//,
    mayUse: ['client live', 'client ui', 'client lib', ...sharedButScenarios],
    packages: /^(?!yjs|node:)/,
  },
  {
    name: 'client features',
    files: /^client\/features\//,
    mayUse: ['client live', 'client ui', 'client lib', ...sharedButScenarios],
    packages: /^(?!tldraw|@tldraw|yjs|node:)/,
    isolated: 'client/features/',
  },
  {
    name: 'client live',
    files: /^client\/live\//,
    mayUse: ['client lib', ...judged],
    packages: /^(?!tldraw$|node:)/,
  },
  {
    name: 'client ui',
    files: /^client\/ui\//,
    mayUse: ['client lib'],
    packages: /^(?!tldraw|@tldraw|yjs|node:)/,
  },
  {
    name: 'client lib',
    files: /^client\/lib\//,
    mayUse: sharedButScenarios,
    packages: /^(?!tldraw|@tldraw|yjs|node:)/,
  },
]

export const forbiddenReaches: readonly ForbiddenReach[] = [
  {
    from: /^client\/(main\.tsx|worker\/worker\.ts)$/,
    to: /^shared\/scenarios\//,
    why: 'a scenario holds what a candidate must not see',
  },
  {
    from: /^shared\/(?!.*\.test\.ts$)/,
    to: /^(node:.*|react.*|tldraw|express|ws|yjs|y-.*)$/,
    why: 'shared runs in the browser, on the server and in CI alike',
  },
  {
    from: /^client\/main\.tsx$/,
    to: /^node:/,
    why: 'a browser has no Node modules',
  },
  {
    from: /^server\/(?!testing\/|bench\/|.*\.test\.ts$)/,
    to: /^(react.*|tldraw|@tldraw\/(editor|assets))$/,
    why: 'the server starts without an editor',
  },
]

/**
 * Where programs begin: every product file must be reached from one of these. The doors of `shared/review` that
 * nobody goes through yet (a difference carried out, the states of a finding) are held by their tests alone.
 */
export const entries: RegExp =
  /^(server\/main\.ts|server\/cli\/[^/]+\.ts|server\/bench\/(main|product|yardstick)\.ts|client\/(main\.tsx|worker\/worker\.ts)|shared\/review\/apply-diff\.ts|[^/]+\.ts|scripts\/.*\.ts|e2e\/.*\.ts)$/
