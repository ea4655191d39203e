/** The DOM and the accessibility tree as the browser's own tools see them: closed shadow roots, too. */
import type { CDPSession } from 'playwright-core';
import type { Seen } from './findings.ts';

interface DomNode {
  readonly nodeName: string;
  readonly nodeType: number;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly shadowRootType?: string;
  readonly contentDocument?: DomNode;
  readonly templateContent?: DomNode;
  readonly pseudoElements?: readonly DomNode[];
}

const elementNode = 1;

function nameOf({ nodeType, nodeName, shadowRootType }: DomNode): string {
  if (shadowRootType !== undefined) return `${shadowRootType} shadow root`;
  return nodeType === elementNode ? nodeName.toLowerCase() : nodeName;
}

function childrenOf(node: DomNode): readonly DomNode[] {
  return [
    ...(node.shadowRoots ?? []),
    ...(node.children ?? []),
    ...(node.pseudoElements ?? []),
    ...[node.templateContent, node.contentDocument].filter((child) => child !== undefined),
  ];
}

/** Text in each element, attributes, and the text and the attributes of the whole document in a row. */
export async function readDom(session: CDPSession): Promise<Seen[]> {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
  const seen: Seen[] = [];
  const texts: string[] = [];
  const values: string[] = [];
  const note = (place: string, content: string): void => void seen.push({ sensor: 'dom', place, content });
  const visit = (node: DomNode, path: string): void => {
    const { attributes = [] } = node;
    for (let at = 0; at + 1 < attributes.length; at += 2) {
      const [name = '', value = ''] = attributes.slice(at, at + 2);
      values.push(value);
      note(`${path} @${name}`, `${name} ${value}`);
    }
    if (node.nodeValue !== '') {
      texts.push(node.nodeValue);
      note(path, node.nodeValue);
    }
    for (const child of childrenOf(node)) visit(child, `${path} > ${nameOf(child)}`);
  };
  visit(root, 'document');
  // A phrase in a list has one word in each element: only in a row they are a phrase.
  note('text of the document', texts.join('\n'));
  note('attributes of the document', values.join('\n'));
  return seen;
}

interface AxValue {
  readonly value?: unknown;
}

interface AxNode {
  readonly role?: AxValue;
  readonly name?: AxValue;
  readonly description?: AxValue;
  readonly value?: AxValue;
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[];
}

/** What a screen reader gets: names, descriptions, values and properties, by role. */
export async function readAccessibility(session: CDPSession): Promise<Seen[]> {
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly AxNode[] };
  const seen: Seen[] = [];
  const note = (place: string, { value }: AxValue): void => {
    if (typeof value === 'string' && value !== '')
      seen.push({ sensor: 'accessibility', place, content: value });
  };
  for (const { role, name = {}, description = {}, value = {}, properties = [] } of nodes) {
    const place = typeof role?.value === 'string' ? role.value : 'node';
    note(`name of a ${place}`, name);
    note(`description of a ${place}`, description);
    note(`value of a ${place}`, value);
    for (const property of properties) note(`${property.name} of a ${place}`, property.value);
  }
  const all = seen.map(({ content }) => content).join('\n');
  return [...seen, { sensor: 'accessibility', place: 'all names in a row', content: all }];
}
