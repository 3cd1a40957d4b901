import { basename } from 'node:path'
import type { ArgsOf } from '../../src-shared/ipc/contract.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { plainFileName, writeWhole } from './export-package.ts'

type Picture = ArgsOf<'export.save'>

export type PictureHost = Readonly<{
  askPictureFile: (suggestedName: string, format: Picture['format']) => Promise<string | null>
  /** Prints a picture as one page of vectors. */
  printPdf: (svg: string, size: { width: number; height: number }) => Promise<Uint8Array>
}>

const PNG_BEGINNING = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Writes the picture of a flow where the person wants it; null when they changed their mind. */
export async function savePicture(
  { askPictureFile, printPdf }: PictureHost,
  picture: Picture,
): Promise<Result<{ file: string } | null>> {
  if (!isPicture(picture)) return fault('request/invalid', 'This is not a picture.')
  const path = await askPictureFile(
    `${plainFileName(picture.name, 'flow')}.${picture.format}`,
    picture.format,
  )
  if (path === null) return ok(null)
  const bytes = await bytesOf(picture, printPdf)
  if (await writeWhole(path, bytes)) return ok({ file: basename(path) })
  return fault(
    'file/unwritable',
    `${basename(path)} could not be written. Is there room, and may you write there?`,
  )
}

function isPicture(picture: Picture): boolean {
  if (picture.format === 'png') return PNG_BEGINNING.every((byte, at) => picture.png[at] === byte)
  return picture.svg.startsWith('<svg ') && picture.svg.endsWith('</svg>')
}

async function bytesOf(picture: Picture, printPdf: PictureHost['printPdf']): Promise<Uint8Array> {
  if (picture.format === 'png') return picture.png
  if (picture.format === 'svg') return new TextEncoder().encode(picture.svg)
  return printPdf(picture.svg, picture)
}
