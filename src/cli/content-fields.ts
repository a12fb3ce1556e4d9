import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'astro/zod';
import { FILES, FOLDERS } from '../record/collections.ts';
import { contentFolder } from '../record/read.ts';
import { explain, type Field, fieldsOf, itemOf } from '../record/schema/fields.ts';
import { quoteSchema } from '../record/schema/position.ts';
import { CommandError, readArguments, runCommand } from './command.ts';

const START = '<!-- Written by npm run content:fields: begin -->';
const END = '<!-- Written by npm run content:fields: end -->';

/**
 * The guide for editors with a table of every field of every file, as the schemas have them, between its two markers.
 * @param readme text of `content/README.md`
 * @throws CommandError when a marker is missing
 */
export function withFieldTables(readme: string): string {
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start === -1 || end < start) throw new CommandError(`README.md: does not hold the two markers. To mend: put back the lines ${START} and ${END}.`);
  const lists = Object.values(FILES).map(({ file, schema }) => [`An entry of \`${file}\``, itemOf(schema)] as const);
  const tables = [['A quote', quoteSchema] as const, ...Object.values(FOLDERS).map(({ folder, schema }) => [`A file in \`${folder}/\``, schema] as const), ...lists];
  const written = tables.flatMap(([heading, schema]) => (schema ? [`### ${heading}\n\n| field | needed | what |\n|---|---|---|\n${rowsOf(schema, '').join('\n')}\n`] : []));
  return `${readme.slice(0, start)}${START}\n\n${written.join('\n')}\n${readme.slice(end)}`;
}

function rowsOf(schema: z.ZodType, path: string): string[] {
  return fieldsOf(schema).flatMap((field) => {
    const { name, needed, schema: value, meta } = field;
    const item = itemOf(value);
    const inner = meta.made || item === quoteSchema ? [] : item ? rowsOf(item, `${path}${name}[].`) : rowsOf(value, `${path}${name}.`);
    return [`| \`${path}${name}\` |${needed ? ' yes' : ''} | ${whatOf(field)} |`, ...inner];
  });
}

function whatOf({ schema, meta }: Field): string {
  const said = explain(meta);
  const choices = (schema instanceof z.ZodEnum ? schema.options : []).map(String);
  const chosen = choices.every((choice) => said.includes(choice)) ? '' : `${choices.map((choice) => `\`${choice}\``).join(', ')}.`;
  return [said, chosen, meta.made ? 'Written by the tools.' : ''].filter((sentence) => sentence !== '').join(' ');
}

if (import.meta.main) {
  await runCommand(async () => {
    readArguments('npm run content:fields', {});
    const file = path.join(contentFolder(), 'README.md');
    await fs.writeFile(file, withFieldTables(await fs.readFile(file, 'utf8')));
    console.log(`${file} has every field as the schemas have them.`);
  });
}
