/** Typed data once it is read (EIP-712): definitions of structs, and values that follow them. */

export type IntegerType = { readonly kind: 'int' | 'uint'; /** In bytes. */ readonly size: number };

export type LeafType =
  | IntegerType
  | { readonly kind: 'fixed-bytes'; readonly size: number }
  | { readonly kind: 'address' | 'bool' | 'string' | 'bytes' };

/** How many elements an array has. */
export type ArrayLength = number | 'any';

export interface FieldType {
  readonly base: LeafType | { readonly kind: 'struct'; readonly name: string };
  /** As they are written: the last one is the outermost. Empty for what is no array. */
  readonly levels: readonly ArrayLength[];
}

export interface StructField {
  readonly name: string;
  readonly type: FieldType;
}

/** By the name of a struct. */
export type StructTypes = ReadonlyMap<string, readonly StructField[]>;

export type LeafValue =
  | { readonly kind: 'integer'; readonly value: bigint; readonly type: IntegerType }
  | { readonly kind: 'address' | 'bytes' | 'fixed-bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'string'; readonly text: string };

export interface StructValue {
  readonly kind: 'struct';
  /** Its type. */
  readonly name: string;
  /** In the order of the definition. */
  readonly members: readonly { readonly name: string; readonly value: TypedValue }[];
}

export type TypedValue =
  LeafValue | StructValue | { readonly kind: 'array'; readonly elements: readonly TypedValue[] };

export const domainType = 'EIP712Domain';

export interface TypedMessage {
  readonly types: StructTypes;
  readonly domain: StructValue;
  readonly message: StructValue;
}
