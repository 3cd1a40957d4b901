import { type ExchangeFile, type ExchangeUnit, madeToText } from './exchange.ts'
import { toPlainSigns } from './plain-signs.ts'

const PLACE = /\{\{(?:(?!\{\{)[\s\S])*?\}\}/g

/**
 * The texts for one language as XLIFF 2.1. Places such as `{{NAME}}` are inline elements, so that a translator's tool
 * protects them; where a text stands and what the import checks by are notes, which tools bring back.
 */
export function toXliff(file: ExchangeFile, locale: string): string {
  const units = file.units.map(unit => unitOf(unit, file.source ?? 'en', locale)).join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${attribute(file.source ?? 'en')}" trgLang="${attribute(locale)}">
<file id="${attribute(file.bot ?? 'bot')}" xml:space="preserve">
${units}
</file>
</xliff>
`
}

function unitOf(unit: ExchangeUnit, source: string, locale: string): string {
  const target = unit.targets[locale] ?? ''
  const made = Object.fromEntries(Object.entries(unit.made).filter(([of]) => of === source || of === locale))
  const translated = target === '' ? '' : `<target>${inline(target)}</target>`
  return `<unit id="${attribute(unit.id)}">
<notes><note category="where">${text(unit.place)}</note><note category="check">${text(madeToText(made))}</note></notes>
<segment state="${target === '' ? 'initial' : 'translated'}"><source>${inline(unit.source)}</source>${translated}</segment>
</unit>`
}

function inline(source: string): string {
  const plain = toPlainSigns(source)
  let written = ''
  let done = 0
  let count = 0
  for (const found of plain.matchAll(PLACE)) {
    count += 1
    written += `${text(plain.slice(done, found.index))}<ph id="p${count}" disp="${attribute(found[0])}"/>`
    done = found.index + found[0].length
  }
  return written + text(plain.slice(done))
}

function text(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Line ends and tabs would become blanks in an attribute. */
function attribute(plain: string): string {
  return text(plain).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}
