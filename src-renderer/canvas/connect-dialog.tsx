import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { portName } from '../blocks/port-name.ts'
import { useDocument } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { Dialog } from '../ui/dialog.tsx'
import { canvasActions } from './canvas-actions.ts'
import { connectionRefusal } from './connection-refusal.ts'

type Props = Readonly<{ onClose: () => void }>

/** Connecting by keyboard: a port of the chosen block, and where it leads. */
export function ConnectDialog({ onClose }: Props) {
  const { t } = useTranslation()
  const document = useDocument()
  const locale = useWorkbench(state => state.locale)
  const [id] = useWorkbench(state => state.selection.blocks)
  const block = id && document?.get(id)
  const ports = (block && kindNamed(block.kind)?.ports(block.data)) ?? []
  const [port, setPort] = useState(
    () => ports.find(({ id: at }) => id && !document?.edgeAt(id, at))?.id ?? ports[0]?.id ?? null,
  )
  const present = id && port ? document?.edgeAt(id, port)?.to : undefined
  const [target, setTarget] = useState<string | null>(null)
  if (!document || !block) return null
  const targets = [...document.blocksOf(block.flow).values()].filter(
    other => port && connectionRefusal(document, { block: block.id, port }, other.id) === null,
  )
  const connect = () => {
    if (port && target) canvasActions.connect({ block: block.id, port }, target as BlockId)
    onClose()
  }
  return (
    <Dialog onClose={onClose} title={t('canvas.connect.title', { name: blockTitle(t, block) })} size="sm">
      {ports.length === 0 ? (
        <Text fz={13}>{t('canvas.connect.noPort')}</Text>
      ) : (
        <Stack gap="sm">
          <Select
            size="xs"
            label={t('canvas.connect.port')}
            data={ports.map(each => ({ value: each.id, label: portName(t, block, each.id, [locale]) }))}
            value={port}
            allowDeselect={false}
            onChange={setPort}
          />
          <Select
            size="xs"
            label={t('canvas.connect.target')}
            description={
              present ? t('canvas.connect.now', { name: blockTitle(t, document.get(present)) }) : undefined
            }
            searchable
            nothingFoundMessage={t('canvas.connect.none')}
            data={targets.map(other => ({ value: other.id, label: blockTitle(t, other) }))}
            value={target}
            data-autofocus
            onChange={setTarget}
          />
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={onClose}>
              {t('canvas.connect.cancel')}
            </Button>
            <Button size="xs" disabled={!target} onClick={connect}>
              {t('canvas.connect.do')}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  )
}
