import type { TranslatedArea } from '../translated.ts'

/** Words of the area `export` in Brazilian Portuguese; keys begin with its name. */
export const exports: TranslatedArea<'export'> = {
  busy: 'Desenhando “{{name}}”…',
  done: 'Salvo como {{file}}.',
  scaled: 'Salvo como {{file}}, com {{percent}} por cento do tamanho: não é possível gerar imagens maiores.',
  comments: {
    title: 'Receber comentários',
    hint: 'Comentários feitos em um arquivo de revisão voltam como um arquivo pequeno ou como um texto copiado lá.',
    choose: 'Escolher um arquivo…',
    text: 'Ou cole o texto copiado',
    take: 'Receber',
    cancel: 'Cancelar',
    edit_one: 'Receber {{count}} comentário',
    edit_other: 'Receber {{count}} comentários',
    taken_one: '{{count}} comentário foi recebido.',
    taken_other: '{{count}} comentários foram recebidos.',
    known: 'Todos estes comentários já estão aqui.',
    kept_one: '{{count}} foi editado nos dois lugares; as palavras daqui foram mantidas.',
    kept_other: '{{count}} foram editados nos dois lugares; as palavras daqui foram mantidas.',
  },
}
