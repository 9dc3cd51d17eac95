import { type RefObject, useEffect, useRef, useState } from 'react'
import { findCodeReader } from './code-reader'

export type CameraState = 'off' | 'starting' | 'on' | 'denied' | 'none'
type Camera = { deviceId: string; label: string }

/** The camera as a scanner: what it sees goes to `seen`, over and over while it is held in front. */
export function useCamera(seen: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null)
  const [isWanted, want] = useState(false)
  const [state, setState] = useState<CameraState>('off')
  const [chosen, choose] = useState<string>()
  const [cameras, setCameras] = useState<Camera[]>([])
  const [track, setTrack] = useState<MediaStreamTrack | null>(null)
  const [isLit, setLit] = useState(false)
  const tell = useRef(seen)
  tell.current = seen

  useEffect(() => void wasAllowed().then((isAllowed) => isAllowed && want(true)), [])
  useEffect(() => {
    if (!isWanted) return
    const ended = new AbortController()
    setState('starting')
    void watch(video, chosen, (text) => tell.current(text), ended.signal).then(
      async (opened) => {
        if (ended.signal.aborted) return
        setState('on')
        setTrack(opened)
        const devices = await navigator.mediaDevices.enumerateDevices()
        setCameras(devices.filter(({ kind }) => kind === 'videoinput'))
      },
      (error: DOMException) => {
        if (!ended.signal.aborted) setState(error.name === 'NotAllowedError' ? 'denied' : 'none')
      },
    )
    return () => {
      ended.abort()
      setState('off')
      setTrack(null)
      setLit(false)
    }
  }, [isWanted, chosen])

  const hasTorch = track !== null && 'torch' in (track.getCapabilities?.() ?? {})
  return {
    ...{ video, state, cameras, chosen, choose, isLit },
    start: () => want(true),
    stop: () => want(false),
    light: hasTorch
      ? () => {
          void track.applyConstraints({ advanced: [{ torch: !isLit } as MediaTrackConstraintSet] })
          setLit(!isLit)
        }
      : null,
  }
}

export type DoorCamera = ReturnType<typeof useCamera>

/** Whoever allowed it once need not press again. */
const wasAllowed = async () =>
  await navigator.permissions?.query({ name: 'camera' as PermissionName }).then(
    ({ state }) => state === 'granted',
    () => false,
  )

async function watch(
  video: RefObject<HTMLVideoElement | null>,
  deviceId: string | undefined,
  seen: (text: string) => void,
  signal: AbortSignal,
): Promise<MediaStreamTrack> {
  const which = deviceId ? { deviceId: { exact: deviceId } } : { facingMode: 'environment' }
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } }
  const [read, stream] = await Promise.all([
    findCodeReader(),
    navigator.mediaDevices.getUserMedia({ video: { ...which, ...size } }),
  ])
  const stop = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  if (signal.aborted || !video.current) {
    stop()
    throw new DOMException('', 'AbortError')
  }
  signal.addEventListener('abort', stop)
  const screen = video.current
  screen.srcObject = stream
  await screen.play().catch(() => {})
  void look(screen, read, seen, signal)
  return stream.getVideoTracks()[0]!
}

async function look(
  video: HTMLVideoElement,
  read: (video: HTMLVideoElement) => Promise<string | null>,
  seen: (text: string) => void,
  signal: AbortSignal,
) {
  while (!signal.aborted) {
    const isWorth = document.visibilityState === 'visible' && video.readyState >= 2
    const text = isWorth ? await read(video).catch(() => null) : null
    if (text && !signal.aborted) seen(text)
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
}
