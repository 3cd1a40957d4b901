/** Records in the order of their ids, so that the same content gives the same program. */
export function byId<T extends { readonly id: string }>(records: Iterable<T>): T[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : 1))
}
