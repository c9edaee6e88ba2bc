/** One work of a cluster. Affixes are text with the engine's inline tags (`<i>`, `<b>`, …) and links. */
export interface ClusterItem {
  key: string;
  locator?: string;
  /** CSL's locator label: `page`, `chapter`, …; `page` where there is none. */
  label?: string;
  prefix?: string;
  suffix?: string;
  suppressAuthor?: boolean;
}

/** Works cited together, and the note they stand in (0: the text). */
export interface Cluster {
  items: readonly ClusterItem[];
  note: number;
  /** Its works stand as they are given, whatever the style sorts by. */
  keepsOrder?: boolean;
  /** Nothing from here on refers to what was cited before: no ibid, no short form. */
  startsAnew?: boolean;
  /** Stands in a note apart from the others, this one: only what it cites itself counts as cited before. */
  apart?: number;
}
