import { explain, type FieldMeta, labelOf } from '../record/schema/fields.ts';

/** A field of the editor's forms (https://sveltiacms.app/en/docs/fields). */
export interface CmsField {
  name: string;
  label: string;
  widget: 'string' | 'text' | 'select' | 'number' | 'datetime' | 'object' | 'list' | 'keyvalue' | 'relation';
  required: boolean;
  hint?: string;
  fields?: CmsField[];
  field?: CmsField;
  [option: string]: unknown;
}

/** How a field is entered. */
type Input = Pick<CmsField, 'widget'> & Partial<CmsField>;

/** What we use of JSON Schema (https://json-schema.org/draft/2020-12/schema), with what fields say of themselves. */
export interface Shape extends FieldMeta {
  type?: string;
  properties?: Record<string, Shape>;
  additionalProperties?: Shape | boolean;
  required?: string[];
  items?: Shape;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Shape[];
  format?: string;
  pattern?: string;
  maxLength?: number;
  minimum?: number;
  minItems?: number;
  maxItems?: number;
}

/** Collections whose entries a form may choose from, each with the field that shows an entry. */
export type ShownBy = ReadonlyMap<string, string>;

/** Texts of at most so many characters are written in one line. */
const ONE_LINE = 200;

/**
 * The form for data that a schema describes.
 * @param shape the JSON Schema of an object
 * @param shownBy collections whose entries a form may choose from, each with the field that shows an entry
 * @throws RangeError for a kind of field that no form can show
 */
export function formFields({ properties = {}, required = [] }: Shape, shownBy: ShownBy): CmsField[] {
  return Object.entries(properties).map(([name, shape]) => field(name, shape, required.includes(name), shownBy));
}

function field(name: string, shape: Shape, required: boolean, shownBy: ShownBy): CmsField {
  const hint = explain(shape);
  // What the tools make is shown, so that a saved file keeps it, but cannot be typed.
  return { name, label: labelOf(name), required, ...(hint !== '' && { hint }), ...(shape.made && { readonly: true }), ...inputFor(name, shape, shownBy) };
}

function inputFor(name: string, shape: Shape, shownBy: ShownBy): Input {
  if (shape.const !== undefined) return { widget: 'select', options: [shape.const] };
  if (shape.enum) return { widget: 'select', options: shape.enum };
  if (shape.type === 'object' && shape.properties) return { widget: 'object', collapsed: true, fields: formFields(shape, shownBy) };
  if (shape.type === 'array' && shape.items) {
    const limits = { ...(shape.minItems !== undefined && { min: shape.minItems }), ...(shape.maxItems !== undefined && { max: shape.maxItems }), collapsed: true };
    return shape.items.type === 'object' ? { widget: 'list', ...limits, fields: formFields(shape.items, shownBy) } : { widget: 'list', ...limits, field: field(name, shape.items, true, shownBy) };
  }
  if (shape.type === 'integer') return { widget: 'number', value_type: 'int', ...(shape.minimum !== undefined && { min: shape.minimum }) };
  // A union is a date of which only the month or the year may be known: no calendar can enter that.
  if (shape.anyOf?.every(({ type }) => type === 'string')) return { widget: 'string' };
  const shown = shape.relation && shownBy.get(shape.relation);
  if (shown) return { widget: 'relation', collection: shape.relation, value_field: '{{slug}}', display_fields: [shown], search_fields: [shown] };
  if (shape.type === 'string') return textInput(shape);
  throw new RangeError(`the editor has no input for ${name}: ${JSON.stringify(shape)}`);
}

function textInput({ format, maxLength, pattern, ...meta }: Shape): Input {
  if (format === 'date') return { widget: 'datetime', type: 'date', date_format: 'YYYY-MM-DD', time_format: false };
  return {
    widget: maxLength === undefined || maxLength > ONE_LINE ? (pattern === undefined && format === undefined ? 'text' : 'string') : 'string',
    ...(maxLength !== undefined && { maxlength: maxLength }),
    ...(pattern !== undefined && { pattern: [pattern, explain(meta)] }),
  };
}
