import type { RuleId } from '../../../diagnostics/rules.js';
import { misplacedIn } from './containment.js';
import { headingLevel } from './roles.js';
import { isTag, type Tag, tagsOf } from './tags.js';

/** A fault that makes a claim of accessibility untrue. */
export interface StructureFault {
  rule:
    | 'pdf/alternative-text'
    | 'pdf/table-headers'
    | 'pdf/heading-level'
    | 'pdf/containment'
    | 'pdf/untagged';
  /** The rule that tells of the same at its line, where the manuscript is the cause. */
  cause?: RuleId;
  /** What is at fault. */
  tag?: Tag;
  message: string;
  remedy: string;
}

function figureFaults(tags: readonly Tag[]): StructureFault[] {
  const bare = tags.filter(
    ({ role, alt, actualText }) =>
      (role === 'Figure' || role === 'Formula') && !alt?.trim() && !actualText?.trim(),
  );
  return bare.map((tag) => ({
    rule: 'pdf/alternative-text',
    cause: 'document/alternative-text',
    tag,
    message: `A ${tag.role.toLowerCase()} has no alternative text`,
    remedy: 'Describe the image between the brackets: `![what it shows](image.png)`',
  }));
}

function tableFaults(tags: readonly Tag[]): StructureFault[] {
  const bare = tags.filter(
    (table) => table.role === 'Table' && !tagsOf(table).some(({ role }) => role === 'TH'),
  );
  return bare.map((tag) => ({
    rule: 'pdf/table-headers',
    cause: 'document/table-headers',
    tag,
    message: 'A table has no header cells',
    remedy: 'Give the table a header row',
  }));
}

/** ISO 14289-1, 7.4.2: headings descend one level at a time, and the first is of level 1. */
function headingFaults(tags: readonly Tag[]): StructureFault[] {
  const faults: StructureFault[] = [];
  let last = 0;
  for (const tag of tags) {
    const level = headingLevel(tag.role);
    if (level === undefined) continue;
    if (level > last + 1) {
      faults.push({
        rule: 'pdf/heading-level',
        cause: 'document/heading-level',
        tag,
        message: `A heading of level ${level} follows one of level ${last}`,
        remedy: 'Use heading levels without leaving one out',
      });
    }
    last = level;
  }
  return faults;
}

/** ISO 14289-2, 8.2.4: what may stand in what. */
function containmentFaults(document: Tag): StructureFault[] {
  return misplacedIn(document).map(({ what, tag }) => ({
    rule: 'pdf/containment',
    tag,
    message: `The structure has ${what}, which PDF/UA-2 does not allow`,
    remedy: 'Set such things one after the other, or leave out `screen: { conformance: UA-2 }`',
  }));
}

/** What in a finished structure tree would make a claim of PDF/UA (of a part of it) false. */
export function assessStructure(document: Tag, uaPart: 1 | 2): StructureFault[] {
  if (!document.kids.some(isTag)) {
    const message = 'The printed pages carry no structure, so the PDF is not accessible';
    return [{ rule: 'pdf/untagged', message, remedy: 'Report this: the browser printed no tags' }];
  }
  const tags = tagsOf(document);
  return [
    ...figureFaults(tags),
    ...tableFaults(tags),
    ...headingFaults(tags),
    ...(uaPart === 2 ? containmentFaults(document) : []),
  ];
}
