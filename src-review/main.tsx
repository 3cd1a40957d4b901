import { render } from 'preact'
import { z } from 'zod'
import '../src-renderer/shell/tokens.css'
import './review.css'
import { createDesk } from './look.ts'
import { readPage } from './read-page.ts'
import { ReviewPage } from './review-page.tsx'
import { createTalker } from './talk/talk.ts'
import { startWords } from './words/start-words.ts'

/** The page may not make code from text. */
z.config({ jitless: true })

const t = startWords(navigator.languages)
const root = document.getElementById('root')
const prefersDark = matchMedia('(prefers-color-scheme: dark)')
setTheme(prefersDark.matches ? 'dark' : 'light')
const page = readPage(document)
if (root && !page.ok)
  render(
    <main class="refused">
      <h1>{t('reviewPage.refused')}</h1>
      <p>{page.message}</p>
    </main>,
    root,
  )
if (root && page.ok) {
  const desk = createDesk(page.value, t, prefersDark.matches ? 'dark' : 'light')
  const { name } = page.value.bots.document.bot
  document.title = t('reviewPage.title', { bot: name })
  document.documentElement.lang = t('reviewPage.language')
  desk.look.watch(({ theme }) => setTheme(theme))
  render(<ReviewPage desk={desk} talker={createTalker(desk)} />, root)
}

// After the first picture: what measures how fast a file opens looks here.
requestAnimationFrame(() => setTimeout(() => performance.mark('parley-usable')))

function setTheme(theme: 'light' | 'dark'): void {
  document.documentElement.dataset.mantineColorScheme = theme
}
