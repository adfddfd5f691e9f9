/** What a change did, as one line that is equal only for the same change: parts cannot run together. */
export const changeLine = (
  kind:
    | 'allocate'
    | 'unapply'
    | 'reverse'
    | 'applyCredit'
    | 'takeCredit'
    | 'useBalance'
    | 'takeDiscount'
    | 'takeRecourse'
    | 'waive'
    | 'fixDueDate',
  ...parts: ReadonlyArray<string | number>
): string => JSON.stringify([kind, ...parts])
