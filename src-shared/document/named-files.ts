import type { BotDocument } from './bot-document.ts'

/** A file that a document names by the hash of its bytes. */
export type NamedFile = Readonly<{ name: string; mime: string; size: number; hash: string }>

/** Every file a document names: the bot's own, and the evidence of its checklist, which no engine ever gets. */
export function namedFiles(document: BotDocument): readonly NamedFile[] {
  return [
    ...document.all('media'),
    ...[...document.all('task')].flatMap(({ evidence }) => (evidence ? [evidence] : [])),
  ]
}
