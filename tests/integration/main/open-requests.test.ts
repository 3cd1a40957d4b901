import { execFileSync } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { FileInbox } from '../../../src-main/file-inbox.ts'
import { hearOpenRequests } from '../../../src-main/hear-open-requests.ts'
import { importPackage } from '../../../src-main/library/import-package.ts'
import { ReviewDesk } from '../../../src-main/review/review-desk.ts'
import { scratchLibrary } from '../store/scratch-library.ts'
import { scratchFolder } from './handler-host.ts'

function heard(first: string | null = null) {
  const app = Object.assign(new EventEmitter(), { getAppPath: () => '/opt/parley' })
  const inbox = new FileInbox(first)
  const show = vi.fn()
  hearOpenRequests(app, inbox, show)
  const opened: string[] = []
  inbox.onFile(path => opened.push(path))
  return { app, inbox, show, opened }
}

test('a file asked for before the page begins is what it begins with, once', () => {
  const { app, inbox, opened } = heard('/given.parley')
  const event = { preventDefault: vi.fn() }
  app.emit('open-file', event, '/bots/tea.parley')
  expect(event.preventDefault).toHaveBeenCalled()
  expect([inbox.take(), inbox.take(), opened]).toEqual(['/bots/tea.parley', null, []])
  expect(heard('/given.parley').inbox.take()).toBe('/given.parley')
})

test('later ones are opened in the window, which comes to the front, however the system asks', () => {
  const { app, inbox, show, opened } = heard()
  inbox.take()
  app.emit('open-file', { preventDefault() {} }, '/bots/tea.parley')
  app.emit('second-instance', {}, ['/usr/bin/parley', '--no-sandbox', 'casey.parley'], '/home/anna')
  app.emit('second-instance', {}, ['/usr/bin/parley', '/opt/parley'], '/home/anna')
  expect(opened).toEqual(['/bots/tea.parley', '/home/anna/casey.parley'])
  expect(show).toHaveBeenCalledTimes(3)
})

test('folders and what is no file are refused by name, and nothing waits for them', async () => {
  const db = scratchLibrary()
  const birth = { at: 1, newId: () => 'x', desk: new ReviewDesk(() => {}) }
  const folder = join(scratchFolder(), 'bots.parley')
  mkdirSync(folder)
  expect(await importPackage(db, folder, birth)).toMatchObject({
    ok: false,
    message: expect.stringContaining('bots.parley is a folder.'),
  })
  const pipe = join(scratchFolder(), 'pipe.json')
  execFileSync('mkfifo', [pipe])
  expect(await importPackage(db, pipe, birth)).toMatchObject({
    ok: false,
    message: expect.stringContaining('pipe.json is not a file.'),
  })
})
