export function PlainList({ items }: { items: string[] }) {
  return (
    <ul className="list-disc space-y-1 pl-5">
      {items.map((item) => (
        <li className="first-letter:uppercase" key={item}>
          {item}
        </li>
      ))}
    </ul>
  )
}
