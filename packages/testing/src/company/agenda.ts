type Work = (today: number) => Promise<void>

interface Entry {
  readonly trueOn: number
  readonly work: Work
}

/** What is going to happen on which day. Days are counted from the company's first. */
export interface Agenda {
  /** Work for a day, about something that is true on that day. */
  readonly plan: (day: number, work: Work) => void
  /** Word reaches the company on `learnedOn` of what was true on `trueOn`, the same day or before. */
  readonly learn: (learnedOn: number, trueOn: number, work: Work) => void
  /** Does the day's work in the order in which it was planned, what is planned meanwhile too. */
  readonly run: (day: number) => Promise<void>
}

/**
 * An agenda of so many days of business. Afterwards nothing new happens; only word of what was true
 * within those days still comes in.
 */
export const makeAgenda = (businessDays: number): Agenda => {
  const entries = new Map<number, Entry[]>()
  const learn: Agenda['learn'] = (learnedOn, trueOn, work) => {
    if (trueOn > learnedOn) throw new RangeError(`day ${trueOn} cannot be known on ${learnedOn}`)
    if (trueOn >= businessDays) return
    const day = entries.get(learnedOn)
    if (day === undefined) entries.set(learnedOn, [{ trueOn, work }])
    else day.push({ trueOn, work })
  }
  return {
    plan: (day, work) => learn(day, day, work),
    learn,
    run: async (today) => {
      const day = entries.get(today) ?? []
      for (let index = 0; index < day.length; index += 1) await day[index]?.work(today)
      entries.delete(today)
    },
  }
}
