import { Button, Checkbox, Popover } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PLACE_KINDS, type PlaceKind } from '../../src-shared/search/search-places.ts'
import css from './find.module.css'
import { look, useFind } from './find-state.ts'

/** Which kinds of places are looked through. */
export function KindFilter() {
  const { t } = useTranslation()
  const kinds = useFind(state => state.kinds)
  const isChosen = (kind: PlaceKind) => kinds === null || kinds.has(kind)
  const choose = (kind: PlaceKind) => {
    const chosen = PLACE_KINDS.filter(each => isChosen(each) !== (each === kind))
    look({ kinds: chosen.length === PLACE_KINDS.length ? null : new Set(chosen) })
  }
  const count = kinds?.size ?? PLACE_KINDS.length
  const said =
    kinds === null ? t('find.allKinds') : count === 0 ? t('find.noKinds') : t('find.someKinds', { count })
  return (
    <Popover position="bottom-end" width={220} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-xs"
          px={4}
          variant={kinds === null ? 'subtle' : 'light'}
          color={kinds === null ? 'gray' : undefined}
          leftSection={<IconFilter size={14} />}
        >
          {said}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('find.kinds')}>
        <div className={css.kinds}>
          {PLACE_KINDS.map(kind => (
            <Checkbox
              key={kind}
              size="xs"
              label={t(`find.kind.${kind}`)}
              checked={isChosen(kind)}
              onChange={() => choose(kind)}
            />
          ))}
          <Button
            size="compact-xs"
            variant="default"
            disabled={kinds === null}
            onClick={() => look({ kinds: null })}
          >
            {t('find.allKinds')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
