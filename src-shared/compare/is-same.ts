/** Whether two plain values have the same content. A member that is undefined counts as left out. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a)) return Array.isArray(b) && isSameList(a, b)
  if (!isObject(a) || !isObject(b)) return false
  const names = Object.keys(a)
  for (const name of names) if (!isSame(a[name], b[name])) return false
  for (const name of Object.keys(b)) if (b[name] !== undefined && a[name] === undefined) return false
  return true
}

/** Whether it is an object with members, and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at += 1) if (!isSame(a[at], b[at])) return false
  return true
}
