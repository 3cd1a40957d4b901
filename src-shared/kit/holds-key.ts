/** Keys and tokens as their issuers write them: what looks like one does not belong into a document that travels. */
const KEYS =
  /\b(sk_live_\w{16,}|AKIA[0-9A-Z]{16}|gh[pousr]_\w{30,}|xox[abprs]-[\w-]{10,}|EAA[A-Za-z0-9]{60,}|AIza[\w-]{35})\b|-----BEGIN [A-Z ]*PRIVATE KEY/

/** Whether a text holds a key. Every key has one of three signs that most texts do not have, which is faster to see. */
export function holdsKey(text: string): boolean {
  return (text.includes('_') || text.includes('-') || text.includes('A')) && KEYS.test(text)
}
