/** Degrees of WGS 84. */
export type Point = Readonly<{ latitude: number; longitude: number }>

/** Mean radius of the earth (IUGG). Kilometres. */
const EARTH_RADIUS = 6371.0088

/** The distance of two points along the surface, in kilometres; within 0.6 % of the true one, the earth being no ball. */
export function haversine(a: Point, b: Point): number {
  const latitude = radians(b.latitude - a.latitude)
  const longitude = radians(b.longitude - a.longitude)
  const h =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(longitude / 2) ** 2
  // Rounding can take the points of a whole half circle past it.
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
