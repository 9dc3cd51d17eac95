import { ownCookie } from '../own-cookie'

/** The cookie that carries a paired device's token; a browser is one device, at the door it was paired with last. */
export const deviceCookie = () => ownCookie('lanyard_device')
