import { expect, test } from 'vitest'
import { isTwilioSigned } from '../../../src-engine/channels/twilio-signature.ts'

const URL = 'https://mycompany.com/myapp.php?foo=1&bar=2'
/** The example that libraries of several languages are tested with; no code of ours made the signature. */
const FIELDS = { CallSid: 'CA1234567890ABCDE', From: '+12349013030', To: '+18005551212' }
const FORM = new URLSearchParams({ ...FIELDS, Caller: '+12349013030', Digits: '1234' })
const SIGNATURE = '0/KCTR6DLpKmkAf8muzZqo1nDgQ='

test('a signature of Twilio is told from any other (requirements.md NHN-44)', () => {
  const told = { url: URL, form: FORM }
  expect(isTwilioSigned('12345', SIGNATURE, told)).toBe(true)
  expect(isTwilioSigned('12346', SIGNATURE, told)).toBe(false)
  expect(isTwilioSigned('12345', SIGNATURE, { ...told, url: URL.replace('bar', 'baz') })).toBe(false)
  const other = new URLSearchParams([...FORM, ['More', 'x']])
  expect(isTwilioSigned('12345', SIGNATURE, { ...told, form: other })).toBe(false)
  for (const header of [undefined, '', 'x', [SIGNATURE]])
    expect(isTwilioSigned('12345', header, told)).toBe(false)
  expect(isTwilioSigned('', SIGNATURE, told)).toBe(false)
})
