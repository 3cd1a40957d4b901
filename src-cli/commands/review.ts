import { readFile } from 'node:fs/promises'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { mediaOf, type ReviewPage, reviewFile } from '../../src-shared/review-file/review-file.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { readBotWithFiles } from '../read-bot.ts'
import type { Terminal } from '../terminal.ts'
import { writeWhole } from '../write-whole.ts'

type Options = Readonly<{ out: string; before?: string; by?: string }>

/** `parley review BOT --out FILE.html`: one HTML file to look at, try and comment on a bot without network. */
export async function review(
  path: string,
  { out, before, by = '' }: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const bot = await readBotWithFiles(path)
  const earlier = before === undefined ? null : await readBotWithFiles(before)
  const page = await readPage()
  for (const read of [bot, earlier, page]) if (read && !read.ok) terminal.err(read.message)
  if (!bot.ok || !page.ok || (earlier && !earlier.ok)) return EXIT.file
  const { document, files } = bot.value
  const html = reviewFile(
    {
      ...{ document, by, at: terminal.now() },
      before:
        before !== undefined && earlier ? { name: nameOf(before), document: earlier.value.document } : null,
    },
    page.value,
    mediaOf(document, hash => {
      const bytes = files.get(hash)
      return bytes ? Buffer.from(bytes).toString('base64') : null
    }),
  )
  const written = await writeWhole(out, html)
  if (written.ok) return EXIT.fine
  terminal.err(written.message)
  return EXIT.file
}

/** What the build makes of src-review. */
async function readPage(): Promise<Result<ReviewPage>> {
  const read = (name: string) => readFile(new URL(`../../out/review/${name}`, import.meta.url), 'utf8')
  try {
    return ok({ script: await read('review.js'), style: await read('review.css') })
  } catch {
    return fault('file/unreadable', 'The page of review files is not there yet. Run npm run build once.')
  }
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1)?.slice(0, 200) || path.slice(0, 200)
}
