export { makeWorld, type TurnedDown, type World, type WorldOptions } from './world.ts'
