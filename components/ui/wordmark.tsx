/** A strap that runs into a badge, and the word. */
export function Wordmark({ name = 'Lanyard', className = '' }: { name?: string; className?: string }) {
  return (
    <span className={`inline-flex items-center gap-2 font-bold text-lg tracking-tight ${className}`}>
      <svg aria-hidden="true" fill="none" height="28" viewBox="0 0 22 28" width="22">
        <path className="stroke-accent" d="M4 0c0 6 7 5 7 10.500C11 5 18 6 18 0" strokeWidth="2.6" />
        <rect className="fill-accent" height="16" rx="3" width="20" x="1" y="11" />
        <rect className="fill-paper" height="2.4" rx="1.2" width="7" x="7.5" y="13.6" />
        <path
          className="stroke-accent-ink"
          d="M5.500 20h11M5.500 23.200h6.500"
          strokeLinecap="round"
          strokeWidth="1.8"
        />
      </svg>
      {name}
    </span>
  )
}
