import { createHash } from 'node:crypto';

/**
 * Opens a note beside its call as a popover. Without it (or where popovers are unknown) a call is
 * a link to its note, and the style sheet shows the note that the address names.
 * Escape and clicks elsewhere close it, and the call has the focus again: the browser sees to that.
 */
export const popUpScript = `document.addEventListener('click', (event) => {
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest('a');
  if (!link || !HTMLElement.prototype.showPopover) return;
  const open = document.querySelector('.notes li:popover-open');
  if (link.classList.contains('note-back') && open) {
    event.preventDefault();
    open.hidePopover();
  }
  if (!link.classList.contains('note-call')) return;
  const note = document.getElementById(link.hash.slice(1));
  if (!note || note === open) return;
  event.preventDefault();
  if (open) open.hidePopover();
  link.focus({ preventScroll: true });
  const isBeside = getComputedStyle(note).position === 'absolute';
  if (!isBeside) {
    note.popover = 'auto';
    note.addEventListener('toggle', (change) => {
      if (change.newState === 'closed') note.removeAttribute('popover');
    });
    note.style.setProperty('--call', '--' + link.id);
    link.style.anchorName = '--' + link.id;
    note.showPopover({ source: link });
  }
  note.focus({ preventScroll: !isBeside });
});
`;

/** Source expression that lets a content security policy admit just this script. */
export function scriptHash(script: string): string {
  return `'sha256-${createHash('sha256').update(script, 'utf8').digest('base64')}'`;
}
