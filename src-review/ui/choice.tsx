type Props = Readonly<{
  label: string
  value: string
  options: readonly Readonly<{ value: string; label: string }>[]
  onChange: (value: string) => void
}>

/** One of a few. */
export function Choice({ label, value, options, onChange }: Props) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} onChange={event => onChange(event.currentTarget.value)}>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
