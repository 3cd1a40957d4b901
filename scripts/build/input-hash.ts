import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** One hash over the names and contents of files and whole folders below `root`; a missing one counts as empty. */
export async function inputHash(root: string, inputs: readonly string[], salt = ''): Promise<string> {
  const hash = createHash('sha256').update(salt)
  for (const file of (await Promise.all(inputs.map(input => filesOf(root, input)))).flat())
    hash.update(`\n${file}\n`).update(await readFile(join(root, file)))
  return hash.digest('hex')
}

async function filesOf(root: string, input: string): Promise<readonly string[]> {
  const found = await stat(join(root, input)).catch(() => null)
  if (!found) return []
  if (found.isFile()) return [input]
  const entries = await readdir(join(root, input), { withFileTypes: true })
  const names = entries.map(entry => join(input, entry.name)).sort()
  return (await Promise.all(names.map(name => filesOf(root, name)))).flat()
}
