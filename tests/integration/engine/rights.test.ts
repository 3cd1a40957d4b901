import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { signRequest } from '../../../src-shared/publish/sign-request.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { putToWork, scratchEngine } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'
import { KEY_ID, SECRET } from './test-key.ts'

const ANNA = { bot: COUNTING_BOT, contact: 'anna' }
const EVIL = '<script>alert(1)</script><img src=x onerror="alert(2)">'

async function talkingEngine(text = 'hello') {
  const { url } = await scratchEngine()
  await putToWork(url, countingBot())
  await say(url, ANNA, { id: 'a', text })
  const call = (path: string, body?: unknown) => signedCall(url, { path, ...(body ? { body } : {}) })
  return { url, call }
}

async function pageOf(url: string, query = ''): Promise<Readonly<{ headers: Headers; html: string }>> {
  const headers = { 'x-parley-key': KEY_ID, 'x-signature': signRequest(SECRET, Date.now() / 1000, '') }
  const answer = await fetch(`${url}/v1/contacts/anna/page${query}`, { headers })
  expect(answer.status).toBe(200)
  return { headers: answer.headers, html: await answer.text() }
}

describe('what is kept of a person as a page (requirements.md NHN-144)', () => {
  test('has all of it as text that nothing runs in, and a policy that fits its one style', async () => {
    const { url, call } = await talkingEngine(EVIL)
    const { headers, html } = await pageOf(url)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toMatch(/<script|<img|onerror="/)
    const [, style = ''] = /<style>(.*)<\/style>/s.exec(html) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    const policy = `default-src 'none'; style-src 'sha256-${hash}'`
    expect(headers.get('content-security-policy')).toContain(policy)
    expect(html.replaceAll('&#39;', "'")).toContain(`content="${policy}`)
    const { records } = (await call('/v1/contacts/anna')).json as { records: Record<string, unknown[]> }
    for (const [table, rows] of Object.entries(records))
      expect(html).toContain(`<summary>${table}: ${rows.length}<`)
    for (const [language, title] of [
      ['pt-BR', 'O que se guarda sobre você'],
      ['es', 'Lo que se guarda de usted'],
    ]) {
      const other = await pageOf(url, `?language=${language}`)
      expect(other.html).toContain(`<html lang="${language}">`)
      expect(other.html).toContain(`<h1>${title}</h1>`)
    }
    expect(await call('/v1/contacts/anna/page?language=xx')).toMatchObject({ status: 400 })
    expect((await call('/v1/audit?action=contact.export')).json.entries).toHaveLength(4)
  })
})

describe('a legal hold', () => {
  test('keeps a person from being erased, under whichever of their names, until it is released; all is audited', async () => {
    const { url, call } = await talkingEngine()
    await say(url, { ...ANNA, contact: 'test:anna' }, { id: 'a', text: 'hello' })
    const placed = await call('/v1/holds', { contact: 'test:anna', reason: 'case 12' })
    expect(placed.json).toMatchObject({ contact: 'anna', reason: 'case 12', key: KEY_ID })
    expect((await call('/v1/holds', { contact: 'anna', reason: 'again' })).json).toEqual(placed.json)
    expect((await call('/v1/holds')).json).toEqual({ holds: [placed.json] })
    for (const contact of ['anna', 'test:anna'])
      expect(await call('/v1/contacts/erase', { contact, reason: 'a letter' })).toMatchObject({
        status: 409,
        json: { code: 'contact/held', message: expect.stringContaining(String(placed.json.id)) },
      })
    expect(JSON.stringify((await call('/v1/contacts/anna')).json)).toContain('hello')
    expect(await call('/v1/holds/release', { contact: 'anna', reason: 'case closed' })).toMatchObject({
      status: 200,
    })
    expect(await call('/v1/holds/release', { contact: 'anna', reason: 'again' })).toMatchObject({
      status: 404,
    })
    expect(await call('/v1/contacts/erase', { contact: 'anna', reason: 'a letter' })).toMatchObject({
      status: 200,
    })
    const { entries } = (await call('/v1/audit?action=contact.')).json as {
      entries: { action: string; detail: object }[]
    }
    expect(entries.map(({ action }) => action).reverse()).toEqual([
      ...['contact.hold', 'contact.eraseRefused', 'contact.eraseRefused'],
      ...['contact.export', 'contact.release', 'contact.erase'],
    ])
    // What the log says stays for ever.
    expect(JSON.stringify(entries)).not.toContain('anna')
  })
})
