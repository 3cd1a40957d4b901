import { z } from 'zod'
import { type BotId, botIdSchema, type IterationId, iterationIdSchema } from '../document/ids.ts'
import type { BotDocRecord } from '../document/records.ts'
import { hashSchema } from '../kit/hash.ts'
import { call } from './call.ts'
import { bot, nothing } from './call-args.ts'

/** What became of an offered package: to be joined by the window, a bot of its own, or only shown. */
export type ReviewTaken =
  | Readonly<{
      as: 'merge'
      bot: BotId
      /** The newest pass both know; null where they share none. */
      base: Readonly<{ number: number; records: readonly BotDocRecord[] }> | null
      theirs: readonly BotDocRecord[]
    }>
  | Readonly<{ as: 'copy'; bot: BotId }>
  | Readonly<{ as: 'look'; records: readonly BotDocRecord[] }>

/** Bytes of a file of texts; 10,000 texts in 20 languages have about 15 million. */
export const MAX_TEXTS_FILE = 40_000_000

/** A flow of 10,000 blocks is drawn with some 15 million characters. */
const MOST_BYTES = 64_000_000
const pictureName = z.string().trim().min(1).max(64)
const svg = z.string().max(MOST_BYTES)

/** CSS pixels. */
const side = z.number().int().min(1).max(3_000_000)

/** The picture of a flow on its way to a file. */
export type FlowFile = Readonly<
  { name: string } & (
    | { format: 'svg'; svg: string }
    | { format: 'pdf'; svg: string; width: number; height: number }
    | { format: 'png'; png: Uint8Array }
  )
>

/** A file of the library; its bytes are at `app://parley/media/<hash>`. Width and height of pictures, in pixels. */
export type StoredFile = Readonly<{
  hash: string
  mime: string
  size: number
  width: number | null
  height: number | null
}>

/** What the window asks about files: bots in and out of packages, reviews, media, texts and pictures. */
export const fileCalls = {
  /** Asks for a file in the system's dialog; null when the person changed their mind. */
  'package.import': call<undefined, BotId | null>(nothing),
  /** A file that was dropped on the window. */
  'package.take': call<{ name: string; bytes: Uint8Array }, BotId | null>(
    z.strictObject({ name: z.string().max(500), bytes: z.instanceof(Uint8Array) }),
  ),
  /**
   * Reads the bot of a file without adding it to the library; its media are kept, so that they are there when something
   * of it is taken over. Null when the person changed their mind.
   */
  'package.read': call<undefined, { name: string; records: readonly BotDocRecord[] } | null>(nothing),
  /** Gives up the reading or writing of a file that is going on; it then answers null or nothing was changed. */
  'package.cancel': call<undefined, null>(nothing),
  'package.export': call<{ bot: BotId }, { file: string } | null>(bot),
  /** Writes a signed package for review. `secret/unavailable` where the library's key cannot be kept safely. */
  'review.export': call<{ bot: BotId }, { file: string; fingerprint: string } | null>(bot),
  /** Decides about an offered package (notice `reviewOffered`); of a broken one only `look` is given. */
  'review.take': call<{ ticket: string; as: 'merge' | 'copy' | 'look' }, ReviewTaken>(
    z.strictObject({ ticket: z.string().max(64), as: z.enum(['merge', 'copy', 'look']) }),
  ),
  /** What was submitted in a pass: `store/not-found` where its content never came to this library. */
  'review.iteration': call<{ bot: BotId; iteration: IterationId }, { records: readonly BotDocRecord[] }>(
    z.strictObject({ bot: botIdSchema, iteration: iterationIdSchema }),
  ),
  /** Keeps a file by its content. The type is told by the bytes: `media/refused`, `media/too-large`. */
  'media.put': call<{ bytes: Uint8Array }, StoredFile>(z.strictObject({ bytes: z.instanceof(Uint8Array) })),
  /** Which of these files are not in this library. */
  'media.absent': call<{ hashes: string[] }, readonly string[]>(
    z.strictObject({ hashes: z.array(hashSchema).max(5000) }),
  ),
  /** Asks for a file of texts in the system's dialog; its bytes cross, its path does not. */
  'texts.open': call<undefined, { name: string; bytes: Uint8Array } | null>(nothing),
  /** The same for recorded conversations, which are JSON, and for contact cards. */
  'texts.save': call<{ name: string; bytes: Uint8Array }, { file: string } | null>(
    z.strictObject({
      name: z
        .string()
        .regex(
          /^[^\\/:*?"<>|\p{Cc}]{1,120}\.(csv|xlsx|xlf|json|vcf|html)$/u,
          'expected the name of a file of texts',
        ),
      bytes: z.instanceof(Uint8Array).refine(bytes => bytes.length <= MAX_TEXTS_FILE, 'too large'),
    }),
  ),
  /** Writes the picture of a flow to a file asked for in the system's dialog; null when the person changed their mind. */
  'export.save': call<FlowFile, { file: string } | null>(
    z.discriminatedUnion('format', [
      z.strictObject({ format: z.literal('svg'), name: pictureName, svg }),
      z.strictObject({ format: z.literal('pdf'), name: pictureName, svg, width: side, height: side }),
      z.strictObject({
        format: z.literal('png'),
        name: pictureName,
        png: z
          .instanceof(Uint8Array<ArrayBuffer>)
          .refine(bytes => bytes.length <= MOST_BYTES, 'the picture is too large'),
      }),
    ]),
  ),
  /**
   * Writes what is under review as one HTML file, or its specification as PDF, to a file asked for in the system's
   * dialog; null when the person changed their mind.
   */
  'reviewFile.export': call<{ bot: BotId; format: 'html' | 'pdf' }, { file: string } | null>(
    z.strictObject({ bot: botIdSchema, format: z.enum(['html', 'pdf']) }),
  ),
  /** Asks for a file of comments in the system's dialog; its text crosses, its path does not. */
  'comments.open': call<undefined, { name: string; text: string } | null>(nothing),
} as const
