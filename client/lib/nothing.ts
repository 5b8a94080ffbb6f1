/** Stands in for what the build leaves out. */
export const nothing = undefined
