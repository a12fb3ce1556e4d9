import type { APIRoute } from 'astro';
import { getEntries, getFilesBeside, getRecord } from '../../../data/record.ts';
import { type DataFile, dataFiles } from '../../../outputs/data.ts';

export async function getStaticPaths() {
  if (await getFilesBeside()) return [];
  const files = dataFiles(await getRecord(), await getEntries());
  return files.map((file) => ({ params: { file: file.path }, props: file }));
}

export const GET: APIRoute<DataFile> = ({ props }) => new Response(props.bytes, { headers: { 'Content-Type': `${props.mime}; charset=utf-8` } });
