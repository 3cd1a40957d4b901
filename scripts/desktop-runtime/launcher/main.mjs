// Electron becomes ready only when an ESM main has run to its end, the awaited import included. That is how its own
// default app starts, and what an app may rely on that has something to say before `ready`.
import { createRequire } from 'node:module'

await createRequire(import.meta.url)('./main.cjs')
