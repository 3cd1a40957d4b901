import type { TranslatedArea } from '../translated.ts'

/** Words of the area `problems` in Brazilian Portuguese; keys begin with its name. */
export const problems: TranslatedArea<'problems'> = {
  title: 'Problemas',
  none: 'Nada a corrigir: as verificações não acharam problemas.',
  noneLeft: 'Nada a corrigir além do que foi ignorado.',
  count: {
    error_one: '{{count}} erro',
    error_other: '{{count}} erros',
    warning_one: '{{count}} aviso',
    warning_other: '{{count}} avisos',
    hint_one: '{{count}} dica',
    hint_other: '{{count}} dicas',
  },
  severity: { error: 'Erro', warning: 'Aviso', hint: 'Dica' },
  more: 'E mais {{count}}, que aparecem à medida que você corrige os primeiros.',
  place: {
    flow: 'Fluxo {{name}}',
    variable: 'Variável {{name}}',
    keyword: 'Palavra-chave “{{name}}”',
    intent: 'Intenção {{name}}',
    faq: 'Pergunta “{{name}}”',
    template: 'Modelo {{name}}',
    auth: 'Acesso {{name}}',
    group: 'Grupo “{{name}}”',
    note: 'Nota',
    media: 'Arquivo {{name}}',
    testcase: 'Teste “{{name}}”',
    bot: 'Bot',
  },
  ignore: 'Ignorar: {{message}}',
  ignoring: {
    reason: 'Por que está bom assim',
    placeholder: 'Foi de propósito',
    do: 'Ignorar',
    cancel: 'Cancelar',
  },
  ignored_one: '{{count}} ignorado',
  ignored_other: '{{count}} ignorados',
  ignoredBy: '“{{reason}}” {{author}}, {{day}}',
  takeBack: 'Mostrar de novo',
  edit: { fix: '{{name}}', ignore: 'Ignorar um problema', takeBack: 'Mostrar de novo um problema' },
}
