import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { runParley } from './run-parley.ts'
import { scratchFile, scratchPath } from './scratch-file.ts'

const CASEY = 'assets/samples/casey.json'
const casey = readFileSync(CASEY, 'utf8')

/** Casey with one line of its JSON changed. */
function changed(name: string, change: (text: string) => string): string {
  return scratchFile(name, change(casey))
}

describe('schema', () => {
  test('prints a JSON Schema that knows every kind', async () => {
    const { code, out } = await runParley(['schema'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      properties: { parley: { const: 1 } },
    })
    for (const kind of ['entry', 'menu', 'callFlow']) expect(out).toContain(`"const": "${kind}"`)
  })
})

describe('check', () => {
  test('a sound bot has nothing to correct', async () => {
    expect(await runParley(['check', CASEY])).toEqual({
      code: 0,
      out: 'Casey (bot_casey), 39 blocks: nothing to correct.',
      err: '',
    })
    expect(await runParley(['check', CASEY, '--json'])).toEqual({ code: 0, out: '[]', err: '' })
  })

  test('findings name severity, code, place and what is wrong', async () => {
    const bot = changed('unknown-name.json', text => text.replaceAll('{{PHONE}}', '{{FONE}}'))
    const people = await runParley(['check', bot])
    expect(people.code).toBe(1)
    expect(people.out).toContain('formula/unknown-name  “Noted” (block_noted) in “Main”')
    const programs = await runParley(['check', bot, '--json'])
    expect(programs.code).toBe(1)
    expect(JSON.parse(programs.out)).toContainEqual(
      expect.objectContaining({ severity: 'error', code: 'formula/unknown-name', record: 'block_noted' }),
    )
  })

  test('warnings alone do not fail', async () => {
    const bot = changed('untranslated.json', text =>
      text.replace('"pt-BR":"Nada foi marcado."', '"pt-BR":""'),
    )
    const { code, out } = await runParley(['check', bot])
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('text/untranslated') })
  })

  test('what was ignored for a reason is counted and not listed', async () => {
    const untranslated = casey.replace('"pt-BR":"Nada foi marcado."', '"pt-BR":""')
    const listed = await runParley(['check', scratchFile('listed.json', untranslated), '--json'])
    const [{ code, record, path }] = JSON.parse(listed.out)
    const by = { reason: 'Nobody books in Brazil yet', author: 'ana', at: 0 }
    const bot = JSON.parse(untranslated)
    bot.records.push({ id: 'waiver_1', type: 'waiver', code, record, path: path.join('/'), ...by })
    const waived = scratchFile('waived.json', JSON.stringify(bot))
    const { out } = await runParley(['check', waived])
    expect(out).toBe(
      'Casey (bot_casey), 39 blocks: nothing to correct.\n\n1 finding is ignored for a reason.',
    )
    expect(await runParley(['check', waived, '--json'])).toMatchObject({
      out: '[]',
      err: '1 finding is ignored for a reason.',
    })
  })
})

