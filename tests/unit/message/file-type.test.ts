import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { fileType } from '../../../src-shared/message/file-type.ts'
import { pictureSize } from '../../../src-shared/message/picture-size.ts'

const latin1 = (text: string) => Uint8Array.from(text, sign => sign.charCodeAt(0))
const office = (part: string) =>
  zipSync({ '[Content_Types].xml': latin1('<Types/>'), [part]: latin1('<x/>') })

describe('what a file is, its bytes say', () => {
  test.each([
    ['image/png', '\x89PNG\r\n\x1a\n'],
    ['image/jpeg', '\xff\xd8\xff\xe0'],
    ['image/gif', 'GIF89a'],
    ['image/webp', 'RIFF\x04\x00\x00\x00WEBPVP8 '],
    ['video/mp4', '\x00\x00\x00\x18ftypisom'],
    ['audio/mp4', '\x00\x00\x00\x18ftypM4A '],
    ['audio/ogg', 'OggS\x00'],
    ['application/pdf', '%PDF-1.7'],
    ['text/plain', 'A price list\nTea 3,50\n'],
  ])('%s', (mime, head) => {
    expect(fileType(latin1(head))).toMatchObject({ mime })
  })

  test('a document of an office program is told by its parts', () => {
    expect(fileType(office('xl/workbook.xml'))).toMatchObject({
      mime: expect.stringContaining('spreadsheet'),
    })
    expect(fileType(office('word/vbaProject.bin'))).toBe('program')
    expect(fileType(zipSync({ 'a.txt': latin1('a') }))).toBe('archive')
  })

  test.each([
    ['program', 'MZ\x90\x00'],
    ['program', '\x7fELF\x02'],
    ['script', '#!/bin/sh'],
    ['script', ' <svg onload="alert(1)">'],
    ['script', '\xef\xbb\xbf<!DOCTYPE html>'],
    ['unknown', '\x00\x01\x02'],
    ['unknown', 'caf\xe9'],
    ['empty', ''],
  ])('%s is refused', (is, head) => {
    expect(fileType(latin1(head))).toBe(is)
  })
})

describe('the size of a picture', () => {
  test.each([
    ['image/png', '\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x02\x80\x00\x00\x01\xe0', 640, 480],
    ['image/gif', 'GIF89a\x40\x01\xf0\x00', 320, 240],
    ['image/jpeg', '\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xc0\x00\x11\x08\x01\xe0\x02\x80\x03', 640, 480],
    [
      'image/webp',
      'RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x7f\x02\x00\xdf\x01\x00',
      640,
      480,
    ],
  ])('is read from %s', (mime, head, width, height) => {
    expect(pictureSize(latin1(head), mime)).toEqual({ width, height })
  })

  test('is not known where the file is cut off or none is told', () => {
    expect(pictureSize(latin1('\x89PNG\r\n'), 'image/png')).toBeNull()
    expect(pictureSize(latin1('\xff\xd8\xff\xe0\x00\x04'), 'image/jpeg')).toBeNull()
    expect(pictureSize(latin1('%PDF-'), 'application/pdf')).toBeNull()
  })
})
