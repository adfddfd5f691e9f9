import type { ChurnCommand } from '@tenure/core/churn'
import type { CollectionsCommand } from '@tenure/core/collections'
import type { CustomerCommand } from '@tenure/core/customer'
import type { InvoiceCommand } from '@tenure/core/invoice'
import type { OrderCommand } from '@tenure/core/order'
import type { ReceivablesCommand } from '@tenure/core/receivables'

/** A command of the record door, and the room that decides it. */
export type RoomCommand =
  | { readonly room: 'customer'; readonly command: CustomerCommand }
  | { readonly room: 'order'; readonly command: OrderCommand }
  | { readonly room: 'invoice'; readonly command: InvoiceCommand }
  | { readonly room: 'receivables'; readonly command: ReceivablesCommand }
  | { readonly room: 'collections'; readonly command: CollectionsCommand }
  | { readonly room: 'churn'; readonly command: ChurnCommand }

export type RoomName = RoomCommand['room']

export const customer = (command: CustomerCommand): RoomCommand => ({ room: 'customer', command })
export const order = (command: OrderCommand): RoomCommand => ({ room: 'order', command })
export const invoice = (command: InvoiceCommand): RoomCommand => ({ room: 'invoice', command })
export const receivables = (command: ReceivablesCommand): RoomCommand => ({
  room: 'receivables',
  command,
})
export const collections = (command: CollectionsCommand): RoomCommand => ({
  room: 'collections',
  command,
})
export const churn = (command: ChurnCommand): RoomCommand => ({ room: 'churn', command })
