import { BotDocument } from '../document/bot-document.ts'

/** A version with the feasibility studies as they are now: a new verdict needs no new version (requirements.md KAL-08). */
export function withStudiesOf(version: BotDocument, present: BotDocument): BotDocument {
  const content = [...version.values()].filter(({ type }) => type !== 'study')
  return BotDocument.of([...content, ...present.all('study')])
}
