/** The editor of texts and formulas: its tools, chips and emoji. */
export const editor = {
  tools: 'Tools for “{{field}}”',
  format: { bold: 'Bold', italic: 'Italic', strike: 'Strikethrough', code: 'Monospace' },
  chip: '{{name}}: filled in when it is sent. Click, or choose it and press Enter, to change it.',
  link: 'Link',
  linkText: 'Text',
  linkAddress: 'Address',
  linkRule:
    'Write an address that begins with https://, mailto: or tel:, or one variable such as {{example}}.',
  makeLink: 'Insert link',
  counter: {
    characters: '{{value}} / {{max}} {{channel}}',
    bytes: '{{value}} / {{max}} bytes {{channel}}',
    hint: 'The tightest limit of this bot’s channels is that of {{channel}}. Counted as sent there, with the longest values the variables may have.',
  },
  examples: {
    title: 'Example values, kept while this window is open',
    change: 'Try it with other values',
  },
  emoji: {
    insert: 'Insert an emoji into “{{field}}”',
    title: 'Emoji',
    search: 'Search emoji',
    nothing: 'No emoji fits. Try another word.',
    groups: {
      found: 'Found',
      recent: 'Recent',
      smileys: 'Smileys and feelings',
      people: 'People',
      nature: 'Animals and nature',
      food: 'Food and drink',
      travel: 'Travel and places',
      activities: 'Activities',
      objects: 'Things',
      symbols: 'Symbols',
      flags: 'Flags',
    },
  },
}
