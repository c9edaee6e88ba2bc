import { toHtml } from 'hast-util-to-html';
import { toString as toText } from 'hast-util-to-string';
import type { PlacedCitations } from '../../citations/index.js';
import type { NotePosition, OctavoDocument } from '../../document/document.js';

/** What `--dump-citations` prints. */
export interface CitationsDump {
  /** Every note in order, those of the manuscript and those of the citation style. */
  notes: {
    /** 0 where a sign calls the note. */
    number: number;
    mark?: string;
    /** Only where the style made the note. */
    position?: NotePosition;
    keys?: string[];
    text: string;
    html: string;
  }[];
  /** Every citation in order; `note` is 0 for one in the text. */
  citations: { note: number; position: string; keys: string[]; text: string; html: string }[];
  bibliography: { key: string; text: string; html: string }[];
}

export function dumpCitations(document: OctavoDocument, placed: PlacedCitations): CitationsDump {
  return {
    notes: document.notes.map(({ number, mark, citation, content }) => ({
      number,
      ...(mark !== undefined && { mark }),
      ...(citation && { position: citation.position, keys: citation.keys }),
      text: content
        .map((block) => toText(block).trim())
        .filter((text) => text !== '')
        .join('\n\n'),
      html: toHtml(content).trim(),
    })),
    citations: placed.citations.map(({ note, position, keys, text, html }) => ({
      note,
      position,
      keys,
      text,
      html,
    })),
    bibliography: placed.references.map(({ key, text, html }) => ({ key, text, html })),
  };
}
