import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { ImportStopped, type ImportError } from '../errors.ts'

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

const faultOf = (file: string, error: unknown): ImportError => {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { type: 'FileMissing', file }
    case 'EISDIR':
      return { type: 'FileIsDirectory', file }
    case 'Z_BUF_ERROR':
      return { type: 'FileTruncated', file }
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return { type: 'FileNotUtf8', file }
    case 'ABORT_ERR':
      return { type: 'Aborted' }
    default:
      return {
        type: 'FileUnreadable',
        file,
        reason: error instanceof Error ? error.message : String(error),
      }
  }
}

/** The file's bytes on disk. Throws `ImportStopped` where it cannot be read at all. */
export const sizeOf = async (file: string): Promise<number> => {
  try {
    const { size, isDirectory } = await stat(file).then((found) => ({
      size: found.size,
      isDirectory: found.isDirectory(),
    }))
    if (isDirectory) throw new ImportStopped({ type: 'FileIsDirectory', file })
    return size
  } catch (error) {
    throw error instanceof ImportStopped ? error : new ImportStopped(faultOf(file, error))
  }
}

const isCompressed = async (file: string): Promise<boolean> => {
  if (file.endsWith('.gz')) return true
  const handle = await open(file)
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await handle.close()
  }
}

export interface Opened {
  /** Told how many more bytes of the file on disk were read. */
  readonly onBytes: (more: number) => void
  readonly signal?: AbortSignal
}

/**
 * The text of a UTF-8 file, plain or compressed by gzip, in pieces; a byte order mark is left out.
 * Throws `ImportStopped` with the fault of the file.
 */
export async function* textOf(file: string, { onBytes, signal }: Opened): AsyncGenerator<string> {
  const bytes = await sizeOf(file)
  if (bytes === 0 && file.endsWith('.gz')) throw new ImportStopped({ type: 'FileTruncated', file })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    const compressed = await isCompressed(file)
    const source = createReadStream(file, { highWaterMark: 1 << 17, ...(signal && { signal }) })
    source.on('data', (chunk) => onBytes(chunk.length))
    source.pause()
    const stream = compressed ? inflated(source) : source
    for await (const chunk of stream) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    throw error instanceof ImportStopped ? error : new ImportStopped(faultOf(file, error))
  }
}

const inflated = (source: NodeJS.ReadableStream): AsyncIterable<Buffer> => {
  const gunzip = createGunzip({ chunkSize: 1 << 17 })
  source.on('error', (error) => gunzip.destroy(error))
  return source.pipe(gunzip)
}
