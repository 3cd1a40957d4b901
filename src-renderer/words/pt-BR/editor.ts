import type { TranslatedArea } from '../translated.ts'

/** The editor of texts and formulas in Brazilian Portuguese: its tools, chips and emoji. */
export const editor: TranslatedArea<'editor'> = {
  tools: 'Ferramentas de “{{field}}”',
  format: { bold: 'Negrito', italic: 'Itálico', strike: 'Tachado', code: 'Monoespaçado' },
  chip: '{{name}}: o valor entra no envio. Para alterar, clique, ou selecione e pressione Enter.',
  link: 'Link',
  linkText: 'Texto',
  linkAddress: 'Endereço',
  linkRule:
    'Escreva um endereço que comece com https://, mailto: ou tel:, ou uma única variável, como {{example}}.',
  makeLink: 'Inserir link',
  counter: {
    characters: '{{value}} / {{max}} {{channel}}',
    bytes: '{{value}} / {{max}} bytes {{channel}}',
    hint: 'Entre os canais deste bot, o menor limite é o de {{channel}}. A contagem é a do envio por ele, com os valores mais longos que as variáveis podem ter.',
  },
  examples: {
    title: 'Valores de exemplo, guardados enquanto esta janela estiver aberta',
    change: 'Experimente com outros valores',
  },
  emoji: {
    insert: 'Inserir um emoji em “{{field}}”',
    title: 'Emojis',
    search: 'Buscar emojis',
    nothing: 'Nenhum emoji encontrado. Tente outra palavra.',
    groups: {
      found: 'Encontrados',
      recent: 'Recentes',
      smileys: 'Carinhas e sentimentos',
      people: 'Pessoas',
      nature: 'Animais e natureza',
      food: 'Comidas e bebidas',
      travel: 'Viagens e lugares',
      activities: 'Atividades',
      objects: 'Objetos',
      symbols: 'Símbolos',
      flags: 'Bandeiras',
    },
  },
}
