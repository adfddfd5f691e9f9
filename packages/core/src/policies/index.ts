export { keepDossier, roomOf, type Dossier, type DossierKeeper } from './dossier.ts'
export { type Asked, type Happened, type Policy } from './policy.ts'
export { type TradeRules } from './rules.ts'
