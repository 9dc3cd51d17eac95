export type IconProps = { className?: string; size?: number }

export const CalendarIcon = (icon: IconProps) => (
  <Drawn
    d="M3 5.5A1.5 1.5 0 0 1 4.5 4h11A1.5 1.5 0 0 1 17 5.5v10a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15.5zM3 8.5h14M7 2.5v3M13 2.5v3"
    {...icon}
  />
)
export const PinIcon = (icon: IconProps) => (
  <Drawn d="M10 18s6-5.2 6-10a6 6 0 1 0-12 0c0 4.8 6 10 6 10zM10 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z" {...icon} />
)
export const ClockIcon = (icon: IconProps) => (
  <Drawn d="M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 6v4l2.7 1.8" {...icon} />
)

export const CameraOffIcon = (icon: IconProps) => (
  <Drawn
    d="m2.5 2.5 15 15M8.2 4.5h4l1.3 2h2.5A1.5 1.5 0 0 1 17.5 8v6.5M15 16.5H4A1.5 1.5 0 0 1 2.5 15V8A1.5 1.5 0 0 1 4 6.5h1.5M11.9 13.3a3 3 0 0 1-4.2-4.2"
    {...icon}
  />
)
export const CheckIcon = (icon: IconProps) => <Drawn d="m4 10.5 4 4 8-9" {...icon} />
export const CrossIcon = (icon: IconProps) => <Drawn d="m5 5 10 10M15 5 5 15" {...icon} />
export const HourglassIcon = (icon: IconProps) => (
  <Drawn
    d="M5 2.5h10M5 17.5h10M6 2.5c0 4 4 5 4 7.5s-4 3.5-4 7.5M14 2.5c0 4-4 5-4 7.5s4 3.5 4 7.5"
    {...icon}
  />
)
export const InfoIcon = (icon: IconProps) => (
  <Drawn d="M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9.2v4.3M10 6.4v.1" {...icon} />
)
export const WarningIcon = (icon: IconProps) => <Drawn d="M10 3 2.5 16.5h15zM10 8.3v4M10 14.3v.1" {...icon} />
export const PeopleIcon = (icon: IconProps) => (
  <Drawn
    d="M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 16.5c.3-3 2.5-4.7 5.5-4.7s5.2 1.7 5.5 4.7M13 3.8a3 3 0 0 1 0 5.4M15 12.2c1.8.7 2.8 2.2 3 4.3"
    {...icon}
  />
)
export const KeyIcon = (icon: IconProps) => (
  <Drawn
    d="M12.5 12.5a5 5 0 1 0-4.7-3.3L2.5 14.5v3h3v-2h2v-2l1.3-1.3a5 5 0 0 0 3.7.3zM13.5 6.5h.01"
    {...icon}
  />
)
export const QrIcon = (icon: IconProps) => (
  <Drawn d="M3 3h5v5H3zM12 3h5v5h-5zM3 12h5v5H3zM12 12h2v2M17 12v2.5M12 17h1.5M16 17h1" {...icon} />
)
export const MailIcon = (icon: IconProps) => (
  <Drawn
    d="M2.5 5.5A1.5 1.5 0 0 1 4 4h12a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 16 16H4a1.5 1.5 0 0 1-1.5-1.5zM3 5.5l7 5.5 7-5.5"
    {...icon}
  />
)
export const DownloadIcon = (icon: IconProps) => <Drawn d="M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13" {...icon} />
export const SearchIcon = (icon: IconProps) => (
  <Drawn d="M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4" {...icon} />
)
export const UndoIcon = (icon: IconProps) => (
  <Drawn d="M6.5 4 3 7.5 6.5 11M3 7.5h8.5a4.5 4.5 0 0 1 0 9H8" {...icon} />
)
export const ArrowIcon = (icon: IconProps) => <Drawn d="M3.5 10h13M11.5 5l5 5-5 5" {...icon} />

export const LinkIcon = (icon: IconProps) => (
  <Drawn
    d="M8.5 11.5a3.5 3.5 0 0 0 5 0l2.5-2.5a3.5 3.5 0 0 0-5-5l-1 1M11.5 8.5a3.5 3.5 0 0 0-5 0L4 11a3.5 3.5 0 0 0 5 5l1-1"
    {...icon}
  />
)
export const PhoneIcon = (icon: IconProps) => (
  <Drawn d="M6.5 2.5h7a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1zM9 15h2" {...icon} />
)
export const BedIcon = (icon: IconProps) => (
  <Drawn
    d="M2.5 16.5v-12M2.5 14h15v2.5M17.5 14v-2.5a3 3 0 0 0-3-3H9V14M5.7 10.8a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6z"
    {...icon}
  />
)
export const PlateIcon = (icon: IconProps) => (
  <Drawn d="M4 2.5v4a2 2 0 0 0 4 0v-4M6 2.5v15M14 17.5v-15c-2 1-3 3.5-3 7h3" {...icon} />
)
export const QuestionIcon = (icon: IconProps) => (
  <Drawn
    d="M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM7.8 7.8a2.2 2.2 0 1 1 3.3 2c-.7.4-1.1.9-1.1 1.7M10 14v.1"
    {...icon}
  />
)
export const ShieldIcon = (icon: IconProps) => (
  <Drawn d="M10 2.5 16.5 5v4.5c0 4-2.7 6.8-6.5 8-3.8-1.2-6.5-4-6.5-8V5zM7 10l2.2 2.2L13.2 8" {...icon} />
)
export const SlidersIcon = (icon: IconProps) => (
  <Drawn
    d="M3 5.5h8M15 5.5h2M3 14.5h2M9 14.5h8M13 7.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7 16.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"
    {...icon}
  />
)
export const GlobeIcon = (icon: IconProps) => (
  <Drawn
    d="M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM2.5 10h15M10 2.5c2 2 3 4.5 3 7.5s-1 5.5-3 7.5c-2-2-3-4.5-3-7.5s1-5.5 3-7.5z"
    {...icon}
  />
)

/** Decorative always: the word beside it carries the meaning. */
function Drawn({ d, className = '', size = 20 }: IconProps & { d: string }) {
  return (
    <svg
      aria-hidden="true"
      className={`shrink-0 ${className}`}
      fill="none"
      height={size}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={1.7}
      viewBox="0 0 20 20"
      width={size}
    >
      <path d={d} />
    </svg>
  )
}
