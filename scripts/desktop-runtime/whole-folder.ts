import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

// A cached folder is either whole or rebuilt: it is built aside, listed with the size of every file, and renamed into
// place. Two processes that build at once both succeed; the one that comes second throws its copy away.
const LIST = 'files.json'

/** True when every file the folder was sealed with is still there with its size. */
export async function isWhole(folder: string): Promise<boolean> {
  try {
    const list = JSON.parse(await readFile(join(folder, LIST), 'utf8')) as Record<string, number>
    const sizes = await Promise.all(
      Object.keys(list).map(async file => (await stat(join(folder, file))).size),
    )
    return Object.values(list).every((size, i) => size === sizes[i])
  } catch {
    return false
  }
}

/** Gives back `folder`, building it first with `fill` when it is missing or damaged; safe when several processes ask. */
export async function wholeFolder(folder: string, fill: (temp: string) => Promise<void>): Promise<void> {
  if (await isWhole(folder)) return
  const temp = `${folder}.building-${randomUUID()}`
  await mkdir(temp, { recursive: true })
  try {
    await fill(temp)
    await seal(temp)
    await moveIntoPlace(temp, folder)
  } finally {
    await rm(temp, { recursive: true, force: true })
  }
}

async function seal(folder: string): Promise<void> {
  const list: Record<string, number> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    list[path.slice(folder.length + 1)] = (await stat(path)).size
  }
  await writeFile(join(folder, LIST), JSON.stringify(list))
}

async function moveIntoPlace(temp: string, folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true })
  try {
    await rename(temp, folder)
  } catch {
    if (await isWhole(folder)) return
    const aside = `${folder}.damaged-${randomUUID()}`
    await rename(folder, aside)
    await rename(temp, folder)
    await rm(aside, { recursive: true, force: true })
  }
}
