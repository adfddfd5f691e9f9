const depth = Number(process.env['TENURE_DEPTH'] ?? '1')

/**
 * How often a property is tried: `usual` in the suite, and so many times more under TENURE_DEPTH.
 * The deep proof of the README sets it; the suite stays short.
 */
export const runs = (usual: number): number => Math.max(1, Math.round(usual * depth))