describe('simulate', () => {
  const script = scratchFile('script.txt', '\uFEFFHi\r\n\r\n3\r\n   \r\n#MENU\r\n#ENCERRAR')

  test('prints the conversation; empty lines are left out and #MENU is a message', async () => {
    const { code, out, err } = await runParley(['simulate', CASEY, '--script', script])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.match(/^> .*/gm)).toEqual(['> Hi', '> 3', '> #MENU', '> #ENCERRAR'])
    expect(out).toContain('  Casey: How can we help you today?\n     1  Book an appointment')
    expect(out).toContain('-- The customer has ended the conversation.')
  })

  test('with --json prints one event per line, the same every time', async () => {
    const first = await runParley(['simulate', CASEY, '--script', script, '--json'])
    const events = first.out.split('\n').map(line => JSON.parse(line) as { type: string })
    expect(events[0]).toEqual({
      type: 'messageReceived',
      id: 'in-1',
      text: 'Hi',
      option: null,
      rule: 'keyword',
    })
    expect(events.at(-1)).toEqual({ type: 'conversationClosed', reason: 'token', block: null })
    expect(await runParley(['simulate', CASEY, '--script', script, '--json'])).toEqual(first)
  })

  test('in another language, and at another time', async () => {
    const birth = scratchFile('birth.txt', 'Menu\n1\nAna Souza\n1985-12-31')
    expect((await runParley(['simulate', CASEY, '--script', birth, '--locale', 'pt-BR'])).out).toContain(
      'Qual especialidade?',
    )
    const in2000 = await runParley([
      'simulate',
      CASEY,
      '--script',
      birth,
      '--json',
      '--at',
      '2000-01-01T00:00:00Z',
    ])
    expect(in2000.out).toContain('"name":"AGE","value":14')
    const foreign = await runParley(['simulate', CASEY, '--script', birth, '--locale', 'fr'])
    expect(foreign).toMatchObject({
      code: 2,
      out: '',
      err: 'This bot does not speak fr; it speaks en, pt-BR.',
    })
  })

  test('a conversation that does not run is said, with exit code 1', async () => {
    const nothing = scratchFile('asleep.txt', 'good morning')
    const asleep = await runParley(['simulate', CASEY, '--script', nothing])
    expect(asleep).toMatchObject({ code: 1, err: expect.stringContaining('No conversation began') })
    const go = scratchFile('go.txt', 'go')
    const endless = await runParley(['simulate', 'tests/fixtures/bots/long-way.json', '--script', go])
    expect(endless).toMatchObject({ code: 1, err: expect.stringContaining('limit') })
    expect(endless.out).toContain('!! The limit stepsPerTurn was reached')
  })

  test('every sort of message and everything that can happen is told', async () => {
    const parts = 'tests/fixtures/bots/parts.json'
    const all = ['simulate', parts, '--script', 'tests/fixtures/bots/parts-script.txt']
    const { code, out, err } = await runParley(all)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    // Formatting is gone, links are spelled out, files and buttons are lines (requirements.md NHN-23, NHN-56).
    expect(out).toContain(
      'Welcome to Casa Azul, dear guest! See our rooms (https://hotel.example/rooms) or ask.',
    )
    for (const line of [
      '[image “A blue house behind palms”] https://hotel.example/front.jpg',
      '[document prices.pdf] https://hotel.example/prices.pdf',
      '[Call us] calls +5571999990000',
      '[location Casa Azul, Rua do Sol 12, Salvador, -12.9718, -38.5011]',
      '[contact Reception, Casa Azul, +5571999990000, desk@hotel.example]',
      '[card] Sea view - from R$ 420 (https://hotel.example/sea.jpg)',
      '1  Pick me up\n        We come to where you are',
      '> Take it',
      '-- “Free rooms” (block_check) calls GET https://api.hotel.example/free.\n  -- It answered with status 200.',
      '-- An agent has the conversation now; the bot reads along.',
      'Agent: Good morning',
      '-- The agent closed: the bot answers again.',
      '> !wow',
      '> and now?\n  -- No answer: the bot waits for a time or for another system.',
      '* 2026-01-01 12:10:09 UTC',
      'Ten minutes have passed.',
      'Room 12 is ready.',
      '* The customer comes by the link “spring”.',
      '* The company writes first.',
      '[asks for a location]',
      '-- “Where are you” (block_where) did not accept this (try 1).',
      '> [location -12.97, -38.5]',
      'We come to -12.97.',
    ])
      expect(out).toContain(line)
    expect(await runParley(all)).toEqual({ code, out, err })
  })

  test('on another channel', async () => {
    const asked = scratchFile('channel.txt', 'Hi')
    const bot = scratchFile(
      'channel.json',
      readFileSync('tests/fixtures/bots/parts.json', 'utf8').replace('{{GUEST}}', '{{CHANNEL()}}'),
    )
    const sms = await runParley(['simulate', bot, '--script', asked, '--channel', 'sms'])
    expect(sms.out).toContain('Casa Azul, sms!')
    expect(await runParley(['simulate', bot, '--script', asked, '--channel', 'smoke'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('web, whatsapp, messenger, instagram, sms'),
    })
  })

  test('a line that is no command is named with its number', async () => {
    const wrong = scratchFile('wrong.txt', 'Hi\n\n!dance')
    expect(await runParley(['simulate', CASEY, '--script', wrong])).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringContaining('wrong.txt, line 3: there is no !dance'),
    })
  })

  test('what a customer types cannot play with the terminal', async () => {
    const hostile = scratchFile('hostile.txt', 'Hi\n1\n\u001b[2Jred\u0007')
    expect((await runParley(['simulate', CASEY, '--script', hostile])).out).not.toContain('\u001b')
  })

  test.each([
    ['a script that is not there', ['--script', 'nowhere.txt'], 3, 'nowhere.txt: there is no such file'],
    ['an empty script', ['--script', scratchFile('empty.txt', '\n\n')], 3, 'holds no message'],
    ['a time that is none', ['--script', script, '--at', 'yesterday'], 2, 'Expected a time'],
  ])('%s', async (_, options, code, message) => {
    expect(await runParley(['simulate', CASEY, ...options])).toMatchObject({
      code,
      out: '',
      err: expect.stringContaining(message),
    })
  })
})

