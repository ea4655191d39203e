/** A file made in this page. It goes to the downloads of this computer, and nothing is sent. */

export interface OfferedFile {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly text: string;
}

export function saveFile({ name, type, text }: OfferedFile): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
