import type { Report } from '../diagnostics/report.js';
import type { Publication } from '../publication/publication.js';
import { loadTemplate, notesAsWished, type Template, templateNames } from '../template/index.js';

export interface TemplateRequest {
  publication: Publication;
  /** A template's name or folder that wins over the publication's own. */
  template?: string;
  /** Absolute: what the command line's names start from. */
  workingFolder: string;
  report: Report;
}

/**
 * The template to build with. A template's HTML goes into the editions as it is, so whoever names
 * one vouches for it; where an untrusted publication does, the reader is warned.
 */
export async function chooseTemplate(request: TemplateRequest): Promise<Template> {
  const template = await findTemplate(request);
  return { ...template, page: notesAsWished(template.page, request.publication.notes) };
}

function findTemplate(request: TemplateRequest): Promise<Template> {
  const { publication, template, workingFolder, report } = request;
  if (template !== undefined) {
    return loadTemplate(template, workingFolder, {
      from: 'command',
      place: { file: '--template' },
      workingFolder,
      report,
    });
  }
  const { template: name = 'commentary', folder } = publication;
  const place = publication.placeOf('template');
  if (!templateNames.includes(name)) {
    report.add('template/own', place, {
      message: 'The publication brings a template of its own, which is used without being cleaned',
      remedy: 'Read its files for scripts, then name it with --template to vouch for it',
    });
  }
  return loadTemplate(name, folder, { from: 'publication', place, workingFolder, report });
}
