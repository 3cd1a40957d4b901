import { deflateSync } from 'fflate'
import { crc32 } from '../../../src-shared/publish/crc32.ts'

type File = Readonly<{
  name: string
  bytes: Uint8Array
  declaredSize?: number
  stored?: boolean
  crc?: number
  flags?: number
  method?: number
}>

/** A zip written byte by byte, so that tests can lie in any field of it. */
export function handMadeZip(files: readonly File[], comment = ''): Uint8Array {
  const parts: Buffer[] = []
  const listed: Buffer[] = []
  let at = 0
  for (const file of files) {
    const { local, entry } = recordsOf(file, at)
    parts.push(local)
    listed.push(entry)
    at += local.length
  }
  const list = Buffer.concat(listed)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(Buffer.byteLength(comment), 20)
  return new Uint8Array(Buffer.concat([...parts, list, end, Buffer.from(comment)]))
}

function recordsOf({ name, bytes, declaredSize, stored, crc, flags, method }: File, offset: number) {
  const data = stored ? bytes : deflateSync(bytes)
  const nameBytes = Buffer.from(name, 'utf8')
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE(flags ?? 0x800, 2)
  shared.writeUInt16LE(method ?? (stored ? 0 : 8), 4)
  shared.writeUInt32LE(crc ?? crc32(0, bytes), 10)
  shared.writeUInt32LE(data.length, 14)
  shared.writeUInt32LE(declaredSize ?? bytes.length, 18)
  shared.writeUInt16LE(nameBytes.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, nameBytes, data])
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(offset, 10)
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, tail, nameBytes])
  return { local, entry }
}
