/** Standards of accessibility that a screen PDF can be made to: ISO 14289-1 and ISO 14289-2. */
export const screenConformances = ['UA-1', 'UA-2'] as const;
export type ScreenConformance = (typeof screenConformances)[number];

/** What a publication asks of its screen PDF. */
export interface ScreenWishes {
  conformance?: ScreenConformance;
}
