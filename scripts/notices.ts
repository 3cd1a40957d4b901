import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Licence } from './licences.ts'

const TEXTS = /^(licen[cs]e|copying|notice)([.-].*)?$/i

/** The licences of packages as they ask to be passed on: the texts that lie in their folders, or their names. */
export function noticesOf(packages: readonly Licence[]): string {
  return packages.map(noticeOf).join(`\n${'-'.repeat(78)}\n\n`)
}

function noticeOf({ name, version, licence, folder }: Licence): string {
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile() && TEXTS.test(entry.name))
    .map(entry => readFileSync(join(folder, entry.name), 'utf8').trim())
  return `${[`${name} ${version} (${licence})`, ...texts].join('\n\n')}\n`
}
