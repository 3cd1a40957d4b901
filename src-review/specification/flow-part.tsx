import { useMemo } from 'preact/hooks'
import { blockTitle } from '../../src-renderer/blocks/block-title.ts'
import { portWords } from '../../src-renderer/blocks/port-words.ts'
import { Scene } from '../../src-renderer/canvas/scene.ts'
import { flowSvg } from '../../src-renderer/export/flow-svg.ts'
import { fieldLabel } from '../../src-renderer/texts/field-label.ts'
import { portsOf } from '../../src-shared/blocks/way-on.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { BlockRecord, FlowRecord } from '../../src-shared/document/records.ts'
import { outline } from '../../src-shared/outline/outline.ts'
import { isWritten, textFields } from '../../src-shared/texts/text-fields.ts'
import type { Desk } from '../look.ts'

/** A flow as a picture, then its steps with every text in every language. */
export function FlowPart({ desk, flow }: Readonly<{ desk: Desk; flow: FlowRecord }>) {
  const { t, look, page } = desk
  const { document } = page.bots
  const locale = look.use(({ locale }) => locale)
  const picture = useMemo(() => {
    const scene = new Scene().update(document, flow.id, locale, t)
    return flowSvg({
      name: flow.name,
      blocks: [...scene.blocks.values()],
      edges: [...scene.edges.values()],
      notes: [...scene.notes.values()],
      groups: [...scene.groups.values()].map(({ record }) => record),
      titleOf: ({ record }) => blockTitle(t, record),
      portOf: ({ record }, port) => portWords(t, document, record, port, [locale]),
    })
  }, [document, flow, locale, t])
  const steps = outline(document, flow.id).flatMap(({ steps }) => steps)
  const numbers = new Map(steps.map((id, at) => [id, at + 1]))
  return (
    <section class="part-of-spec">
      <h2>{t('reviewPage.spec.flow', { name: flow.name })}</h2>
      {flow.description && <p>{flow.description}</p>}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the picture is made here, of escaped texts */}
      <div class="flow-picture" dangerouslySetInnerHTML={{ __html: picture.svg }} />
      <ol class="spec-steps">
        {steps.map(id => {
          const block = document.get(id)
          return block && <SpecStep key={id} desk={desk} block={block} numbers={numbers} />
        })}
      </ol>
    </section>
  )
}

type StepProps = Readonly<{ desk: Desk; block: BlockRecord; numbers: ReadonlyMap<BlockId, number> }>

function SpecStep({ desk, block, numbers }: StepProps) {
  const { t, look, page } = desk
  const { document } = page.bots
  const locale = look.get().locale
  const texts = textFields(block).filter(({ texts }) => Object.values(texts).some(isWritten))
  const ways = portsOf(block).flatMap(port => {
    const to = document.edgeAt(block.id, port.id)?.to
    return to ? [{ port: portWords(t, document, block, port.id, [locale]), to }] : []
  })
  return (
    <li value={numbers.get(block.id)} class="spec-step">
      <h3>
        {blockTitle(t, block)} <span class="quiet">{t(`blocks.kind.${block.kind}.name`)}</span>
      </h3>
      {texts.map(field => (
        <dl key={field.key} class="facts texts">
          {Object.entries(field.texts)
            .filter(([, text]) => isWritten(text))
            .map(([language, text]) => (
              <div key={language}>
                <dt>{t('compare.fieldIn', { field: fieldLabel(t, field), language })}</dt>
                <dd lang={language} dir="auto">
                  {text}
                </dd>
              </div>
            ))}
        </dl>
      ))}
      {ways.length > 0 && (
        <p class="quiet">
          {ways
            .map(({ port, to }) =>
              t('steps.way', {
                way: port,
                target: t('steps.step', { number: numbers.get(to), title: blockTitle(t, document.get(to)) }),
              }),
            )
            .join(' · ')}
        </p>
      )}
    </li>
  )
}
