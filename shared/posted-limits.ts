/** Most parts of a drawing that rules of packs judge; apart from its schema, so that a page need not load that. */
export const maxPosted = { nodes: 3_000, edges: 6_000, groups: 500 } as const
