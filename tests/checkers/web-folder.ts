import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

interface Page {
  ids: Set<string>;
  /** Addresses of links, and of the images and files that the page loads. */
  addresses: string[];
  calls: Element[];
  faults: string[];
}

function readPage(html: string): Page {
  const page: Page = { ids: new Set(), addresses: [], calls: [], faults: [] };
  visit(fromHtml(html), 'element', (element) => {
    const { id, href, src, role } = element.properties;
    if (typeof id === 'string') {
      if (page.ids.has(id)) page.faults.push(`#${id} stands twice`);
      page.ids.add(id);
    }
    for (const address of [href, src]) {
      if (typeof address === 'string') page.addresses.push(address);
    }
    if (role === 'doc-noteref') page.calls.push(element);
  });
  const imported = [...html.matchAll(/url\("([^"]+)"\)/g)];
  page.addresses.push(...imported.map(([, address = '']) => address));
  return page;
}

/**
 * What is wrong in a web edition of several pages: ids that stand twice, links that lead nowhere,
 * files that are not there or not used, notes away from the page that calls them first.
 */
export function webFolderFaults(files: ReadonlyMap<string, Uint8Array>): string[] {
  const text = (name: string) => new TextDecoder().decode(files.get(name));
  const names = [...files.keys()].filter((name) => name.endsWith('.html'));
  const pages = new Map(names.map((name) => [name, readPage(text(name))]));
  const used = new Set(['index.html']);
  const faults: string[] = [];
  const follow = (from: string, address: string) => {
    if (/^(https?|mailto|data|tel):/.test(address)) return;
    const [file = '', id] = address.split('#');
    const name = file === '' ? from : decodeURIComponent(file);
    if (name !== from) used.add(name);
    if (!files.has(name)) faults.push(`${from}: ${address} is not there`);
    else if (id !== undefined && !pages.get(name)?.ids.has(id)) {
      faults.push(`${from}: nothing is at ${address}`);
    }
  };
  const called = new Set<string>();
  for (const [name, page] of pages) {
    faults.push(...page.faults.map((fault) => `${name}: ${fault}`));
    for (const address of page.addresses) follow(name, address);
    for (const { properties } of page.calls) {
      const address = String(properties.href);
      const note = address.split('#')[1] ?? '';
      if (!called.has(note) && !address.startsWith('#')) faults.push(`${name}: ${address} is away`);
      called.add(note);
    }
  }
  for (const [, address = ''] of text('style.css').matchAll(/url\("([^"]+)"\)/g)) {
    follow('style.css', address);
  }
  for (const name of files.keys()) if (!used.has(name)) faults.push(`${name} is used by no page`);
  return faults;
}
