type TableProps = Readonly<{
  title: string
  head: readonly string[]
  rows: readonly Readonly<{ id: string; cells: readonly string[] }>[]
}>

/** A table of the specification; nothing where it would be empty. */
export function Table({ title, head, rows }: TableProps) {
  if (rows.length === 0) return null
  return (
    <section class="part-of-spec">
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            {head.map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              {cells.map((cell, at) => (
                <td key={head[at]} dir="auto">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
