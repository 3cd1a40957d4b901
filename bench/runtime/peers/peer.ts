/** A subject from outside: it may answer later, and begins a conversation of its own each time. */
export type Peer = Readonly<{ name: string; begin(): (text: string) => Promise<readonly string[]> }>

/** Resolves a package of bench/peers; what it answers is typed where it is used, so that tsc needs no peer installed. */
export type RequirePeer = (id: string) => unknown
