/** In the order of ids: findings must not depend on the order in which a bot's records were made. */
export function byId<T extends { readonly id: string }>(records: Iterable<T>): T[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : 1))
}
