import i18next from 'i18next'

const OWN_FILE = /parley-media:([0-9a-f]{64})/g

/** A text as it leaves the engine, which puts a link to itself for each file of the bot; which engine that is, a preview cannot know. */
export function withEngineLinks(text: string): string {
  return text.replace(OWN_FILE, (_, hash: string) => `https://${i18next.t('preview.engine')}/media/${hash}`)
}