describe('pack and unpack', () => {
  test('there and back again, to the byte; both forms are a BOT', async () => {
    const packed = scratchPath('casey.parley')
    const unpacked = scratchPath('back.json')
    expect(await runParley(['pack', CASEY, '--out', packed])).toEqual({ code: 0, out: '', err: '' })
    expect((await runParley(['check', packed])).code).toBe(0)
    expect(await runParley(['unpack', packed, '--out', unpacked])).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(unpacked, 'utf8')).toBe(casey)
  })

  test('a file that cannot be written is said', async () => {
    const { code, err } = await runParley(['pack', CASEY, '--out', scratchPath('no/such/folder.parley')])
    expect({ code, err }).toMatchObject({ code: 3, err: expect.stringContaining('cannot be written') })
  })

  test('unpack takes packages only', async () => {
    expect(await runParley(['unpack', CASEY, '--out', scratchPath('x.json')])).toMatchObject({
      code: 3,
      err: expect.stringContaining('not a zip'),
    })
  })
})

describe('what is no bot', () => {
  const edge = '"id":"edge_casey-1","type":"edge",'
  test.each([
    ['no file', 'nowhere.json', 'there is no such file'],
    ['a folder', 'assets', 'assets is not a file'],
    ['an empty file', scratchFile('empty.json', ''), 'It is not JSON'],
    ['bytes', scratchFile('bytes.json', new Uint8Array([0, 255, 254, 1, 2])), 'It is not JSON'],
    ['other JSON', scratchFile('other.json', '{"name":"x"}'), 'does not have the expected shape'],
    [
      'an unknown field',
      changed('field.json', text => text.replace(edge, `${edge}"colour":"red",`)),
      'edge_casey-1',
    ],
    [
      'a wrong type',
      changed('type.json', text => text.replace('"locales":["en","pt-BR"]', '"locales":"en"')),
      'bot_casey, locales',
    ],
    [
      'a dangling edge',
      changed('edge.json', text => text.replace('"to":"block_welcome"', '"to":"block_nowhere"')),
      'block_nowhere',
    ],
    [
      'a newer format',
      changed('newer.json', text => text.replace('"parley": 1', '"parley": 2')),
      'this Parley reads up to 1',
    ],
    [
      'a truncated package',
      scratchFile('cut.parley', zipSync({ 'bot.json': new Uint8Array(Buffer.from(casey)) }).slice(0, 2000)),
      'cut off',
    ],
    [
      'JSON nested a million times',
      scratchFile('deep.json', `{"parley":1,"records":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`),
      'deep.json: ',
    ],
  ])('%s: the file, the place and the reason, and no stack trace', async (_, path, reason) => {
    const { code, out, err } = await runParley(['check', path])
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(err).toContain(reason)
    expect(err).not.toMatch(/\n\s+at /)
  })
})

describe('wrong usage', () => {
  test.each([
    [[]],
    [['dance']],
    [['check']],
    [['check', CASEY, '--loud']],
    [['simulate', CASEY]],
    [['pack', CASEY]],
  ])('parley %j: exit code 2, and what to do', async args => {
    const { code, out, err } = await runParley(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/parley/i)
  })

  test('--help tells the exit codes, --version the version', async () => {
    const help = await runParley(['--help'])
    expect(help).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('4  the engine cannot be reached'),
    })
    expect((await runParley(['publish', '--help'])).out).toContain('--key-env <name>')
    expect((await runParley(['--version'])).out).toMatch(/^\d+\.\d+\.\d+$/)
  })
})
