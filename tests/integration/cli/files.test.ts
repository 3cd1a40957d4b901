import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseDocumentText } from '../../../src-shared/blocks/parse-document.ts'
import { newRecordId } from '../../../src-shared/document/ids.ts'
import { sha256OfBytes } from '../../../src-shared/kit/sha256.ts'
import { MAX_FILE_BYTES } from '../../../src-shared/message/file-type.ts'
import { documentText } from '../../../src-shared/publish/document-text.ts'
import { packBot } from '../../../src-shared/publish/package.ts'
import { runParley } from './run-parley.ts'
import { scratchFile, scratchPath } from './scratch-file.ts'

const CASEY = 'assets/samples/casey.json'
const PNG = readFileSync('docs/pictures/library.png')
const PNG_HASH = sha256OfBytes(PNG)

let made = 0

/** Casey with a picture: its JSON in a folder of its own, its package, and a path of a package that is to be. */
function withFile(): readonly [json: string, packed: string, other: string] {
  made += 1
  const folder = scratchPath(`files-${made}`)
  mkdirSync(folder)
  const parsed = parseDocumentText(readFileSync(CASEY, 'utf8'))
  if (!parsed.ok) throw new Error(parsed.message)
  const document = parsed.value
  const id = newRecordId('media', () => 'logo')
  const file = { name: 'logo.png', hash: PNG_HASH, mime: 'image/png', size: PNG.length }
  document.put({ id, type: 'media', ...file, width: 1280, height: 800, alt: {} })
  const packed = scratchFile(`files-${made}.parley`, packBot(document, new Map([[PNG_HASH, PNG]])))
  const json = join(folder, 'bot.json')
  writeFileSync(json, documentText(document))
  return [json, packed, scratchPath(`other-${made}.parley`)]
}

describe('files of a bot', () => {
  test('go along with it, to the byte; a folder stands for the bot in it', async () => {
    const [, first, second] = withFile()
    const folder = `${scratchPath('shop')}/`
    expect(await runParley(['unpack', first, '--out', folder])).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(`${folder}media/${PNG_HASH}`).equals(PNG)).toBe(true)
    for (const from of [folder, `${folder}bot.json`]) {
      expect(await runParley(['pack', from, '--out', second])).toEqual({ code: 0, out: '', err: '' })
      expect(readFileSync(second).equals(readFileSync(first))).toBe(true)
    }
    expect((await runParley(['check', folder])).code).toBe(0)
  })

  test('merging keeps the files of all sides that the joined bot names', async () => {
    const [json, packed, merged] = withFile()
    expect((await runParley(['merge', CASEY, CASEY, packed, '--out', merged])).code).toBe(0)
    expect(readFileSync(merged).equals(readFileSync(packed))).toBe(true)
    expect((await runParley(['merge', packed, merged, packed, '--out', json])).code).toBe(0)
    expect(readFileSync(join(dirname(json), 'media', PNG_HASH)).equals(PNG)).toBe(true)
  })

  test('a file that is missing is said, one that is not what it was or is a program is refused', async () => {
    const [json, , packed] = withFile()
    const kept = join(dirname(json), 'media', PNG_HASH)
    expect(await runParley(['pack', json, '--out', packed])).toMatchObject({
      code: 0,
      err: '“logo.png” is not there; the package is without it.',
    })
    expect((await runParley(['unpack', packed, '--out', json])).err).toBe('“logo.png” is not in the package.')
    mkdirSync(dirname(kept))
    const refusal = async (bytes: Uint8Array) => {
      writeFileSync(kept, bytes)
      const { code, err } = await runParley(['pack', json, '--out', packed])
      return `${code} ${err.replace(kept, 'FILE')}`
    }
    expect(await refusal(PNG.subarray(1))).toContain('3 FILE: The package is damaged. The file “logo.png”')
    expect(await refusal(new Uint8Array(MAX_FILE_BYTES + 1))).toContain('3 The file is larger than 25 MB.')
    const program = new TextEncoder().encode('MZ a program')
    const hash = sha256OfBytes(program)
    writeFileSync(json, readFileSync(json, 'utf8').replace(PNG_HASH, hash))
    writeFileSync(join(dirname(kept), hash), program)
    expect(await runParley(['pack', json, '--out', packed])).toMatchObject({
      code: 3,
      err: expect.stringContaining('It is a program'),
    })
    rmSync(join(dirname(kept), hash))
    mkdirSync(join(dirname(kept), hash))
    expect(await runParley(['pack', json, '--out', packed])).toMatchObject({
      code: 3,
      err: expect.stringContaining('is not a file'),
    })
  })
})
