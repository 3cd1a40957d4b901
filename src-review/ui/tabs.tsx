type Props = Readonly<{
  label: string
  tabs: readonly Readonly<{ name: string; label: string }>[]
  chosen: string
  /** The id of what they show. */
  panel: string
  onChoose: (name: string) => void
}>

/** Tabs as the keyboard expects them: one stop, arrows choose. */
export function Tabs({ label, tabs, chosen, panel, onChoose }: Props) {
  const key = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const at = tabs.findIndex(({ name }) => name === chosen)
    const next = tabs[(at + by + tabs.length) % tabs.length]
    if (!next) return
    onChoose(next.name)
    document.getElementById(`${panel}-${next.name}`)?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label={label} tabIndex={-1} onKeyDown={key}>
      {tabs.map(({ name, label }) => (
        <button
          key={name}
          id={`${panel}-${name}`}
          type="button"
          role="tab"
          class="tab"
          aria-selected={name === chosen}
          aria-controls={panel}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
