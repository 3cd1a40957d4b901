/**
 * Marks that people leave out: accents of Latin, Greek and Cyrillic letters (also heaps of them), vowel points of
 * Hebrew and Arabic with the letter stretcher, the hamza over and under letters. Vowel signs of the Indic and
 * Southeast Asian scripts are letters to their readers and stay.
 */
const LEFT_OUT =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\u0591-\u05c7\u0640\u064b-\u0655\u0670]/g
/** Joiners, marks of direction and the like; they are not seen. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/g

/** A text as it is compared: compatible forms (NFKC), small letters, no accents, nothing unseen. Never throws. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(LEFT_OUT, '')
    .replace(UNSEEN, '')
    .replace(APOSTROPHES, "'")
    .replaceAll('ß', 'ss')
    .normalize('NFC')
}
