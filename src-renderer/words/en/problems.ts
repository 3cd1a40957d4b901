/** Words of the area `problems`; keys begin with its name. */
export const problems = {
  title: 'Problems',
  none: 'Nothing to mend: the checks found no problem.',
  count: {
    error_one: '{{count}} error',
    error_other: '{{count}} errors',
    warning_one: '{{count}} warning',
    warning_other: '{{count}} warnings',
    hint_one: '{{count}} hint',
    hint_other: '{{count}} hints',
  },
  severity: { error: 'Error', warning: 'Warning', hint: 'Hint' },
  more: 'And {{count}} more; they show as the first ones are mended.',
  place: {
    flow: 'Flow {{name}}',
    variable: 'Variable {{name}}',
    keyword: 'Keyword “{{name}}”',
    intent: 'Intent {{name}}',
    faq: 'Question “{{name}}”',
    template: 'Template {{name}}',
    auth: 'Access {{name}}',
    group: 'Group “{{name}}”',
    note: 'Note',
    media: 'File {{name}}',
    bot: 'Bot',
  },
  edit: { fix: '{{name}}' },
}
