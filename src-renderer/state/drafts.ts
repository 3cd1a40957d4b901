/**
 * What is typed but not yet an edit (design/interface.md: one edit per gesture). A field keeps its draft here while the
 * person types; undo, Finish & save and the simulator flush first, so that nothing typed is missed or lost.
 */
const flushes = new Set<() => void>()

/** Drafts that were refused, by field: they wait there until they are corrected or dropped. */
const refused = new Map<string, string>()

/** Registers a field that has a draft; call what comes back when it has none any more. */
export function registerDraft(flush: () => void): () => void {
  flushes.add(flush)
  return () => flushes.delete(flush)
}

/** Commits every draft that can be committed; the others stay in their fields. */
export function flushDrafts(): void {
  for (const flush of [...flushes]) flush()
}

export function keepRefused(field: string, draft: string): void {
  refused.set(field, draft)
}

export function dropRefused(field: string): void {
  refused.delete(field)
}

/** A field whose refused draft waits and whose name begins so; null when there is none. */
export function firstRefused(start: string): string | null {
  return [...refused.keys()].find(field => field.startsWith(start)) ?? null
}

/** The refused draft of a field, when there is one. */
export function refusedDraft(field: string): string | null {
  return refused.get(field) ?? null
}
