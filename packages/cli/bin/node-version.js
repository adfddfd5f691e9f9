// Plain JavaScript that any Node with modules can read: it runs before anything else is imported.

/** The oldest Node that the SQLite driver runs on: it crashes on Node 20 instead of refusing. */
export const oldestNode = [22, 13]

/** One sentence when this version of Node is too old for tenure; undefined when it will do. */
export const nodeFault = (version) => {
  const [major, minor] = version.split('.').map(Number)
  const [oldestMajor, oldestMinor] = oldestNode
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined
  return `tenure needs Node ${oldestMajor}.${oldestMinor} or newer; this is Node ${version}.`
}
