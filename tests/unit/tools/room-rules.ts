// The room table and the layers of src-shared as the architecture has them. A wall moves here, in review, or not at all.

export const ROOMS = [
  'src-shared',
  'src-main',
  'src-renderer',
  'src-review',
  'src-engine',
  'src-cli',
] as const
export type Room = (typeof ROOMS)[number]

type Rule = Readonly<{ rooms: readonly string[]; packages: readonly (string | RegExp)[] }>

const NODE = /^node:/
const ROOM_RULES: Readonly<Record<Room, Rule>> = {
  'src-shared': {
    rooms: [],
    packages: ['zod', 'acorn', 'fflate', /^@noble\/(curves|hashes)\//, /^libphonenumber-js(\/|$)/],
  },
  'src-main': {
    rooms: ['src-shared'],
    packages: [NODE, 'electron', 'better-sqlite3', 'electron-updater', 'fflate', 'pino', 'zod'],
  },
  'src-renderer': {
    rooms: ['src-shared', 'assets'],
    packages: [
      /^react(-dom)?(\/|$)/,
      // Told once not to make code from text.
      'zod',
      // Its list of countries; the library itself comes with src-shared anyway.
      /^libphonenumber-js(\/|$)/,
      /^@xyflow\/react(\/|$)/,
      /^zustand(\/|$)/,
      /^@mantine\//,
      /^@tabler\/icons-react(\/|$)/,
      '@tanstack/react-virtual',
      /^read-excel-file\//,
      'i18next',
      'react-i18next',
      /^elkjs(\/|$)/,
      /^@codemirror\//,
      /^emojibase-data\//,
      /^@tiptap\//,
      'qrcode',
      // Files of texts, in a worker of their own.
      'papaparse',
      'fast-xml-parser',
    ],
  },
  // The page in a review file: what the window draws and says without its state, and nothing of its libraries.
  'src-review': {
    rooms: ['src-shared', 'src-renderer'],
    packages: [/^preact(\/|$)/, 'i18next', 'zod'],
  },
  'src-engine': {
    rooms: ['src-shared'],
    packages: [
      NODE,
      'fastify',
      /^@fastify\//,
      'better-sqlite3',
      'pg',
      'graphile-worker',
      'pino',
      'prom-client',
      'zod',
    ],
  },
  'src-cli': { rooms: ['src-shared', 'assets'], packages: [NODE, 'commander', 'zod'] },
}

const DOCUMENT_DOWN = ['kit', 'document']
const BLOCKS_DOWN = [...DOCUMENT_DOWN, 'expression', 'message', 'understanding', 'blocks']
/** Folder of src-shared -> the folders below it. `ipc` is the top and sees all. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  kit: [],
  document: ['kit'],
  edit: DOCUMENT_DOWN,
  expression: ['kit'],
  message: ['kit'],
  channels: ['kit', 'message'],
  understanding: ['kit'],
  blocks: [...DOCUMENT_DOWN, 'expression', 'message', 'understanding', 'channels', 'edit'],
  runtime: [...BLOCKS_DOWN, 'channels'],
  lint: [...BLOCKS_DOWN, 'channels', 'edit', 'runtime'],
  compare: [...BLOCKS_DOWN, 'edit'],
  outline: BLOCKS_DOWN,
  review: [...BLOCKS_DOWN, 'channels', 'edit', 'compare', 'lint'],
  onboarding: [...BLOCKS_DOWN, 'edit', 'compare'],
  search: [...BLOCKS_DOWN, 'channels', 'edit'],
  testing: [...BLOCKS_DOWN, 'runtime'],
  starters: [...BLOCKS_DOWN],
  analytics: ['kit', 'runtime'],
  integrations: [...BLOCKS_DOWN, 'channels', 'runtime'],
  publish: [...BLOCKS_DOWN, 'runtime', 'integrations', 'lifecycle'],
  lifecycle: DOCUMENT_DOWN,
  texts: [...BLOCKS_DOWN, 'edit', 'outline', 'publish'],
  'review-file': [...BLOCKS_DOWN, 'edit', 'review'],
  ipc: [
    ...BLOCKS_DOWN,
    'channels',
    'edit',
    'runtime',
    'starters',
    'lint',
    'compare',
    'review',
    'onboarding',
    'outline',
    'testing',
    'integrations',
    'publish',
    'lifecycle',
  ],
}

/** True when the room may import this package or Node module. */
export function allowedPackage(room: Room, specifier: string): boolean {
  return ROOM_RULES[room].packages.some(rule =>
    typeof rule === 'string' ? rule === specifier : rule.test(specifier),
  )
}

/** Other rooms (and `assets`) a room may reach into. */
export function allowedRooms(room: Room): readonly string[] {
  return ROOM_RULES[room].rooms
}

/** Why one file of src-shared may not import another; null when it may. */
export function layerRule(file: string, target: string): string | null {
  const [, from = '', ...fromRest] = file.split('/')
  const [, to = '', ...toRest] = target.split('/')
  if (fromRest.length === 0 || toRest.length === 0) return 'files of src-shared live in a layer folder'
  const below = LAYERS[from]
  if (!below) return `src-shared/${from} is not a known layer`
  return from === to || below.includes(to) ? null : `${from} may not look up or across to ${to}`
}
