/** A badge on its strap, and the word. */
export function Wordmark({ name = 'Lanyard', className = '' }: { name?: string; className?: string }) {
  return (
    <span className={`inline-flex items-center gap-2.5 font-bold text-lg tracking-tight ${className}`}>
      <svg aria-hidden="true" fill="none" height="34" viewBox="0 0 22 34" width="22">
        <path className="stroke-accent-text" d="M2 0l9 14L20 0" strokeWidth="2.4" />
        <rect className="fill-accent" height="20" rx="3.5" width="17" x="2.5" y="13" />
        <rect className="fill-paper" height="2.4" rx="1.2" width="7" x="7.5" y="15.2" />
        <circle className="fill-accent-ink" cx="11" cy="22.6" r="2.5" />
        <path className="stroke-accent-ink" d="M7 29h8" strokeLinecap="round" strokeWidth="2" />
      </svg>
      {name}
    </span>
  )
}
