// Both browsers and Node offer it; neither's types are this package's to demand.
const platform: { readonly crypto?: { readonly randomUUID: () => string } } = globalThis

/** A random UUID of the platform. */
export const newUuid = (): string => {
  if (platform.crypto === undefined)
    throw new Error('this platform has no crypto.randomUUID: give every command a commandId')
  return platform.crypto.randomUUID()
}
