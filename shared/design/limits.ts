/** Bounds of what a drawing can state, apart from its schema so that a reader of texts need not load that. */

/** Most replicas that a component can state. */
export const maxReplicas = 100_000
