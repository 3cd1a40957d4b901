import type { TranslatedArea } from '../translated.ts'

/** Words of the area `problems` in Spanish. */
export const problems: TranslatedArea<'problems'> = {
  title: 'Problemas',
  none: 'Nada que corregir: la revisión no encontró problemas.',
  noneLeft: 'Nada que corregir, salvo lo ignorado.',
  count: {
    error_one: '{{count}} error',
    error_other: '{{count}} errores',
    warning_one: '{{count}} advertencia',
    warning_other: '{{count}} advertencias',
    hint_one: '{{count}} sugerencia',
    hint_other: '{{count}} sugerencias',
  },
  severity: { error: 'Error', warning: 'Advertencia', hint: 'Sugerencia' },
  more: 'Y {{count}} más; aparecen a medida que se corrigen los primeros.',
  place: {
    flow: 'Flujo {{name}}',
    variable: 'Variable {{name}}',
    keyword: 'Palabra clave “{{name}}”',
    intent: 'Intención {{name}}',
    faq: 'Pregunta “{{name}}”',
    template: 'Plantilla {{name}}',
    auth: 'Acceso {{name}}',
    group: 'Grupo “{{name}}”',
    note: 'Nota',
    media: 'Archivo {{name}}',
    testcase: 'Prueba “{{name}}”',
    bot: 'Bot',
  },
  ignore: 'Ignorar: {{message}}',
  ignoring: {
    reason: 'Por qué está bien así',
    placeholder: 'Es a propósito',
    do: 'Ignorar',
    cancel: 'Cancelar',
  },
  ignored_one: '{{count}} ignorado',
  ignored_other: '{{count}} ignorados',
  ignoredBy: '“{{reason}}” {{author}}, {{day}}',
  takeBack: 'Mostrar de nuevo',
  edit: {
    fix: '{{name}}',
    ignore: 'Ignorar un hallazgo',
    takeBack: 'Mostrar de nuevo un hallazgo',
  },
}
