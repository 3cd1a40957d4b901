import { useMemo } from 'preact/hooks'
import { blockSummary } from '../../src-renderer/blocks/block-summary.ts'
import { blockTitle } from '../../src-renderer/blocks/block-title.ts'
import { portWords } from '../../src-renderer/blocks/port-words.ts'
import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import { portsOf } from '../../src-shared/blocks/way-on.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { type OutlineSection, outline } from '../../src-shared/outline/outline.ts'
import { type Desk, shownDocument, showRecord } from '../look.ts'
import { ChipText } from '../ui/chip-text.tsx'

/** The flow as a script: sections, steps and where each leads, as lists within lists that can be read aloud. */
export function StepsPane({ desk }: Readonly<{ desk: Desk }>) {
  const { t, look } = desk
  const flow = look.use(({ flow }) => flow)
  look.use(({ shown }) => shown)
  const document = shownDocument(desk)
  const sections = useMemo(() => outline(document, flow), [document, flow])
  const numbers = useMemo(
    () => new Map(sections.flatMap(({ steps }) => steps).map((id, at) => [id, at + 1])),
    [sections],
  )
  return (
    <div class="reading">
      <h2>{t('steps.name', { flow: document.get(flow)?.name ?? '' })}</h2>
      {sections.map(section => (
        <section key={`${section.from}-${section.steps[0]}`}>
          <h3>{sectionTitle(desk, section)}</h3>
          <ol class="steps">
            {section.steps.map(id => (
              <Step key={id} desk={desk} id={id} numbers={numbers} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function sectionTitle(desk: Desk, { from, steps }: OutlineSection): string {
  const first = steps[0] && shownDocument(desk).get(steps[0])
  return from === 'entry' ? desk.t(`steps.begins.${String(first?.data.trigger)}`) : desk.t(`steps.${from}`)
}

type StepProps = Readonly<{ desk: Desk; id: BlockId; numbers: ReadonlyMap<BlockId, number> }>

function Step({ desk, id, numbers }: StepProps) {
  const { t, look } = desk
  const document = shownDocument(desk)
  const locale = look.use(({ locale }) => locale)
  const isChosen = look.use(({ chosen }) => chosen === id)
  const block = document.get(id)
  if (!block) return null
  const summary = blockSummary(t, document, block, locale).trim()
  const number = numbers.get(id)
  return (
    <li value={number}>
      <button
        type="button"
        class="step"
        aria-pressed={isChosen}
        onClick={() => {
          showRecord(desk, id)
          look.set({ pane: 'block' })
        }}
      >
        <span class="step-number">{number}</span>
        <span class="tile" data-family={kindNamed(block.kind)?.family} aria-hidden="true" />
        <span class="step-words">
          <strong>{blockTitle(t, block)}</strong>
          {summary && (
            <span class="step-text" dir="auto">
              <ChipText text={summary} />
            </span>
          )}
        </span>
      </button>
      <Ways desk={desk} block={block} numbers={numbers} />
    </li>
  )
}

function Ways({ desk, block, numbers }: Omit<StepProps, 'id'> & Readonly<{ block: BlockRecord }>) {
  const { t, look } = desk
  const document = shownDocument(desk)
  const locale = look.use(({ locale }) => locale)
  const ports = portsOf(block)
  const only = ports.length === 1 && ports[0]?.role === 'next'
  const ways = ports.map(port => ({
    port,
    name: only ? t('steps.onlyWay') : portWords(t, document, block, port.id, [locale]),
    to: document.edgeAt(block.id, port.id)?.to ?? null,
  }))
  const told = ways.filter(({ port, to }) => to !== null || port.required)
  if (told.length === 0) return null
  return (
    <ul class="ways">
      {told.map(({ port, name, to }) => (
        <li key={port.id}>
          {to === null
            ? t('steps.way', { way: name, target: t('steps.open') })
            : t('steps.way', {
                way: name,
                target: t('steps.step', { number: numbers.get(to), title: blockTitle(t, document.get(to)) }),
              })}
        </li>
      ))}
    </ul>
  )
}
