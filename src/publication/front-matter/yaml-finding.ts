import type { ErrorCode, YAMLError } from 'yaml';
import type { Finding } from '../../diagnostics/report.js';

const quoteIt = 'Put the value in quotes, as in `title: "Law: a reader"`';

export const unknownAlias: Finding = {
  message: 'An alias (`*name`) stands here that names nothing above it',
  remedy: 'Put the value in quotes if it only begins with `*` or `&`',
};

/** What went wrong, and what mostly lies behind it. */
const findings: Partial<Record<ErrorCode, Finding>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A second colon makes this line a field within a field',
    remedy: quoteIt,
  },
  TAB_AS_INDENT: {
    message: 'A tab indents this line, which YAML does not allow',
    remedy: 'Indent with spaces',
  },
  DUPLICATE_KEY: {
    message: 'This field is written a second time',
    remedy: 'Keep one of the two; several values of one field make a list',
  },
  MISSING_CHAR: {
    message: 'A closing quote, bracket or colon is missing here',
    remedy: 'Close what is open, or put the whole value in quotes',
  },
  BAD_INDENT: {
    message: 'The indentation of this line fits nothing above it',
    remedy: 'Give the fields of one group the same indentation, in spaces',
  },
  BAD_SCALAR_START: {
    message: 'A value cannot begin with this character',
    remedy: 'Put the value in quotes, as in `nocite: "@key"`',
  },
  UNEXPECTED_TOKEN: {
    message: 'This does not belong here',
    remedy: 'Put the value in quotes if it holds one of : # [ ] { } , & * ! | > @ `',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'The name of a field ends with a colon on the same line',
    remedy: 'Write `name: value`, and indent the lines that continue a value',
  },
  BAD_ALIAS: unknownAlias,
  TAG_RESOLVE_FAILED: {
    message: 'Tags (`!name`) have no meaning here',
    remedy: 'Take the tag away, or put the value in quotes if it only begins with `!`',
  },
  MULTIPLE_DOCS: {
    message: 'A second YAML document begins here',
    remedy: 'Keep one document in the file',
  },
};

/** An error of the YAML library in this house's words, the library's own where none are better. */
export function yamlFinding({ code, message }: Pick<YAMLError, 'code' | 'message'>): Finding {
  // A list or group in brackets that is never closed is told of as ill indented.
  const real = code === 'BAD_INDENT' && message.startsWith('Flow') ? 'MISSING_CHAR' : code;
  return (
    findings[real] ?? {
      message: `This is not well-formed YAML (${message.trim()})`,
      remedy: quoteIt,
    }
  );
}
