import type * as Streams from '@eventstore/db-client/generated/streams_pb.js'
import type * as Shared from '@eventstore/db-client/generated/shared_pb.js'
import type * as Status from '@eventstore/db-client/generated/status_pb.js'
import type * as Features from '@eventstore/db-client/generated/serverfeatures_pb.js'
import type * as StreamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js'
import type * as FeaturesGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js'
import type * as EmptyPb from 'google-protobuf/google/protobuf/empty_pb.js'
import type * as AnyPb from 'google-protobuf/google/protobuf/any_pb.js'
import { createRequire } from 'node:module'

// The generated files are CommonJS: at run time they have nothing but a default, while their types name the
// classes. Asked for by `require`, they are what their types say.
const require = createRequire(import.meta.url)

export const pb = require('@eventstore/db-client/generated/streams_pb.js') as typeof Streams
export const shared = require('@eventstore/db-client/generated/shared_pb.js') as typeof Shared
export const status = require('@eventstore/db-client/generated/status_pb.js') as typeof Status
export const features =
  require('@eventstore/db-client/generated/serverfeatures_pb.js') as typeof Features
export const { StreamsService } =
  require('@eventstore/db-client/generated/streams_grpc_pb.js') as typeof StreamsGrpc
export const { ServerFeaturesService } =
  require('@eventstore/db-client/generated/serverfeatures_grpc_pb.js') as typeof FeaturesGrpc
export const { Empty } = require('google-protobuf/google/protobuf/empty_pb.js') as typeof EmptyPb
export const { Any } = require('google-protobuf/google/protobuf/any_pb.js') as typeof AnyPb

/** Text of a stream identifier, which travels as bytes. */
export const textOf = (bytes: Uint8Array | string | undefined): string =>
  typeof bytes === 'string'
    ? Buffer.from(bytes, 'base64').toString('utf8')
    : Buffer.from(bytes ?? []).toString('utf8')

export const identifier = (stream: string) =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8'))

export const uuid = (text: string) => new shared.UUID().setString(text)
