import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { sha256Hex } from '../../src-shared/kit/sha256.ts'
import {
  commentsBlock,
  commentsText,
  type FileComments,
  NO_ITERATION,
} from '../../src-shared/review-file/comments-file.ts'
import { audit } from './audit.ts'
import { answerWith, choose, dialog } from './reviewing.ts'
import { allSaved, emptyFolder, openWindow, resize } from './window.ts'

function commentsOf(html: string, about: Partial<FileComments['about']> = {}): FileComments {
  const content = /id="content">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
  const { records } = JSON.parse(content) as { records: { id: string; type: string; name: string }[] }
  const bot = records.find(({ type }) => type === 'bot')
  const hash = sha256Hex(content)
  return {
    about: {
      ...{ bot: bot?.id as never, botName: bot?.name ?? '', iteration: null, stated: hash, content: hash },
      ...about,
    },
    comments: [
      {
        ...{ id: 'cmt_1' as never, type: 'comment', iteration: NO_ITERATION, thread: null, at: 1 },
        ...{
          by: { name: 'Bea' },
          kind: 'comment',
          text: 'Hm.',
          place: { on: 'bot' },
          blocking: false,
          state: 'open',
        },
      },
    ],
    tests: [],
  }
}

test('a bot goes out for review as one file, is printed, and comments come back or are refused', async () => {
  const errors: string[] = []
  const folder = emptyFolder()
  const window = await openWindow(folder, errors)
  const { page } = window
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)
  const [html, pdf, comments] = ['casey.html', 'casey.pdf', 'casey.parley-comments'].map(name =>
    join(folder, name),
  ) as [string, string, string]
  await test.step('the menu writes the file', async () => {
    await answerWith(window, html)
    await choose(page, 'Export a review file')
    await expect(page.getByText('Saved as casey.html.')).toBeVisible()
    expect(readFileSync(html, 'utf8')).toContain('parley-review-file')
  })
  await test.step('keys write the specification', async () => {
    await answerWith(window, pdf)
    await page.keyboard.press('Control+Alt+Shift+f')
    await expect(page.getByText('Saved as casey.pdf.')).toBeVisible()
    const printed = readFileSync(pdf, 'latin1')
    expect(printed.slice(0, 5)).toBe('%PDF-')
    expect(printed.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(4)
  })
  await test.step('comments of another bot are refused in clear words, and so are those before a pass', async () => {
    writeFileSync(
      comments,
      commentsText(commentsOf(readFileSync(html, 'utf8'), { bot: 'bot_other' as never, botName: 'Orders' })),
    )
    await answerWith(window, comments)
    await page.keyboard.press('Control+Alt+Shift+r')
    await dialog(page).getByRole('button', { name: 'Choose a file…' }).click()
    await expect(dialog(page).getByRole('alert')).toContainText(
      'They are about “Orders”, and this is “Casey”.',
    )
    await audit(page, 'comments', '[role="dialog"]')
    await dialog(page)
      .getByLabel('Or paste the copied text')
      .fill(commentsBlock(commentsOf(readFileSync(html, 'utf8'))))
    await dialog(page).getByRole('button', { name: 'Take in', exact: true }).click()
    await expect(dialog(page).getByRole('alert')).toContainText('Submit the bot for review first.')
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toBeHidden()
  })
  await allSaved(page)
  await window.app.close()
  expect(errors).toEqual([])
})
