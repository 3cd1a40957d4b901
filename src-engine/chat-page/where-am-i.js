/** A person decides whether to tell; that takes a while. */
const DECIDE_WITHIN_MS = 60_000

/**
 * Asks the browser where the visitor is; null where it does not tell, be it by their choice or on plain http.
 * @returns {Promise<import('./chat-client.js').Spot | null>}
 */
export function whereAmI() {
  return new Promise(resolve => {
    if (!('geolocation' in navigator)) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ latitude, longitude }),
      () => resolve(null),
      { timeout: DECIDE_WITHIN_MS, enableHighAccuracy: true },
    )
  })
}
