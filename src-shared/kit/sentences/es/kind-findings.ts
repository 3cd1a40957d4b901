import type { kindFindings as english } from '../en/kind-findings.ts'
import type { TranslatedSentences } from '../translated.ts'
import { en } from './block-name.ts'
import { unTipo } from './value-types.ts'

/** What the kinds of blocks say of their data, in Spanish. */
export const kindFindings: TranslatedSentences<typeof english> = {
  kind: ({ block, what }, say) => `${en(block)}: ${say(what)}`,
  'apiCall/path': () => 'Una ruta empieza con $ y nombra lugares, como $.order.id o $.orders[*].name.',
  'apiCall/open-address': () =>
    'Una variable decide adónde van esta llamada y sus claves; use una que los clientes no puedan cambiar.',
  'apiCall/loopback': () =>
    'Esta dirección es la propia máquina del motor; un motor solo la llama donde eso se permitió.',
  'apiCall/address': () => 'Una dirección empieza con https:// y no contiene nombre ni contraseña.',
  'apiCall/not-repeated': ({ method }) =>
    `Una llamada ${method} se hace una sola vez, pues una segunda podría hacer su trabajo dos veces.`,
  'apiCall/body-not-sent': () => 'Una llamada GET no envía nada; elija otro método, o ningún contenido.',
  'apiCall/not-json': () => 'Esto no es JSON, donde nombres y textos van entre comillas dobles.',
  'apiCall/secret': ({ name }) =>
    `${name} es secreta y no puede estar en direcciones ni encabezados; use un perfil de autenticación.`,
  'askLocation/unnamed-place': ({ number }) => `El lugar ${number} no tiene nombre.`,
  'askLocation/no-places': () => 'Se pide el lugar más cercano, pero no hay lugares entre los que elegir.',
  'callFlow/variable-twice': ({ name }) => `${name ?? 'Una variable'} está dos veces; cuenta la última.`,
  'choices/empty-range': ({ min, most }) =>
    `Ninguna respuesta sirve: hay que elegir al menos ${min}, pero como máximo se pueden elegir ${most}.`,
  'delay/too-long': () => 'Una espera dura como máximo 7 días.',
  'delay/after-window': () =>
    'Después de un día, la mayoría de los canales solo acepta una plantilla de mensaje.',
  'entry/no-event': () => 'No tiene nombre de evento, así que nada puede iniciarla.',
  'entry/no-schedule': () => 'No tiene días ni hora, así que nada puede iniciarla.',
  'hours/holiday-twice': ({ date }) => `${date} está dos veces; cuenta la primera.`,
  'hours/never-open': () => 'No tiene horario de atención, así que siempre está cerrado.',
  'intent/repeated': ({ first, second }) =>
    `Las ramas ${first} y ${second} son para la misma intención; cuenta la primera.`,
  'variable/read-only': ({ name }) => `${name} viene de Parley o del motor y no se puede cambiar.`,
  'variable/wrong-type': ({ name, given, holds }) =>
    `Aquí se guarda ${unTipo(given)}, pero ${name} contiene ${unTipo(holds)}.`,
  'language/no-prompt': () => 'No pregunta nada encima de los idiomas.',
  'language/no-variable': () => 'Falta elegir la variable que indica el idioma.',
  'language/no-language': () => 'Falta elegir el idioma.',
  'language/not-spoken': ({ locale }) => `El bot no habla ${locale}.`,
  'liveStream/empty-range': () => 'La transmisión termina antes de empezar.',
  'menu/wrong-list': ({ name, holds }) =>
    `Las opciones se hacen de una lista, pero ${name} contiene ${unTipo(holds)}.`,
  'message/link-address': () => 'Una dirección empieza con https:// y no contiene espacios.',
  'message/phone-number': () => 'Un teléfono empieza con + y el código de su país, como +5511987654321.',
  'message/there-twice': ({ name }) => `${name} está dos veces.`,
  'message/addition-type': () => 'livechat es true o false.',
  'message/skill-alone': () => 'Un skill sin livechat no traspasa a nadie.',
  'options/repeated-label': ({ first, second, text, locale }) =>
    `Las opciones ${first} y ${second} dicen ambas “${text}” (${locale}); un cliente que lo escribe no puede querer las dos.`,
  'question/empty-range': () => 'Ninguna respuesta sirve: el límite inferior es mayor que el superior.',
  'question/pattern': ({ message }) => `El patrón no se puede usar: ${message.replace(/^[^:]*: /, '')}`,
  'question/wrong-variable': ({ name, given, holds }) =>
    `La respuesta es ${unTipo(given)}, pero ${name} contiene ${unTipo(holds)}.`,
  'quiz/no-right-answer': () => 'Ninguna opción está marcada como correcta.',
  'raiseEvent/no-name': () => 'No tiene nombre de evento, así que no se avisa nada.',
  'rating/too-many-faces': ({ most }) =>
    `Hay caritas para hasta ${most} grados; en su lugar se muestran números.`,
  'rating/all-low': ({ scale }) => `Toda calificación es baja: las notas van de 1 a ${scale}.`,
}
