import type { Report } from '../diagnostics/report.js';
import type { OctavoDocument } from '../document/document.js';
import { mainMatterHeading } from '../document/main-matter.js';
import { type Template, templateView } from '../template/index.js';
import { divideOrder, type TakeOrder } from './divide-order.js';
import { type Places, reportFloatNotes, reportLateFloats, reportPlan } from './findings.js';
import { joinMeasured, sizeOf } from './join-takes.js';
import type { Measured } from './measured.js';
import { makeUpOrder, type Plans, plan } from './plan-pages.js';
import { reportHoles } from './report-holes.js';
import { reportSettings } from './report-settings.js';

export interface PlannedTakes {
  plans: Plans;
  /** One for each take. */
  orders: TakeOrder[];
}

/** Plans the pages of all takes at once, tells what cannot be done well, and divides the order. */
export function planTakes(
  takes: readonly Measured[],
  document: OctavoDocument,
  template: Template,
  places: Places,
  report: Report,
): PlannedTakes {
  const measured = joinMeasured(takes);
  reportSettings(measured, places, report);
  const mainMatter = mainMatterHeading(document)?.properties.dataBlock;
  const plans = plan(measured, template, mainMatter === undefined ? undefined : Number(mainMatter));
  reportPlan(plans.text, plans.flow, measured, places, report);
  reportFloatNotes(plans.text, plans.floats, measured, places, report);
  reportHoles(plans.text, plans.flow, template.page.leading, measured, places, report);
  reportLateFloats(plans.text, measured, places, report);
  if (plans.first.isFull || measured.openingFlows) reportFullOpening(places, report);
  const order = makeUpOrder(plans, measured, template, templateView(document));
  return { plans, orders: divideOrder(order, takes.map(sizeOf)) };
}

function reportFullOpening(places: Places, report: Report): void {
  report.add('pages/opening', places.opening, {
    message:
      'Title, authors and abstract leave no room for text on the first page, or are too long for it',
    remedy: 'Shorten the title, the abstract or the lives of the authors',
  });
}
