import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCommandLine } from '../../../src-main/command-line.ts'
import { fileArgument } from '../../../src-main/file-argument.ts'
import { answerPageRequest, containedPath } from '../../../src-main/window/answer-page-request.ts'
import { isOnScreen } from '../../../src-main/window/window-place.ts'
import { scratchFolder } from './handler-host.ts'

function pages(): string {
  const folder = scratchFolder()
  const root = join(folder, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">')
  writeFileSync(join(root, 'assets', 'main.js'), 'run()')
  writeFileSync(join(root, 'assets', 'main.js.map'), '{}')
  writeFileSync(join(folder, 'secret.json'), '{}')
  return root
}

function get(root: string, url: string, method = 'GET') {
  return answerPageRequest(root, { url: `app://parley${url}`, method })
}

describe('the pages of the window', () => {
  test('a page carries the nonce its policy names, a new one each time', async () => {
    const root = pages()
    const nonces = await Promise.all(
      [get(root, '/'), get(root, '/index.html')].map(async answer => {
        const response = await answer
        const nonce = /content="([^"]+)"/.exec(await response.text())?.[1] ?? 'none'
        expect(response.headers.get('content-security-policy')).toContain(
          `style-src 'self' 'nonce-${nonce}';`,
        )
        return nonce
      }),
    )
    expect(new Set(nonces).size).toBe(2)
  })

  test('the policy allows no inline script, no inline style and no network', async () => {
    const policy = (await get(pages(), '/')).headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/default-src 'none'/)
    expect(policy).toMatch(/connect-src 'none'/)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })

  test('a script is served as one, and not to be guessed at', async () => {
    const response = await get(pages(), '/assets/main.js')
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).toBe('run()')
  })

  test.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..%2f..%2fsecret.json',
    '/assets/main.js.map',
    '/nothing.js',
    '/assets',
    '/%E0%A4%A',
    '/a%00.js',
  ])('%s is not served', async url => expect((await get(pages(), url)).status).toBe(404))

  test('only GET is answered', async () => expect((await get(pages(), '/', 'POST')).status).toBe(404))

  test.each([['/../x'], ['/..'], ['/'], ['/a/../../b']])('%s lies outside', path =>
    expect(containedPath('/root', path)).toBeNull(),
  )
  test('a name that begins with dots lies inside', () =>
    expect(containedPath('/root', '/..a.js')).toBe(join('/root', '..a.js')))
})

describe('the command line', () => {
  test('says where the library is, what to picture and how', () => {
    const args = [
      '.',
      '--no-sandbox',
      '--user-data=/data',
      '--shot=/tmp/out.png',
      '--size=1920x1080',
      '--theme=dark',
    ]
    expect(readCommandLine(args, { PARLEY_VAULT_PASSPHRASE: 'open sesame' }, '.')).toEqual({
      userData: '/data',
      shot: { file: '/tmp/out.png', width: 1920, height: 1080 },
      theme: 'dark',
      passphrase: 'open sesame',
      file: null,
    })
  })

  test('says nothing when nothing was said', () => {
    expect(readCommandLine(['.'], {}, '.')).toEqual({
      userData: null,
      shot: null,
      theme: null,
      passphrase: null,
      file: null,
    })
    expect(
      readCommandLine(
        ['.', '--theme=pink', '--shot=/a.png', '--size=big'],
        { PARLEY_USER_DATA: '/data' },
        '.',
      ),
    ).toEqual({
      userData: '/data',
      shot: { file: '/a.png', width: 1280, height: 800 },
      theme: null,
      passphrase: null,
      file: null,
    })
  })

  test.each([
    [['/opt/parley', 'letter.odt', 'bots/casey.parley'], '/home/anna/bots/casey.parley'],
    [['--no-sandbox', '/data/Casey.PARLEY', '.'], '/data/Casey.PARLEY'],
    [['unpacked.json'], '/home/anna/unpacked.json'],
    [['/opt/parley', '--file=casey.parley', '', 'notes.txt'], '/home/anna/notes.txt'],
    [['--no-sandbox', '/opt/parley', 'bots'], '/home/anna/bots'],
    [['--file=casey.parley', '/opt/parley/'], null],
  ])('of %j what is to be opened is %s', (args, file) =>
    expect(fileArgument(args, '/home/anna', '/opt/parley')).toBe(file),
  )
})

describe('the place of the window', () => {
  const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }]
  const state = { x: 100, y: 100, width: 1280, height: 800, maximized: false }
  test.each([
    [state, true],
    [{ ...state, x: 1900 }, false],
    [{ ...state, x: -1250 }, false],
    [{ ...state, y: -30 }, false],
    [{ ...state, y: 1060 }, false],
    [{ ...state, x: -400, y: 600 }, true],
  ])('%j is on the screen: %s', (place, expected) => expect(isOnScreen(place, screens)).toBe(expected))
})
