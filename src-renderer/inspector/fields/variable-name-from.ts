const MAX_LENGTH = 64

/** A name as variables have it, made of what a person typed: "order total" gives ORDER_TOTAL (KAR-13). May be empty. */
export function variableNameFrom(typed: string): string {
  const plain = typed.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
  return plain
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^[^A-Z]+|_+$/g, '')
    .slice(0, MAX_LENGTH)
}

/** The name, or with the first free number behind it. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name
  for (let number = 2; ; number += 1) {
    const suffix = `_${number}`
    const numbered = name.slice(0, MAX_LENGTH - suffix.length) + suffix
    if (!isTaken(numbered)) return numbered
  }
}
