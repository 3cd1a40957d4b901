/**
 * Signs that files of texts cannot hold or that programs change on the way: controls but tab and line feed, halves of
 * surrogate pairs, and those that are no characters. They are written as `\u{d}` in every format, so that a translator
 * sees them; a text that really says `\u{d}` is written `\u{5c}u{d}`. Spreadsheets read `_x0041_` as a letter of its
 * own, so its first sign is written that way too.
 */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff\ufeff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\\(?=u\{[0-9a-f]{1,6}\})|_(?=x[0-9A-Fa-f]{4}_)/g
const WRITTEN = /\\u\{([0-9a-f]{1,6})\}/g

/** A text that any file of texts can hold; `fromPlainSigns` gives back the very same text. */
export function toPlainSigns(text: string): string {
  return text.replace(FORBIDDEN, written)
}

export function fromPlainSigns(text: string): string {
  return text.replace(WRITTEN, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16)
    return code > 0x10ffff ? whole : String.fromCodePoint(code)
  })
}

function written(sign: string): string {
  return `\\u{${sign.codePointAt(0)?.toString(16)}}`
}
