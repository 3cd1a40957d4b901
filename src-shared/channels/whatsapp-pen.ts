import { parseMarkup } from '../message/markup.ts'
import { markupToWhatsapp, plainToWhatsapp } from '../message/markup-to-whatsapp.ts'
import type { Pen } from './text-pieces.ts'

export const WHATSAPP_PEN: Pen = {
  markup: source => markupToWhatsapp(parseMarkup(source)),
  plain: plainToWhatsapp,
}
