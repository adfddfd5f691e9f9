import type { Customer } from './customer.ts'

/** Of whom the house's policies are asked in the evening of which day. */
export interface Rounds {
  /** Something happened with a customer today. */
  readonly touch: (customer: Customer) => void
  /** The next day on which there could be something to say, where nothing happens before. */
  readonly expect: (customer: Customer, day: number | undefined) => void
  /** Those whose turn it is, in the order of their numbers. */
  readonly on: (day: number) => ReadonlyArray<Customer>
}

export const makeRounds = (): Rounds => {
  const touched = new Set<Customer>()
  const expected = new Map<number, Customer[]>()
  /** Each customer's newest day: an older one does not count any more. */
  const newest = new Map<Customer, number | undefined>()
  return {
    touch: (customer) => void touched.add(customer),
    expect: (customer, day) => {
      if (day !== undefined && newest.get(customer) !== day)
        expected.set(day, [...(expected.get(day) ?? []), customer])
      newest.set(customer, day)
    },
    on: (day) => {
      const due = (expected.get(day) ?? []).filter((customer) => newest.get(customer) === day)
      const all = [...new Set([...touched, ...due])]
      touched.clear()
      expected.delete(day)
      for (const customer of all) newest.delete(customer)
      return all.toSorted((a, b) => (a.number < b.number ? -1 : 1))
    },
  }
}
