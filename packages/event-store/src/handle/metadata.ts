import type { Door } from '@tenure/core/shared'
import type { Metadata } from '../port.ts'
import type { CommandContext } from './types.ts'

/** What every event of one command carries. */
export type CommandMetadata = Omit<Metadata, 'schemaVersion'> & { readonly commandId: string }

/** The context as metadata. What the caller left out stays absent. */
export const metadataOf = (
  context: CommandContext,
  newCommandId: () => string,
  door: Door,
): CommandMetadata => {
  const { actor, onBehalfOf, via, correlationId, causationId, declaredAt } = context
  return {
    commandId: (context.commandId ?? newCommandId()).toLowerCase(),
    door,
    ...(actor !== undefined && { actor }),
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(via !== undefined && { via }),
    ...(correlationId !== undefined && { correlationId }),
    ...(causationId !== undefined && { causationId }),
    ...(declaredAt !== undefined && { declaredAt }),
  }
}
