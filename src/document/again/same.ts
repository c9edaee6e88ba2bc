const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether two plain values are the same but for the places of nodes in the manuscript. */
export function sameButForPlaces(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return Object.is(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = namesOf(one);
  if (names.length !== namesOf(other).length) return false;
  return names.every(
    (name) => Object.hasOwn(other, name) && sameButForPlaces(one[name], other[name]),
  );
}

const namesOf = (value: object) => Object.keys(value).filter((name) => name !== 'position');

/** Gives nodes the places of others that are the same but for them. */
export function takePlaces(old: unknown, fresh: unknown): void {
  if (!isObject(old) || !isObject(fresh)) return;
  if ('position' in fresh) old.position = fresh.position;
  else delete old.position;
  for (const name of namesOf(old)) takePlaces(old[name], fresh[name]);
}
