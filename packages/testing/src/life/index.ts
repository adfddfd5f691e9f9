export {
  customersOfLife,
  lifeCommands,
  lifeStartsOn,
  type LifeCommand,
  type LifeOptions,
} from './life-commands.ts'
export { currencyOfLife } from './moment.ts'
export {
  checkLife,
  playLife,
  tellLife,
  type Life,
  type LifeRules,
  type LifeStep,
} from './play-life.ts'
export { remindersOfLife, rulesOfLife } from './rules.ts'
