import { addMinor, type CivilDate } from '@tenure/core/shared'
import type { DisputeMark, Line, LineInstalment } from './line.ts'

/** The earlier of two days, where at least one is known. */
export const earlier = (a: CivilDate | null, b: CivilDate | null): CivilDate | null =>
  a === null || (b !== null && b < a) ? b : a

const laterKnown = (a: LineInstalment['due'], b: LineInstalment['due']): LineInstalment['due'] => {
  if (a.value === null || b.value === null) return a.value === null ? b : a
  return b.since < a.since ? a : b
}

const addInstalments = (
  a: ReadonlyArray<LineInstalment>,
  b: ReadonlyArray<LineInstalment>,
): ReadonlyArray<LineInstalment> => [
  ...a.map((part) => {
    const other = b.find(({ instalment }) => instalment === part.instalment)
    if (other === undefined) return part
    const amountMinor = addMinor(part.amountMinor, other.amountMinor)
    return { ...part, amountMinor, due: laterKnown(part.due, other.due) }
  }),
  ...b.filter(({ instalment }) => !a.some((part) => part.instalment === instalment)),
]

const addDisputes = (
  a: ReadonlyArray<DisputeMark>,
  b: ReadonlyArray<DisputeMark>,
): ReadonlyArray<DisputeMark> =>
  [
    ...a.map((mark) => {
      const other = b.find(({ disputeId }) => disputeId === mark.disputeId)
      if (other === undefined) return mark
      const since = other.since < mark.since ? other.since : mark.since
      return { ...mark, amountMinor: addMinor(mark.amountMinor, other.amountMinor), since }
    }),
    ...b.filter(({ disputeId }) => !a.some((mark) => mark.disputeId === disputeId)),
  ].filter(({ amountMinor }, index) => amountMinor !== 0 || index >= a.length)

const addLine = (a: Line, b: Line): Line => ({
  kind: a.kind ?? b.kind,
  openedOn: earlier(a.openedOn, b.openedOn),
  openedMinor: addMinor(a.openedMinor, b.openedMinor),
  instalments: addInstalments(a.instalments, b.instalments),
  chargedMinor: addMinor(a.chargedMinor, b.chargedMinor),
  paidMinor: addMinor(a.paidMinor, b.paidMinor),
  creditedMinor: addMinor(a.creditedMinor, b.creditedMinor),
  discountedMinor: addMinor(a.discountedMinor, b.discountedMinor),
  writtenOffMinor: addMinor(a.writtenOffMinor, b.writtenOffMinor),
  assignedMinor: addMinor(a.assignedMinor, b.assignedMinor),
  fallbackDueOn: earlier(a.fallbackDueOn, b.fallbackDueOn),
  disputes: addDisputes(a.disputes, b.disputes),
  handedOverOn: earlier(a.handedOverOn, b.handedOverOn),
})

/** The lines of two accounts under one name, for customers who turned out to be one. */
export const addLines = (
  a: ReadonlyMap<string, Line>,
  b: ReadonlyMap<string, Line>,
): Map<string, Line> => {
  const lines = new Map(a)
  for (const [itemId, line] of b) {
    const other = lines.get(itemId)
    lines.set(itemId, other === undefined ? line : addLine(other, line))
  }
  return lines
}
