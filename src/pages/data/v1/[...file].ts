import type { APIRoute } from 'astro';
import { getEntries, getRecord } from '../../../data/record.ts';
import { type DataFile, dataFiles } from '../../../outputs/data.ts';

export async function getStaticPaths() {
  const files = dataFiles(await getRecord(), await getEntries());
  return files.map((file) => ({ params: { file: file.path }, props: file }));
}

export const GET: APIRoute<DataFile> = ({ props }) => new Response(props.bytes, { headers: { 'Content-Type': `${props.mime}; charset=utf-8` } });
