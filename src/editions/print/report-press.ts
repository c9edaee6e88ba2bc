import type { Place } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import type { PressSettings } from '../../template/index.js';

export interface PressFindings {
  /** What stays in RGB without a profile. */
  left: readonly string[];
  /** Colours with too much ink. */
  heavy: readonly { colour: string; total: number }[];
  /** Labels of pages on which something shines through. */
  transparent: readonly string[];
}

const percent = (parts: number) => `${Math.round(parts * 100)} %`;

/** The first few of a list, and how many more there are. */
function few(items: readonly string[]): string {
  const shown = items.slice(0, 8).join(', ');
  return items.length > 8 ? `${shown} and ${items.length - 8} more` : shown;
}

/** Tells what a printer would ask back about. */
export function reportPress(
  { left, heavy, transparent }: PressFindings,
  { inkLimit, place: template }: PressSettings,
  report: Report,
  place: Place,
): void {
  for (const what of left) {
    report.add('print/colour-left', place, {
      message: `The press PDF still holds ${what} in RGB without a profile, so it makes no claim to be PDF/X-4`,
      remedy: 'Have the printer separate it, or replace it with one in grey',
    });
  }
  for (const { colour, total } of heavy) {
    report.add('print/total-ink', template, {
      message: `The colour ${colour} takes ${percent(total)} of ink; the paper holds ${percent(inkLimit)}`,
      remedy:
        'Give it less ink in `press.colours` of the template, with more black for the dark of it',
    });
  }
  if (transparent.length > 0) {
    report.add('print/transparency', place, {
      message: `Something shines through on ${transparent.length === 1 ? 'page' : 'pages'} ${few(transparent)} of the press PDF`,
      remedy:
        'Nothing, where the printer takes PDF/X-4; else do without opacity, shadows and images with alpha there',
    });
  }
}
