import type { TranslatedArea } from '../translated.ts'

/** Words of the area `export` in Brazilian Portuguese; keys begin with its name. */
export const exports: TranslatedArea<'export'> = {
  busy: 'Desenhando “{{name}}”…',
  done: 'Salvo como {{file}}.',
  scaled: 'Salvo como {{file}}, com {{percent}} por cento do tamanho: não é possível gerar imagens maiores.',
}
