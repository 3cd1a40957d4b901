import type { TranslatedArea } from '../translated.ts'

/** The editor of texts and formulas in Spanish: its tools, chips and emoji. */
export const editor: TranslatedArea<'editor'> = {
  tools: 'Herramientas para “{{field}}”',
  format: { bold: 'Negrita', italic: 'Cursiva', strike: 'Tachado', code: 'Monoespaciado' },
  chip: '{{name}}: se completa al enviar el mensaje. Para cambiarla, haga clic o selecciónela y presione Enter.',
  link: 'Enlace',
  linkText: 'Texto',
  linkAddress: 'Dirección',
  linkRule:
    'Escriba una dirección que empiece con https://, mailto: o tel:, o una sola variable, como {{example}}.',
  makeLink: 'Insertar enlace',
  counter: {
    characters: '{{value}} / {{max}} {{channel}}',
    bytes: '{{value}} / {{max}} bytes {{channel}}',
    hint: 'De los canales de este bot, el límite más estricto es el de {{channel}}. Se cuenta como se envía allí, con los valores más largos que pueden tener las variables.',
  },
  examples: {
    title: 'Valores de ejemplo, se conservan mientras esta ventana esté abierta',
    change: 'Probar con otros valores',
  },
  emoji: {
    insert: 'Insertar un emoji en “{{field}}”',
    title: 'Emojis',
    search: 'Buscar emojis',
    nothing: 'Ningún emoji coincide. Pruebe con otra palabra.',
    groups: {
      found: 'Encontrados',
      recent: 'Recientes',
      smileys: 'Caritas y emociones',
      people: 'Personas',
      nature: 'Animales y naturaleza',
      food: 'Comida y bebida',
      travel: 'Viajes y lugares',
      activities: 'Actividades',
      objects: 'Objetos',
      symbols: 'Símbolos',
      flags: 'Banderas',
    },
  },
}
