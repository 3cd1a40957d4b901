import type { TranslatedArea } from '../translated.ts'

/** Words of the area `variables` in Spanish. */
export const variables: TranslatedArea<'variables'> = {
  title: 'Variables',
  filter: 'Filtrar variables',
  add: 'Nueva variable',
  none: 'Una variable guarda lo que respondió un cliente o lo que calculó el bot, para usarlo en textos y condiciones.',
  nothing: 'Ninguna variable coincide con “{{filter}}”.',
  own: 'De este bot',
  given: 'En todos los bots',
  name: 'Nombre',
  type: {
    text: 'texto',
    number: 'número',
    boolean: 'sí/no',
    date: 'fecha',
    list: 'lista',
  },
  typeLabel: 'Tipo',
  typeHint: 'Lo que puede contener. Si un valor no corresponde, el bloque sale por “si falla”.',
  initial: 'Valor inicial',
  initialHint: {
    text: 'Lo que contiene cuando empieza una conversación. Puede quedar vacío.',
    number: 'Lo que contiene cuando empieza una conversación. Puede quedar vacío.',
    boolean: 'Lo que contiene cuando empieza una conversación.',
    date: 'Lo que contiene cuando empieza una conversación. Puede quedar vacío.',
    list: 'Un texto o número por línea.',
  },
  token: 'La palabra que envían los clientes',
  example: 'Valor al probar',
  exampleHint: 'En un motor se reemplaza por el valor real.',
  boolean: { none: 'vacío', true: 'sí', false: 'no' },
  notANumber: 'Escriba un número, como 12 o 1.5.',
  tokenNeeded: 'Sin una palabra aquí, los clientes no pueden pedirlo.',
  secret: 'Secreta',
  secretHint:
    'Se oculta en conversaciones, eventos y pantallas. No tiene valor inicial, porque los bots se comparten como archivos.',
  description: 'Descripción',
  descriptionPlaceholder: 'Para qué sirve',
  duplicate: 'Ya hay una variable llamada {{name}}.',
  badName: 'Use mayúsculas, dígitos y _, y empiece con una letra, como en ORDER_TOTAL.',
  longName: 'Caben 64 caracteres como máximo. Acorte el nombre.',
  empty: 'vacío',
  masked: 'secreto',
  uses_one: 'Se usa en {{count}} lugar',
  uses_other: 'Se usa en {{count}} lugares',
  unused: 'Sin usar todavía',
  moreUses: 'y {{count}} más',
  delete: 'Eliminar',
  deleted: 'Se eliminó {{name}}. Puede deshacerlo.',
  deletedUsed_one:
    'Se eliminó {{name}}. Se usaba en {{count}} lugar, que la revisión muestra ahora. Puede deshacerlo.',
  deletedUsed_other:
    'Se eliminó {{name}}. Se usaba en {{count}} lugares, que la revisión muestra ahora. Puede deshacerlo.',
  locked: 'Todos los bots la tienen con este nombre, así que no se puede renombrar ni eliminar.',
  predefined: {
    ENCERRA_FLUXO: 'El cliente que envía esta palabra termina la conversación en cualquier momento.',
    MENU_PRINCIPAL:
      'El cliente que envía esta palabra vuelve al menú principal. Lo que respondió se conserva.',
    ID_CONTA_KAROO:
      'La cuenta del motor donde funciona el bot. Los bloques pueden leerla, pero no cambiarla.',
    NUMERO_CLIENTE:
      'El número o código del cliente. Se guarda como texto, así que los ceros iniciales se conservan.',
    NOME_CLIENTE:
      'El nombre del cliente, según su perfil en el canal. Escriba {{NOME_CLIENTE|cliente}} por si está vacío.',
    OMNICHANNEL_SESSION: 'Un solo id para la sesión del cliente en todos los canales.',
  },
  edit: {
    add: 'Agregar la variable {{name}}',
    rename: 'Cambiar el nombre de {{name}}',
    change: 'Cambiar {{name}}',
    delete: 'Eliminar la variable {{name}}',
  },
}
